"""What is to be told is told, whoever is killed while telling it."""

import random
import time
from collections import Counter

import pytest
from sqlalchemy import func, select

from comity.accounts.models import Account
from comity.contacts.schemas import ContactIn
from comity.contacts.service import create_contact
from comity.database import Database
from comity.jobs import OUTSIDE, QUEUES
from comity.webhooks.models import WebhookDelivery
from comity.webhooks.schemas import EventType, WebhookIn
from comity.webhooks.service import create_webhook
from tests.conftest import MONDAY, SignUp
from tests.crash.workers import LOOPBACK, VAULT, end, start, wait_for
from tests.listener import Listener
from tests.promised import Figure

SEED = 20260302
WRITTEN_AT_ONCE = 50


@pytest.mark.both_databases
@pytest.mark.promise("P1", "K6", "K7", "K8")
def test_no_delivery_is_lost_to_a_kill(database: Database, sign_up: SignUp, size: str, figure: Figure) -> None:
    number, kills = {"short": (100, 4), "long": (2_000, 50)}[size]
    dice = random.Random(SEED)
    with Listener() as listener:
        _have_told(database, sign_up, listener, number)

        for killed in range(kills):
            before = killed * number // (kills + 1)
            worker = start(database)
            wait_for(lambda before=before: len(_ids(listener)) > before, every=0.001)
            time.sleep(dice.random() * 0.05)
            end(worker)
        worker = start(database)
        wait_for(lambda: _delivered(database) == number, every=0.2, seconds=600)
        end(worker)

        sent = _ids(listener)
    with database.read() as session:
        accepted = set(session.scalars(select(WebhookDelivery.id)))
    lost, repeats = accepted - sent.keys(), sent.total() - len(sent)
    figure(
        f"{kills} kills during {number:,} deliveries: {len(lost)} lost, "
        f"{len(sent.keys() - accepted)} effects too many by webhook-id, {repeats} raw repeats"
    )
    assert sent.keys() == accepted
    assert len(accepted) == number
    assert repeats <= kills * QUEUES[OUTSIDE]


def _have_told(database: Database, sign_up: SignUp, listener: Listener, number: int) -> None:
    """Let so many things happen of which an endpoint is to be told."""
    sign_up()
    with database.write() as session:
        account_id = session.scalars(select(Account.id)).one()
        body = WebhookIn(url=f"http://127.0.0.1:{listener.port}/", event_types=[EventType.CONTACT_CHANGED])
        create_webhook(session, VAULT, LOOPBACK, account_id=account_id, body=body, now=MONDAY)
    for _ in range(number // WRITTEN_AT_ONCE):
        with database.write() as session:
            for _ in range(WRITTEN_AT_ONCE):
                create_contact(session, account_id=account_id, body=ContactIn(full_name="Sam Okafor"), now=MONDAY)


def _ids(listener: Listener) -> Counter[str]:
    """Return which deliveries were sent, and how often."""
    heads = (request.lower().partition(b"webhook-id: ")[2] for request in list(listener.requests))
    return Counter(head.partition(b"\r\n")[0].decode() for head in heads)


def _delivered(database: Database) -> int:
    with database.read() as session:
        query = select(func.count()).where(WebhookDelivery.status == "delivered", WebhookDelivery.tries == 1)
        return session.scalar(query) or 0
