"""Other forms in and out: JSON, CSV and text, PDF, PNG, examples and templates.

Must not know Qt. Everything that comes in is checked before anything is written.
"""
