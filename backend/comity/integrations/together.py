"""Doing in one go what comes while the last go is under way: the busier it is, the more shares one commit."""

from asyncio import Future, Task, create_task, get_running_loop
from collections.abc import Awaitable, Callable, Sequence
from typing import Generic, TypeVar

Item = TypeVar("Item")
Outcome = TypeVar("Outcome")

MOST_AT_ONCE = 32


class Together(Generic[Item, Outcome]):
    """Hands items over in the order in which they came, one lot after the other.

    work: does a lot, and returns for each item, in their order, its outcome or what went wrong with it.
    """

    def __init__(self, work: Callable[[Sequence[Item]], Awaitable[Sequence[Outcome | Exception]]]) -> None:
        self._work = work
        self._waiting: list[tuple[Item, Future[Outcome]]] = []
        self._lots: Task[None] | None = None

    async def do(self, item: Item) -> Outcome:
        """Return an item's outcome, or raise what went wrong with it. Alone it goes at once."""
        done: Future[Outcome] = get_running_loop().create_future()
        self._waiting.append((item, done))
        if self._lots is None or self._lots.done():
            self._lots = create_task(self._do_all())
        return await done

    async def _do_all(self) -> None:
        while self._waiting:
            lot, self._waiting = self._waiting[:MOST_AT_ONCE], self._waiting[MOST_AT_ONCE:]
            outcomes = await self._outcomes([item for item, _ in lot])
            for (_, done), outcome in zip(lot, outcomes, strict=True):
                if done.done():  # whoever waited for it is gone
                    continue
                if isinstance(outcome, Exception):
                    done.set_exception(outcome)
                else:
                    done.set_result(outcome)

    async def _outcomes(self, items: Sequence[Item]) -> Sequence[Outcome | Exception]:
        try:
            return await self._work(items)
        except Exception as error:
            return [error] * len(items)
