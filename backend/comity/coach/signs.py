"""The signals to watch for in a conversation: what each looks like (playbook §1 and §7)."""

from comity.coach.words import Signal

GOOD_SIGNS = {
    Signal.ASKED_QUESTIONS: "They ask about you and your work.",
    Signal.INVITED_TO_RECONNECT: "They say that you should talk again.",
    Signal.OFFERED_HELP: "They offer help that you did not ask for.",
    Signal.OFFERED_INTRODUCTION: "They name somebody you should meet.",
    Signal.CANDID: "They say what is hard, not only what goes well.",
    Signal.COMMONALITY_FOUND: "You find something you share, and they dwell on it.",
    Signal.LAUGHTER: "You laugh together.",
    Signal.STAYED_LONGER: "They stay longer than planned.",
}
OTHER_SIGNS = {
    Signal.AVOIDED_NEXT_STEP: "They talk past any next step.",
    Signal.CUT_SHORT: "They end it earlier than planned.",
    Signal.VAGUE_PROMISE: "They promise something without a what or a when.",
    Signal.LOW_CURIOSITY: "They ask nothing back.",
    Signal.CURT: "Their answers get short.",
    Signal.MULTITASKING: "They read or type while you talk.",
}
