"""Sentences for people, in the language that they chose.

`tr` marks a sentence and gives its translation; `trn` does so for a count. The pure layers
use them as well, so that screen and paper speak the same language.
"""

from __future__ import annotations

import gettext as _gettext
import re

from nttp_readiness import resources

DOMAIN = "nttp-readiness"
LONGER = "en-x-longer"
"""A made-up language in which every sentence is at least 40 % longer: a test against clipping."""
_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def use(language: str) -> None:
    """Speak that language from now on; British English where there is no catalogue for it."""
    global _catalogue  # noqa: PLW0603 - one program speaks one language at a time
    if language == LONGER:
        _catalogue = _Longer()
        return
    _catalogue = _gettext.translation(
        DOMAIN, resources.assets() / "translations", languages=[language], fallback=True
    )


def offered() -> tuple[tuple[str, str], ...]:
    """Code and own name of each language that people can choose.

    A catalogue that no speaker has read is a draft, and its name says so, in words that whoever
    chooses it can read.
    """
    found = [("en", "English")]
    folder = resources.assets() / "translations"
    for path in sorted(folder.glob(f"*/LC_MESSAGES/{DOMAIN}.mo")):
        with path.open("rb") as file:
            header = _gettext.GNUTranslations(file).info()
        code = path.parents[1].name
        name = header.get("x-language-name", "").strip() or code
        if not header.get("x-reviewed-by", "").strip():
            name = tr("{language}: a draft that no speaker has checked yet").format(language=name)
        found.append((code, name))
    return tuple(found)


def tr(sentence: str) -> str:
    """The sentence in the chosen language."""
    return _catalogue.gettext(sentence)


def trn(one: str, many: str, count: int, /, **fields: object) -> str:
    """The sentence for that count, with `{n}` replaced by it and `{fields}` by what they are.

    `n` may be given as well, where the count is said as a word. The count decides the form, as
    each language has others; that of one may hold no number, as in "One action".
    """
    fields.setdefault("n", count)
    return _catalogue.ngettext(one, many, count).format(**fields)


class _Longer(_gettext.NullTranslations):
    """Doubles vowels and leaves `{fields}` as they are, so that a sentence can still be read."""

    def gettext(self, message: str) -> str:
        longer = re.sub(r"(\{[^}]*\})|([aeiou])", lambda m: m[1] or m[2] * 2, message)
        missing = round(len(message) * 1.4 + 0.5) - len(longer)
        return longer + "~" * missing if message else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)
