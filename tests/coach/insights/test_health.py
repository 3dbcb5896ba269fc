from comity.coach.insights.health import (
    Standing,
    health_of,
    instants,
    losing_warmth,
    quiet_standing,
    stages_over_time,
    standing,
)
from comity.coach.relationship import fold
from comity.coach.words import TrustStage
from tests.coach.insights.pasts import past
from tests.coach.plain import GOOD, NOW, ago, sent, talked

AT = instants(ago(180), NOW)


def stands(name: str = "sam", *, warmth: float = 0.0, before: float = 1.0, importance: int = 3) -> Standing:
    return Standing(name, importance, (TrustStage.RAPPORT,), warmth, before, ago(90))


class TestInstants:
    def test_end_now_a_month_apart(self) -> None:
        assert [ago(days) for days in (180, 150, 120, 90, 60, 30, 0)] == AT


class TestStanding:
    def test_follows_the_stage(self) -> None:
        log = (talked(160, signals=GOOD), talked(100, signals=GOOD))

        stages = standing(past(*log), AT).stages

        assert stages == (TrustStage.STRANGER,) + (TrustStage.ACQUAINTED,) * 2 + (TrustStage.RAPPORT,) * 4

    def test_agrees_with_the_fold(self) -> None:
        look = past(talked(160, signals=GOOD), talked(100, signals=GOOD), sent(40))

        for days in (0, 90):
            folded = fold(look.history, owner=look.circumstances.owner, as_of=ago(days))
            assert (look.warmth_at(ago(days)), look.stage_at(ago(days))) == (folded.warmth, folded.trust_stage)


class TestQuietStanding:
    def test_stays_and_fades(self) -> None:
        look = past(talked(300))
        folded = fold(look.history, owner=look.circumstances.owner, as_of=NOW)

        found = quiet_standing(
            "sam",
            3,
            folded.trust_stage,
            last_exchange_at=folded.last_reciprocated_at,
            half_life_days=folded.half_life_days,
            as_of=NOW,
            at=AT,
        )

        assert found == standing(look, AT)


class TestHealthOf:
    def test_tells_warm_from_cooling_from_cold(self) -> None:
        never = Standing("ana", 3, (TrustStage.STRANGER,), 0.0, 0.0, None)

        found = health_of([stands(warmth=0.5), stands(warmth=0.3), stands(warmth=0.1), stands(warmth=0.2), never])

        assert (found.contacts, found.warm, found.cooling, found.cold, found.never_in_exchange) == (5, 1, 1, 2, 1)


class TestStagesOverTime:
    def test_counts_at_each_instant(self) -> None:
        rising = Standing("sam", 3, (TrustStage.STRANGER, TrustStage.ALLY), 1.0, 1.0, None)

        first, last = stages_over_time([rising], AT[:2])

        assert (first.counts[TrustStage.STRANGER], last.counts[TrustStage.ALLY]) == (1, 1)
        assert list(first.counts) == list(TrustStage)


class TestLosingWarmth:
    def test_begins_with_those_who_matter_most(self) -> None:
        found = losing_warmth(
            [stands("a", warmth=0.2), stands("b", warmth=0.4, importance=5), stands("c", warmth=0.6, importance=5)]
        )

        assert [one.contact_id for one in found] == ["b", "a"]

    def test_leaves_out_who_was_cold_before(self) -> None:
        assert losing_warmth([stands(warmth=0.0, before=0.0)]) == []
