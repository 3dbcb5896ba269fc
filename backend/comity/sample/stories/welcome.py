"""Those to whom a word would be welcome now: a follow-up, a question about a promise, good wishes, an ask, a gift."""

from comity.coach.words import AskOutcome, AskSize, Purpose, Signal, TrustStage
from comity.sample.telling import (
    Story,
    called,
    gave,
    got,
    heard,
    introduced,
    messaged,
    met,
    mine,
    noted,
    pinged,
    ran_into,
    saw,
    theirs,
    wrote,
)

WELCOME = (
    Story(
        "Kaarel Tamm",
        moments=(
            ran_into(160, 25, "He heats a swimming hall with servers, and swims there.", Signal.LAUGHTER),
            saw(
                46,
                25,
                "He said he would send me the plans of the heat exchanger.",
                Signal.OFFERED_HELP,
                Signal.CANDID,
            ),
            wrote(45, "Thank you", "Thanked him for the tour.", purpose=Purpose.THANKS),
        ),
        vows=(theirs(46, "send the plans of the heat exchanger", due=-16),),
    ),
    Story(
        "Camille Fournier",
        moments=(
            met(210, 40, "Biscuits in returnable tins. I ate the evidence.", Signal.LAUGHTER),
            wrote(120, "The tins", "Asked how many tins come back."),
            heard(118, "Re: The tins", "Nine of ten. The tenth is on my shelf, she suspects."),
            wrote(
                9,
                "One question about deposits",
                "Asked which deposit people take seriously.",
                ask_size=AskSize.QUESTION,
            ),
        ),
        facts={"importance": 4},
    ),
    Story(
        "Leilani Kahale",
        moments=(
            ran_into(480, 40, "She lets school classes count the reef, and they count better.", Signal.STAYED_LONGER),
            saw(360, 30, "The children found a fish that was not on the list.", Signal.LAUGHTER),
        ),
        facts={"birthday": 0, "seniority": "senior"},
    ),
    Story(
        "Henrik Aaldering",
        moments=(
            met(300, 45, "He reads contracts aloud until they sound like people.", Signal.LAUGHTER),
            wrote(210, "Two pages", "Told him the two-page term sheet made a friend cry with joy."),
            heard(208, "Re: Two pages", "He asked for permission to quote that."),
        ),
        facts={"occasions": [{"kind": "promotion", "on": 6, "note": "been made general counsel"}]},
    ),
    Story(
        "Bjørn Eriksrud",
        moments=(
            introduced(420, "Nadia introduced us at her birthday, over the soup."),
            met(
                410, 60, "A lamp that must never need an update. He has thought about it for ten years.", Signal.CANDID
            ),
            called(330, 30, "Compared our worst releases. His was a lighthouse.", Signal.LAUGHTER),
            gave(250, "the notes of our fault hunt", "Sent him how we found the fault that came with the frost."),
            wrote(160, "The frost", "Asked whether the notes were of use."),
            heard(158, "Re: The frost", "They found theirs on page two."),
            saw(35, 40, "He spoke warmly of Ingrid, and of how she says no.", Signal.OFFERED_INTRODUCTION),
            wrote(34, "Thank you", "Thanked him for the hour.", purpose=Purpose.THANKS),
        ),
        facts={"importance": 4},
    ),
    Story(
        "Ingrid Solheim",
        moments=(noted(60, "Heard her on the radio: 'the best update is none'. I would like to ask her how."),),
        facts={"importance": 5},
    ),
    Story(
        "Rohan Malhotra",
        moments=(noted(45, "His evening schools meet in parked taxis. No idea yet who knows him."),),
    ),
    Story(
        "Clara Vogelsang",
        moments=(
            met(96, 45, "A repair café between two presses. The workers bring toasters.", Signal.LAUGHTER),
            wrote(60, "Toasters", "Asked what was repaired most."),
            heard(57, "Re: Toasters", "Radios. And two marriages, she says."),
            saw(
                10,
                40,
                "She wants to open a second one and asked whether we could think about it together.",
                Signal.INVITED_TO_RECONNECT,
                Signal.ASKED_QUESTIONS,
                Signal.CANDID,
            ),
            wrote(9, "Thank you", "Thanked her, and said yes.", purpose=Purpose.THANKS),
        ),
        facts={"importance": 4, "needs": ["a retired electrician in the second district"]},
    ),
    Story(
        "Emeka Nwosu",
        moments=(
            introduced(500, "Amara sent us both the same song, and each other's numbers."),
            called(490, 40, "Savings circles by text message. His aunt is the first user.", Signal.LAUGHTER),
            called(410, 30, "He asked what I would cut. I said the app. He did.", Signal.CANDID),
            saw(320, 35, "Ten thousand circles. His aunt has opinions on the logo.", Signal.LAUGHTER),
            gave(230, "a teardown of their first-week texts", "Sent notes on their first-week texts."),
            wrote(150, "First week", "Asked whether the shorter text worked."),
            heard(148, "Re: First week", "Twice as many answers. He owes me a record."),
            saw(33, 30, "They hire for the second country. He told me who decides there.", Signal.OFFERED_HELP),
            wrote(32, "Thank you", "Thanked him, and sent the song of the year.", purpose=Purpose.THANKS),
        ),
        facts={"importance": 5},
    ),
    Story(
        "Hannah Stein",
        moments=(
            met(690, 60, "Our first day in the same office, and the heating failed.", Signal.LAUGHTER),
            met(600, 45, "She asked for feedback and wrote it down. All of it.", Signal.CANDID),
            called(515, 20, "A hard week. We talked about bouldering and nothing else.", Signal.LAUGHTER),
            met(430, 50, "She left; cake, and a long walk home.", Signal.STAYED_LONGER),
            called(350, 30, "Open salaries at the new place. She is nervous and right.", Signal.CANDID),
            wrote(290, "Open salaries", "Asked how the first week with open salaries went."),
            heard(288, "Re: Open salaries", "Three raises, no fights."),
            met(235, 60, "Bouldering. I fell on everything.", Signal.LAUGHTER),
        ),
        vows=(
            theirs(350, "send the salary bands", due=-340, kept=342),
            mine(235, "introduce her to Meera about on-call pay", due=-225, kept=230),
        ),
        facts={"importance": 5, "employers": ["Kranich & Partner"], "needs": ["talks about fair pay"]},
    ),
    Story(
        "Mateusz Wilk",
        moments=(
            ran_into(260, 25, "Board games until the venue closed. He let me win once.", Signal.LAUGHTER),
            saw(190, 30, "He keeps the old system alive and speaks of it with love.", Signal.CANDID),
        ),
        facts={"org_trouble_on": 9, "notes": "The merger was in the news; half the floor is leaving."},
    ),
    Story(
        "Min-jun Baek",
        moments=(
            noted(
                400,
                "We shared a desk for a year before I kept notes. A good colleague, and a better listener.",
                trust_stage=TrustStage.RAPPORT,
            ),
            messaged(120, "Sent him a recording of my grandfather's dialect."),
            pinged(118, "His model understood every second word. 'Your grandfather wins', he wrote."),
        ),
        facts={"employers": ["Kranich & Partner"], "importance": 4},
    ),
    Story(
        "Grace Mbeki",
        moments=(
            met(380, 60, "She turned my question into four better ones.", Signal.ASKED_QUESTIONS),
            got(300, "an introduction to two of her fellows", "She introduced two fellows to me, just so."),
            wrote(
                210,
                "Somebody in Nairobi",
                "Asked whether she knows a field researcher in Nairobi.",
                ask_size=AskSize.INTRODUCTION,
                ask_outcome=AskOutcome.GRANTED,
            ),
            heard(208, "Re: Somebody in Nairobi", "She knew three, and wrote to all of them."),
            called(205, 15, "Thanked her by phone. She laughed it off.", Signal.LAUGHTER),
            got(140, "a place on the fellows' list", "She put me on the list of the fellows' letters."),
        ),
        facts={"importance": 4, "needs": ["mentors for first-time managers"]},
    ),
)
