"""What goes into the built folder besides Python, each of which must bring its licence.

`build.spec` asks here, so that what it decides is checked as all other code is.
"""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

from nttp_readiness import __version__

SHIPPED = (
    "annotated-types", "charset-normalizer", "et-xmlfile", "icalendar", "lxml", "odfdo", "openpyxl",
    "pillow", "platformdirs", "pydantic", "pydantic-core", "pyinstaller", "pypdfium2",
    "python-dateutil", "python-docx", "python-pptx", "reportlab", "typing-extensions",
    "typing-inspection", "tzdata", "xlsxwriter",
)  # fmt: skip
QT = ("PySide6-Essentials", "shiboken6")
"""Their wheels carry no text of their licence; it lies in `assets/licences`."""
LEFT_OUT = re.compile(
    r"Qt6?(Network|Qml|Quick|Pdf|VirtualKeyboard|Designer|Help|Sql|Test|Xml|UiTools|WebSockets|"
    r"OpenGL|Concurrent|DBus(?=\.dll))|libqgtk3|opengl32sw|qdirect2d|"
    r"/(tls|networkinformation|qmltooling|sqldrivers|platforminputcontexts|generic)/|"
    r"/imageformats/q?(tiff|webp|icns|tga|wbmp)|(?<![a-z])(lib(ssl|crypto)|_ssl|_hashlib)(?![a-z])|icuuc\.dll|"
    r"bcryptprimitives|PySide6/.*/?(msvcp|vcruntime)140|shiboken6/(msvcp|vcruntime)140|api-ms-win-|ucrtbase",
    re.IGNORECASE,
)
"""What the hooks bring along and the program does not use; the network above all.

The compiler's libraries lie once beside Python's, not in each folder again. On Linux the libraries
for encryption stay out as well: every digest that the program makes is Python's own.
"""

EXCLUDED = (
    "tkinter", "PySide6.QtNetwork", "PySide6.QtTest", "numpy", "IPython", "matplotlib",
    "ssl", "_ssl", "_hashlib", "PIL._avif", "PIL.AvifImagePlugin", "PIL._webp", "lxml.html",
    "lxml.objectify",
    # An extra, which people install beside the source; its library alone is larger than all else.
    "polars", "_polars_runtime_32",
    # Nothing of ours starts processes, and where this is found every start loads it, first of all:
    # with sockets, pickles and some forty modules more.
    "multiprocessing",
    # Tools of this project that lie in the same environment.
    "pytest", "_pytest", "hypothesis", "mypy", "ast_serialize", "setuptools", "pydantic.mypy",
    "rich", "markdown_it", "mdurl", "pygments", "click", "colorama", "pip", "xdist", "pypdf",
    "importlinter",
)  # fmt: skip
"""Modules that are not looked for, whoever would import them."""
_COMPILERS = re.compile(r"/(msvcp|vcruntime)140", re.IGNORECASE)
Entry = tuple[str, str, str]
"""Place in the folder, where it comes from, kind: as PyInstaller says it."""


def is_used(place: str) -> bool:
    """Whether a file that the hooks brought along belongs into the folder."""
    return not LEFT_OUT.search(place.replace("\\", "/"))


def kept_libraries(found: Iterable[Entry]) -> list[Entry]:
    """The libraries that are used, and the compiler's once, where every library finds them."""
    all_found = list(found)
    kept = [each for each in all_found if is_used(each[0])]
    there = {each[0].lower() for each in kept}
    for place, *rest in all_found:
        slashed = place.replace("\\", "/")
        name = slashed.rpartition("/")[2]
        if _COMPILERS.search(slashed) and name.lower() not in there:
            there.add(name.lower())
            kept.append((name, rest[0], rest[1]))
    return kept


def copy_licences(folder: Path) -> None:
    """Put the licence text of every part into a new folder; SystemExit where one has none."""
    folder.mkdir()
    for part in SHIPPED:
        texts = [
            Path(str(file.locate()))
            for file in metadata.files(part) or []
            if re.search(r"(?i)dist-info.*(licen[cs]e|copying)", str(file))
        ]
        texts = [text for text in texts if text.is_file()]
        if not texts:
            message = f"{part} has no licence text, so the program must not be shipped with it"
            raise SystemExit(message)
        for number, text in enumerate(texts):
            shutil.copyfile(text, folder / f"{part}{f'-{number}' if number else ''}.txt")
    python = Path(sys.base_prefix)
    for text in (python / "LICENSE.txt", *python.glob("lib/python3*/LICENSE.txt")):
        if text.exists():
            shutil.copyfile(text, folder / "Python.txt")
            break


def version_text() -> str:
    """What Windows shows in the properties of the program, as PyInstaller reads it."""
    numbers = (*(int(part) for part in __version__.split(".")), 0)
    return f"""VSVersionInfo(
      ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3f, flags=0x0, OS=0x40004,
                        fileType=0x1, subtype=0x0, date=(0, 0)),
      kids=[StringFileInfo([StringTable('080904B0', [
              StringStruct('CompanyName', 'NTTP Readiness project'),
              StringStruct('FileDescription', 'NTTP Readiness'),
              StringStruct('FileVersion', '{__version__}'),
              StringStruct('LegalCopyright', 'MIT licence'),
              StringStruct('ProductName', 'NTTP Readiness'),
              StringStruct('ProductVersion', '{__version__}')])]),
            VarFileInfo([VarStruct('Translation', [2057, 1200])])])"""


def strangers(modules: Iterable[str]) -> list[str]:
    """Modules that would be shipped although their package brings no licence with it."""
    known = {_plain(part) for part in (*SHIPPED, *QT)}
    owners = metadata.packages_distributions()
    return [
        f"{name} of {', '.join(owners[name])}"
        for name in sorted({module.split(".")[0] for module in modules} & set(owners))
        if not {_plain(part) for part in owners[name]} & known
    ]


def _plain(part: str) -> str:
    return re.sub("[-_.]+", "-", part).lower()
