"""Prototypes: models of the service that are tried before anything is built."""

from servicedesign.model.message import N_
from servicedesign.model.method import MethodPhase
from servicedesign.tools.registry import SheetSpec, Tool

TOOL = Tool(
    id="prototype",
    phase=MethodPhase.PROTOTYPE,
    title=N_("試作"),
    summary=N_("作り込む前に、図の上で試します。"),
    icon="mdi6.cube-outline",
    kinds=("prototype", "prototype_version", "frame"),
    sheets=(
        SheetSpec(
            id="prototype",
            title=N_("試作カード"),
            module="servicedesign.tools.prototype.sheet",
            papers=("A3", "A4"),
            orientation="landscape",
            record_kind="prototype",
            order=200,
        ),
    ),
    editor="servicedesign.tools.prototype.editor:PrototypeEditor",
    state="servicedesign.tools.prototype.actions:progress",
)
