"""Storyboards on screen: frames in a row, each a picture with a heading and a caption.

It knows no tool: the flow of a deep-dive (3 to 5 frames) and a version of a prototype (4 to 8) use
the same parts.

- ``Storyboard(context, wish)`` is what an editor puts on its page. It shows the frames of one
  owner, writes what is typed, and opens the pad and the photos by itself::

      board = Storyboard(context, StoryboardWish(t("流れ"), least=3, usual=5))
      board.show_owner(FrameOwner(deep_dive_id=dive.id))   # or version_id=…, or None for none
      board.refresh(changes)                                # from Editor.refresh; None shows all
      board.go_to(frame_id, "caption")                      # from Editor.reveal
      board.frame_in_use()                                  # for record_in_view, "" when none
      board.add(); board.delete(frame_id)                   # for commands

- ``StoryboardStrip`` is the same without a project: ``show_frames(views)`` with ``FrameView``,
  and signals for everything that is asked for.
- ``frame_paint.paint_picture(painter, picture, rect)`` paints what a frame shows, for pages in
  the audience window and elsewhere; ``frame_paint.frame_picture(project, frame)`` makes it.

The changes are in ``tools.frames``; paper draws the same pictures by
``tools.pictures.draw_in_frame``.
"""
