"""How large the frozen program is, beside a bare window that is frozen in the same way.

    python benchmarks/frozen.py

Both are built by PyInstaller from this Python into a folder that goes again afterwards; it takes a
minute or two. Megabytes of all files, and how many there are.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from importlib.util import find_spec
from pathlib import Path

from measuring.budget import Budget

ROOT = Path(__file__).resolve().parent.parent
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
    subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR",
         "--distpath", str(out), "--workpath", str(folder / "work"), *given],
        cwd=ROOT, check=True, capture_output=True,
    )  # fmt: skip
    files = [each for each in out.rglob("*") if each.is_file() and not each.is_symlink()]
    return sum(each.stat().st_size for each in files) / 1024**2, len(files)


def main() -> int:
    """Print the table; 1 where a budget was not kept."""
    if find_spec("PyInstaller") is None:
        print("Not measured: PyInstaller is not installed.")
        return 1
    budget = Budget.load()
    with tempfile.TemporaryDirectory(prefix="readiness-frozen-") as name:
        bare, ours = Path(name) / "bare", Path(name) / "ours"
        for each in (bare, ours):
            each.mkdir()
        (bare / "bare.py").write_text(BARE, encoding="utf-8")
        spec = ("--onedir", "--specpath", str(bare), str(bare / "bare.py"))
        peer = built(bare, *spec)
        program = built(ours, "build.spec")
    print(f"{'':<18}{'MB':>8}{'files':>8}   over the bare window")
    for words, (size, files) in (("bare window", peer), ("the program", program)):
        ratio = size / peer[0]
        print(
            f"{words:<18}{size:8.1f}{files:8}   {ratio:6.2f}   ", budget.say("frozen", words, ratio)
        )
    return budget.status()


if __name__ == "__main__":
    sys.exit(main())
