"""What comes while a lot is under way goes with the next one."""

import asyncio
from collections.abc import Sequence

import pytest

from comity.integrations.together import MOST_AT_ONCE, Together


class Doing:
    """Does lots when it is let, and keeps what was in each."""

    def __init__(self) -> None:
        self.lots: list[list[int]] = []
        self.may_go = asyncio.Event()
        self.together = Together(self._do)

    async def _do(self, lot: Sequence[int]) -> Sequence[int | Exception]:
        self.lots.append(list(lot))
        await self.may_go.wait()
        if 13 in lot:
            raise RuntimeError("the whole lot")
        return [ValueError(number) if number < 0 else number * 10 for number in lot]

    async def begin(self, *numbers: int) -> list[asyncio.Task[int]]:
        """Ask for these, the first of which goes alone."""
        tasks = []
        for number in numbers:
            tasks.append(asyncio.create_task(self.together.do(number)))
            await asyncio.sleep(0)
        return tasks


class TestTogether:
    def test_goes_at_once_and_then_with_those_who_waited(self) -> None:
        async def walk() -> None:
            doing = Doing()
            tasks = await doing.begin(1, 2, 3, 4)
            assert doing.lots == [[1]]

            doing.may_go.set()

            assert await asyncio.gather(*tasks) == [10, 20, 30, 40]
            assert doing.lots == [[1], [2, 3, 4]]
            assert await doing.together.do(5) == 50

        asyncio.run(walk())

    def test_takes_no_more_at_once_than_it_may(self) -> None:
        async def walk() -> None:
            doing = Doing()
            tasks = await doing.begin(*range(MOST_AT_ONCE + 3))
            doing.may_go.set()
            await asyncio.gather(*tasks, return_exceptions=True)
            assert [len(lot) for lot in doing.lots] == [1, MOST_AT_ONCE, 2]

        asyncio.run(walk())

    def test_tells_each_what_became_of_it(self) -> None:
        async def walk() -> None:
            doing = Doing()
            tasks = await doing.begin(1, 2, -3)
            doing.may_go.set()
            assert await asyncio.gather(*tasks[:2]) == [10, 20]
            with pytest.raises(ValueError, match="-3"):
                await tasks[2]

        asyncio.run(walk())

    def test_goes_on_after_a_lot_that_failed(self) -> None:
        async def walk() -> None:
            doing = Doing()
            first, *lot = await doing.begin(1, 12, 13)
            doing.may_go.set()
            assert await first == 10
            for task in lot:
                with pytest.raises(RuntimeError):
                    await task
            assert await doing.together.do(14) == 140

        asyncio.run(walk())

    def test_does_what_nobody_waits_for_any_more(self) -> None:
        async def walk() -> None:
            doing = Doing()
            gone, stays = (await doing.begin(1, 2, 3))[1:]
            gone.cancel()
            doing.may_go.set()
            assert await stays == 30
            assert doing.lots == [[1], [2, 3]]

        asyncio.run(walk())
