"""The guides inside Help: their sections, and where a word stands in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal, get_args

from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words.blocks import Run
from nttp_readiness.typed.letters import folded, key
from nttp_readiness.values import dataclass

GuideName = Literal["guide", "facilitators", "data-safety", "privacy"]
GUIDES: tuple[GuideName, ...] = get_args(GuideName)
Read = Callable[[str], Sequence[Mapping[str, Any]]]
"""Gives the parts of a guide by its name, as they lie in its file."""
MOST = 40
_AROUND = 60


@dataclass(frozen=True, slots=True)
class Part:
    """A paragraph, an item of a list, code or a picture. `guides` are others that it refers to."""

    kind: str
    runs: tuple[Run, ...]
    number: int = 0
    depth: int = 0
    picture: str = ""
    guides: tuple[GuideName, ...] = ()

    @property
    def plain(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it. `number` is its place in the guide."""

    number: int
    level: int
    heading: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    name: GuideName
    title: str
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class GuideHit:
    """A section in which every word stands, with the text around the first."""

    guide: GuideName
    section: int
    title: str
    excerpt: str


def guide(name: GuideName, read: Read) -> Guide:
    """That guide; without sections where it cannot be read."""
    sections: list[Section] = []
    heading, level, parts = "", 1, list[Part]()

    def close() -> None:
        if heading:
            sections.append(Section(len(sections), level, heading, tuple(parts)))

    for each in read(name):
        if each["kind"] == "heading":
            close()
            heading, level, parts = "".join(run[0] for run in each["runs"]), each["level"], []
        else:
            parts.append(_part(each))
    close()
    return Guide(name, sections[0].heading if sections else guide_words(name), tuple(sections))


def guide_words(name: GuideName) -> str:
    """What a guide is called in the menu and in lists."""
    return {
        "guide": tr("The guide"),
        "facilitators": tr("For facilitators"),
        "data-safety": tr("How your work is kept safe"),
        "privacy": tr("Privacy"),
    }[name]


def find_in_guides(words: str, read: Read) -> tuple[GuideHit, ...]:
    """Every section of every guide that holds all of these words, in their order."""
    wanted = key(words).split()
    if not wanted:
        return ()
    found = []
    for name in GUIDES:
        for section in guide(name, read).sections:
            texts = [section.heading, *(part.plain for part in section.parts)]
            whole = key("\n".join(texts))
            if all(each in whole for each in wanted):
                title = section.heading
                if section.number:
                    title = tr("{guide}: {section}").format(
                        guide=guide_words(name), section=section.heading
                    )
                found.append(GuideHit(name, section.number, title, _excerpt(texts, wanted)))
    return tuple(found[:MOST])


def found_words(words: str, hits: Sequence[GuideHit]) -> str:
    """How much was found, as a sentence."""
    if not words.strip():
        return ""
    if not hits:
        return tr(
            "“{words}” was not found in any guide. Try fewer letters, or another word."
        ).format(words=words.strip())
    return trn("{n} section.", "{n} sections.", len(hits))


def _part(found: Mapping[str, Any]) -> Part:
    if found["kind"] == "picture":
        return Part("picture", (Run(found["words"]),), picture=found["name"])
    if found["kind"] == "code":
        return Part("code", (Run(found["text"]),))
    runs, others = [], []
    for text, strong, link in found["runs"]:
        name = next((each for each in GUIDES if link.partition("#")[0] == f"{each}.md"), None)
        if name:
            others.append(name)
        runs.append(Run(text, bold=bool(strong), link=link if link.startswith("https:") else ""))
    return Part(
        found["kind"],
        tuple(runs),
        found.get("number", 0),
        found.get("depth", 0),
        guides=tuple(dict.fromkeys(others)),
    )


def _excerpt(texts: Sequence[str], wanted: Sequence[str]) -> str:
    for text in texts[1:] or texts:
        low = folded(text)
        at = min((low.key.find(each) for each in wanted if each in low.key), default=-1)
        if at >= 0:
            place = low.places[at]
            start = text.rfind(" ", 0, max(0, place - _AROUND)) + 1
            end = text.find(" ", place + _AROUND)
            end = len(text) if end < 0 else end
            return ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")
    return ""
