"""How large the frozen program is, beside a bare window that is frozen in the same way.

    python benchmarks/frozen.py

Both are built by PyInstaller from this Python into a folder that goes again afterwards; it takes a
minute or two. Megabytes of all files, and how many there are. A size has no rounds: it is the same
each time.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from measuring.alone import ROOT, main
from measuring.measure import CannotMeasure, Outcome, beside

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.show()
sys.exit(app.exec())
"""


def built(folder: Path, *given: str) -> tuple[float, int]:
    """Megabytes and files of what PyInstaller makes of it."""
    out = folder / "dist"
    # What lies on the path is looked through for the program: the peers of other benchmarks too.
    here = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR",
         "--distpath", str(out), "--workpath", str(folder / "work"), *given],
        cwd=ROOT, check=False, capture_output=True, text=True, env=here,
    )  # fmt: skip
    if done.returncode:
        sys.stderr.write(done.stderr)
    done.check_returncode()
    files = [each for each in out.rglob("*") if each.is_file() and not each.is_symlink()]
    return sum(each.stat().st_size for each in files) / 1024**2, len(files)


def measure(_: int) -> Iterator[Outcome]:
    """The size of both, and their files."""
    if find_spec("PyInstaller") is None:
        raise CannotMeasure("PyInstaller is not installed")
    with tempfile.TemporaryDirectory(prefix="readiness-frozen-") as name:
        bare, ours = Path(name) / "bare", Path(name) / "ours"
        for each in (bare, ours):
            each.mkdir()
        (bare / "bare.py").write_text(BARE, encoding="utf-8")
        spec = ("--onedir", "--specpath", str(bare), str(bare / "bare.py"))
        peer = built(bare, *spec)
        program = built(ours, "build.spec")
    yield from beside("bare window", "MB", {"bare window": [peer[0]], "the program": [program[0]]})
    files = {"bare window, files": [float(peer[1])], "the program, files": [float(program[1])]}
    yield from beside("bare window, files", "files", files)


if __name__ == "__main__":
    sys.exit(main("frozen", 1, measure, "Size of the frozen program"))
