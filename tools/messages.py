"""Sentences for translators: `python3 run.py messages`.

Collects every `tr` and `trn` of the package into a template (`.pot`), and compiles each catalogue
(`.po`) beside it into the form that the program reads (`.mo`).
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polib

import nttp_readiness
from nttp_readiness import resources
from nttp_readiness.i18n import DOMAIN

PACKAGE = Path(nttp_readiness.__file__).parent
HEADER = {
    "Project-Id-Version": DOMAIN,
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "X-Reviewed-By": "",
}


@dataclass(slots=True)
class Message:
    """A sentence of the code, with its form for many where it has one, and where it stands."""

    one: str
    many: str = ""
    files: list[str] = field(default_factory=list)


def main() -> int:
    """Write the template and compile the catalogues; 1 where something in them is not right."""
    messages, faults = extract(PACKAGE)
    folder = resources.assets() / "translations"
    folder.mkdir(exist_ok=True)
    text = template(messages)
    (folder / f"{DOMAIN}.pot").write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(messages)} sentences in {DOMAIN}.pot\n")
    for path in sorted(folder.glob("*.po")):
        catalogue = polib.pofile(path)
        faults += [f"{path.name}: {each}" for each in unknown(catalogue, messages)]
        compiled = folder / path.stem / "LC_MESSAGES" / f"{DOMAIN}.mo"
        compiled.parent.mkdir(parents=True, exist_ok=True)
        compiled.write_bytes(catalogue.to_binary())
        spoken = len(catalogue.translated_entries())
        sys.stdout.write(f"{path.name}: {spoken} of {len(messages)} sentences\n")
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    return 1 if faults else 0


def extract(package: Path) -> tuple[dict[str, Message], list[str]]:
    """Every sentence under its text, in the order of the code; and calls that cannot be read."""
    messages: dict[str, Message] = {}
    faults: list[str] = []
    for path in sorted(package.rglob("*.py")):
        file = path.relative_to(package.parent).as_posix()
        for call, name in _calls(ast.parse(path.read_text(encoding="utf-8"))):
            texts = [
                argument.value
                for argument in call.args[: 2 if name == "trn" else 1]
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            ]
            if len(texts) != (2 if name == "trn" else 1):
                faults.append(f"{file}:{call.lineno} {name} needs its sentence written out")
                continue
            message = messages.setdefault(texts[0], Message(texts[0]))
            message.many = message.many or (texts[1] if name == "trn" else "")
            message.files.append(file)
    return messages, faults


def template(messages: Mapping[str, Message]) -> str:
    """The text of a `.pot` file. Line numbers are left out, so that it changes with words only."""
    catalogue = polib.POFile(wrapwidth=0)
    catalogue.header = "Made by `python3 run.py messages`; do not change it by hand."
    catalogue.metadata = HEADER
    catalogue.extend(
        polib.POEntry(
            msgid=message.one,
            msgid_plural=message.many,
            msgstr_plural={0: "", 1: ""} if message.many else {},
            occurrences=[(file, "") for file in dict.fromkeys(message.files)],
        )
        for message in messages.values()
    )
    return f"{catalogue}"


def unknown(catalogue: polib.POFile, messages: Mapping[str, Message]) -> list[str]:
    """Sentences of a catalogue that the program does not say, in these very letters."""
    return [
        f"the program does not say “{entry.msgid}”"
        for entry in catalogue
        if not entry.obsolete
        and (entry.msgid not in messages or entry.msgid_plural != messages[entry.msgid].many)
    ]


def _calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    # Over the syntax tree: readers of tokens miss what stands inside f-strings (decision 75).
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in {"tr", "trn"}:
                yield node, name


if __name__ == "__main__":
    sys.exit(main())
