"""By how much each phrase speaks for an intent, or against one.

Fitted by `python -m benchmarks.fit_intent` on 2,438 sentences of the Parakweet intent set (Apache-2.0),
two thirds of them, the rest being held out. `make bench-intent` measures it. Written by that program.

`^` begins a sentence, `<end>` ends it, `#` is a number; for the rest see `phrases_of`.
"""

BIAS = -1.3

_PHRASES = {  # in units of log odds; phrases of one weight are separated by a bar
    2.8: ("please"),
    2.5: ("discuss"),
    2.1: ("? <end>"),
    1.8: (", go"),
    1.7: ("join|meet"),
    1.5: (", click"),
    1.4: ("^ please"),
    1.3: ("^ go|need"),
    1.2: (", <deed>|any time"),
    1.1: ("can you|suggest|you can <deed>"),
    1.0: ("^ <deed>|me a"),
    0.9: ("about <name>|call|just <deed>|lets <deed>|was wondering if|you think"),
    0.8: ("<deed> me know|do not|know if|next|open|schedule|visit|would"),
    0.7: ("<deed> 's|^ to|could|event"),
    0.6: (", i would|<day>|<deed> a|<sign> <sign>|^ <deed> 's|a <deed>|discussion|meeting|start|you|you and|you are"),
    0.5: (
        "<deed> <sign> link|^ could|^ for|ahead|and <deed>|can|check|for|get together|go|know|me|we can|we will|"
        "would be"
    ),
    0.4: (
        "# : #|: #|<deed> me|<sign> <deed>|^ if|dinner|give me|interested|lunch|this .|together|you <deed>|"
        "you get|you may|you must|your <name>"
    ),
    0.3: (
        "<deed> to <deed>|<deed> up|<deed> with|?|^ let 's|and <deed> us|appreciate|at|feedback|happy to|i need|"
        "i would|if|is the|send|talk|time for|to <name>|up|we|we could|week .|wondering if|you to"
    ),
    0.2: (
        "# .|, just|.|<deed>|<name> in|<sign> you|^ please <deed>|available|chat|full|guys|if you are|in the|"
        "let me know|need your|not you|on|phone|please make|them|time|we need to|week|what is|will you"
    ),
    0.1: (
        "<deed> your|<name> <name> <name>|^ also ,|^ can|after you|be|give|have to|how|me know|on your|our|review|"
        "that you|the <deed>|these|to talk|too|week . <end>|were|will <deed> you|works|you have|you will"
    ),
    -0.1: (
        "#|<name>|^ i am|and|delivery|do|first|for <day>|has|have|here|him|in <name>|longer|not <deed>|off|office|"
        "out|video|was|you <day> ."
    ),
    -0.2: (
        ", and|, please <deed>|<deed> <deed>|<deed> <sign>|<name> 's|<sign>|<sign> <name>|^|already|been|by|ever|"
        "from|he|note|now|people|to send|we want to"
    ),
    -0.3: (
        ", #|, but|. .|<name> <sign> link|<name> and|<sign> .|a|are|can <deed> you|change|gas|if you need|"
        "like to share|my|new|no|she|to ensure|to your|we want|weeks|you would"
    ),
    -0.4: (
        ", we|<name> <name>|^ a|^ this|^ to ensure|address book|all|discussed|email|insurance|is|me <deed>|most|"
        "name|post|to <deed> this"
    ),
    -0.5: (", the|. com .|<deed> to|continue to|did|discuss the|great|life|link below to|please do|thought|will be"),
    -0.6: (", <name>|<end>|<name> <sign>|^ that|any questions|if you would|make|thanks|to be"),
    -0.7: ("find|look forward|not|will need"),
    -0.8: (", please visit|address <deed>|questions|thank"),
    -0.9: (", you will|receive|they|you do"),
    -1.0: ("^ the|even"),
    -1.3: ("^ if you"),
    -1.4: ("please add"),
    -1.6: ("please click"),
}
WEIGHTS = {phrase: weight for weight, phrases in _PHRASES.items() for phrase in phrases.split("|")}
