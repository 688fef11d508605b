"""The picture book: every screen and every sheet as a picture, to be looked at.

Owns the projects it shows, the taking of the pictures and the page that lists them. What screens
and sheets there are comes from their registries; the program never reads this package.
"""
