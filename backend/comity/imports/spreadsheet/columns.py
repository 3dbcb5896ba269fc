"""Which column of a table of people means what: the headers of Google, Outlook and others, or a mapping by hand."""

import re
from collections.abc import Mapping, Sequence
from enum import StrEnum

from comity.imports.problems import UnknownColumns
from comity.imports.table import Table
from comity.problems import pointer_to


class Field(StrEnum):
    """What a column of a table of people can tell."""

    FULL_NAME = "full_name"
    FIRST_NAME = "first_name"
    MIDDLE_NAME = "middle_name"
    LAST_NAME = "last_name"
    EMAILS = "emails"
    PHONES = "phones"
    COMPANY = "company"
    TITLE = "title"
    LOCATION = "location"
    COUNTRY = "country"
    PROFILE_URL = "profile_url"
    TAGS = "tags"
    BIRTHDAY = "birthday"
    CONNECTED_ON = "connected_on"
    NOTES = "notes"


HEADERS = {
    Field.FULL_NAME: "full name, name, display name, contact name, contact, nom complet, nombre completo",
    Field.FIRST_NAME: "first name, firstname, given name, first, vorname, prenom, nombre, nome",
    Field.MIDDLE_NAME: "middle name, additional name",
    Field.LAST_NAME: "last name, lastname, surname, family name, last, nachname, nom, apellido, apellidos, cognome",
    Field.EMAILS: "email, e mail, mail, email address, e mail address, email work, email home, email other, "
    "work email, personal email, primary email, e mail 1 value, e mail 2 value, e mail 3 value, e mail 2 address, "
    "e mail 3 address",
    Field.PHONES: "phone, phone number, mobile, mobile phone, cell, cell phone, telephone, telefon, tel, home phone, "
    "business phone, work phone, other phone, primary phone, company main phone, home phone 2, business phone 2, "
    "phone work, phone home, phone other, phone mobile, phone 1 value, phone 2 value, phone 3 value, phone 4 value",
    Field.COMPANY: "company name, company, organization, organisation, organization name, organization 1 name, "
    "employer, firma, unternehmen, entreprise, societe, empresa, azienda",
    Field.TITLE: "job title, jobtitle, position, title, role, organization title, organization 1 title, job, beruf, "
    "poste, cargo, puesto",
    Field.LOCATION: "location, city, town, business city, home city, work city, address 1 city, ort, stadt, ville, "
    "ciudad",
    Field.COUNTRY: "country, business country, business country/region, home country, home country/region, "
    "address 1 country, land, pays, pais",
    Field.PROFILE_URL: "linkedin, linkedin url, linkedin profile, linkedin profile url, profile url, url, web page, "
    "website, website 1 value",
    Field.TAGS: "tags, labels, label, categories, category, group membership, groups",
    Field.BIRTHDAY: "birthday, birth date, date of birth, geburtstag, anniversaire, cumpleanos",
    Field.CONNECTED_ON: "connected on",
    Field.NOTES: "notes, note, comments, comment, background, description, notizen, remarques",
}
RANKED = {name: (field, rank) for field, names in HEADERS.items() for rank, name in enumerate(names.split(", "))}
NAMES_SOMEBODY = frozenset({Field.FULL_NAME, Field.FIRST_NAME, Field.LAST_NAME, Field.EMAILS})

Columns = Mapping[Field, Sequence[int]]
"""For each field the columns that tell it, the surest first."""


def is_header(names: Sequence[str]) -> bool:
    """Whether a row with these names heads a list of people: one column names them, and another is known."""
    return len(_known(names)) >= 2 and bool(NAMES_SOMEBODY & _known(names).keys())


def columns_by_name(table: Table) -> Columns:
    """What can be told by the names of the columns."""
    return _known(table.header)


def columns_by_hand(table: Table, mapping: Mapping[str, str]) -> Columns:
    """The columns as somebody mapped them: the name of a column to a field.

    Raises UnknownColumns.
    """
    columns: dict[Field, list[int]] = {}
    for name, field in mapping.items():
        columns.setdefault(_field(name, field), []).extend(_places(table, name))
    if not NAMES_SOMEBODY & columns.keys():
        raise UnknownColumns("No column is mapped to a name or an email.", pointer="/mapping")
    return columns


def _field(name: str, field: str) -> Field:
    try:
        return Field(field)
    except ValueError:
        raise UnknownColumns("There is no such field.", pointer=pointer_to("mapping", name)) from None


def _places(table: Table, name: str) -> list[int]:
    if places := table.places(name):
        return places
    raise UnknownColumns("The file has no such column.", pointer=pointer_to("mapping", name))


def _known(names: Sequence[str]) -> dict[Field, list[int]]:
    ranked: dict[Field, list[tuple[int, int]]] = {}
    for place, name in enumerate(names):
        if known := RANKED.get(_plain(name)):
            field, rank = known
            ranked.setdefault(field, []).append((rank, place))
    return {field: [place for _, place in sorted(places)] for field, places in ranked.items()}


def _plain(name: str) -> str:
    """`e-mail 1 - value`, `email_work` and `job.title` without their punctuation."""
    return re.sub(r"[\s_.:-]+", " ", name).strip()
