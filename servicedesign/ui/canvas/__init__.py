"""The canvas: thousands of notes without a stutter, for whoever needs a board.

It knows no tool and no record: it is given plain display data (``looks``) and tells what a hand
did (signals of ``CanvasView``). Whoever holds it turns records into looks and signals into actions.
"""
