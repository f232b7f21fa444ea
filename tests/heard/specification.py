"""What is said, as a text that people can read and the tests hold the program to.

A file begins with what it is about, as `name: value` (see `HEADERS`), and goes on in steps:

    # Why this step, for whoever reads it.
    press Return
        Question 2 of 12. Foundation. {GOV-2 statement} heading
        ...

`press` takes keys by their X names, one after the other; `type` takes words. The lines below, set
in, are each thing that the reader says until it falls silent, in full and in order. `quietly` after
`press` or `type` means that nothing is said, and that this is right.

Sentences of the question bank stand as places: `{GOV-2 statement}`, `{GOV-2 levels 3}`, so a new
wording of the bank changes no specification. `{time}` is a time of day,
`{home}` the folder of the program's profile.

With HEARD_WRITE=1 in the environment the tests write what was said into the files instead: read the
difference before you keep it. `laws.py` says what no transcript may hold, written so or not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from nttp_readiness.plain_models import BaseModel

HEADERS = {"about", "opens", "beside", "size", "settings"}
INDENT = "    "
NAME_OF_TREE = re.compile(r" tree\.?$")
ROLE_OF_EDITOR = re.compile(r" text\.$")
SENTENCE = 20
"""Fewer letters may be anybody's words."""
TIME = re.compile(r"\b\d\d:\d\d\b")


@dataclass(frozen=True)
class Step:
    """One thing that the person does, what is to be heard, and the words that say why."""

    verb: str
    what: str
    quietly: bool = False
    why: tuple[str, ...] = ()
    heard: tuple[str, ...] = ()

    def line(self) -> str:
        return " ".join(filter(None, (self.verb, "quietly" if self.quietly else "", self.what)))


@dataclass(frozen=True)
class Specification:
    headers: dict[str, str]
    steps: tuple[Step, ...]
    after: tuple[str, ...] = ()
    """Words behind the last step."""

    def text(self) -> str:
        lines = [f"{name}: {value}" for name, value in self.headers.items()]
        for step in self.steps:
            lines += ["", *step.why, step.line()]
            lines += [INDENT + each for each in step.heard]
        return "\n".join([*lines, *(("", *self.after) if self.after else ())]) + "\n"


@dataclass
class _Reading:
    headers: dict[str, str] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    why: list[str] = field(default_factory=list)


def read(path: Path) -> Specification:
    """The specification in a file. ValueError names the line that is none."""
    found = _Reading()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            _take(line.rstrip(), found)
        except ValueError as problem:
            raise ValueError(f"{path.name}, line {number}: {problem}: {line!r}") from None
    return Specification(found.headers, tuple(found.steps), tuple(found.why))


def _take(line: str, found: _Reading) -> None:
    if not line:
        return
    if line.startswith(INDENT):
        if not found.steps:
            raise ValueError("nothing was done yet")
        last = found.steps[-1]
        found.steps[-1] = replace(last, heard=(*last.heard, line.strip()))
        return
    if line.startswith("#"):
        found.why.append(line)
        return
    verb, _, what = line.partition(" ")
    if verb in ("press", "type", "listen"):
        quietly = what == "quietly" or what.startswith("quietly ")
        what = what.removeprefix("quietly").strip() if quietly else what
        found.steps.append(Step(verb, what, quietly, tuple(found.why)))
        found.why.clear()
        return
    name, colon, value = line.partition(": ")
    if not colon or name not in HEADERS or found.steps:
        raise ValueError("neither a step nor what was said")
    found.headers[name] = value


# ---- words that stand for others


class Places:
    """Changes places into the words that they stand for, and back."""

    def __init__(self, words: dict[str, str]) -> None:
        self._words = words
        # The longest first: a statement may hold another's words.
        self._by_length = sorted(words.items(), key=lambda each: -len(each[1]))

    def fill(self, line: str) -> str:
        """KeyError where a place is none."""
        return re.sub(r"\{([^{}]+)\}", lambda found: self._word(found[1]), line)

    def _word(self, name: str) -> str:
        return f"{{{name}}}" if name in ("time", "home") else " ".join(self._words[name].split())

    def find(self, line: str) -> str:
        for name, words in self._by_length:
            spoken = " ".join(words.split())
            if len(spoken) > SENTENCE:
                line = line.replace(spoken, "{" + name + "}")
        return TIME.sub("{time}", line)


def places_of(bank: BaseModel) -> Places:
    """The sentences of a bank by where they stand in it, an indicator's under its own name."""
    words: dict[str, str] = {}
    whole = bank.model_dump()
    for domain in whole.pop("domains"):
        for indicator in domain.pop("indicators"):
            words.update(_words_in(indicator, indicator["id"]))
        words.update(_words_in(domain, domain["code"]))
    words.update(_words_in(whole, "bank"))
    return Places(words)


def _words_in(thing: object, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(thing, dict):
        for name, part in thing.items():
            yield from _words_in(part, f"{where} {name}")
    elif isinstance(thing, list | tuple):
        for number, part in enumerate(thing):
            yield from _words_in(part, f"{where} {number}")
    elif isinstance(thing, str):
        yield where, thing


def differences(
    steps: Iterable[Step], heard: Iterable[tuple[str, ...]], places: Places
) -> list[str]:
    """Where what was said is not what was to be heard: one text per step that differs."""
    found = []
    for number, (step, said) in enumerate(zip(steps, heard, strict=True), 1):
        # Whether the name of a tree is said again with its cell is a matter of speed.
        wanted = [places.fill(each) for each in step.heard if not NAME_OF_TREE.search(each)]
        spoken = [TIME.sub("{time}", each) for each in said if not NAME_OF_TREE.search(each)]
        # The editor of a cell is said with its role or without: its focus or its name is first.
        if [ROLE_OF_EDITOR.sub("", each) for each in wanted] != [
            ROLE_OF_EDITOR.sub("", each) for each in spoken
        ]:
            found.append(
                "\n".join(
                    [
                        f"step {number}: {step.line()}",
                        *(f"  expected  {each}" for each in step.heard or ["(silence)"]),
                        *(f"  heard     {places.find(each)}" for each in said or ["(silence)"]),
                    ]
                )
            )
    return found
