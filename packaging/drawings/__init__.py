"""The program's own drawings: portraits, figures for storyboards, the marks and the icon.

Owns the code that writes ``resources/faces``, ``resources/figures`` and ``resources/icons``. The
program reads only what is written there and never this package.
"""
