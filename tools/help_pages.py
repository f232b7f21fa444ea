"""The guides of `docs` as the program reads them: `python3 docs/make_generated.py`.

Markdown is read here and not in the program, which then needs no reader of it, and shows what
it is given as plain text.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.token import Token

from nttp_readiness import resources
from nttp_readiness.presentation.screens.guides import GUIDES

DOCS = resources.root() / "docs"


def help_files() -> dict[str, bytes]:
    """What belongs into `assets/help`, under the names of its files."""
    return {f"{name}.json": _packed((DOCS / f"{name}.md").read_text("utf-8")) for name in GUIDES}


def parts_of(text: str) -> list[dict[str, Any]]:
    """A guide as a flat list of parts: headings, paragraphs, items, code and pictures. ValueError
    where it has something that the program could not show.
    """
    parts: list[dict[str, Any]] = []
    lists: list[int] = []
    """For each list that one is in, the number of its next item; 0 without numbers."""
    inside: dict[str, Any] = {"kind": "paragraph"}
    tokens = MarkdownIt("commonmark").parse(text)
    for token in tokens:
        match token.type:
            case "heading_open":
                inside = {"kind": "heading", "level": int(token.tag[1])}
            case "paragraph_open" if not lists:
                inside = {"kind": "paragraph"}
            case "bullet_list_open":
                lists.append(0)
            case "ordered_list_open":
                lists.append(int(token.attrs.get("start", 1)))
            case "bullet_list_close" | "ordered_list_close":
                lists.pop()
            case "list_item_open":
                inside = {"kind": "item", "number": lists[-1], "depth": len(lists)}
                lists[-1] += bool(lists[-1])
            case "inline":
                parts += _inline(inside, token)
            case "code_block" | "fence":
                parts.append({"kind": "code", "text": token.content.rstrip("\n")})
            case _ if token.type.endswith("_close") or token.type == "paragraph_open":
                pass
            case _:
                message = f"a guide cannot hold {token.type}: {token.content[:60]}"
                raise ValueError(message)
    return parts


def _inline(inside: dict[str, Any], token: Token) -> list[dict[str, Any]]:
    pictures = [each for each in token.children or () if each.type == "image"]
    if pictures:
        return [
            {"kind": "picture", "name": Path(str(each.attrs["src"])).stem, "words": each.content}
            for each in pictures
        ]
    runs: list[list[str]] = []
    bold, link = 0, ""
    for each in token.children or ():
        match each.type:
            case "text" | "code_inline":
                strong = "bold" if bold or each.type == "code_inline" else ""
                if runs and runs[-1][1:] == [strong, link]:
                    runs[-1][0] += each.content
                else:
                    runs.append([each.content, strong, link])
            case "softbreak" | "hardbreak":
                if runs:
                    runs[-1][0] += " "
            case "em_open" | "strong_open":
                bold += 1
            case "em_close" | "strong_close":
                bold -= 1
            case "link_open":
                link = str(each.attrs["href"])
            case "link_close":
                link = ""
            case _:
                message = f"a guide cannot hold {each.type} in its text: {token.content[:60]}"
                raise ValueError(message)
    return [{**inside, "runs": [run for run in runs if run[0]]}]


def _packed(text: str) -> bytes:
    return (json.dumps(parts_of(text), ensure_ascii=False, indent=0) + "\n").encode()


def names_in(text: str) -> list[str]:
    """What a guide sets in italics: names of the window, and keys."""
    plain = re.sub(r"(?s)```.*?```|`[^`]*`", "", text)
    return [" ".join(each.split()) for each in re.findall(r"(?<![*\w])\*([^*]+?)\*(?!\*)", plain)]
