"""The agenda of a workshop, ready to use, with the ground rules that come before it."""

from __future__ import annotations

from typing import Literal

from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass

AgendaId = Literal["two_hours", "one_hour"]


@dataclass(frozen=True, slots=True)
class Step:
    """A part of the meeting, with its minutes and what happens in it."""

    minutes: int
    title: str
    what: str


@dataclass(frozen=True, slots=True)
class Agenda:
    """A meeting from its first minute to its last."""

    id: AgendaId
    title: str
    rules: tuple[str, ...]
    steps: tuple[Step, ...]

    @property
    def minutes(self) -> int:
        return sum(each.minutes for each in self.steps)

    @property
    def answering(self) -> int:
        """The minutes in which everybody answers, the first part after the welcome."""
        return self.steps[1].minutes


def agendas() -> tuple[Agenda, ...]:
    """Both agendas, the longer one first."""
    return agenda("two_hours"), agenda("one_hour")


def agenda(which: AgendaId) -> Agenda:
    """Individual answers, evidence, agreement and plan, between a beginning and a close."""
    if which == "one_hour":
        return Agenda(which, tr("One hour, the foundations"), ground_rules(), _one_hour())
    return Agenda(which, tr("Two hours"), ground_rules(), _two_hours())


def ground_rules() -> tuple[str, ...]:
    """What is agreed before anybody answers."""
    return (
        tr("Anybody may pass on a question, or leave the room, without a reason."),
        tr("We talk about how we work, not about our own or other people’s experiences."),
        tr("Each person answers alone. Nobody is asked what they answered."),
        tr("Those who chose the lowest or highest level speak only if they wish to."),
        tr("What is said here stays here. What we agreed may leave the room."),
        tr("Counts are shown in the room from five answers up, if we all agree to that."),
        tr("Anyone who has the files could look at the counts. We know who that is."),
        tr("There is somebody to talk to during the meeting and after it."),
    )


def _two_hours() -> tuple[Step, ...]:
    return (
        Step(10, tr("Welcome"), tr("Ground rules, who sees what, and where to find support.")),
        Step(25, tr("Individual answers"), tr("Everybody answers alone, at their own pace.")),
        Step(
            20,
            tr("Evidence"),
            tr(
                "What have we seen that supports these answers? From staff and lived"
                " experience too."
            ),
        ),
        Step(10, tr("Break"), tr("A proper one.")),
        Step(
            30,
            tr("Agreement"),
            tr(
                "Widest differences first. Lowest and highest explain if they wish. Vote again at "
                "most once, agree a level, and keep the other view in a sentence."
            ),
        ),
        Step(20, tr("Plan"), tr("A handful of actions, each with an owner and a date.")),
        Step(
            5, tr("Close"), tr("What happens next, who will hear about it, and how everybody is.")
        ),
    )


def _one_hour() -> tuple[Step, ...]:
    return (
        Step(5, tr("Welcome"), tr("Ground rules, who sees what, and where to find support.")),
        Step(12, tr("Individual answers"), tr("The foundations alone, or answers sent before.")),
        Step(8, tr("Evidence"), tr("What have we seen that supports these answers?")),
        Step(18, tr("Agreement"), tr("The two or three questions that differ most.")),
        Step(12, tr("Plan"), tr("Three actions, each with an owner and a date.")),
        Step(
            5, tr("Close"), tr("What happens next, who will hear about it, and how everybody is.")
        ),
    )
