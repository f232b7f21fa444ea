"""When what was changed is written, and what is said of it: events in, commands out.

Nothing here knows a clock, a thread, a file or a window, so every case is a row of a table. `Pacer`
gives it the events and carries out the commands.

The oldest change that is not being written decides when, at the next change as well as by the
clock, so that neither typing without a pause, nor a busy computer, nor a write on its way puts it
off.
"""

from __future__ import annotations

from typing import Literal

from nttp_readiness.values import dataclass, replace

Event = Literal[
    "changed", "due", "leaving", "wanted", "written", "failed", "kept", "held", "closed"
]
"""What happened. `changed`: something was. `due`: the clock came round. `leaving`: the person turns
away, so what waits is written now. `wanted`: write in any case. `written`: what was on its way has
ended, well or badly. `failed`: what was kept in another way could not be, and goes on waiting.
`kept`: all is kept already. `held`: nothing begins by the clock for now. `closed`: nothing begins
any more.
"""


@dataclass(frozen=True, slots=True)
class Begin:
    """Begin to write what there is now."""


@dataclass(frozen=True, slots=True)
class Wake:
    """Let `due` happen in so many milliseconds."""

    ms: int


@dataclass(frozen=True, slots=True)
class Rest:
    """Let `due` not happen."""


Command = Begin | Wake | Rest


@dataclass(frozen=True, slots=True)
class Pace:
    """How far the writing is. At most one write is on its way."""

    delay_ms: int
    """How long the oldest change may wait."""
    since: float | None = None
    """When the oldest change was made that no write has begun to keep, in seconds."""
    writing: bool = False
    hurry: bool = False
    """Whether the next write begins as soon as this one has ended."""
    awake: bool = False
    """Whether `due` will happen."""
    closed: bool = False

    @property
    def waiting(self) -> bool:
        """Whether there is a change that no write has begun to keep."""
        return self.since is not None

    def left_ms(self, now: float) -> int:
        """How long it may still wait; 0 once it is due."""
        if self.since is None:
            return self.delay_ms
        return max(0, self.delay_ms - round((now - self.since) * 1000))


Step = tuple[Pace, tuple[Command, ...]]


def step(pace: Pace, event: Event, now: float) -> Step:
    """The pace after an event, and what is to be done."""
    match event:
        case "changed":
            return _look(pace if pace.waiting else replace(pace, since=now), now)
        case "due" | "wanted":
            return _begin(pace)
        case "leaving":
            return _begin(pace) if pace.waiting else (pace, ())
        case "written":
            ended = replace(pace, writing=False, hurry=False)
            return _begin(ended) if pace.hurry and pace.waiting else _look(ended, now)
        case "failed":
            return _look(pace, now)
        case "kept":
            return replace(pace, since=None, awake=False), (Rest(),)
        case "held":
            return replace(pace, awake=False), (Rest(),)
        case "closed":
            return replace(pace, awake=False, closed=True), (Rest(),)


def _begin(pace: Pace) -> Step:
    asleep = replace(pace, awake=False)
    if pace.closed:
        return asleep, (Rest(),)
    if pace.writing:
        return replace(asleep, hurry=True), (Rest(),)
    return replace(asleep, since=None, writing=True), (Rest(), Begin())


def _look(pace: Pace, now: float) -> Step:
    """Begin where a change is due, else see that it will be; a write on its way looks itself."""
    if pace.writing or pace.closed or not pace.waiting:
        return pace, ()
    left = pace.left_ms(now)
    if not left:
        return _begin(pace)
    return (pace, ()) if pace.awake else (replace(pace, awake=True), (Wake(left),))


# ---- what is said of it

State = Literal["new", "waiting", "saved", "trouble", "elsewhere", "later", "gone"]
Outcome = Literal["saved", "no_file", "trouble", "elsewhere", "later", "gone"]
"""What became of a write: `no_file` has no file to go to yet, `elsewhere` found that another
program or person changed it, `later` that a later version of this program did, `gone` that it is
not there any more.
"""
TROUBLE = frozenset[State]({"trouble", "elsewhere", "later", "gone"})
"""States in which something is not in the file, and a person has to choose a way."""


def state_after_change(state: State) -> State:
    """Trouble stays until it is over."""
    return state if state in TROUBLE else "waiting"


def state_after_write(outcome: Outcome, *, current: bool) -> State:
    """`current` says whether what was written is what there is now."""
    match outcome:
        case "saved":
            return "saved" if current else "waiting"
        case "no_file":
            return "new"
        case "trouble" | "elsewhere" | "later" | "gone":
            return outcome


def tries_again(state: State) -> bool:
    """Whether it is tried again though nobody types: a drive comes back by itself, and so does a
    file that another program takes away for a moment; what somebody changed does not change back.
    """
    return state in {"trouble", "gone"}
