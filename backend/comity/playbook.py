"""Writes the rule book from the code: every rule as its function says it, with the numbers that it goes by.

`docs/playbook.md` is this, committed; a running Comity shows it at `/playbook`, where the reasons of its advice lead.
"""

import importlib
import inspect
import pkgutil
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from functools import cache
from html import escape
from types import CodeType, FunctionType, ModuleType
from typing import Any

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from comity.coach import blocks, rules, thresholds
from comity.coach.situation import Situation
from comity.coach.thresholds import DEFAULTS, Thresholds

PATH = "/playbook"
TITLE = "The rule book"
INTRODUCTION = (
    "Every recommendation, warning and date that Comity gives is the effect of one of these rules, and names it. "
    "A rule's name is its address: `silence.follow-up-once` is the function `follow_up_once` in "
    "`backend/comity/coach/rules/silence.py`. This page is written from the code, so what it says is what happens."
)
OUR_CODE = "comity.coach."
EVERY_OTHER_RULE = frozenset({"may_ask", "is_resting"})  # they ask all the rules there are, whose numbers are theirs
_LINE = re.compile(r"^    (\w+): [^=]+ = .*?  # (.+)$", re.MULTILINE)
_TABLE = re.compile(r"^([A-Z_]+) = \{  # (.+)$", re.MULTILINE)
_SHAPE = re.compile(r"[a-z_]+: |Raises |Source: ")
_CODE = re.compile(r"`([^`]+)`")

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the coach: its value, its unit and the reason for it."""

    name: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as the code says it. says: paragraphs."""

    name: str
    says: tuple[str, ...]
    numbers: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """The rules of one file."""

    name: str
    about: str
    rules: tuple[Rule, ...]


def why(rule: str) -> str:
    """Return where a rule is explained: an address of this Comity, whoever hosts it."""
    return f"{PATH}#{anchor(rule)}"


def anchor(rule: str) -> str:
    """Return the name of a rule's place on the page."""
    return rule.replace(".", "-")


@cache
def families() -> tuple[Family, ...]:
    """Return every rule there is, by family."""
    return tuple(
        _family(importlib.import_module(f"{rules.__name__}.{found.name}"))
        for found in sorted(pkgutil.iter_modules(rules.__path__), key=lambda found: found.name)
    )


@cache
def numbers() -> dict[str, Number]:
    """Return every number of the coach, by its name."""
    source = inspect.getsource(thresholds)
    reasons = dict(_LINE.findall(source)) | {name.lower(): reason for name, reason in _TABLE.findall(source)}
    return {
        field.name: Number(field.name, _shown(getattr(DEFAULTS, field.name)), reasons[field.name])
        for field in fields(Thresholds)
    }


def markdown() -> str:
    """Return the page as Markdown."""
    lines = [f"# {TITLE}", "", INTRODUCTION, ""]
    for family in families():
        lines += [f"## `{family.name}.*`", "", family.about, ""]
        for rule in family.rules:
            lines += [f'<a id="{anchor(rule.name)}"></a>', "", f"### `{rule.name}`", ""]
            lines += [line for paragraph in rule.says for line in (paragraph, "")]
            lines += [f"- `{one.name}` {one.value}: {one.reason}" for one in rule.numbers]
            lines += [""] if rule.numbers else []
    lines += ["## All numbers", "", "| number | value | unit and reason |", "|---|---|---|"]
    lines += [f"| `{one.name}` | {one.value} | {one.reason} |" for one in numbers().values()]
    return "\n".join(lines) + "\n"


@cache
def page() -> str:
    """Return the page as HTML, without scripts and styles of its own."""
    body = "".join(_section(family) for family in families())
    head = '<meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    head += f'<meta name="color-scheme" content="light dark"><title>{TITLE}</title>'
    main = f"<main><h1>{TITLE}</h1>{_text(INTRODUCTION)}{body}</main>"
    return f'<!doctype html><html lang="en"><head>{head}</head><body>{main}</body></html>'


@router.get(PATH, response_class=HTMLResponse)
def show_playbook() -> str:
    """Show the rule book."""
    return page()


def _family(module: ModuleType) -> Family:
    found = [
        _rule(module, function)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
    ]
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    return Family(name, inspect.getdoc(module) or "", tuple(found))


def _rule(module: ModuleType, function: FunctionType) -> Rule:
    name = f"{module.__name__.rpartition('.')[2]}.{function.__name__}".replace("_", "-")
    said = (" ".join(paragraph.split()) for paragraph in (inspect.getdoc(function) or "").split("\n\n"))
    says = tuple(paragraph for paragraph in said if not _SHAPE.match(paragraph))  # shapes are for who calls it
    used = set(_numbers_of(function.__code__, function.__globals__, set()))
    return Rule(name, says, tuple(number for number in numbers().values() if number.name in used))


def _numbers_of(code: CodeType, around: dict[str, Any], seen: set[CodeType]) -> Iterator[str]:
    """Yield the names of the numbers that a function goes by, itself or through what it calls in the coach."""
    if code in seen:
        return
    seen.add(code)
    yield from (name for name in code.co_names if name in numbers())
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _numbers_of(inner, around, seen)
    for called in _called(code.co_names, around):
        yield from _numbers_of(called.__code__, called.__globals__, seen)


def _called(names: Iterable[str], around: dict[str, Any]) -> Iterator[FunctionType]:
    """Yield the coach's functions that these names may mean: of the module, of a module in it, of a situation."""
    modules = [value for name in names if isinstance(value := around.get(name), ModuleType)]
    for name in set(names) - EVERY_OTHER_RULE:
        for found in (around.get(name), *(getattr(module, name, None) for module in modules)):
            if isinstance(found, FunctionType) and found.__module__.startswith(OUR_CODE):
                yield found
    if Situation.blocked_until.__name__ in names:
        yield from (found for found in vars(blocks).values() if isinstance(found, FunctionType))


def _shown(value: object) -> str:
    """Return a number as people read it; a table row by row."""
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_shown(one)}" for key, one in value.items())
    if isinstance(value, tuple):
        return " or ".join(_shown(one) for one in value)
    if isinstance(value, thresholds.StageRow):
        return " ".join(f"{field.name.replace('_', ' ')} {getattr(value, field.name)}" for field in fields(value))
    return f"{value:g}" if isinstance(value, float) else str(value)


def _section(family: Family) -> str:
    found = "".join(_article(rule) for rule in family.rules)
    return f"<section><h2><code>{escape(family.name)}.*</code></h2>{_text(family.about)}{found}</section>"


def _article(rule: Rule) -> str:
    says = "".join(_text(paragraph) for paragraph in rule.says)
    items = "".join(
        f"<li><code>{one.name}</code> {escape(one.value)}: {escape(one.reason)}</li>" for one in rule.numbers
    )
    listed = f"<ul>{items}</ul>" if items else ""
    return f'<article id="{anchor(rule.name)}"><h3><code>{escape(rule.name)}</code></h3>{says}{listed}</article>'


def _text(paragraph: str) -> str:
    marked = _CODE.sub(r"<code>\1</code>", escape(paragraph))
    return f"<p>{marked}</p>"
