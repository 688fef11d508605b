"""The journey map on screen: one painted view with frozen heads and one live editor.

Must not write to the project: what is asked for by key or mouse goes to ``asking.Hands``.
"""
