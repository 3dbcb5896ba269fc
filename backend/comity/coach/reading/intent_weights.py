"""By how much each phrase speaks for an intent, or against one.

Fitted by `python -m benchmarks.fit_intent` on 2,438 sentences of the Parakweet intent set (Apache-2.0),
two thirds of them, the rest being held out. `make bench-intent` measures it. Written by that program.

`^` begins a sentence, `<end>` ends it, `#` is a number; for the rest see `phrases_of`.
"""

BIAS = -1.3

_PHRASES = {  # in units of log odds; phrases of one weight are separated by a bar
    2.6: ("please"),
    2.2: ("discuss"),
    2.1: ("? <end>"),
    1.4: ("join|meet"),
    1.3: ("^ please"),
    1.1: ("need"),
    1.0: (", <deed>"),
    0.9: (", go|^ <deed>|call|can you"),
    0.8: (", click|could"),
    0.7: ("<deed> 's|any time|next|would|you can <deed>"),
    0.6: ("# : #|<deed> a|<deed> me know|go|know|lets <deed>|me a|schedule|you are"),
    0.5: ("<day>|<deed> me|a <deed>|and <deed>|can|do not|me|meeting|open|suggest|visit|you"),
    0.4: ("<deed> up|<sign> <sign>|^ to|discussion|for|if|we can|would be|you think"),
    0.3: (
        ", i would|<deed>|^ <deed> 's|^ for|ahead|check|give me|i would|just <deed>|start|together|we|we will|"
        "week|you <deed>|your <name>"
    ),
    0.2: ("# .|.|?|^ please <deed>|at|dinner|give|know if|on|send|talk|time|up|week .|you and|you get"),
    0.1: (
        ", i|: #|<deed> with|<deed> your|^ go|^ if|^ let 's|about <name>|available|e <sign> <deed>|event|"
        "get together|i need|in the|is the|let me know|lunch|phone|them|to <name>|week . <end>|you may|you to"
    ),
    -0.1: (
        "#|, and|, but|<deed> <deed>|<name>|<name> 's|^|and|continue to|has|he|here|like to|me <deed>|not <deed>|"
        "note|now|of|she|that|the <name>|thought|to the|we want|we want to|weeks|will need"
    ),
    -0.2: (
        ", #|, please <deed>|, please visit|. .|<name> and|^ that|^ this|address book|are|can <deed> you|"
        "discuss the|discussed|name|new|no|thanks"
    ),
    -0.3: (
        ", <name>|, the|, we|<name> <name>|<sign>|a|all|any questions|from|great|if you would|most|my|"
        "to <deed> this|to your|will be|you would"
    ),
    -0.4: ("<name> <sign>|email|ensure|is|thank|to be"),
    -0.5: ("<deed> to|<end>|address <deed>|did|find|life|look forward"),
    -0.6: ("even|make|not|you do"),
    -0.7: ("questions|they"),
    -0.8: ("receive"),
    -0.9: ("^ the"),
    -1.0: ("^ if you"),
    -1.3: ("please add"),
    -1.4: ("please click"),
}
WEIGHTS = {phrase: weight for weight, phrases in _PHRASES.items() for phrase in phrases.split("|")}
