"""What is said of everyone whose story is not told on its own: each note takes up what they do or like."""

from comity.coach.words import Signal

Talk = tuple[str, tuple[Signal, ...]]

FIRST_TALKS: tuple[Talk, ...] = (
    ("Shared a table at lunch. {first} lit up over {busy_with}.", (Signal.ASKED_QUESTIONS,)),
    ("Both early, both bored by the opening. We ended up at {likes}.", (Signal.COMMONALITY_FOUND,)),
    ("Stood in the wrong queue together and talked about {busy_with}.", (Signal.LAUGHTER,)),
    ("{first} asked the best question of the day; I went over and said so.", (Signal.ASKED_QUESTIONS,)),
    ("Helped carry chairs afterwards. Talked about {likes}, hardly about work.", (Signal.STAYED_LONGER,)),
    ("Short and friendly, by the cloakroom. {first} told me about {busy_with}.", (Signal.CANDID,)),
    ("We disagreed about the keynote and enjoyed it.", (Signal.CANDID,)),
    ("{first} drew {busy_with} on a coaster. I kept the coaster.", (Signal.LAUGHTER,)),
)

COFFEES: tuple[Talk, ...] = (
    ("Coffee near the station, all about {busy_with}. Left with two pages of notes.", (Signal.CANDID,)),
    ("{first} came straight from {likes} and was in a very good mood.", (Signal.LAUGHTER,)),
    ("Asked how it goes with {busy_with}. The honest answer took an hour, and was worth it.", (Signal.CANDID,)),
    ("We stayed until they put the chairs up.", (Signal.STAYED_LONGER, Signal.LAUGHTER)),
    ("{first} wanted my opinion on {busy_with}, and then changed half of it on the spot.", (Signal.ASKED_QUESTIONS,)),
    ("Half work, half {likes}. The better half was not work.", (Signal.COMMONALITY_FOUND,)),
    ("Compared the mistakes of the year. {first} won.", (Signal.LAUGHTER, Signal.CANDID)),
    ("Walked instead of sitting. {first} thinks better on foot, and so do I.", (Signal.COMMONALITY_FOUND,)),
    ("Good talk about saying no. {first} had to, twice, because of {busy_with}.", (Signal.CANDID,)),
    ("Lunch ran over. 'We should do this without a reason', said {first}.", (Signal.INVITED_TO_RECONNECT,)),
    ("{first} brought a friend's question; we solved it with a napkin.", (Signal.ASKED_QUESTIONS,)),
    ("A quiet one. {first} is tired, but proud of {busy_with}.", (Signal.CANDID,)),
)

CALLS: tuple[Talk, ...] = (
    ("Quick call about {busy_with}; it grew to half an hour.", (Signal.STAYED_LONGER,)),
    ("{first} rang back from a train. We lost the line three times and laughed each time.", (Signal.LAUGHTER,)),
    ("Talked through a hard decision. {first} already knew, and wanted to hear it said.", (Signal.CANDID,)),
    ("Asked about {likes}; that was the right question.", (Signal.LAUGHTER,)),
    ("{first} asked how we had solved it, and took notes.", (Signal.ASKED_QUESTIONS,)),
    ("Short and warm. With {busy_with}, the end is in sight.", (Signal.CANDID,)),
    ("{first} knows somebody I should meet, and means it.", (Signal.OFFERED_INTRODUCTION,)),
    ("Spoke about what we would do with a free month. {first}: {likes}.", (Signal.LAUGHTER,)),
)

VIDEOS: tuple[Talk, ...] = (
    ("Got a tour by camera: {busy_with}, from the first sketch on.", (Signal.ASKED_QUESTIONS,)),
    ("Looked at the numbers together. They are better than {first} believes.", (Signal.CANDID,)),
    ("Screens off after ten minutes; we just talked.", (Signal.STAYED_LONGER,)),
    ("{first} tried the hard part of {busy_with} on me first. It works.", (Signal.CANDID, Signal.ASKED_QUESTIONS)),
    ("The cat took part. So did {likes}.", (Signal.LAUGHTER,)),
    ("Planned nothing, found three things to do.", (Signal.INVITED_TO_RECONNECT,)),
)

LETTERS: tuple[tuple[str, str, str], ...] = (  # subject, what the owner wrote, what came back
    ("A question about your work", "Asked what is hardest about {busy_with}.", "A long and generous answer."),
    ("This made me think of you", "Passed on an article about {likes}.", "{first} knew the author, of course."),
    ("How did it go?", "Asked how the big week went.", "Well, with one scar, says {first}."),
    ("Your talk", "Told {first} which sentence stayed with me.", "It was the one that nearly got cut."),
    ("An old photo", "Sent the photo from the day we met.", "We looked younger then, {first} finds."),
    ("Small favour returned", "Sent the template I had promised.", "It is in use already, for {busy_with}."),
    ("A name for you", "Named somebody who has done the like of {busy_with}.", "They have spoken since."),
    ("Greetings from the road", "Wrote from a town with a lot of {likes}.", "{first} sent a list of places to see."),
)

GIFTS: tuple[tuple[str, str], ...] = (
    ("an introduction to somebody who has done it before", "Introduced {first} to somebody who knows the subject."),
    ("an hour of proofreading", "Proofread the proposal for {busy_with}."),
    ("a book", "Sent a book on {likes}, with one page marked."),
    ("our notes on a similar case", "Shared our notes; they may help with {busy_with}."),
)

HOW_MET = (
    "in the corridor of a conference",
    "on the last train after a conference",
    "at a workshop, in the second row",
    "at somebody's summer party",
    "in the queue for the cloakroom",
)

NOTES = (
    "Somebody to keep in mind for questions about {busy_with}.",
    "Would get on well with people who care for {likes}.",
    "Said they would be glad to hear from me. I should write one day.",
    "Lost the card, found the name again in an old notebook.",
)

TRIES = (
    "Wrote that {busy_with} made me curious, and asked how it began.",
    "Asked one question about {busy_with}.",
    "Wrote because of a talk I had heard: {busy_with}.",
)

SCHOOLS = ("Halvorsen School of Design", "Brackwater Polytechnic", "Lindenhof Business School", "Mount Aster College")

THANKS: tuple[tuple[str, str], ...] = (  # subject, and the whole letter
    (
        "Thank you",
        "Dear {first},\n\nthank you for the time. I keep thinking of {busy_with}. Shall I send you what I find?",
    ),
    ("Yesterday", "Dear {first},\n\nthat did me good. Which of the two would you begin with?"),
    ("Still smiling", "{first}, thank you! Your word about {likes} stays with me."),
    (
        "Thank you, and a long letter",
        "Dear {first},\n\n"
        "I have led four teams and built two products since we last spoke, and I want to tell you about all of it. "
        + "There was the launch, then the second launch, then the move, and each of them taught me something. " * 7
        + "\n\nWhat do you think?",
    ),
    ("About {busy_with}", "Dear {first},\n\nthank you for showing me {busy_with}. May I ask again in a month?"),
)
