"""Plays a specification to the program, and tells what is not as it says."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nttp_readiness import resources
from nttp_readiness.storage.documents.documents import load_document
from tests.heard.beside import BESIDE
from tests.heard.laws import TITLE, Heard, faults
from tests.heard.listening import Listening
from tests.heard.specification import Specification, differences, places_of, read

SPECIFICATIONS = Path(__file__).with_name("specifications")
SAMPLES = {"sample": "council-service", "workshop": "workshop"}
"""What `opens` may name, besides nothing."""


@dataclass(frozen=True)
class Outcome:
    specification: Specification
    transcript: list[Heard]
    differences: list[str]
    faults: list[str]
    reader: str

    def __str__(self) -> str:
        return "\n\n".join([f"Heard with Orca {self.reader}:", *self.faults, *self.differences])


def play(path: Path, home: Path, *, plant: str = "", most: int | None = None) -> Outcome:
    """Do each step of a specification, the first `most` of them, and compare what was said."""
    wanted = read(path)
    wanted = replace(wanted, steps=wanted.steps[:most])
    arguments = _opened(wanted.headers.get("opens", "nothing"), home)
    if kind := wanted.headers.get("beside"):
        BESIDE[kind](home)
    width, _, height = wanted.headers.get("size", "1280x800").partition("x")
    if "settings" in wanted.headers:
        (home / "settings").mkdir(parents=True, exist_ok=True)
        (home / "settings" / "settings.json").write_text(wanted.headers["settings"])
    transcript: list[Heard] = []
    with Listening(home, *arguments, size=(int(width), int(height)), plant=plant) as listening:
        title = ""
        for step in wanted.steps:
            if step.verb == "listen":
                said = listening.opening()
            elif step.verb == "press":
                said = listening.press(*step.what.split())
            else:
                said = listening.type(step.what.replace("{home}", str(home)))
            # A changed title is said where the reader has time for it: the laws look at it itself.
            said = [each for each in said if not each.endswith(TITLE)]
            said = [each.replace(str(home), "{home}") for each in said]
            before, title = title, listening.title()
            transcript.append(Heard(step, before, title, tuple(said)))
        version = listening.version
    places = places_of(load_document(_sample("sample")).assessment.bank)
    heard_words = [heard.said for heard in transcript]
    if os.environ.get("HEARD_WRITE") and not plant:
        _write(path, wanted, heard_words, places)
        wanted = replace(read(path), steps=read(path).steps[:most])
    found = differences(wanted.steps, heard_words, places)
    return Outcome(wanted, transcript, found, faults(transcript), version)


def _opened(what: str, home: Path) -> Sequence[str]:
    home.mkdir(parents=True, exist_ok=True)
    if what == "nothing":
        return ()
    title = load_document(_sample(what)).assessment.profile.title
    copy = home / "documents" / f"{title}.readiness"  # where the program has its documents then
    copy.parent.mkdir(exist_ok=True)
    shutil.copy(_sample(what), copy)
    return (str(copy),)


def _sample(name: str) -> Path:
    return resources.assets() / "samples" / f"{SAMPLES[name]}.readiness"


def _write(path: Path, wanted: Specification, said, places) -> None:
    steps = [
        replace(step, heard=tuple(map(places.find, words)))
        for step, words in zip(wanted.steps, said, strict=True)
    ]
    path.write_text(replace(wanted, steps=tuple(steps)).text(), encoding="utf-8")
