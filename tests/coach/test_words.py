from comity.coach.words import AskSize, TrustStage


class TestOrderedWord:
    def test_goes_by_its_place_on_the_scale(self) -> None:
        assert AskSize.SHORT_CALL < AskSize.MEETING < AskSize.INTRODUCTION
        assert max(TrustStage.ALLY, TrustStage.RAPPORT) is TrustStage.ALLY
        assert TrustStage.TRUSTED >= "rapport"

    def test_ends_at_its_lowest_word(self) -> None:
        assert TrustStage.TRUSTED.below() is TrustStage.RAPPORT
        assert TrustStage.ACQUAINTED.below(5) is TrustStage.STRANGER
