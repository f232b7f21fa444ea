"""What is set and which assessments were open lately: as this window has it, and as it is kept."""

from __future__ import annotations

from pathlib import Path

from nttp_readiness.errors import SaveError
from nttp_readiness.storage.account import settings as kept_settings
from nttp_readiness.storage.account.settings import Recent, Settings
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.look import Look, Theme
from nttp_readiness.values import replace


class SettingsKeeper:
    """Changes what is set, lets it show, and keeps it beside what other windows kept meanwhile."""

    def __init__(self, look: Look, settings: Settings) -> None:
        self.settings = settings
        self._look = look
        self._recent = kept_settings.load().recent
        """The list on the disk as this window last saw it."""

    def set_theme(self, theme: Theme) -> None:
        """Paint in that theme from now on."""
        self._look.set_theme(theme)
        self.keep(theme=theme)

    def set_text_size(self, factor: float) -> None:
        """Set text in that size from now on; 1 is the normal one."""
        self._look.set_text_size(factor)
        self.keep(text_size=round(self._look.factor * 100))

    def change(self, name: str, value: object) -> None:
        """Set one thing but the language, and let it show at once."""
        look = self._look
        if name == "theme":
            look.set_theme(value)  # type: ignore[arg-type] # one of those that were offered
        elif name == "text_size" and isinstance(value, int):
            look.set_text_per_cent(value)
        self.keep(**{name: value})
        if name in ("typeface", "wide_text"):
            look.set_lettering(self.settings.typeface, wide=self.settings.wide_text)
        single_keys.use(on=self.settings.single_keys)

    def keep(self, **changed: object) -> None:
        """Change settings and keep them; they matter too little for trouble to be told."""
        changed_here = replace(self.settings, **changed)  # type: ignore[arg-type]
        there = kept_settings.load().recent
        both = kept_settings.put_together(self._recent, changed_here.recent, there)
        self.settings = replace(changed_here, recent=both)
        try:
            kept_settings.save(self.settings)
        except SaveError:
            return
        self._recent = both

    def remember(self, recent: Recent | None, **changed: object) -> None:
        """Let the next start tell of that assessment first, and keep what else has changed."""
        if recent is not None:
            self.settings = kept_settings.remember(self.settings, recent)
        self.keep(**changed)

    def forget(self, path: Path) -> None:
        """Tell of that file no more, from the next time on that anything is kept."""
        self.settings = kept_settings.forget(self.settings, path)
