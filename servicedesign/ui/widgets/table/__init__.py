"""A table to type in like a spreadsheet. Must not know what its rows mean."""
