"""A prepared select holds its lasting values in its text, and binds the others by name."""

from sqlalchemy import bindparam, select
from starlette.testclient import TestClient

from comity.contacts.models import Contact
from comity.database import Database
from comity.prepared import Prepared, among
from tests.people import add_contact

IMPORTANT = Prepared(
    select(Contact.full_name)
    .where(among(Contact.id, "contact_ids"), Contact.company == bindparam("company"))
    .where(Contact.importance >= 2, Contact.do_not_contact.is_(False), Contact.title != "Dean's aide")
    .order_by(Contact.full_name)
    .limit(2)
)


def test_answers_as_the_select_would(client: TestClient, database: Database) -> None:
    facts = [("Ann", 3, "Acme"), ("Bo", 1, "Acme"), ("Cy", 2, "Acme"), ("Di", 3, "Acme"), ("Ed", 3, "Other")]
    made = [
        add_contact(client, name, importance=weight, company=company, title="Dean") for name, weight, company in facts
    ]
    aide = add_contact(client, "Aa", importance=3, company="Acme", title="Dean's aide")

    with database.read() as session:
        found = IMPORTANT.all(session, contact_ids=[one["id"] for one in [*made, aide]], company="Acme")

    assert [row.full_name for row in found] == ["Ann", "Cy"]


def test_binds_only_what_changes(client: TestClient, database: Database) -> None:
    """SQLite would compile it anew at each use, wherever a bound value could meet a partial index's condition."""
    with database.read() as session:
        IMPORTANT.all(session, contact_ids=[], company="Acme")
        (compiled,) = IMPORTANT._compiled.values()

    assert "Dean''s aide" in compiled._text
    assert not {"Dean's aide", 2} & set(compiled._fixed.values())
