"""The room: what the audience sees on the projector, and the timer."""
