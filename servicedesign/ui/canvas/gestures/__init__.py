"""What a hand does on the canvas, one gesture a file.

A gesture begins with a press, follows it and ends or is called off. ``gesture.py`` says what each
must have; a *starter* looks at a press and returns a gesture, or None to let the next one look.
"""
