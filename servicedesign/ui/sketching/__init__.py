"""Sketching: a pen in a hand, and a pad to draw and to place figures on. It knows no tool.

- ``Ink`` is what is in the hand: pen, marker, eraser or nothing, with colour and width. ``InkBar``
  shows and changes it; whoever draws asks it.
- ``SketchPad`` is a widget for one ``Sketch``: strokes, figures of the bundled palette with words
  on them, and a caption. ``pad.set_sketch(sketch)`` shows one; ``pad.changed`` tells, at the end of
  each stroke or gesture, the sketch as it should be kept with the name of the step
  (a ``SketchEdit``). The holder writes it and calls ``set_sketch`` again, after undo too.
- ``SketchDialog`` is a pad in a dialog, with undo and redo of what was done in it.

``model.strokes`` has the arithmetic, ``tools.pictures.sketch_drawing`` makes one drawing of a
sketch for every screen, and the sheets draw the same shapes.
"""
