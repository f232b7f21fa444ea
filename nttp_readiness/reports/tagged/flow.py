"""Boxes that stand below one another, and how they are shared out to pages.

Measures are points. A box is given its width and answers with its height; `top` is the height of
its upper edge above the lower edge of the page.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from .canvas import TaggedCanvas

_ROUNDING = 0.01


class Box:
    """A part of a page. `before` and `after` are the air around it: between two boxes stands the
    larger of the two. A box that is `with_next` is never the last on a page.
    """

    before: float = 0
    after: float = 0
    with_next: bool = False
    keys: tuple[str, ...] = ()
    """The places within it that a link can lead to."""

    def height(self, width: float) -> float:
        raise NotImplementedError

    def least(self, width: float) -> float:
        """The height of the smallest part that may stand at the foot of a page."""
        return self.height(width)

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        """As much as fits into `room`, and the rest; nothing if it may not be broken there."""
        del width, room
        return None

    def stretched(self, width: float, room: float) -> Box:
        """The same box where it is the last on its page and `room` is left below it."""
        del width, room
        return self

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        raise NotImplementedError


class Space(Box):
    """Nothing, so high."""

    def __init__(self, height: float = 0) -> None:
        self._height = height

    def height(self, width: float) -> float:  # noqa: ARG002 - it is the same at any width
        return self._height

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        """Draws nothing."""


class Painted(Box):
    """A fixed height that `paint(canvas, x, top, width)` fills."""

    def __init__(
        self,
        height: float,
        paint: Callable[[TaggedCanvas, float, float, float], None],
        *,
        before: float = 0,
        after: float = 0,
    ) -> None:
        self._height = height
        self._paint = paint
        self.before, self.after = before, after

    def height(self, width: float) -> float:  # noqa: ARG002 - it is the same at any width
        return self._height

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        self._paint(canvas, x, top, width)


class NewPage(Box):
    """What follows begins on a new page, unless it does already."""

    def height(self, width: float) -> float:  # noqa: ARG002 - it is never placed
        return 0


class IfFirst(Box):
    """A box that stands only where it begins a page, such as the heading of a table that may move
    on without what it stood under. Elsewhere it takes no room, and `left_out` is called.
    """

    def __init__(self, box: Box, left_out: Callable[[], None]) -> None:
        self.box = box
        self.left_out = left_out

    def height(self, width: float) -> float:  # noqa: ARG002 - it is never placed
        return 0


class Together(Box):
    """Boxes that begin on one page: all but the last stand on it whole, and the last with its
    `least`.
    """

    def __init__(self, boxes: Sequence[Box]) -> None:
        self.boxes = tuple(boxes)
        if boxes:
            self.before, self.after = boxes[0].before, boxes[-1].after

    def height(self, width: float) -> float:
        return Stack(self.boxes).height(width)

    def least(self, width: float) -> float:
        if not self.boxes:
            return 0
        *first, last = self.boxes
        above = Stack(first)
        gap = max(first[-1].after, last.before) if first else 0
        return above.height(width) + gap + last.least(width)


class Stack(Box):
    """Boxes below one another, as one."""

    def __init__(self, boxes: Iterable[Box], *, with_next: bool = False) -> None:
        self.boxes = tuple(_parts(boxes))
        self.with_next = with_next
        if self.boxes:
            self.before, self.after = self.boxes[0].before, self.boxes[-1].after
        self.keys = tuple(key for box in self.boxes for key in box.keys)
        self._measured: dict[float, float] = {}

    def height(self, width: float) -> float:
        if width not in self._measured:
            total = sum(box.height(width) for box in self.boxes)
            total += sum(_gap(one, other) for one, other in self._neighbours())
            self._measured[width] = total
        return self._measured[width]

    def least(self, width: float) -> float:
        return _chain(deque(self.boxes), width) if self.boxes else 0

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        placed, rest = fill(self.boxes, width, room)
        if not placed or not rest:
            return None
        return Stack(item.box for item in placed), Stack(rest)

    def stretched(self, width: float, room: float) -> Box:
        if not self.boxes:
            return self
        last = self.boxes[-1].stretched(width, room)
        return self if last is self.boxes[-1] else Stack([*self.boxes[:-1], last])

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        before: Box | None = None
        for box in self.boxes:
            top -= _gap(before, box) if before else 0
            box.draw(canvas, x, top, width)
            top -= box.height(width)
            before = box

    def _neighbours(self) -> Iterable[tuple[Box, Box]]:
        return zip(self.boxes, self.boxes[1:], strict=False)


class Narrow(Box):
    """A box that is not wider than `limit`."""

    def __init__(self, box: Box, limit: float) -> None:
        self._box = box
        self._limit = limit
        self.before, self.after, self.with_next = box.before, box.after, box.with_next
        self.keys = box.keys

    def height(self, width: float) -> float:
        return self._box.height(min(width, self._limit))

    def least(self, width: float) -> float:
        return self._box.least(min(width, self._limit))

    def split(self, width: float, room: float) -> tuple[Box, Box] | None:
        parts = self._box.split(min(width, self._limit), room)
        return parts and (Narrow(parts[0], self._limit), Narrow(parts[1], self._limit))

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        self._box.draw(canvas, x, top, min(width, self._limit))


@dataclass(frozen=True, slots=True)
class Placed:
    """A box so far below the top of its page or stack."""

    box: Box
    depth: float


def paginate(boxes: Iterable[Box], width: float, height: float) -> list[list[Placed]]:
    """Shares the boxes out to pages. What is too high for any page and cannot be broken runs over
    the foot of its own.
    """
    pages: list[list[Placed]] = []
    rest: Sequence[Box] = list(boxes)
    while rest:
        placed, rest = fill(rest, width, height, must=True)
        if placed:
            pages.append(placed)
    return pages


def depth_of(page: Sequence[Placed], width: float) -> float:
    """How far down a page is filled."""
    return page[-1].depth + page[-1].box.height(width) if page else 0


def stretched(page: Sequence[Placed], width: float, height: float) -> list[Placed]:
    """The page with its last box as high as what is left below it, where that box can be."""
    if not page:
        return []
    last = page[-1]
    box = last.box.stretched(width, height - depth_of(page, width))
    return [*page[:-1], Placed(box, last.depth)]


def fill(
    boxes: Iterable[Box], width: float, room: float, *, must: bool = False
) -> tuple[list[Placed], list[Box]]:
    """The boxes that fit into `room`, and the rest. With `must` at least one is placed."""
    queue = deque(boxes)
    placed: list[Placed] = []
    depth = 0.0
    while queue:
        box = queue[0]
        if isinstance(box, NewPage):
            queue.popleft()
            if placed:
                break
            continue
        if isinstance(box, IfFirst):
            queue.popleft()
            if not placed:
                queue.appendleft(box.box)
            elif not queue or _chain(queue, width) <= _left(placed[-1], queue[0], room, width):
                box.left_out()
            else:
                queue.appendleft(box)
                break
            continue
        gap = _gap(placed[-1].box, box) if placed else 0
        left = room - depth - gap + _ROUNDING
        if (placed or not must) and _chain(queue, width) > left:
            break
        queue.popleft()
        if isinstance(box, Together):
            queue.extendleft(reversed(box.boxes))
            continue
        high = box.height(width)
        if high > left:
            parts = box.split(width, left)
            if parts:
                placed.append(Placed(parts[0], depth + gap))
                queue.appendleft(parts[1])
                break
            if placed or not must:
                queue.appendleft(box)
                break
        placed.append(Placed(box, depth + gap))
        depth += gap + high
    return placed, list(queue)


def _left(above: Placed, below: Box, room: float, width: float) -> float:
    """The room for a box under what was placed last."""
    depth = above.depth + above.box.height(width)
    return room - depth - _gap(above.box, below) + _ROUNDING


def _parts(boxes: Iterable[Box]) -> Iterator[Box]:
    """Within a stack there are no new pages, and what stands together is together anyway."""
    for box in boxes:
        if isinstance(box, Together):
            yield from _parts(box.boxes)
        elif isinstance(box, IfFirst):
            box.left_out()
        elif not isinstance(box, NewPage):
            yield box


def _gap(above: Box, below: Box) -> float:
    return max(above.after, below.before)


def _chain(queue: deque[Box], width: float) -> float:
    """The least room for the first box and all that it must stand with."""
    need = 0.0
    before: Box | None = None
    for box in queue:
        if isinstance(box, NewPage):
            break
        if isinstance(box, IfFirst):
            continue
        need += _gap(before, box) if before else 0
        if not box.with_next:
            return need + box.least(width)
        need += box.height(width)
        before = box
    return need
