"""The sheet kit: fonts, line breaking, pages, marks and flow for everything that is printed.

Knows no tool and no project. A sheet function makes a :class:`~servicedesign.paper.document.Document`
from a :class:`~servicedesign.paper.document.SheetJob`, draws on its pages in millimetres and returns it.
"""
