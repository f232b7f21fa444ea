"""The window, room by room. An arrow between rooms points to one that stands lower in this list."""

from nttp_readiness.ui import plain_imports

plain_imports.restore()
