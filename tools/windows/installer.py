"""The two MSI packages, made with wixl: one for all accounts of a computer, one for one account.

Windows Installer asks for two: a package for one account declares that it needs no rights at all,
and then may write nothing that belongs to the computer. Every number in a package follows from
the program's version and content, so two builds of one commit are the same.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from nttp_readiness.ui.shell.system_manners import TASK_BAR_NAME

from .debian_folder import program
from .file_versions import version_of, write_versions
from .places import SetUpError

OURS = uuid.UUID("6c4f5f6e-9d53-5c0a-8a34-8f1b0f0f7d51")
"""The name space of every number here. Never change it: upgrades are found by what follows."""
PUBLISHER = "NTTP Readiness project"
NAME = "NTTP Readiness"
WINDOW = "NTTP Readiness.exe"
AUMID = "System.AppUserModel.ID"
ICON = "_internal/assets/icons/nttp-readiness.ico"
FILE_KIND = "NTTPReadiness.Assessment"
PROPERTIES = {
    "ARPPRODUCTICON": "program.ico",
    "ARPNOMODIFY": "1",
    # Where a file is in use, a silent installation would start the computer anew, unasked.
    "REBOOT": "ReallySuppress",
    # Every file of ours is replaced, also by an older library of a later version.
    "REINSTALLMODE": "amus",
}


TIME = re.compile(rb"\x40\x00\x00\x00(.{8})", re.DOTALL)
"""How a property of the kind "time" stands in a package."""
HOUR = 3600 * 10_000_000


@dataclass(frozen=True)
class Scope:
    """For whom a package installs, and what follows from it."""

    key: str
    install: str
    root: str
    folder: str
    above: tuple[str, ...]


ALL_USERS = Scope("all-users", "perMachine", "HKLM", "ProgramFiles64Folder", ())
ONE_USER = Scope("one-user", "perUser", "HKCU", "LocalAppDataFolder", ("Programs",))


def number(*words: str) -> str:
    """A number of the kind that Windows Installer uses, the same for the same words."""
    return str(uuid.uuid5(OURS, "/".join(words))).upper()


def make_msi(folder: Path, target: Path, version: str, scope: Scope, seconds: int) -> Path:
    """Write the package of the built folder."""
    source = target.with_suffix(".wxs")
    source.write_bytes(description(folder, version, scope))
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (seconds, seconds))
    done = subprocess.run(
        [program("bin/wixl"), "--arch", "x64", "--output", target, source],
        check=False, capture_output=True, text=True, cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": str(seconds), "TZ": "UTC",
             "XDG_DATA_DIRS": str(program("share"))},
    )  # fmt: skip
    if done.returncode:
        raise SetUpError(f"wixl stopped:\n{done.stderr[-3000:]}")
    finish(target, content_digest(source, folder), version)
    write_versions(target, versions(folder))
    source.unlink()
    fix_times(target, seconds)
    return target


def description(folder: Path, version: str, scope: Scope) -> bytes:
    """What wixl makes the package from."""
    wix = ET.Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
    product = ET.SubElement(
        wix, "Product", Id=number("product", version, scope.key), Name=NAME, Language="2057",
        Version=version, Manufacturer=PUBLISHER, UpgradeCode=number("upgrade", scope.key),
    )  # fmt: skip
    ET.SubElement(
        product, "Package", InstallerVersion="500", Compressed="yes", Platform="x64",
        InstallScope=scope.install, Description=f"{NAME} {version}", Manufacturer=PUBLISHER,
    )  # fmt: skip
    newer = f"A newer version of {NAME} is installed already. Nothing was changed."
    ET.SubElement(product, "MajorUpgrade", DowngradeErrorMessage=newer)
    ET.SubElement(product, "Media", Id="1", Cabinet="program.cab", EmbedCab="yes")
    # By its place in the folder: a path of this computer would make packages differ.
    ET.SubElement(product, "Icon", Id="program.ico", SourceFile=ICON)
    for name, value in PROPERTIES.items():
        ET.SubElement(product, "Property", Id=name, Value=value)
    # A place of one's own is kept by repair, upgrade and removal: it stands in the registry.
    chosen = ET.SubElement(product, "Property", Id="INSTALLDIR")
    ET.SubElement(
        chosen, "RegistrySearch", Id="WhereItIs", Root=scope.root, Key=rf"Software\{NAME}",
        Name="Folder", Type="raw",
    )  # fmt: skip
    top = ET.SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    place = ET.SubElement(top, "Directory", Id=scope.folder)
    for name in scope.above:
        place = ET.SubElement(place, "Directory", Id=f"above_{name}", Name=name)
    install = ET.SubElement(place, "Directory", Id="INSTALLDIR", Name=NAME)
    menu = ET.SubElement(top, "Directory", Id="ProgramMenuFolder")
    feature = ET.SubElement(product, "Feature", Id="Program", Title=NAME, Level="1")
    parts = [*add_files(install, folder, folder, scope), add_entries(install, menu, scope)]
    for each in parts:
        ET.SubElement(feature, "ComponentRef", Id=each)
    ET.indent(wix)
    return bytes(ET.tostring(wix, encoding="utf-8", xml_declaration=True))


def add_files(parent: ET.Element, folder: Path, top: Path, scope: Scope) -> Iterator[str]:
    """Each file as a component of its own, as Windows Installer counts by components."""
    swept = False
    for path in sorted(folder.iterdir()):
        inside = path.relative_to(top).as_posix()
        key = key_of(inside)
        if path.is_dir():
            inner = ET.SubElement(parent, "Directory", Id=f"d{key}", Name=path.name)
            yield from add_files(inner, path, top, scope)
            continue
        part = ET.SubElement(
            parent, "Component", Id=f"c{key}", Guid=number("file", scope.key, inside), Win64="yes"
        )
        # One account's package may not take a file as the mark that a part is there.
        own_key = scope.root == "HKCU"
        ET.SubElement(
            part, "File", Id=f"f{key}", Source=inside, Name=path.name,
            KeyPath="no" if own_key else "yes",
        )  # fmt: skip
        if own_key:
            registry(part, scope, rf"Software\{NAME}\Parts", f"c{key}", "1", key=True)
            if not swept:  # folders of an account are taken away by name
                ET.SubElement(part, "RemoveFolder", Id=f"r{key}", On="uninstall")
                swept = True
        yield f"c{key}"


def key_of(inside: str) -> str:
    """By what a package names a file or folder at that place."""
    return hashlib.sha256(inside.encode()).hexdigest()[:16]


def versions(folder: Path) -> dict[str, str]:
    """The versions of the program files in a folder, by the keys that they have in a package."""
    found = {
        f"f{key_of(path.relative_to(folder).as_posix())}": version_of(path)
        for path in folder.rglob("*") if path.is_file()
    }  # fmt: skip
    return {key: version for key, version in found.items() if version}


def add_entries(install: ET.Element, menu: ET.Element, scope: Scope) -> str:
    """The entry of the start menu, and that a double click on a file opens the program."""
    part = ET.SubElement(
        install, "Component", Id="Entries", Guid=number("entries", scope.key), Win64="yes"
    )
    program_file, icon = rf"[INSTALLDIR]{WINDOW}", r"[INSTALLDIR]_internal\assets\icons"
    classes = r"Software\Classes"
    kind = rf"{classes}\{FILE_KIND}"
    registry(part, scope, rf"Software\{NAME}", "Folder", "[INSTALLDIR]", key=True)
    registry(part, scope, rf"{classes}\.readiness", "", FILE_KIND)
    registry(part, scope, rf"{classes}\.readiness", "Content Type", "application/x-nttp-readiness")
    registry(part, scope, rf"{classes}\.readiness\OpenWithProgids", FILE_KIND, "")
    registry(part, scope, kind, "", "NTTP Readiness assessment")
    registry(part, scope, rf"{kind}\DefaultIcon", "", rf"{icon}\readiness-file.ico")
    registry(part, scope, rf"{kind}\shell\open\command", "", f'"{program_file}" "%1"')
    ET.SubElement(
        part, "Shortcut", Id="StartMenu", Directory="ProgramMenuFolder", Name=NAME,
        Target=program_file, WorkingDirectory="INSTALLDIR", Icon="program.ico",
        Description="Are we ready to become trauma-informed, and what do we do first?",
    )  # fmt: skip
    ET.SubElement(part, "RemoveFolder", Id="RemoveInstall", On="uninstall")
    menu.set("Name", "Programs")
    return "Entries"


def registry(
    part: ET.Element, scope: Scope, key_name: str, name: str, value: str, *, key: bool = False
) -> None:
    entry = ET.SubElement(
        part, "RegistryValue", Root=scope.root, Key=key_name, Type="string", Value=value
    )
    if name:
        entry.set("Name", name)
    if key:
        entry.set("KeyPath", "yes")


def content_digest(source: Path, folder: Path) -> str:
    """A digest of all that goes into a package; another content is another package."""
    whole = hashlib.sha256(source.read_bytes())
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()


def fix_times(target: Path, seconds: int) -> None:
    """Let the two times in the package's summary be those of the commit, not of this moment."""
    data = bytearray(target.read_bytes())
    now = windows_time(int(time.time()))
    places = [
        found.start(1)
        for found in TIME.finditer(data)
        if 0 <= now - int.from_bytes(found[1], "little") < HOUR
    ]
    if len(places) != len(("created", "saved")):
        raise SetUpError(f"The package has {len(places)} times of this moment instead of two.")
    for place in places:
        data[place : place + 8] = windows_time(seconds).to_bytes(8, "little")
    target.write_bytes(data)


def windows_time(seconds: int) -> int:
    """Ten-millionths of a second since 1601, by which Windows counts."""
    return (seconds + 11_644_473_600) * 10_000_000


def finish(target: Path, digest: str, version: str) -> None:
    """What wixl cannot say: the number of the package's content, the shortcut's own name, in which
    part of the registry it stands where the program lies, and that a chosen place is handed on to
    the service that installs.
    """
    columns = ("MsiShortcutProperty", "Shortcut_", "PropertyKey", "PropVariantValue")
    shapes = ", ".join(f"`{name}` CHAR(72) NOT NULL" for name in columns)
    names, values = (
        ", ".join(f"`{name}`" for name in columns),
        ", ".join(f"'{value}'" for value in ("TaskBar", "StartMenu", AUMID, TASK_BAR_NAME)),
    )
    create = f"CREATE TABLE `MsiShortcutProperty` ({shapes} PRIMARY KEY `MsiShortcutProperty`)"
    insert = f"INSERT INTO `MsiShortcutProperty` ({names}) VALUES ({values})"  # noqa: S608 - ours
    # "As it stands, in the part of the registry for 64 bits": 2 and 16 of Windows Installer.
    where = "UPDATE `RegLocator` SET `Type` = 18 WHERE `Type` = 2"
    secure = (
        "UPDATE `Property` SET `Value` = 'WIX_DOWNGRADE_DETECTED;WIX_UPGRADE_DETECTED;INSTALLDIR' "
        "WHERE `Property` = 'SecureCustomProperties'"
    )
    for query in (create, insert, where, secure):
        subprocess.run([program("bin/msibuild"), target, "-q", query], check=True)
    subprocess.run(
        [program("bin/msibuild"), target, "-s", f"{NAME} {version}", PUBLISHER, "x64;2057",
         f"{{{number('package', digest)}}}"],
        check=True,
    )  # fmt: skip
