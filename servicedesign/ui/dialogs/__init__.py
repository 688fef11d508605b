"""Dialogs of the shell, one public class per module."""
