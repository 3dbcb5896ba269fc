"""Add contact grounds."""

import unicodedata
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "5f367d0aa70f"
down_revision = "e545318e9c17"
branch_labels = None
depends_on = None

SEPARATOR = "\x1f"
AT_ONCE = 1_000  # contacts


def upgrade() -> None:
    """Add contact grounds."""
    op.create_table(
        "contact_grounds",
        sa.Column("account_id", sa.String(), nullable=False),
        sa.Column("ground", sa.String(), nullable=False),
        sa.Column("contact_id", sa.String(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id", "contact_id"],
            ["contacts.account_id", "contacts.id"],
            name=op.f("fk_contact_grounds_account_id_contact_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("account_id", "ground", "contact_id", name=op.f("pk_contact_grounds")),
    )
    with op.batch_alter_table("contact_grounds", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contact_grounds_account_id_contact_id"), ["account_id", "contact_id"], unique=False
        )

    _fill()


def downgrade() -> None:
    """Undo it."""
    with op.batch_alter_table("contact_grounds", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_grounds_account_id_contact_id"))

    op.drop_table("contact_grounds")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# What Unicode does not take apart, as people type it who lack the key.
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ħ": "h", "&": " and "}
    | dict.fromkeys(".'’`´", "")
)
_LEGAL_FORMS = _words(
    """ab aktiengesellschaft ag aps as asa bv co company corp corporation eg ev gmbh inc incorporated kg kgaa kk lda
    limited llc llp lp ltd ltda mbh nv ohg oy oyj plc pte pty pvt sa sarl sas se spa spzoo srl ug"""
)
_UNIVERSITIES = _words(
    """uni univ universidad universidade universita universitaet universitas universitat universite universiteit
    universitet universitetet univerzita uniwersytet"""
)
_SCHOOL_WORDS = {
    **dict.fromkeys(_UNIVERSITIES, "university"),
    **dict.fromkeys(("technische", "technical", "technological", "tekniska", "tecnica", "technique"), "technical"),
    **dict.fromkeys(("inst", "institut", "instituto", "istituto", "instituut"), "institute"),
    "tu": "technical university",
}
_JOINING = _words("at d da das de degli dei del della der des di do e el for in l la le les of the und van y")
_EXONYMS = {
    "athina": "athens",
    "beograd": "belgrade",
    "bruxelles": "brussels",
    "brussel": "brussels",
    "bucuresti": "bucharest",
    "den haag": "the hague",
    "firenze": "florence",
    "geneve": "geneva",
    "genf": "geneva",
    "goteborg": "gothenburg",
    "kobenhavn": "copenhagen",
    "koln": "cologne",
    "lisboa": "lisbon",
    "milano": "milan",
    "muenchen": "munich",
    "munchen": "munich",
    "napoli": "naples",
    "nurnberg": "nuremberg",
    "praha": "prague",
    "roma": "rome",
    "sevilla": "seville",
    "torino": "turin",
    "venezia": "venice",
    "warszawa": "warsaw",
    "wien": "vienna",
    "zuerich": "zurich",
}


def _plain(kind: str, name: str) -> str:
    words = _folded(_outside_brackets(name)).split() or _folded(name).split()
    if words[:1] == ["the"] and len(words) > 1:
        words = words[1:]
    tidy = {"employer": _without_legal_form, "school": _of_a_school, "place": _of_a_place}.get(kind, " ".join)
    return tidy(words)


def _grounds(row: sa.Row[Any]) -> Iterator[tuple[str, bool]]:
    company = _plain("employer", row.company or "")
    named = [("employer", name) for name in (row.company or "", *row.employers)]
    named += [("school", name) for name in row.schools]
    named += [("place", name) for name in (row.location or "").split(",")]
    named += [("interest", name) for name in (*row.interests, *row.tags.split(SEPARATOR))]
    for kind, name in named:
        if plain := _plain(kind, name):
            yield f"{kind}:{plain}", kind == "employer" and plain == company


def _fill() -> None:
    """Note what the contacts have who are there already, by the spelling rules of the day."""
    texts = [sa.column(name, sa.String) for name in ("account_id", "id", "company", "location", "tags")]
    lists = [sa.column(name, sa.JSON) for name in ("employers", "schools", "interests")]
    contacts = sa.table("contacts", *texts, *lists, sa.column("deleted_at", sa.DateTime(timezone=True)))
    new = sa.table(
        "contact_grounds", *(sa.column(name) for name in ("account_id", "ground", "contact_id", "is_current"))
    )
    query = sa.select(*texts, *lists).where(contacts.c.deleted_at.is_(None))
    found = op.get_bind().execute(query)
    while some := found.fetchmany(AT_ONCE):
        rows = [
            {"account_id": row.account_id, "contact_id": row.id, "ground": ground, "is_current": is_current}
            for row in some
            for ground, is_current in dict(_grounds(row)).items()
        ]
        if rows:
            op.bulk_insert(new, rows)


def _folded(text: str) -> str:
    """Return text as words of letters and digits. Linear in the text."""
    plain = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    return "".join(one if _is_spoken(one) else " " for one in plain if not unicodedata.combining(one))


def _is_spoken(one: str) -> bool:
    """Say whether a character belongs to a word: letters, digits, and the vowel signs of scripts that have them."""
    return one.isalnum() or unicodedata.category(one)[0] == "M"


def _outside_brackets(name: str) -> str:
    """Return a name without what stands in brackets: an abbreviation, years, a department."""
    kept, depth = [], 0
    for one in name:
        if one in "([":
            depth += 1
        elif one in ")]":
            depth = max(0, depth - 1)
        elif depth == 0:
            kept.append(one)
    return "".join(kept)


def _without_legal_form(words: list[str]) -> str:
    while len(words) > 1 and (words[-1] in _LEGAL_FORMS or words[-1] == "and"):
        words = words[:-1]
    return " ".join(words)


def _of_a_school(words: list[str]) -> str:
    told = [_SCHOOL_WORDS.get(word, word) for word in words if word not in _JOINING] or words
    return " ".join(_EXONYMS.get(word, word) for word in " ".join(told).split())


def _of_a_place(words: list[str]) -> str:
    if words[:1] == ["greater"] and len(words) > 1:
        words = words[1:]
    while len(words) > 1 and words[-1] in {"area", "metropolitan", "region"}:
        words = words[:-1]
    plain = " ".join(words)
    return _EXONYMS.get(plain, plain)
