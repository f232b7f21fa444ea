"""Whether what the Windows program makes is what the source makes: words, data and papers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pypdfium2

from tools.windows.places import SOURCE
from tools.windows.wine import Prefix, windows_path

from .steps import must


def command(prefix: Prefix, folder: Path, *arguments: object, **more: str) -> tuple[int, bytes]:
    """Run the command-line program; its status and what it printed, byte by byte."""
    out = prefix.folder / "printed"
    with out.open("wb") as file:
        done = subprocess.run(
            [prefix.loader, folder / "nttp-readiness.exe", *map(str, arguments)],
            env=prefix.environment(**more), stdin=subprocess.DEVNULL, stdout=file,
            stderr=subprocess.STDOUT, check=False, timeout=600,
        )  # fmt: skip
    return done.returncode, out.read_bytes()


def from_source(*arguments: object) -> bytes:
    """What the same command prints here, from the source of the same commit."""
    with tempfile.TemporaryDirectory() as home:
        return subprocess.run(
            [sys.executable, "-m", "nttp_readiness", *map(str, arguments)], check=True, cwd=SOURCE,
            env={**os.environ, "PYTHONPATH": str(SOURCE), "NTTP_READINESS_HOME": home},
            stdout=subprocess.PIPE,
        ).stdout  # fmt: skip


def same_words(prefix: Prefix, folder: Path, sample: Path) -> str:
    """Scores as text (in UTF-8) and as data are what the source says."""
    for form in ((), ("--json",)):
        code, seen = command(prefix, folder, "score", windows_path(sample), *form)
        must(code == 0, f"score ended with {code}: {seen[-300:]!r}")
        wanted = from_source("score", sample, *form)
        must(seen.replace(b"\r\n", b"\n") == wanted, "the scores differ from the source's")
    return "scores as text and as JSON are the source's, in UTF-8"


def same_paper(made: Path, wanted: Path) -> str:
    """Every page has the same words and, drawn, the same points."""
    with pypdfium2.PdfDocument(made) as ours, pypdfium2.PdfDocument(wanted) as theirs:
        must(len(ours) == len(theirs), f"{len(ours)} pages instead of {len(theirs)}")
        must(ours.is_tagged() and theirs.is_tagged(), "a paper is not tagged")
        for place in range(len(theirs)):
            one, other = (each[place] for each in (ours, theirs))
            must(words(one) == words(other), f"the words of page {place + 1} differ")
            must(drawn(one) == drawn(other), f"page {place + 1} is drawn otherwise")
        pages = len(theirs)
    equal = made.read_bytes() == wanted.read_bytes()
    return f"{pages} pages, same words, drawn the same{', every byte the same' if equal else ''}"


def words(page: pypdfium2.PdfPage) -> str:
    return str(page.get_textpage().get_text_range())


def drawn(page: pypdfium2.PdfPage) -> bytes:
    return bytes(page.render(scale=0.5).buffer)


def exported(prefix: Prefix, folder: Path, sample: Path, name: str) -> tuple[Path, Path]:
    """The same paper made by the Windows program and from source."""
    ours, wanted = prefix.disk / "made" / name, prefix.folder / "wanted" / name
    for each in (ours, wanted):
        shutil.rmtree(each.parent, ignore_errors=True)
        each.parent.mkdir()
    code, said = command(prefix, folder, "export", windows_path(sample), rf"C:\made\{name}")
    must(code == 0, f"export ended with {code}: {said[-300:]!r}")
    from_source("export", sample, wanted)
    return ours, wanted


def exports_the_same(prefix: Prefix, folder: Path, sample: Path) -> str:
    return same_paper(*exported(prefix, folder, sample, "plan.pdf"))
