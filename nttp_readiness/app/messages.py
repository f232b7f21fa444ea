"""Sentences for translators: `python3 run.py messages`.

Collects every `tr` and `trn` of the package into a template (`.pot`), and compiles each catalogue
(`.po`) beside it into the form that the program reads (`.mo`). The standard library alone does it.
"""

from __future__ import annotations

import ast
import struct
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import nttp_readiness
from nttp_readiness import resources
from nttp_readiness.i18n import DOMAIN

PACKAGE = Path(nttp_readiness.__file__).parent
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_MO_MAGIC = 0x950412DE


@dataclass(slots=True)
class Message:
    """A sentence of the code, with its form for many where it has one, and where it stands."""

    one: str
    many: str = ""
    places: list[str] = field(default_factory=list)


def main(_: list[str]) -> int:
    """Write the template and compile the catalogues; 1 where a sentence cannot be collected."""
    messages, faults = extract(PACKAGE)
    for fault in faults:
        sys.stderr.write(f"{fault}\n")
    folder = resources.assets() / "translations"
    folder.mkdir(exist_ok=True)
    (folder / f"{DOMAIN}.pot").write_text(template(messages), encoding="utf-8", newline="\n")
    sys.stdout.write(f"{len(messages)} sentences in {DOMAIN}.pot\n")
    for path in sorted(folder.glob("*.po")):
        catalogue = read_po(path.read_text(encoding="utf-8"))
        compiled = folder / path.stem / "LC_MESSAGES" / f"{DOMAIN}.mo"
        compiled.parent.mkdir(parents=True, exist_ok=True)
        compiled.write_bytes(mo_bytes(catalogue))
        known = sum(key.partition("\0")[0] in messages for key in catalogue if key)
        sys.stdout.write(f"{path.name}: {known} of {len(messages)} sentences\n")
    return 1 if faults else 0


def extract(package: Path) -> tuple[dict[str, Message], list[str]]:
    """Every sentence under its text, in the order of the code; and calls that cannot be read."""
    messages: dict[str, Message] = {}
    faults: list[str] = []
    for path in sorted(package.rglob("*.py")):
        where = path.relative_to(package.parent).as_posix()
        for call, name in _calls(ast.parse(path.read_text(encoding="utf-8"))):
            texts = [
                each.value
                for each in call.args[: 2 if name == "trn" else 1]
                if isinstance(each, ast.Constant) and isinstance(each.value, str)
            ]
            if len(texts) != (2 if name == "trn" else 1):
                faults.append(f"{where}:{call.lineno} {name} needs its sentence written out")
                continue
            found = messages.setdefault(texts[0], Message(texts[0]))
            found.many = found.many or (texts[1] if name == "trn" else "")
            found.places.append(f"{where}:{call.lineno}")
    return messages, faults


def template(messages: Mapping[str, Message]) -> str:
    """The text of a `.pot` file. Line numbers are left out, so that it changes with words only."""
    parts = [
        (
            'msgid ""\nmsgstr ""\n'
            f'"Project-Id-Version: {DOMAIN}\\n"\n'
            '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
            '"Content-Transfer-Encoding: 8bit\\n"\n"X-Reviewed-By: \\n"\n'
        )
    ]
    for each in messages.values():
        files = " ".join(dict.fromkeys(place.partition(":")[0] for place in each.places))
        entry = f"#: {files}\nmsgid {_quoted(each.one)}\n"
        if each.many:
            entry += f'msgid_plural {_quoted(each.many)}\nmsgstr[0] ""\nmsgstr[1] ""\n'
        else:
            entry += 'msgstr ""\n'
        parts.append(entry)
    return "\n".join(parts)


def read_po(text: str) -> dict[str, str]:
    """Sentences with their translations, plural forms joined by NUL as in a `.mo` file.

    Entries without a translation and those marked `fuzzy` are left out, so that the program speaks
    English there. Raises ValueError with the line that cannot be read.
    """
    catalogue: dict[str, str] = {}
    for entry in text.replace("\r\n", "\n").split("\n\n"):
        fields, fuzzy = _fields(entry)
        if "msgid" not in fields:
            continue
        forms = [value for key, value in sorted(fields.items()) if key.startswith("msgstr")]
        header = not fields["msgid"]
        if not all(forms) or (fuzzy and not header):
            continue
        key = "\0".join(fields[name] for name in ("msgid", "msgid_plural") if name in fields)
        catalogue[key] = "\0".join(forms)
    return catalogue


def mo_bytes(catalogue: Mapping[str, str]) -> bytes:
    """The catalogue in GNU's binary form, sorted, without a hash table."""
    pairs = sorted((key.encode(), value.encode()) for key, value in catalogue.items())
    count = len(pairs)
    start = 28 + 16 * count
    texts, tables = b"", ([], [])  # type: tuple[bytes, tuple[list[int], list[int]]]
    for side in (0, 1):
        for pair in pairs:
            tables[side].extend((len(pair[side]), start + len(texts)))
            texts += pair[side] + b"\0"
    head = struct.pack("<7I", _MO_MAGIC, 0, count, 28, 28 + 8 * count, 0, start)
    return head + struct.pack(f"<{4 * count}I", *tables[0], *tables[1]) + texts


def _calls(tree: ast.AST) -> Iterator[tuple[ast.Call, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in {"tr", "trn"}:
                yield node, name


def _quoted(text: str) -> str:
    return '"' + "".join(_ESCAPES.get(each, each) for each in text) + '"'


def _fields(entry: str) -> tuple[dict[str, str], bool]:
    fields: dict[str, str] = {}
    fuzzy, name = False, ""
    for line in entry.splitlines():
        if line.startswith("#"):
            fuzzy = fuzzy or (line.startswith("#,") and "fuzzy" in line)
            continue
        if not line.strip():
            continue
        word, _, rest = line.partition(" ")
        if line.startswith('"'):
            rest = line
        else:
            name = word
            fields[name] = ""
        value = ast.literal_eval(rest) if rest.startswith('"') else None
        if not name or not isinstance(value, str):
            message = f"this line of a catalogue cannot be read: {line}"
            raise ValueError(message)
        fields[name] += value
    return fields, fuzzy


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
