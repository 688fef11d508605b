"""Mandala charts: eight words around one in the middle, each of them the middle of eight more.

``spots`` has the arithmetic of the 81 cells, ``chart`` reads them, ``actions`` has what one can do
with charts and their words, ``sending`` the way of a word to a board. On screen
``editor.MandalaEditor`` puts together ``grid`` (the cells, with one live field), ``head`` and
``cell_bar``. On paper ``sheet`` draws what ``sheet_data`` gathered.
"""

from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.tools.registry import SheetSpec, Tool

TOOL = Tool(
    id="mandala",
    phase=MethodPhase.IDEAS,
    title=N_("マンダラート"),
    summary=N_("一つの言葉から8つ、その8つからまた8つ。考えを無理にでも広げます。"),
    icon="mdi6.grid",
    kinds=("mandala", "mandala_cell"),
    sheets=(
        SheetSpec(
            id="mandala",
            title=N_("マンダラート"),
            module="servicedesign.tools.mandala.sheet",
            papers=("A3", "A4"),
            orientation="landscape",
            record_kind="mandala",
            order=140,
        ),
    ),
    editor="servicedesign.tools.mandala.editor:MandalaEditor",
    state="servicedesign.tools.mandala.actions:progress",
)
