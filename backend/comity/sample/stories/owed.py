"""Those with whom something is owed, or stands ahead: an answer, a deed, thanks, a talk, an event."""

from comity.coach.words import Action, Purpose, Signal
from comity.sample.gatherings import OPEN_DESK, QUIET_METRICS, TIDEWATER
from comity.sample.telling import (
    Plan,
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
    planned,
    ran_into,
    saw,
    theirs,
    wrote,
)

OWED = (
    Story(
        "Valentina Uzcátegui",
        roams=True,
        moments=(
            introduced(312, "Milagros put us in touch: 'you two complain about the same things'."),
            saw(
                300,
                35,
                "First call. She drew the ferry timetable on a napkin and held it to the camera; we laughed a lot.",
                Signal.LAUGHTER,
                Signal.ASKED_QUESTIONS,
            ),
            gave(
                240, "our checklist for moving data without a day off", "Sent her the checklist before the big switch."
            ),
            saw(
                205,
                50,
                "The switch went well. She told me honestly which two nights nearly sank it.",
                Signal.CANDID,
                Signal.STAYED_LONGER,
            ),
            wrote(151, "How did the holidays go?", "Asked how the first holiday traffic went."),
            heard(
                148, "Re: How did the holidays go?", "Forty thousand tickets and no phone call. She is proud, quietly."
            ),
            saw(94, 40, "She wants to lead less and build more; asked how I decided that.", Signal.ASKED_QUESTIONS),
            wrote(41, "That article on leading from the side", "Shared the article we had talked about."),
            heard(39, "Re: That article", "Read it twice, gave it to her team."),
            heard(
                2,
                "Would you read my talk?",
                "She speaks about the ferry rewrite next month and asks whether I would read her outline, ten minutes.",
                expects_reply=True,
            ),
        ),
        facts={"importance": 4, "needs": ["a speaker coach who knows engineers"]},
    ),
    Story(
        "Andrés Belisario",
        roams=True,
        moments=(
            saw(
                152,
                25,
                "He tests every screen on a ten-year-old phone. Found out we both shoot on film.",
                Signal.COMMONALITY_FOUND,
                Signal.ASKED_QUESTIONS,
            ),
            wrote(101, "Light meters", "Sent a photo of the light meter I found at the flea market."),
            heard(99, "Re: Light meters", "He has the same one, broken since 1994."),
            saw(12, 30, "He asked for an honest eye on the clinic screens. I said I would look.", Signal.CANDID),
            wrote(11, "Thank you", "Thanked him for showing unfinished work.", purpose=Purpose.THANKS),
        ),
        vows=(mine(12, "look through the clinic screens and send him three honest notes", due=1),),
        facts={"needs": ["someone who has shipped software to clinics"]},
    ),
    Story(
        "Aroha Ngata",
        roams=True,
        moments=(
            ran_into(203, 20, "Met in the queue for coffee. Her robots pick apples and apologise.", Signal.LAUGHTER),
            saw(160, 40, "Walked me through the orchard by phone camera, gumboots and all.", Signal.STAYED_LONGER),
            wrote(118, "Growers who repair", "Asked what the growers repaired first."),
            heard(116, "Re: Growers who repair", "The wheels. Always the wheels. She sent a picture."),
            saw(70, 35, "Spoke about saying no to a large customer. She did, and slept well.", Signal.CANDID),
            saw(
                1,
                45,
                "Long talk about pricing experiments; she laughed at my spreadsheet story. Again soon, she said.",
                Signal.LAUGHTER,
                Signal.INVITED_TO_RECONNECT,
                Signal.ASKED_QUESTIONS,
            ),
        ),
        facts={"importance": 5, "interests": ["sea kayaking", "pricing"]},
    ),
    Story(
        "Wiremu Takerei",
        roams=True,
        moments=(
            introduced(150, "Aroha introduced us by mail: 'he calls every customer in the first week'."),
            saw(
                141,
                30,
                "He coaches under-twelves and runs onboarding the same way: one thing at a time.",
                Signal.LAUGHTER,
                Signal.OFFERED_HELP,
            ),
            wrote(92, "Your first-week calls", "Asked how he opens the call."),
            heard(90, "Re: Your first-week calls", "With silence, he says. People fill it."),
            messaged(48, "Congratulated him on the under-twelves' cup.", purpose=Purpose.CONGRATULATION),
        ),
        plan=Plan(6, Action.SHARE_VALUE, "Send him the phone script that worked with our first ten customers."),
        facts={"needs": ["a phone script that does not sound like one"]},
    ),
    Story(
        "Fiona Drummond",
        roams=True,
        moments=(
            ran_into(
                0.8,
                14,
                "At the small tables. She deletes a chart every Friday; I told her about ours. Good fun.",
                Signal.LAUGHTER,
                event=QUIET_METRICS,
            ),
        ),
        facts={"how_met": "at a small table of the Quiet Metrics Evening"},
    ),
    Story(
        "Laura Schiller",
        moments=(
            ran_into(402, 25, "She played me the delays of the night train on a laptop. Beautiful.", Signal.LAUGHTER),
            saw(340, 30, "How to measure what people feel. We disagreed and enjoyed it.", Signal.CANDID),
            wrote(280, "The night train", "Told her I finally took it. Two hours late, in D minor."),
            heard(277, "Re: The night train", "She laughed so much that she set it to music."),
            wrote(0.2, "Last night", "Thanked her for the question she asked at the evening.", event=QUIET_METRICS),
        ),
    ),
    Story(
        "Ines Carvalhal",
        moments=(noted(20, "Runs the library of things in Lisbon. Beatriz says she knows everybody who repairs."),),
        facts={"connected_on": 21, "needs": ["tools that survive being lent"]},
    ),
    Story(
        "Penelope Chow",
        moments=(
            ran_into(
                1,
                12,
                "Sat at the next desk in the swap. She draws neon signs before they are taken down.",
                Signal.ASKED_QUESTIONS,
                event=OPEN_DESK,
            ),
        ),
        facts={"connected_on": 260},
    ),
    Story(
        "Tomás Figueira",
        moments=(
            messaged(61, "Asked which chart his grandmother liked best."),
            pinged(58, "The one without numbers, of course."),
            messaged(3, "Suggested to look at each other's charts over a bica.", event=TIDEWATER),
        ),
    ),
    Story(
        "Arjun Mehta",
        moments=(
            met(610, 60, "Six months of one project end with dosas. We should do that again.", Signal.LAUGHTER),
            called(520, 30, "He asked me before he took the new job. I felt honoured.", Signal.CANDID),
            saw(430, 40, "Parents share one phone, so the app has no profiles. Clever.", Signal.ASKED_QUESTIONS),
            wrote(395, "One phone", "Told two friends about the app without profiles."),
            heard(391, "Re: One phone", "One of them called him."),
            messaged(5, "Saw his name on the list and said I look forward to it.", event=TIDEWATER),
            pinged(4, "He will be there, and he brings the bad jokes."),
        ),
        facts={"importance": 4},
    ),
    Story(
        "Kwame Asante",
        moments=(
            introduced(410, "Amara introduced us: 'he rents cold by the hour'."),
            called(400, 30, "He explained ice to me. I was wrong about everything and enjoyed it.", Signal.LAUGHTER),
            called(330, 25, "The second site opened. The traders named it the fridge of hope.", Signal.STAYED_LONGER),
            gave(270, "an introduction to a pump supplier", "Put him in touch with the pump people."),
            saw(200, 40, "He told me what the bad month cost, in numbers.", Signal.CANDID),
            wrote(130, "The rainy season", "Asked how the stores got through the rains."),
            heard(127, "Re: The rainy season", "Dry floors, wet guitars."),
            planned(called(6, 30, "How he decides on the third site."), goals=("how he chose the third site",)),
        ),
        vows=(theirs(200, "send the price list of the second site", due=-180, kept=185),),
        facts={"importance": 4, "observances": ["christian"]},
    ),
    Story(
        "Nadia Haddad",
        moments=(
            met(
                720, 60, "First lunch. She sketched one ticket for trains, boats and bicycles.", Signal.ASKED_QUESTIONS
            ),
            met(640, 45, "She talked me out of a bad idea, kindly.", Signal.CANDID),
            called(560, 25, "Two towns signed. We celebrated by phone with tea.", Signal.LAUGHTER),
            got(500, "an introduction to the ferry company", "She introduced me without being asked."),
            met(455, 50, "Ice swimming, then soup. I will not do that again. We will do that again.", Signal.LAUGHTER),
            gave(390, "the interviews we did with commuters", "Gave her our commuter interviews."),
            saw(310, 40, "Compared our worst meetings of the year.", Signal.LAUGHTER, Signal.CANDID),
            wrote(250, "Thirty towns", "Congratulated her on the thirtieth town."),
            heard(248, "Re: Thirty towns", "She answered from a boat."),
            saw(170, 30, "She considers a year off and wanted to hear it said aloud.", Signal.CANDID),
            met(80, 70, "Her year off has a date. I promised to be the first visitor.", Signal.STAYED_LONGER),
            planned(
                saw(2, 45, "Before her year off: what she hands over, and to whom."),
                goals=("who takes over the ticket for bicycles", "what she wants to be asked in a year"),
            ),
        ),
        vows=(mine(170, "send the book about sabbaticals", due=-160, kept=166),),
        facts={"importance": 5, "needs": ["somebody to sublet a flat for a year"]},
    ),
    Story(
        "Yuki Tanabe",
        moments=(
            wrote(12, "Ticket machines", "Wrote that her piece on the confusing machine made my week."),
            heard(10, "Re: Ticket machines", "She proposed a quarter of an hour by video."),
            saw(1, 25, "Showed me how a grandmother buys a ticket, with dolls. I have many questions."),
        ),
        facts={"interests": ["rakugo", "wayfinding"]},
    ),
    Story(
        "Lucía Ferrer",
        moments=(
            met(74, 45, "Vermouth and fonts. She knows the story behind each sign in the street.", Signal.LAUGHTER),
            wrote(43, "The baker's sign", "Sent her a photo of a sign for her collection."),
            heard(40, "Re: The baker's sign", "It is from 1911, and the A is upside down."),
            met(
                3,
                55,
                "She showed me the new brand before the client saw it, and wanted to know what I would leave out.",
                Signal.ASKED_QUESTIONS,
                Signal.CANDID,
            ),
            wrote(2, "Thank you", "Thanked her, with one thing I would leave out.", purpose=Purpose.THANKS),
        ),
        facts={"importance": 4},
    ),
    Story(
        "Milagros Tovar",
        roams=True,
        moments=(
            ran_into(322, 30, "Her workshop was full, so she taught it again in the corridor.", Signal.STAYED_LONGER),
            saw(262, 35, "She keeps a list of every first contribution. Two hundred names.", Signal.ASKED_QUESTIONS),
            wrote(200, "Two hundred names", "Asked to see the list grow."),
            heard(197, "Re: Two hundred names", "Two hundred and thirty-one."),
        ),
        facts={"importance": 4},
    ),
    Story(
        "Rafael Oquendo",
        roams=True,
        moments=(
            saw(150, 30, "His pipeline stops, waits for the power, and goes on. Like him.", Signal.LAUGHTER),
            wrote(95, "Power cuts", "Asked what the longest one was."),
            heard(93, "Re: Power cuts", "Nine hours, and not a row lost."),
            saw(
                1,
                30,
                "We went through the pipeline line by line. He enjoyed it as much as I did, and it ran late.",
                Signal.STAYED_LONGER,
                Signal.ASKED_QUESTIONS,
            ),
        ),
        vows=(theirs(1, "send the scripts that notice a power cut before the lights do", due=10),),
    ),
    Story(
        "Tama Rewi",
        roams=True,
        moments=(
            met(730, 80, "Walked along the harbour with his first map. Every bench on it has a name.", Signal.LAUGHTER),
            called(650, 30, "He asked whether a map can have an opinion. We said yes.", Signal.CANDID),
            gave(600, "two days of proofreading", "Proofread the second map."),
            met(560, 60, "Launch in the library. He thanked me from the stage.", Signal.STAYED_LONGER),
            wrote(470, "The third map", "Asked where the third map will begin."),
            heard(466, "Re: The third map", "At the fish shop, where else."),
            called(415, 35, "He sounded tired. We spoke about stopping for a while.", Signal.CANDID),
            heard(
                1,
                "It is done",
                "After a year of silence: the third map is printed, and would I say a few words at the launch?",
                expects_reply=True,
            ),
        ),
        facts={"importance": 5, "needs": ["a printer who takes small runs"]},
    ),
    Story(
        "Marcus Whitfield",
        moments=(
            met(700, 60, "Two years in the next team, and only now a lunch. What a waste!", Signal.LAUGHTER),
            called(630, 25, "He asked how to say no to his director. He said it.", Signal.CANDID),
            met(560, 45, "Bread and roadmaps in his kitchen.", Signal.COMMONALITY_FOUND),
            got(510, "a jar of sourdough starter", "He left a jar of starter at my desk. It is called Gerald."),
            saw(450, 30, "Showed me the reminders in eleven languages.", Signal.ASKED_QUESTIONS),
            wrote(400, "Gerald lives", "Sent a picture of Gerald's latest bread."),
            heard(398, "Re: Gerald lives", "He forwarded it to the whole floor."),
        ),
        plan=Plan(5, Action.CONGRATULATE, "Write to him when the first days in the new job are over."),
        facts={"importance": 5, "job_started_on": 12, "employers": ["Saltbox Medical"]},
    ),
    Story(
        "Sofia Almeida",
        moments=(
            messaged(58, "Asked how neighbours react when the app says the sun is free."),
            pinged(56, "They start washing machines and wave to each other, she says."),
            messaged(4, "Told her which talk I will sit in, and saved her a seat.", event=TIDEWATER),
            pinged(3, "She brings her neighbour's almonds."),
        ),
        facts={"how_met": "she wrote about a talk of mine", "needs": ["examples of prices that people call fair"]},
    ),
)
