"""Whether two PDF files are the same for whoever reads them: words, pictures and structure."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2

from tools.windows.wine import Prefix, windows_path

from .journey import command, from_source
from .steps import must


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
