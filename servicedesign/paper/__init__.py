"""The sheet kit: fonts, line breaking, pages, marks and flow for everything that is printed.

Knows no tool and no project. A sheet function makes a Document from a SheetJob (both in
paper.document), draws on its pages in millimetres and returns it.
"""
