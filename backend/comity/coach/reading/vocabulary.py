"""Classes of words that the patterns share."""

from comity.coach.reading.speakers import SUBJECTS
from comity.coach.word_lists import each

# What people promise each other: deeds, not states. "She will be in Berlin" promises nothing.
DEEDS = each(
    "add advise arrange ask book bring buy call check circulate coach comment complete confirm connect contact"
    " deliver dig discuss draft drop edit email e-mail explain fill find finish fix follow forward get give help"
    " hook host inform intro introduce invite join keep lend let look loop mail make meet mention mentor message"
    " nominate organise organize pass pay phone pick ping plan point post prepare present propose provide publish"
    " put read recommend refer remind reply report research respond return review ring schedule send set share"
    " show sign sort speak submit suggest support take talk teach tell text translate try update upload visit"
    " vouch work write"
)
GIVING = each(
    # in the past tense: what changes hands
    "sent shared gave forwarded introduced recommended connected referred lent bought showed reviewed helped taught"
    " passed brought paid covered proofread edited coached mentored translated made put vouched"
    " treated hooked"
)
ADVERBS = each(
    "also then definitely certainly gladly happily personally just now even quickly still really all both kindly"
    " surely first"
)
OBJECTS = frozenset({"me", "her", "him", "them", "us", "you"})
DETERMINERS = each("a an the my her his their some two three more your our another feedback access")

CLASSES = {
    "<deed>": DEEDS,
    "<giving>": GIVING,
    "<adverb>": ADVERBS,
    "<subject>": SUBJECTS,
    "<object>": OBJECTS,
    "<a>": DETERMINERS,
    "<they>": frozenset({"she", "he", "they"}),
    "<their>": frozenset({"her", "his", "their", "the"}),
}
