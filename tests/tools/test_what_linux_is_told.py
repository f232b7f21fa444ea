"""The entry of the menu, the store's page and the kind of file for Linux, and that they are one."""

import configparser
import re
import shutil
import subprocess
from xml.etree import ElementTree as ET

import pytest

from nttp_readiness import resources
from tools.windows import installer

LINUX = resources.assets() / "linux"
KIND = "application/x-nttp-readiness"


@pytest.fixture
def entry():
    found = configparser.ConfigParser(interpolation=None)
    found.read(LINUX / "nttp-readiness.desktop", encoding="utf-8")
    return found["Desktop Entry"]


def root(name):
    return ET.parse(LINUX / name).getroot()


def test_windows_and_linux_give_the_file_one_kind(entry):
    mime = root("nttp-readiness-mime.xml")
    (given,) = [each.get("type") for each in mime]
    metainfo = root("nttp-readiness.metainfo.xml")
    assert given == KIND == entry["MimeType"].rstrip(";")
    assert [each.text for each in metainfo.iter("mediatype")] == [KIND]
    assert KIND in (resources.root() / "tools/windows/installer.py").read_text("utf-8")
    assert [each.get("pattern") for each in mime.iter() if each.get("pattern")] == ["*.readiness"]


def test_the_window_is_known_by_the_name_of_its_entry(entry):
    """By it the task bar finds icon and name; Qt tells it to the system."""
    code = (resources.root() / "nttp_readiness/ui/shell/application.py").read_text("utf-8")
    (told,) = re.findall(r'setDesktopFileName\("([^"]+)"\)', code)
    assert told == "nttp-readiness" == entry["StartupWMClass"]
    assert [each.text for each in root("nttp-readiness.metainfo.xml").iter("launchable")] == [
        f"{told}.desktop"
    ]
    assert entry["Exec"] == "nttp-readiness %f"
    assert (resources.assets() / "icons" / f"{entry['Icon']}.svg").is_file()
    assert (resources.assets() / "icons" / f"{entry['Icon']}.png").is_file()


def test_name_and_sentence_are_those_of_the_start_menu_on_windows(entry):
    metainfo = root("nttp-readiness.metainfo.xml")
    assert entry["Name"] == installer.NAME == metainfo.findtext("name")
    assert entry["Comment"] == metainfo.findtext("summary")
    assert entry["Comment"] in (resources.root() / "tools/windows/installer.py").read_text("utf-8")


def test_they_are_in_the_folder_for_linux():
    spec = (resources.root() / "build.spec").read_text("utf-8")
    assert '"assets" / "linux" / "*"' in spec
    assert '"assets" / "icons" / "*.svg"' in spec


@pytest.mark.parametrize(
    ("tool", "file", "allowed"),
    [
        (["desktop-file-validate"], "nttp-readiness.desktop", ()),
        # The project has no domain of its own, by which the name would be made.
        (["appstreamcli", "validate", "--no-net"], "nttp-readiness.metainfo.xml",
         ("cid-desktopapp-is-not-rdns",)),
    ],
)  # fmt: skip
def test_the_tools_of_linux_find_no_fault(tool, file, allowed):
    if not shutil.which(tool[0]):
        pytest.skip(f"{tool[0]} is not installed; it belongs to those who make packages for Linux")
    said = subprocess.run(
        [*tool, LINUX / file], capture_output=True, text=True, check=False, encoding="utf-8"
    ).stdout
    faults = [line for line in said.splitlines() if line[:2] in {"E:", "W:"} or "error:" in line]
    assert [line for line in faults if not any(each in line for each in allowed)] == []
