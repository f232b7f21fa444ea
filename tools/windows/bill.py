"""The bill of materials (SBOM) in CycloneDX: each part that is shipped, its version and licence."""

from __future__ import annotations

import datetime as dt
import email
import hashlib
import sys
import uuid
from collections.abc import Iterator
from email.message import Message
from pathlib import Path

from tools.shipped import QT, SHIPPED

from .installer import NAME, OURS, PUBLISHER
from .places import ROOT, TOOLS

FONTS = (("Atkinson Hyperlegible Next", "OFL-1.1"), ("Noto Sans", "OFL-1.1"))
PYTHON = ("Python", "3.13.2", "Python-2.0.1")

CLEARER = {
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    # Its hooks are not shipped; what is put before the program may be, under any licence.
    "GNU General Public License v2 (GPLv2)": "GPL-2.0-or-later WITH Bootloader-exception",
}
"""Names of licences in wheels that say less than the text that lies beside them."""


def write_bill(metadata: Path, target: Path, version: str, at: int) -> None:
    """Write the bill of the program with parts whose wheels lie at `metadata`."""
    sys.path.insert(0, str(TOOLS))
    from cyclonedx.factory.license import LicenseFactory  # noqa: PLC0415 - fetched when it is needed
    from cyclonedx.model import HashType  # noqa: PLC0415
    from cyclonedx.model.bom import Bom  # noqa: PLC0415
    from cyclonedx.model.component import Component, ComponentType  # noqa: PLC0415
    from cyclonedx.output.json import JsonV1Dot6  # noqa: PLC0415
    from packageurl import PackageURL  # noqa: PLC0415

    licences = LicenseFactory()
    bill = Bom(serial_number=uuid.uuid5(OURS, f"bill/{version}/{at}"))
    bill.metadata.timestamp = dt.datetime.fromtimestamp(at, dt.UTC)
    bill.metadata.tools.components.clear()
    whole = Component(
        name=NAME, version=version, type=ComponentType.APPLICATION, publisher=PUBLISHER,
        licenses=[licences.make_from_string("MIT")], bom_ref="program",
    )  # fmt: skip
    bill.metadata.component = whole
    found = [
        Component(
            name=name, version=number, type=ComponentType.LIBRARY, bom_ref=f"{name}@{number}",
            licenses=[licences.make_from_string(licence)],
            purl=PackageURL("pypi", None, name.lower(), number),
        )
        for name, number, licence in parts(metadata)
    ]  # fmt: skip
    found.append(
        Component(
            name=PYTHON[0], version=PYTHON[1], type=ComponentType.PLATFORM, bom_ref="python",
            licenses=[licences.make_from_string(PYTHON[2])],
        )
    )  # fmt: skip
    for name, licence in FONTS:
        file = ROOT / "assets/fonts" / f"{name.replace(' ', '')}-Regular.ttf"
        digest = hashlib.sha256(file.read_bytes()).hexdigest()
        found.append(
            Component(
                name=name, type=ComponentType.DATA, bom_ref=name, version=digest[:12],
                licenses=[licences.make_from_string(licence)],
                hashes=[HashType.from_composite_str(f"sha256:{digest}")],
            )
        )  # fmt: skip
    for each in found:
        bill.components.add(each)
    bill.register_dependency(whole, found)
    text = JsonV1Dot6(bill).output_as_string(indent=1)
    target.write_text(text + "\n", encoding="utf-8")


def parts(metadata: Path) -> Iterator[tuple[str, str, str]]:
    """Name, version and licence of each part, from what its wheel says of itself."""
    folders = {each.name.split("-")[0].lower(): each for each in metadata.glob("*-*.dist-info")}
    for name in (*SHIPPED, *QT):
        folder = folders[name.replace("-", "_").lower()]
        said = email.message_from_string((folder / "METADATA").read_text(encoding="utf-8"))
        licence = licence_of(said)
        yield said["Name"], said["Version"], CLEARER.get(licence, licence)


def licence_of(said: Message) -> str:
    """The licence as the wheel's own words have it: an expression, its classifier, or text."""
    if expression := said["License-Expression"]:
        return str(expression)
    for line in said.get_all("Classifier") or []:
        if line.startswith("License ::"):
            return str(line).rpartition(":: ")[2]
    return str(said["License"] or "see its licence text")
