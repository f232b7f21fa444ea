"""Sentences for people, in the language that they chose.

`tr` marks a sentence and gives its translation; `trn` does so for a count. The pure layers
use them as well, so that screen and paper speak the same language.
"""

from __future__ import annotations

import gettext as _gettext

from nttp_readiness import resources

DOMAIN = "nttp-readiness"
_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()


def use(language: str) -> None:
    """Speak that language from now on; British English where there is no catalogue for it."""
    global _catalogue  # noqa: PLW0603 - one program speaks one language at a time
    _catalogue = _gettext.translation(
        DOMAIN, resources.assets() / "translations", languages=[language], fallback=True
    )


def tr(sentence: str) -> str:
    """The sentence in the chosen language."""
    return _catalogue.gettext(sentence)


def trn(one: str, many: str, count: int) -> str:
    """The sentence for that count, with `{n}` replaced by it."""
    return _catalogue.ngettext(one, many, count).format(n=count)
