"""The order of the steps."""

from __future__ import annotations

import shutil
import zipfile
from functools import partial
from pathlib import Path

from nttp_readiness import __version__
from tools.windows.building import NAME, check_out, commit, commit_time
from tools.windows.display import screen
from tools.windows.installer import ALL_USERS, ONE_USER, WINDOW, make_msi
from tools.windows.packages import STEM, built_from, make_packages
from tools.windows.places import DIST, SOURCE, say
from tools.windows.wine import Prefix, windows_path

from . import comparing, contents, planted
from .comparing import command, from_source, same_words
from .guide import check_guide
from .install import Installed
from .journey import COPY, Journey
from .screens import check_screens
from .steps import Steps, must

NEWER = "0.1.1" if __version__ == "0.1.0" else f"{__version__.rpartition('.')[0]}.99"
WORKSHOP = SOURCE / "assets/samples/workshop.readiness"
SAMPLE = SOURCE / "assets/samples/council-service.readiness"


def check(arguments: list[str]) -> int:
    """`windows check`: tries the packages of this commit, which are made first where they are not.

    `--as-built` tries what lies there, whatever it was made from.
    """
    target = DIST
    if built_from(target) != commit() and "--as-built" not in arguments:
        make_packages(target)
    check_out(SOURCE, built_from(target))
    say("Tried with the Windows program under Wine, which is not Windows.")
    steps = Steps()
    check_contents(steps, target)
    with screen(manager=True) as display:
        check_all_users(steps, target, display)
        check_portable(steps, target, display)
    check_one_user(steps, target)
    check_guide(steps, target, newer_package(target))
    shutil.rmtree(newer_package(target).parent, ignore_errors=True)
    check_screens(steps, target)
    return steps.end()


def check_contents(steps: Steps, target: Path) -> None:
    folder = target / NAME
    steps.take("only what is used is shipped", partial(contents.nothing_unwanted, folder))
    steps.take("licences are complete", partial(contents.licences_complete, folder))
    steps.take("the hashes hold", partial(contents.hashes_hold, target))
    bill = target / f"{STEM}.cdx.json"
    steps.take("the bill of materials", partial(contents.bill_names_every_part, bill))
    packages = [target / f"{STEM}-{scope.key}.msi" for scope in (ALL_USERS, ONE_USER)]
    steps.take(
        "what the installer goes by", partial(contents.told_to_the_installer, folder, packages)
    )
    steps.take("who signed the libraries", partial(contents.signed_by_their_makers, folder))
    packed = target / f"{STEM}-portable.zip"
    steps.take("the zip holds the folder", partial(contents.zip_is_the_folder, packed, folder))


def check_all_users(steps: Steps, target: Path, display: str) -> None:
    """A new Windows from the first installation to the last rest."""
    prefix = Prefix("check").make(fresh=True)
    place = Installed(prefix, ALL_USERS, target / NAME)
    package = target / f"{STEM}-{ALL_USERS.key}.msi"
    journey = Journey(prefix, place.folder, display)
    file = prefix.home / "Desktop" / COPY
    steps.take("silent installation for all", partial(place.install, package))
    steps.take("it is listed for removal", place.is_listed)
    installed, window = {"after": "silent installation for all"}, {"after": "the window opens"}
    steps.take("the window opens", journey.opens, **installed)
    steps.take("it has no network", journey.has_no_network, **window)
    steps.take("an answer keeps itself", journey.answers, **window)
    steps.take("a copy through the dialog", journey.saves_a_copy, after="an answer keeps itself")
    steps.take("the plan by a click", journey.makes_the_plan, after="a copy through the dialog")
    steps.take("it closes", journey.closes, **window)
    copied = {"after": "a copy through the dialog"}
    steps.take("double click on a file", partial(journey.opens_by_double_click, file), **copied)
    steps.take(
        "the session ends", partial(journey.survives_the_end_of_the_session, file),
        after="double click on a file",
    )  # fmt: skip
    steps.take("a stick that is pulled", partial(journey.loses_its_drive, file), **copied)
    steps.take("scores", partial(same_words, prefix, place.folder, SAMPLE), **installed)
    steps.take(
        "the paper", partial(comparing.exports_the_same, prefix, place.folder, SAMPLE), **installed
    )
    steps.take("repair", partial(place.repair, package), **installed)
    newer = newer_package(target)
    steps.take("upgrade", partial(upgrade, place, newer), **installed)
    steps.take(
        "no way back to an older one", partial(refuse_older, place, package), after="upgrade"
    )
    steps.take("removal", partial(remove, place, newer, file), after="upgrade")
    prefix.remove()


def newer_package(target: Path) -> Path:
    """Where the package for all of the next version lies while it is tried."""
    return target / "newer" / f"{STEM}-{ALL_USERS.key}.msi"


def upgrade(place: Installed, newer: Path) -> str:
    """The next version over this one: one entry, all files, and people's own stay."""
    newer.parent.mkdir(exist_ok=True)
    make_msi(place.built, newer, NEWER, place.scope, commit_time(built_from(newer.parents[1])))
    place.install(newer)
    seen = place.is_listed(NEWER)
    old = rf"{{{place.product(__version__)}}}"
    must(not place.listed(old), "the old version is listed as well")
    return f"{seen}, in place of {__version__}"


def refuse_older(place: Installed, older: Path) -> str:
    code = place.msiexec("/i", windows_path(older))
    must(code, "the older version was installed over the newer one")
    place.is_listed(NEWER)
    return f"refused with {code}, and the newer one is whole: {place.is_whole()}"


def remove(place: Installed, package: Path, file: Path) -> str:
    seen = place.remove(package)
    own = place.prefix.home / "AppData/Local/NTTP Readiness/settings.json"
    must(file.is_file() and own.is_file(), "a person's own files were taken away")
    return f"{seen}; people's own files stay"


def check_one_user(steps: Steps, target: Path) -> None:
    prefix = Prefix("check").make(fresh=True)
    place = Installed(prefix, ONE_USER, target / NAME)
    package = target / f"{STEM}-{ONE_USER.key}.msi"
    steps.take("silent installation for one", partial(place.install, package))
    after = {"after": "silent installation for one"}
    steps.take("it is listed for this account", place.is_listed, **after)
    steps.take("nothing for others", partial(nothing_for_others, prefix), **after)
    for plant in (
        planted.a_lost_file, planted.a_strange_file, planted.a_lost_licence,
        planted.another_program_for_our_files,
    ):  # fmt: skip
        steps.take(f"planted: {plant.__name__.replace('_', ' ')}", partial(plant, place), **after)
    steps.take("planted: another paper", partial(another_paper, prefix, place), **after)
    steps.take("whole again", place.is_whole, **after)
    steps.take("removal for one", partial(place.remove, package), **after)
    steps.take("planted: a rest", partial(planted.a_rest, place), after="removal for one")
    prefix.remove()


def another_paper(prefix: Prefix, place: Installed) -> str:
    """The paper of another assessment in place of ours."""
    ours, wanted = comparing.exported(prefix, place.folder, SAMPLE, "plan.pdf")
    from_source("export", WORKSHOP, wanted)
    return planted.another_paper(ours, wanted)


def nothing_for_others(prefix: Prefix) -> str:
    others = Installed(prefix, ALL_USERS, prefix.disk)
    must(not others.folder.exists(), f"{others.folder} is there")
    others.is_not_in_the_registry()
    return "nothing in Program Files or HKLM"


def check_portable(steps: Steps, target: Path, display: str) -> None:
    """The zip on a stick: everything stays beside the program."""
    prefix = Prefix("check-portable").make(fresh=True)
    stick = prefix.disk / "stick"
    folder = stick / NAME
    with zipfile.ZipFile(target / f"{STEM}-portable.zip") as packed:
        packed.extractall(stick)
    journey = Journey(prefix, folder, display)
    steps.take("the portable copy", partial(keeps_beside, journey))
    steps.take("a folder by option", partial(own_folder, prefix, folder))
    prefix.remove()


def keeps_beside(journey: Journey) -> str:
    person, data = journey.person, journey.folder / "data"
    journey.start()
    person.front(person.wait_for_window(NAME))
    person.keys("ctrl+q")
    person.wait_for_window(NAME, gone=True)
    must((data / "settings/settings.json").is_file(), "no settings beside the program")
    must(not journey.data.exists(), f"{journey.data} was written")
    return "settings lie beside the program, nothing in the profile"


def own_folder(prefix: Prefix, folder: Path) -> str:
    banks = prefix.disk / "elsewhere/shared/question_banks"
    shutil.copytree(folder / "_internal/question_banks", banks)
    code, said = command(prefix, folder, "--data-dir", r"C:\elsewhere", "banks")
    must(code == 0, f"it ended with {code}: {said[-300:]!r}")
    must(rb"C:\elsewhere\shared" in said, "a bank that was laid down for all is not offered")
    return f"{WINDOW} takes --data-dir, and offers the banks that lie there for all"
