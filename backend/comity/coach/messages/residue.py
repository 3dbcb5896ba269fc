"""What a template left behind: fields that nobody filled in."""

import re
from collections.abc import Iterator

from comity.coach.word_lists import each

_FIELD_WORDS = each(
    "name names firstname lastname fullname surname first last full company companyname organization "
    "organisation employer title role position jobtitle topic event date day time your their insert enter add "
    "school university city location industry mutual connection recipient contact product project link reason "
    "article x xx xxx xxxx n number field placeholder here sender signature subject url profile person someone "
    "somebody interest interests commonality accomplishment achievement skill team department conference talk "
    "post him her them his hers he she they value amount tbd todo vorname nachname firma prénom nom société "
    "nombre apellido empresa nome cognome azienda anrede"
)
_TELLING = each(
    "name names firstname lastname fullname surname companyname jobtitle insert your placeholder recipient tbd "
    "todo vorname nachname prénom apellido cognome anrede xxx xxxx"
)
_BETWEEN = each("a an the of or and to for s in at here n them him her his he she they mr mrs ms dr")
_AROUND = (  # what stands in them is short; each search goes over the text once
    re.compile(r"\{\{[^{}\r\n]{0,80}\}\}|\{%[^{}\r\n]{0,80}%\}|\$\{[^{}\r\n]{0,80}\}|\*\|[^|\r\n]{1,40}\|\*"),
    re.compile(
        r"\{!?[A-Za-z_][\w .-]{0,40}\}|\[[^\[\]\r\n]{1,60}\](?!\()|<{1,2}[^<>\r\n]{1,40}>{1,2}|«[^«»\r\n]{1,30}»"
    ),
    re.compile(r"\((?:insert|your|company|first|last|full|recipient)[ _][^()\r\n]{1,40}\)", re.IGNORECASE),
    re.compile(r"%%?[A-Za-z_]{2,30}%%?|##[A-Za-z_]{2,30}##|__[A-Z][A-Z_]{1,30}__"),
)
_ALWAYS = re.compile(r"\{\{|\{%|\$\{|\*\|")
_BARE = re.compile(
    r"(?<![\w.-])(?:FIRST_?NAME|LAST_?NAME|FULL_?NAME|FNAME|LNAME|COMPANY_?NAME|YOUR_NAME|INSERT_\w{2,20}|"
    r"INSERT (?:NAME|COMPANY|TITLE|TOPIC|HERE|LINK|EVENT)|X{3,10}|TODO|TBD|TKTK)(?![\w-])|"
    r"\b[Ll]orem [Ii]psum\b|(?<!_)_{3,30}(?!_)(?=[ ,.!?])|(?<![\w$])\$(?:first_?|last_?|full_?|company_?)?name\b"
)
_GREETED_NOBODY = re.compile(
    r"(?:hi|hello|hey|dear)[ \t]+(null|undefined|none|nan|n/a|name|first name)\b", re.IGNORECASE
)
_TAG = re.compile(
    r"</|<!|<(?:p|br|div|span|a|b|i|u|em|strong|ul|ol|li|html|body|head|table|tr|td|th|font|img|h[1-6]|hr|"
    r"blockquote|pre|code|style|script|center|small|sub|sup)(?=[\s>/])",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"[\W_]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_MOST_FIELD_WORDS = 5  # words: a longer bracket is a remark


def residue_in(text: str) -> Iterator[tuple[int, int]]:
    """Yield the spans of fields of a template: `{{name}}`, `[Company]`, `<first name>`, `%NAME%`, `Hi null`."""
    ends = 0
    for start, end in sorted(_fields(text), key=lambda span: (span[0], -span[1])):
        if start >= ends:
            yield start, end
            ends = end


def _fields(text: str) -> Iterator[tuple[int, int]]:
    for pattern in _AROUND:
        for match in pattern.finditer(text):
            if _ALWAYS.match(match[0]) or _is_field(match[0]):
                yield match.span()
    for match in _BARE.finditer(text):
        yield match.span()
    begins = len(text) - len(text.lstrip())
    greeted = _GREETED_NOBODY.match(text, begins)
    if greeted:
        yield greeted.span(1)


def _is_field(mark: str) -> bool:
    """Say whether what stands between marks names something to be filled in."""
    if "@" in mark or "://" in mark or _TAG.match(mark):
        return False
    words = [word.casefold() for word in _SPLIT.split(_CAMEL.sub(" ", mark)) if word]
    if not 1 <= len(words) <= _MOST_FIELD_WORDS:
        return False
    if mark[0] in "[<(" and words == ["link"]:
        return mark[1:-1] in {"link", "LINK", "Link"}
    if any(word in _TELLING for word in words):
        return True
    return all(word in _FIELD_WORDS or word in _BETWEEN for word in words) and words[0] not in _BETWEEN
