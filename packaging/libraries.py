"""The system libraries that Qt needs on Linux: finds the missing ones, and brings or names them.

Owns the check (the loader's own answer for Qt's files), and the way from a library to the Debian
package that holds it. Must not guess: a machine where nothing is missing is left alone.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterable, Mapping
from pathlib import Path

from speech import SetupError, say

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libGLX.so.0": "libglx0",
    "libICE.so.6": "libice6",
    "libOpenGL.so.0": "libopengl0",
    "libSM.so.6": "libsm6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libXau.so.6": "libxau6",
    "libXdmcp.so.6": "libxdmcp6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libgbm.so.1": "libgbm1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libstdc++.so.6": "libstdc++6",
    "libudev.so.1": "libudev1",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xinput.so.0": "libxcb-xinput0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""Debian's and Ubuntu's package for each library that Qt's own files ask for."""

RECORD = "servicedesign-libraries.json"
"""In the environment: the libraries found last time, so that the next start need not ask again."""


def parse_ldd(text: str) -> dict[str, str | None]:
    """Read what ``ldd`` printed: library name to the file it resolves to, None when not found."""
    found: dict[str, str | None] = {}
    for line in text.splitlines():
        name, arrow, rest = line.strip().partition(" => ")
        if arrow:
            target = rest.split(" (")[0].strip()
            found[name] = None if target == "not found" else target
    return found


def is_debian(os_release: str) -> bool:
    """Tell from the text of ``/etc/os-release`` whether packages come from Debian or Ubuntu."""
    fields = dict(line.partition("=")[::2] for line in os_release.splitlines() if "=" in line)
    names = f"{fields.get('ID', '')} {fields.get('ID_LIKE', '')}".replace('"', "").split()
    return "debian" in names or "ubuntu" in names


def packages_for(libraries: Iterable[str]) -> tuple[list[str], list[str]]:
    """Return the packages that hold ``libraries``, and the libraries no package is known for."""
    names = sorted(set(libraries))
    packages = sorted({PACKAGES[name] for name in names if name in PACKAGES})
    return packages, [name for name in names if name not in PACKAGES]


def plugin_patterns(environ: Mapping[str, str], *, tests: bool) -> list[str]:
    """Return the name patterns of the platform plugins in use: what a window or a test needs."""
    if tests:
        return ["libqoffscreen.so"]
    if environ.get("WAYLAND_DISPLAY"):
        return ["libqwayland*.so"]
    return ["libqxcb.so"]


def qt_files(environment: Path, patterns: list[str]) -> list[Path]:
    """Return Qt's own files whose needs decide: the Widgets library and the platform plugins."""
    tops = list(environment.glob("lib*/python3*/site-packages/PySide6"))
    files = [top / name for top in tops for name in ("Qt/lib/libQt6Widgets.so.6",)]
    for top in tops:
        for pattern in patterns:
            files += sorted((top / "Qt" / "plugins" / "platforms").glob(pattern))
    return [file for file in files if file.is_file()]


def resolve(files: list[Path]) -> dict[str, str | None]:
    """Ask the loader for every library the files need; empty where there is no ``ldd`` to ask."""
    ldd = shutil.which("ldd")
    if not ldd or not files:
        return {}
    done = subprocess.run(
        [ldd, *map(str, files)], capture_output=True, text=True, check=False, errors="replace"
    )
    return parse_ldd(done.stdout)


def install(packages: list[str]) -> bool:
    """Install Debian packages as root, quietly; tell whether the package manager was content."""
    environ = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    put = ["install", "-y", "-qq", "--no-install-recommends", *packages]
    statuses = [
        subprocess.run(
            ["apt-get", *arguments],
            env=environ, check=False, stdin=subprocess.DEVNULL, capture_output=True,
        ).returncode
        for arguments in (["update", "-qq"], put)
    ]  # fmt: skip
    return statuses[-1] == 0


def may_install() -> bool:
    """Tell whether this is root on a machine whose packages come from Debian or Ubuntu."""
    release = Path("/etc/os-release")
    text = release.read_text("utf-8", errors="replace") if release.is_file() else ""
    return is_debian(text) and os.geteuid() == 0 and shutil.which("apt-get") is not None


def ensure(environment: Path, patterns: list[str]) -> None:
    """See to it that Qt can load: install what is missing where that is allowed, else name it.

    Raises:
        SetupError: libraries are missing and could not be installed.
    """
    record = environment / RECORD
    if _still_there(record, patterns):
        return
    files = qt_files(environment, patterns)
    found = resolve(files)
    missing = sorted(name for name, target in found.items() if target is None)
    packages, unknown = packages_for(missing)
    if packages and not unknown and may_install():
        listed = " ".join(packages)
        say(f"画面に必要な部品を入れます: {listed}", f"Installing what Qt needs: {listed}")
        install(packages)
        found = resolve(files)
        missing = sorted(name for name, target in found.items() if target is None)
    if missing:
        raise missing_libraries(missing)
    kept = {"patterns": patterns, "files": sorted({path for path in found.values() if path})}
    record.write_text(json.dumps(kept), "utf-8")


def missing_libraries(missing: list[str]) -> SetupError:
    """Return the refusal that names the libraries and, where one is known, the command to type."""
    packages, unknown = packages_for(missing)
    names = ", ".join(missing)
    if unknown or not shutil.which("apt-get"):
        return SetupError(
            f"画面に必要な部品がありません: {names}。OSのパッケージ管理で入れてください。",
            f"Qt needs libraries that are missing: {names}. Install them from your system.",
        )
    command = f"sudo apt-get install -y {' '.join(packages)}"
    return SetupError(
        f"画面に必要な部品がありません: {names}。次を実行してください: {command}",
        f"Qt needs libraries that are missing: {names}. Type: {command}",
    )


def _still_there(record: Path, patterns: list[str]) -> bool:
    try:
        kept = json.loads(record.read_text("utf-8"))
        files = kept["files"]
        same = kept["patterns"] == patterns
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return same and all(os.path.exists(file) for file in files)  # noqa: PTH110 - a start counts in ms
