"""A portfolio as tables and sentences, the same wherever they stand. Nothing is ranked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nttp_readiness.domain.answers.minimums import OUTSIDE_MINIMUM
from nttp_readiness.domain.answers.planned import STATUSES, Status
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.scale import LEVELS
from nttp_readiness.domain.portfolio.facts import WITHHELD, Fact, FactKind, Facts
from nttp_readiness.domain.portfolio.portfolio import Portfolio, TeamGroup
from nttp_readiness.domain.portfolio.teams import Gathered
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words.words import status_words
from nttp_readiness.values import dataclass

UNREAD = "problems"
"""The table of files that could not be read, by its id."""

Amount = str | int


@dataclass(frozen=True, slots=True)
class PortfolioTable:
    """A table with its name for programs and for people, and a sentence on how to read it."""

    id: str
    name: str
    note: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Amount, ...], ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that could not be read."""

    file: str
    why: str


def title() -> str:
    return tr("Many teams")


def sentences(
    portfolio: Portfolio, gathered: Gathered, made: Sequence[PortfolioTable]
) -> tuple[str, ...]:
    """What was read, what is shown, and what is not; `made` are its tables."""
    unread = next((len(each.rows) for each in made if each.id == UNREAD), 0)
    shown = sum(each.kind == "team" for each in portfolio.groups)
    counts = (
        (unread, trn(
            "{n} file could not be read. The last table names it, with why.",
            "{n} files could not be read. The last table names them, with why.",
            unread)),
        (gathered.earlier_rounds, trn(
            "{n} file is an earlier round: it is only used to say what moved.",
            "{n} files are earlier rounds: they are only used to say what moved.",
            gathered.earlier_rounds)),
        (gathered.copies, trn(
            "{n} file is a copy of another: the one with more answers counts.",
            "{n} files are copies of others: the ones with more answers count.",
            gathered.copies)),
        (gathered.parts, trn(
            "{n} file is a part of an assessment, and is left out.",
            "{n} files are parts of an assessment, and are left out.",
            gathered.parts)),
        (gathered.other_banks, trn(
            "{n} assessment asks other questions than most, and is left out.",
            "{n} assessments ask other questions than most, and are left out.",
            gathered.other_banks)),
        (portfolio.alone, trn(
            "{n} team is shown only together with others.",
            "{n} teams are shown only together with others.",
            portfolio.alone)),
        (portfolio.outside, trn(
            "{n} team has no figures yet.", "{n} teams have no figures yet.", portfolio.outside)),
    )  # fmt: skip
    return (
        trn("{n} team was read.", "{n} teams were read.", portfolio.teams)
        + " "
        + trn("{n} is shown on its own.", "{n} are shown on their own.", shown),
        *(said for n, said in counts if n),
    )


def rules(portfolio: Portfolio) -> tuple[str, ...]:
    """How it is to be read, and what is withheld by which rule."""
    return (
        tr(
            "Teams are listed by name. They are not ranked: teams differ in what they do,"
            " and in how strictly they judge themselves."
        ),
        trn(
            "A team is shown on its own only where at least {n} person answered for it,"
            " and where nobody could work out a smaller group from what is shown here or in"
            " an earlier overview made on this computer.",
            (
                "A team is shown on its own only where at least {n} people answered for it,"
                " and where nobody could work out a smaller group from what is shown here or in"
                " an earlier overview made on this computer."
            ),
            portfolio.minimum,
        ),
        trn(
            "We count the people who were asked in a team’s workshop. A team without a"
            " workshop counts as {n} person, or as one person if it says that it is small.",
            (
                "We count the people who were asked in a team’s workshop. A team without a"
                " workshop counts as {n} people, or as one person if it says that it is small."
            ),
            OUTSIDE_MINIMUM,
        ),
        tr(
            "Questions on safety or distress are not shown for teams taken together where"
            " nearly all answered alike."
        ),
    )


def tables(
    portfolio: Portfolio, gathered: Gathered, problems: Sequence[Problem] = ()
) -> tuple[PortfolioTable, ...]:
    """Every table that has anything in it."""
    bank, everyone = gathered.bank, portfolio.everyone
    found: list[PortfolioTable] = []
    if bank is not None and everyone is not None:
        facts = everyone.facts
        found += [
            _teams(bank, portfolio),
            _spread(bank, portfolio),
            _foundations(bank, facts),
            _by_status(
                "themes", tr("Actions by theme"), tr("Theme"), facts, "theme",
                [(each.id, each.name) for each in bank.themes] + [("", tr("No theme"))],
            ),
            _by_status(
                "owners", tr("Actions by whose they are"), tr("Whose"), facts, "owner",
                _owners(facts),
            ),
            _reach(bank, facts),
            _change(bank, facts),
        ]  # fmt: skip
    found.append(
        PortfolioTable(
            UNREAD,
            tr("Files that could not be read"),
            tr("Everything else was read. Nothing was changed in any file."),
            (tr("File"), tr("Why")),
            tuple((each.file, each.why) for each in problems),
        )
    )
    return tuple(each for each in found if each.rows)


def group_name(group: TeamGroup) -> str:
    return tr("All teams") if group.kind == "everyone" else group.name


def _teams(bank: Bank, portfolio: Portfolio) -> PortfolioTable:
    """Domains by team."""
    return PortfolioTable(
        "teams",
        tr("Domains by team"),
        tr("Levels from {lowest} (0) to {highest} (4). {domains}").format(
            lowest=bank.level_name(LEVELS[0]),
            highest=bank.level_name(LEVELS[-1]),
            domains=", ".join(f"{each.code}: {each.name}" for each in bank.domains) + ".",
        ),
        (tr("Organisation"), tr("Team"), *(each.code for each in bank.domains)),
        tuple(
            (
                group.organisation,
                group.name,
                *(_level(group.facts, each.code) for each in bank.domains),
            )
            for group in portfolio.groups
            if group.kind == "team"
        ),
    )


def _level(facts: Facts, code: str) -> Amount:
    level = next((each for each in LEVELS if facts[Fact("domain", code, str(each))]), None)
    return tr("none yet") if level is None else level


def _spread(bank: Bank, portfolio: Portfolio) -> PortfolioTable:
    rows: list[tuple[Amount, ...]] = []
    for group in portfolio.groups:
        if group.kind == "team":
            continue
        facts = group.facts
        for domain in bank.domains:
            at = [facts[Fact("domain", domain.code, str(level))] for level in LEVELS]
            without = _about(facts, "domain", domain.code) - sum(at)
            rows.append((group_name(group), domain.name, *at, without))
    return PortfolioTable(
        "spread",
        tr("Spread of each domain"),
        tr("How many teams are at each level."),
        (
            tr("Of"), tr("Domain"), *(bank.level_name(level) for level in LEVELS),
            tr("No level yet"),
        ),
        tuple(rows),
    )  # fmt: skip


def _foundations(bank: Bank, facts: Facts) -> PortfolioTable:
    rows = []
    for each in bank.foundations:
        values = ("below", "unknown", "in_place", WITHHELD)
        below, unknown, there, withheld = (
            facts[Fact("foundation", each.id, value)] for value in values
        )
        if below + unknown + there + withheld:
            rows.append((each.title, below, unknown, there, withheld))
    rows.sort(key=lambda row: (-row[1] - row[2], row[0]))
    return PortfolioTable(
        "foundations",
        tr("Foundations most often missing"),
        tr("How many teams have each of them. Not shown where it would point to a few teams."),
        (tr("Foundation"), tr("Missing"), tr("Not known"), tr("In place"), tr("Not shown")),
        tuple(rows),
    )


def _by_status(
    key: str,
    name: str,
    first: str,
    facts: Facts,
    kind: FactKind,
    things: Iterable[tuple[str, str]],
) -> PortfolioTable:
    shown: tuple[Status, ...] = tuple(each for each in STATUSES if each != "dropped")
    rows: list[tuple[Amount, ...]] = []
    for about, words in things:
        counts = [facts[Fact(kind, about, status)] for status in shown]
        if any(counts):
            rows.append((words, *counts, sum(counts)))
    note = tr(
        "How many actions the plans of all teams have. An action with several themes"
        " counts in each."
    )
    columns = (first, *(status_words(each) for each in shown), tr("Together"))
    return PortfolioTable(key, name, note, columns, tuple(rows))


def _owners(facts: Facts) -> list[tuple[str, str]]:
    named = sorted({fact.about for fact in facts if fact.kind == "owner"} - {"own", "nobody"})
    return [
        ("own", tr("The organisation itself")),
        ("nobody", tr("Nobody yet")),
        *((each, each) for each in named),
    ]


def _reach(bank: Bank, facts: Facts) -> PortfolioTable:
    rows = []
    for key, indicator in bank.by_id.items():
        reached, of = (facts[Fact("reach", key, each)] for each in ("n", "of"))
        if of:
            rows.append((indicator.title, indicator.unit or "", reached, of))
    return PortfolioTable(
        "reach",
        tr("How many it reaches"),
        tr("Added up over the teams that counted."),
        (tr("Question"), tr("What is counted"), tr("Reached"), tr("Of")),
        tuple(rows),
    )


def _change(bank: Bank, facts: Facts) -> PortfolioTable:
    rows = []
    for domain in bank.domains:
        up, down = (facts[Fact("change", domain.code, each)] for each in ("up", "down"))
        whole = _about(facts, "change", domain.code)
        if whole:
            rows.append((domain.name, up, down, whole - up - down))
    return PortfolioTable(
        "change",
        tr("What moved since the round before"),
        tr("Only teams whose earlier round is in the folder too. Each is compared with"
" itself, so that a different mix of teams cannot look like a change."),
        (tr("Domain"), tr("Teams a level up"), tr("Teams a level down"), tr("No clear change")),
        tuple(rows),
    )  # fmt: skip


def _about(facts: Facts, kind: FactKind, about: str) -> int:
    return sum(n for fact, n in facts.items() if fact.kind == kind and fact.about == about)
