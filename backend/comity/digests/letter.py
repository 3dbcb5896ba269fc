"""A digest as a mail: plain text, and a page without anything from elsewhere, in the light and in the dark."""

from html import escape

from comity.coach import phrases
from comity.digests.contents import Contents, Line, Section
from comity.digests.weeks import Week
from comity.mail import Mail

STYLE = """
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; background: #f8f5f1; color: #241e17; -webkit-text-size-adjust: 100%;
  font: 16px/1.5 -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
.page { max-width: 576px; margin: 0 auto; padding: 32px 20px 40px; overflow-wrap: anywhere; }
h1, h2, .do { font-family: Georgia, "Times New Roman", serif; }
h1 { font-size: 26px; line-height: 1.25; font-weight: 500; margin: 0 0 4px; }
h2 { font-size: 19px; line-height: 1.25; font-weight: 500; margin: 32px 0 8px; }
.quiet { color: #554f47; margin: 0; }
ul { list-style: none; margin: 0; padding: 0 20px; border-radius: 10px;
  background: #fefdfb; border: 1px solid #dedad3; }
li { padding: 14px 0; border-top: 1px solid #dedad3; }
li:first-child { border-top: 0; }
.do { font-size: 17px; line-height: 1.35; margin: 0; }
.why { color: #554f47; font-size: 15px; margin: 4px 0 0; }
.more { color: #554f47; font-size: 15px; margin: 8px 0 0; }
a { color: #186350; }
.do a { text-decoration: none; }
.foot { color: #554f47; font-size: 14px; margin: 32px 0 0; }
@media (prefers-color-scheme: dark) {
  body { background: #151311; color: #f1eee9; }
  ul { background: #1e1b18; border-color: #33302c; }
  li { border-color: #33302c; }
  .quiet, .why, .more, .foot { color: #bbb7af; }
  a { color: #67c6aa; }
}
"""
LINKS = (("/", "Open today"), ("/settings", "Turn it off"))


def letter(contents: Contents, *, key: str, to: str, public_url: str) -> Mail:
    """Return the mail that says this. Its subject names nobody: it is read over shoulders, too."""
    title = _title(contents)
    return Mail(key, to, title, _text(contents, title, public_url), _html(contents, title, public_url))


def _title(contents: Contents) -> str:
    day = f"{contents.day:%A}, {contents.day.day} {contents.day:%B}"
    if not contents.count:
        return f"Your week from {day}"
    return f"{phrases.sentence(phrases.counted(contents.count, 'thing'))} for {day}"


def _text(contents: Contents, title: str, public_url: str) -> str:
    blocks = [title]
    for section in contents.sections:
        lines = [f"- {line.text}" + (f"\n  {line.detail}" if line.detail else "") for line in section.lines]
        blocks.append("\n".join([section.title.upper(), *lines, *filter(None, [_more(section)])]))
    for heading, sentences in _weeks(contents.week):
        blocks.append("\n".join([heading.upper(), *(f"- {sentence}" for sentence in sentences)]))
    blocks.append(_foot(public_url, f"Today: {public_url}/\n", f"Turn it off: {public_url}/settings"))
    return "\n\n".join(blocks) + "\n"


def _html(contents: Contents, title: str, public_url: str) -> str:
    sections = [_section(section, public_url) for section in contents.sections]
    weeks = [
        f"<h2>{heading}</h2><ul>{''.join(f'<li>{escape(sentence)}</li>' for sentence in sentences)}</ul>"
        for heading, sentences in _weeks(contents.week)
    ]
    today, turn_off = (f'<a href="{public_url}{path}">{words}</a>' for path, words in LINKS)
    foot = _foot(public_url, f"{today}<br>", f"{turn_off}.")
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f'<body><div class="page"><h1>{escape(title)}</h1>{"".join(sections + weeks)}'
        f'<p class="foot">{foot}</p></div></body></html>'
    )


def _section(section: Section, public_url: str) -> str:
    more = f'<p class="more">{_more(section)}</p>' if section.more else ""
    lines = "".join(_line(line, public_url) for line in section.lines)
    return f"<h2>{escape(section.title)}</h2><ul>{lines}</ul>{more}"


def _line(line: Line, public_url: str) -> str:
    text = escape(line.text)
    if public_url and line.contact_id:
        text = f'<a href="{public_url}/people/{line.contact_id}">{text}</a>'
    why = f'<p class="why">{escape(line.detail)}</p>' if line.detail else ""
    return f'<li><p class="do">{text}</p>{why}</li>'


def _more(section: Section) -> str:
    return f"And {section.more} more." if section.more else ""


def _weeks(week: Week | None) -> list[tuple[str, tuple[str, ...]]]:
    if week is None:
        return []
    return [(name, said) for name, said in (("The week behind", week.behind), ("The week ahead", week.ahead)) if said]


def _foot(public_url: str, today: str, turn_off: str) -> str:
    if not public_url:
        return "You get this mail because you asked for it in Comity's settings, where you can turn it off."
    return f"{today}You asked for this mail. {turn_off}"
