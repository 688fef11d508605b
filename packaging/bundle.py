"""Puts the data inside the package when a wheel is built; a checkout reads it where it lies.

Owns the one difference between a wheel and an editable installation; see
``servicedesign/locations.py`` for the reading side. Runs inside the build backend.
"""

from __future__ import annotations

from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

BUNDLED = {
    "resources": "servicedesign/_bundled/resources",
    "examples": "servicedesign/_bundled/examples",
}
"""Where each folder of the project goes in a wheel."""


class CustomBuildHook(BuildHookInterface[Any]):
    """The build backend's way in; its name is fixed by hatchling."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the data folders to a standard wheel, and nothing to an editable one."""
        if version == "standard":
            build_data["force_include"].update(BUNDLED)
