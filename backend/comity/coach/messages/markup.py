"""HTML in a text that should have none: the tags are blanked out, so that what stands around them can be read."""

import re

from comity.coach.word_lists import each

_TAG = re.compile(
    r"</?(p|br|div|span|a|b|i|u|em|strong|ul|ol|li|html|body|head|table|tbody|tr|td|th|font|img|h[1-6]|hr|"
    r"blockquote|pre|code|style|script|center|small|sub|sup)(?:\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_BREAKING = each("p br div ul ol li tr table h1 h2 h3 h4 h5 h6 hr blockquote body html")


def without_tags(text: str) -> str:
    """Return the text with blanks, and line breaks where a block begins, in place of tags; of the same length."""
    return _TAG.sub(_blank, text) if "<" in text else text


def _blank(match: re.Match[str]) -> str:
    length = len(match[0])
    return "\n" + " " * (length - 1) if match[1].casefold() in _BREAKING else " " * length


def blanked(text: str, spans: list[tuple[int, int]]) -> str:
    """Return the text with blanks in some spans, which are in order; of the same length."""
    parts, place = [], 0
    for start, end in spans:
        parts += [text[place:start], " " * (end - start)]
        place = end
    return "".join([*parts, text[place:]])
