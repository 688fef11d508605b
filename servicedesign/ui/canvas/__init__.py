"""The canvas: thousands of notes without a stutter, for whoever needs a board.

It knows no tool and no record. Whoever holds a ``CanvasView``

- gives it plain display data: ``view.contents.set_all(notes, clusters)`` once, then
  ``view.contents.change(put, remove)`` and ``set_clusters`` (``looks.NoteLook``, ``ClusterLook``);
- hears what a hand did: ``notes_moved`` (a ``gestures.drag.Moved``, once, at the end of a drag;
  write it at once, the notes are laid down right after), ``nudged``, ``encircled``, ``new_asked``,
  ``open_asked``, ``tool_changed``, ``whole_asked``, and
  ``selection.changed`` and ``selection.focus_changed``;
- gives pictures by need: ``pictures.CanvasPictures(fetch)``; a look names one by its key,
  and in ``over`` what is drawn over it.

What can be added from outside, one file an item and one file a gesture:

- a gesture: a subclass of ``gestures.gesture.Gesture`` and a *starter* that returns it for a press
  (or None): ``view.add_starter("select", starter)``;
- a tool in the hand: ``view.add_tool("pen", CanvasTool(cursor, (start_pan, starter)))``;
- something under the notes, such as a frame: ``view.add_underlay(paint)``, called with the painter
  in device px and the ``frame.Frame`` in view (``frame.at`` maps a place of the board);
- something over all: ``view.add_overlay(paint)``, called with the painter in px of the view
  (``view.to_view`` and ``view.rect_to_view`` map places).

How a frame is painted: ``layers.NoteLayers`` takes single pictures of notes (``sprites``) where
words can be read and tiles (``tiles``) further out or where notes lie in heaps. Each frame makes
anew only what its time allows and shows the nearest it has instead; at rest all is exact. Words are
laid out once at 100 % (``fit``) and the same at every zoom. ``note_painter.paint_note`` is the one
place that knows how a note looks.
"""
