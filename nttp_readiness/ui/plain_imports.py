"""Takes back what PySide6 puts before every `import` for its switch of names.

With `from __feature__ import snake_case` a module sees Qt under other names. To know which modules
use Qt at all, PySide6 reads the source of each one that is imported after it. This program never
switches names, and imports some three hundred modules: reading them took a tenth of the time until
a document was open.
"""

from __future__ import annotations

import builtins

from nttp_readiness.ui import late_helpers


def restore() -> None:
    """Import as before from now on; nothing happens where nothing was put before it."""
    late_helpers.load()  # with its first module it puts itself before `import`
    plain = getattr(builtins, "__orig_import__", None)
    if plain is not None:
        builtins.__import__ = plain
