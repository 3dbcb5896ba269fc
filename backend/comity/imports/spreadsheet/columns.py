"""Which column of a table of people means what: the headers of Google, Outlook and others, or a mapping by hand."""

import re
from collections.abc import Mapping, Sequence

from comity.contacts.folding import fold
from comity.imports.problems import UnknownColumns
from comity.imports.table import Table

HEADERS = {
    "full_name": "full name, name, display name, contact name, contact, nom complet, nombre completo",
    "first_name": "first name, firstname, given name, first, vorname, prenom, nombre, nome",
    "middle_name": "middle name, additional name",
    "last_name": "last name, lastname, surname, family name, last, nachname, nom, apellido, apellidos, cognome",
    "emails": "email, e mail, mail, email address, e mail address, email work, email home, email other, work email, "
    "personal email, primary email, e mail 1 value, e mail 2 value, e mail 3 value, e mail 2 address, e mail 3 address",
    "phones": "phone, phone number, mobile, mobile phone, cell, cell phone, telephone, telefon, tel, home phone, "
    "business phone, work phone, other phone, primary phone, company main phone, home phone 2, business phone 2, "
    "phone work, phone home, phone other, phone mobile, phone 1 value, phone 2 value, phone 3 value, phone 4 value",
    "company": "company name, company, organization, organisation, organization name, organization 1 name, employer, "
    "firma, unternehmen, entreprise, societe, empresa, azienda",
    "title": "job title, jobtitle, position, title, role, organization title, organization 1 title, job, beruf, poste, "
    "cargo, puesto",
    "location": "location, city, town, business city, home city, work city, address 1 city, ort, stadt, ville, ciudad",
    "country": "country, business country, business country/region, home country, home country/region, "
    "address 1 country, land, pays, pais",
    "profile_url": "linkedin, linkedin url, linkedin profile, linkedin profile url, profile url, url, web page, "
    "website, website 1 value",
    "tags": "tags, labels, label, categories, category, group membership, groups",
    "birthday": "birthday, birth date, date of birth, geburtstag, anniversaire, cumpleanos",
    "connected_on": "connected on",
    "notes": "notes, note, comments, comment, background, description, notizen, remarques",
}
RANKED = {name: (field, rank) for field, names in HEADERS.items() for rank, name in enumerate(names.split(", "))}
NAMES_SOMEBODY = frozenset({"full_name", "first_name", "last_name", "emails"})

Columns = Mapping[str, Sequence[int]]
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
    columns: dict[str, list[int]] = {}
    for name, field in mapping.items():
        place = table.column(fold(name))
        if place is None or field not in HEADERS:
            raise UnknownColumns(
                f"{name!r} to {field!r}: " + ("no such column." if place is None else "no such field.")
            )
        columns.setdefault(field, []).append(place)
    if not NAMES_SOMEBODY & columns.keys():
        raise UnknownColumns("No column is mapped to a name or an email.")
    return columns


def _known(names: Sequence[str]) -> dict[str, list[int]]:
    ranked: dict[str, list[tuple[int, int]]] = {}
    for place, name in enumerate(names):
        if known := RANKED.get(_plain(name)):
            field, rank = known
            ranked.setdefault(field, []).append((rank, place))
    return {field: [place for _, place in sorted(places)] for field, places in ranked.items()}


def _plain(name: str) -> str:
    """`e-mail 1 - value`, `email_work` and `job.title` without their punctuation."""
    return re.sub(r"[\s_.:-]+", " ", name).strip()
