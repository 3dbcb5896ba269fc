"""Those who are better left alone for now: they wait, they rest, they are busy, or they said no."""

from comity.coach.words import AskOutcome, AskSize, Purpose, Signal
from comity.sample.telling import Story, called, heard, messaged, met, noted, pinged, saw, theirs, wrote

QUIET = (
    Story(
        "Gregory Pemberton",
        moments=(
            wrote(52, "A fund for dull businesses", "Wrote why I like dull businesses, and asked one question."),
            wrote(41, "Dull businesses, once more", "Shorter, with an example from the town I grew up in."),
        ),
        facts={"connected_on": 75},
    ),
    Story(
        "Sabine Krol",
        moments=(
            heard(40, "A coffee?", "She had twenty minutes between two tenders."),
            met(
                24,
                15,
                "She typed while I spoke and left before the coffee came. A bad day, or not my person.",
                Signal.MULTITASKING,
                Signal.CURT,
                Signal.CUT_SHORT,
            ),
            wrote(23, "Thank you", "Thanked her for the time, nothing else.", purpose=Purpose.THANKS),
        ),
    ),
    Story(
        "Lars Holmgaard",
        moments=(noted(180, "Asked not to be written to again. Fair enough."),),
        facts={"do_not_contact": True},
    ),
    Story(
        "Chiara Benedetti",
        moments=(
            messaged(140, "Told her that her postcard hangs above my desk."),
            pinged(137, "She sent a second one, for the back."),
            wrote(
                3,
                "A postcard for numbers",
                "Asked whether numbers deserve a style guide too.",
                ask_size=AskSize.QUESTION,
            ),
        ),
    ),
    Story(
        "Olivier Marchand",
        moments=(
            met(130, 50, "Forty bakeries, one deadline, and he still chose the wine with care.", Signal.LAUGHTER),
            wrote(84, "Flour prices", "Asked what flour does to his bakers."),
            heard(81, "Re: Flour prices", "It makes them philosophers."),
            called(20, 15, "Quick call. He closes the year and asked me to try again when it is done.", Signal.CANDID),
            wrote(19, "Bon courage", "Wished him calm nights.", purpose=Purpose.THANKS),
        ),
        facts={"busy_periods": [{"from": 25, "until": -40, "why": "the closing of the year"}]},
    ),
    Story(
        "Victor Dragomir",
        moments=(
            saw(320, 30, "He knows somebody in each of nine countries, he says.", Signal.OFFERED_INTRODUCTION),
            wrote(260, "The partner in Sofia", "Asked after the introduction, lightly.", purpose=Purpose.PROMISE_CHECK),
            heard(258, "Re: The partner in Sofia", "'Of course, next week!'"),
            saw(150, 20, "Nice as ever, and vague as ever.", Signal.VAGUE_PROMISE, Signal.LAUGHTER),
            wrote(149, "Thank you", "Thanked him and left it there.", purpose=Purpose.THANKS),
        ),
        vows=(theirs(320, "introduce me to the partner in Sofia", due=-290),),
        facts={"importance": 2},
    ),
    Story(
        "Rebecca Lindgren",
        moments=(
            met(250, 45, "No brain-teasers, ever. She told me about her own worst interview.", Signal.CANDID),
            wrote(190, "Interviews", "Sent her the question that works best for us."),
            heard(188, "Re: Interviews", "She stole it, with thanks."),
            called(120, 20, "She hires ice hockey players on principle.", Signal.LAUGHTER),
            wrote(
                75,
                "A word for a friend",
                "Asked whether she would pass on a friend's name.",
                ask_size=AskSize.INTRODUCTION,
                ask_outcome=AskOutcome.DECLINED,
            ),
            heard(74, "Re: A word for a friend", "Not this time, she said, and why. I liked how she said it."),
        ),
    ),
)
