import threading
import time

from comity.bell import Bell, Waking


class TestWaking:
    def test_ends_at_a_ring_and_then_looks_often_for_a_moment(self) -> None:
        bell = Bell()
        waking = Waking(bell, threading.Event())
        threading.Timer(0.1, bell.ring).start()
        began = time.monotonic()

        assert waking.wait(60) is False
        assert waking.wait(60) is False

        assert time.monotonic() - began < 30

    def test_does_not_miss_a_ring_while_it_was_looking(self) -> None:
        bell = Bell()
        waking = Waking(bell, threading.Event())
        bell.ring()
        time.sleep(0.6)
        began = time.monotonic()

        waking.wait(60)

        assert time.monotonic() - began < 30

    def test_waits_its_time_where_nobody_rings(self) -> None:
        began = time.monotonic()

        assert Waking(Bell(), threading.Event()).wait(0.2) is False

        assert time.monotonic() - began >= 0.2

    def test_says_when_to_stop(self) -> None:
        stop = threading.Event()
        stop.set()

        assert Waking(Bell(), threading.Event(), stop).wait(60) is True
