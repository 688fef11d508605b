"""The shell on screen: window, navigator, theme, preview, widgets and dialogs.

Owns everything of Qt but the tools' editors. Must not hold rules of the method: those are the
tools' actions.
"""
