"""What can stand in the middle of the window, made when it is first asked for.

Owns the making alone.
"""

from __future__ import annotations

from servicedesign import tools
from servicedesign.ui.command_set import CommandSet
from servicedesign.ui.context import EditorContext
from servicedesign.ui.navigator import PRINT
from servicedesign.ui.print_view import PrintView
from servicedesign.ui.services import Services
from servicedesign.ui.tool_view import ToolView
from servicedesign.ui.uncollected import uncollected


def make_view(
    view_id: str, context: EditorContext, services: Services, commands: CommandSet
) -> ToolView | PrintView:
    """Return the view of a tool, or the print list for ``PRINT``.

    Raises:
        LookupError: there is no such tool, or it has no editor.
    """
    if view_id == PRINT:
        made: ToolView | PrintView = PrintView(context, commands)
    else:
        tool = tools.tool(view_id)
        with uncollected():
            editor = tool.load_editor()(context)
        made = ToolView(tool, editor, preview=services.settings.get("preview_shown"))
    made.preview.background_failed.connect(services.faults.handle)
    return made
