"""The command for rating trials: what the readers' sheets show, and a sheet for new readers."""

from __future__ import annotations

import argparse
from fractions import Fraction
from pathlib import Path
from typing import Any

from nttp_readiness.app.bank_commands import find_bank, refuse_existing
from nttp_readiness.app.given import given_path
from nttp_readiness.app.terminal import say, say_json
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.nouns import noun_words
from nttp_readiness.domain.bank.rating_trial import Figures, figures
from nttp_readiness.domain.bank.served import in_words_of
from nttp_readiness.errors import BankError
from nttp_readiness.presentation.readiness.trial_sheet import trial_sheet
from nttp_readiness.storage.exchange.rating_trials import read_trial
from nttp_readiness.storage.files.atomic import write_atomic


def add_trial_commands(commands: Any) -> None:  # noqa: ANN401 - argparse names its type as private
    """Add these commands to the parser's."""
    tried = commands.add_parser("rating-trial", help="how alike readers rate situations")
    tried.add_argument("folder", type=given_path, metavar="FOLDER")
    tried.add_argument("--each", action="store_true", help="the figures of each indicator too")
    tried.add_argument("--json", action="store_true")
    tried.add_argument(
        "--sheet", type=given_path, metavar="OUT.txt", help="write what new readers see instead"
    )
    tried.add_argument("--bank", metavar="BANK-ID-or-folder", help="for the sheet")
    tried.set_defaults(command=_rating_trial)


def _rating_trial(given: argparse.Namespace) -> int:
    trial, ratings = read_trial(given.folder)
    if given.sheet:
        return _sheet(given.sheet, trial_sheet(trial, _worded(given.bank or trial.bank)))
    if not ratings:
        raise BankError(
            f"Nobody has rated these {len(trial.situations)} situations yet.",
            cure="Write what readers see with --sheet, and put their files beside trial.json.",
        )
    indicators = dict.fromkeys(each.indicator for each in trial.situations) if given.each else {}
    found = {"": figures(trial, ratings)} | {
        key: figures(trial, ratings, key) for key in indicators
    }
    if given.json:
        say_json({key or "all": _data(each) for key, each in found.items()})
        return 0
    for key, each in found.items():
        say(f"{key}  {_line(each)}" if key else _words(each))
    failed = list(found[""].failed())
    if failed:
        raise BankError(
            f"The bar is not reached: {', '.join(failed)}.",
            cure="Rewrite what fell short, and try it with readers who were not used before.",
        )
    return 0


def _worded(bank: str) -> Bank:
    found = find_bank(bank)
    noun = found.overlay.noun if found.overlay else ""
    return in_words_of(found, noun_words(noun, delivers_care=True))


def _sheet(out: Path, text: str) -> int:
    refuse_existing(out)
    write_atomic(out, text.encode())
    say(f"Wrote {out}")
    return 0


def _words(each: Figures) -> str:
    why = each.hesitations
    unfit = f"no text fits {why['no_text']}, two texts fit {why['two_texts']}"
    return "\n".join(
        (
            f"{each.situations} situations, {each.readers} readers, {each.ratings} ratings",
            f"weighted kappa {_three(each.kappa)}, the same level {_percent(each.exact)}",
            f"two levels apart or more: {', '.join(map(str, each.two_apart)) or 'none'}",
            f"{unfit} (together {_percent(each.unfit)}), the facts do not say {why['facts']}",
            "levels 0 to 4: "
            + ", ".join(f"{n} ({_percent(Fraction(n, each.ratings or 1))})" for n in each.levels),
        )
    )


def _line(each: Figures) -> str:
    levels = " ".join(map(str, each.levels))
    unfit = each.hesitations["no_text"] + each.hesitations["two_texts"]
    return f"the same {_percent(each.exact)}, unfit {unfit}, levels {levels}"


def _data(each: Figures) -> dict[str, Any]:
    return {
        "situations": each.situations,
        "readers": each.readers,
        "ratings": each.ratings,
        "kappa": None if each.kappa is None else round(float(each.kappa), 4),
        "exact": None if each.exact is None else round(float(each.exact), 4),
        "two_apart": list(each.two_apart),
        "hesitations": dict(each.hesitations),
        "levels": list(each.levels),
        "failed": list(each.failed()),
    }


def _three(value: Fraction | None) -> str:
    return "not defined" if value is None else f"{float(value):.3f}"


def _percent(value: Fraction | None) -> str:
    return "not defined" if value is None else f"{float(100 * value):.1f} %"
