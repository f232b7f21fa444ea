"""Installing, repairing, upgrading and removing by Windows Installer, silently."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nttp_readiness import __version__
from tools.windows.installer import FILE_KIND, NAME, PUBLISHER, WINDOW, Scope, number
from tools.windows.wine import Prefix, windows_path

from .contents import digests
from .steps import must

UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall"


def value_of(said: str) -> str:
    """The value in what `reg query` prints."""
    words = [line.split("REG_SZ", 1) for line in said.splitlines() if "REG_SZ" in line]
    return words[0][1].strip() if words else ""


@dataclass(frozen=True)
class Installed:
    """One small Windows, and the package that is tried in it."""

    prefix: Prefix
    scope: Scope
    built: Path
    elsewhere: Path | None = None
    """Where it was told to install, if it was."""

    @property
    def folder(self) -> Path:
        return self.elsewhere or self.usual

    @property
    def usual(self) -> Path:
        """Where it goes if it is told nothing else."""
        if self.scope.root == "HKLM":
            return self.prefix.disk / "Program Files" / NAME
        return self.prefix.home / "AppData/Local/Programs" / NAME

    @property
    def shortcuts(self) -> list[Path]:
        """The entries in the start menu. Wine keeps those for all in one account's menu."""
        places = (self.prefix.disk / "ProgramData", self.prefix.home / "AppData/Roaming")
        menu = f"Microsoft/Windows/Start Menu/Programs/{NAME}.lnk"
        return [place / menu for place in places if (place / menu).is_file()]

    def msiexec(self, *arguments: object) -> int:
        """Run Windows Installer silently; of its status Linux sees the lowest eight bits."""
        done = self.prefix.wine("msiexec", *arguments, "/qn", capture=True, timeout=1200)
        return done.returncode

    def registry(self, key: str, name: str | None = None) -> str:
        """A value of the registry as text; empty where it is not there."""
        value = ("/v", name) if name else ("/ve",)
        done = self.prefix.wine("reg", "query", rf"{self.scope.root}\{key}", *value, capture=True)
        return "" if done.returncode else value_of(done.stdout)

    def install(self, package: Path) -> str:
        code = self.msiexec("/i", windows_path(package))
        must(code == 0, f"msiexec ended with {code}")
        return self.is_whole()

    def is_whole(self) -> str:
        """Every file is there and no other, with all that Windows is told about the program."""
        must(self.folder.is_dir(), f"there is no {self.folder}")
        there, wanted = digests(self.folder), digests(self.built)
        must(there == wanted, f"files differ: {sorted(there.items() ^ wanted.items())[:3]}")
        must(len(self.shortcuts) == 1, "the start menu has no entry")
        opens = self.registry(rf"Software\Classes\{FILE_KIND}\shell\open\command")
        must(opens.endswith(rf'\{NAME}\{WINDOW}" "%1"'), f"a file opens with {opens!r}")
        kind = self.registry(r"Software\Classes\.readiness")
        must(kind == FILE_KIND, f"the kind of .readiness is {kind!r}")
        return f"{len(there)} files, start menu entry, files open with the program"

    def product(self, version: str) -> str:
        return number("product", version, self.scope.key)

    def listed(self, product: str, name: str = "DisplayName") -> str:
        """What the list of programs says of a product; empty where it is not in it.

        Wine keeps the list of one account's programs with that of all.
        """
        done = self.prefix.wine(
            "reg", "query", rf"HKLM\{UNINSTALL}\{product}", "/v", name, capture=True
        )
        if done.returncode:
            return self.registry(rf"{UNINSTALL}\{product}", name)
        return value_of(done.stdout)

    def is_listed(self, version: str = __version__) -> str:
        """The entry by which people and tools remove it: with publisher and version."""
        entry = f"{{{self.product(version)}}}"
        name, by, seen = (
            self.listed(entry, each) for each in ("DisplayName", "Publisher", "DisplayVersion")
        )
        must((name, by, seen) == (NAME, PUBLISHER, version), f"it is listed as {name, by, seen}")
        return f"{name} {seen}, {by}"

    def repair(self, package: Path) -> str:
        lost = self.folder / "_internal/python313.dll"
        lost.unlink()
        # Wine's /fa takes no package; this is what it stands for on Windows.
        again = ("REINSTALL=ALL", "REINSTALLMODE=amus")
        code = self.msiexec("/i", windows_path(package), *again)
        must(code == 0, f"msiexec ended with {code}")
        must(lost.is_file(), "the file that was lost did not come back")
        return self.is_whole()

    def remove(self, package: Path) -> str:
        code = self.msiexec("/x", windows_path(package))
        must(code == 0, f"msiexec ended with {code}")
        return self.is_gone()

    def is_gone(self) -> str:
        """Nothing of the program is left."""
        must(not self.folder.exists(), f"{self.folder} is still there")
        must(not self.shortcuts, "the entry in the start menu is still there")
        self.is_not_in_the_registry()
        return "no file, no start menu entry, no registry key is left"

    def is_not_in_the_registry(self) -> None:
        for key in (rf"Software\Classes\{FILE_KIND}", rf"Software\{NAME}"):
            done = self.prefix.wine("reg", "query", rf"{self.scope.root}\{key}", capture=True)
            must(done.returncode, f"{key} is in the registry")
