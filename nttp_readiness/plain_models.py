"""Models of pydantic without what other packages would put into them.

pydantic looks for plugins in the metadata of every installed package when the first model is made.
This program has none and wants none: what checks a file is what its lock names. Reading the
metadata, with all that it stands on, took a tenth of the time until a document was open.
"""

from __future__ import annotations

import sys
from types import ModuleType

_LOADER = "pydantic.plugin._loader"


def without_plugins() -> None:
    """Call it before the first model is made; afterwards it changes nothing."""
    if _LOADER not in sys.modules:
        loader = ModuleType(_LOADER)
        vars(loader)["get_plugins"] = tuple
        sys.modules[_LOADER] = loader


without_plugins()
