"""The sheet of a rating trial: what a reader sees, facts and level texts and nothing else."""

from __future__ import annotations

from collections.abc import Iterator

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.rating_trial import Organisation, Situation, Trial
from nttp_readiness.errors import BankError
from nttp_readiness.i18n import tr


def trial_sheet(trial: Trial, bank: Bank) -> str:
    """The sheet as plain text. `bank` is in the words of a body that provides care.

    Raises BankError where the trial names an indicator or an organisation that there is not.
    """
    organisations = {each.id: each for each in trial.organisations}
    lines = [f"{bank.title}, {bank.version}", "", bank.choice_rule, *bank.choice_notes]
    lines += ["", tr("The day is {day}.").format(day=trial.day), ""]
    lines += [f"{each.id}. {each.name}: {each.sector}, {each.size}. {each.about}"
              for each in trial.organisations]  # fmt: skip
    for each in trial.situations:
        if each.indicator not in bank.by_id or each.organisation not in organisations:
            raise BankError(
                f"Situation {each.number} names {each.organisation} and {each.indicator}, and one"
                " of them is unknown.",
                cure="Name an organisation of the trial and an indicator of the bank.",
            )
        lines += ["", *_situation(each, organisations[each.organisation], bank)]
    return "\n".join(lines) + "\n"


def _situation(each: Situation, at: Organisation, bank: Bank) -> Iterator[str]:
    indicator = bank.by_id[each.indicator]
    small = indicator.small if at.small else None
    yield tr("{number} ({organisation})").format(number=each.number, organisation=at.id)
    yield each.facts
    yield (small.statement if small and small.statement else None) or indicator.statement
    if small and small.reading:
        yield small.reading
    for number, level in enumerate(indicator.levels):
        signs = f" ({'; '.join(level.signs)})" if level.signs else ""
        yield f"{number}  {level.sentence}{signs}"
