"""An endpoint that is told what happens, with what the owner sees of it."""

from typing import Any

from sqlalchemy import select, text
from starlette.testclient import TestClient

from comity.jobs import SCHEMA, Tools
from comity.webhooks.delivering import deliver
from comity.webhooks.models import WebhookDelivery
from comity.webhooks.outgoing import DELIVER
from tests.listener import Listener

Json = dict[str, Any]


class Endpoint:
    """One webhook of one account, and the jobs that the worker would do for it."""

    def __init__(self, client: TestClient, listener: Listener, tools: Tools, event_types: list[str]) -> None:
        self.client = client
        self.listener = listener
        self.tools = tools
        body = {"url": f"http://127.0.0.1:{listener.port}/in?a=b", "event_types": event_types}
        response = client.post("/v1/webhooks", json=body)
        assert response.status_code == 201, response.text
        self.secret: str = response.json()["secret"]
        self.path = f"/v1/webhooks/{response.json()['id']}"

    def shown(self) -> Json:
        return dict(self.client.get(self.path).json())

    def deliveries(self, **query: Any) -> list[Json]:
        response = self.client.get(f"{self.path}/deliveries", params=query)
        assert response.status_code == 200, response.text
        return list(response.json()["items"])

    def delivery(self, delivery_id: str) -> Json:
        return dict(self.client.get(f"{self.path}/deliveries/{delivery_id}").json())

    def test(self) -> str:
        response = self.client.post(f"{self.path}/test")
        assert response.status_code == 202, response.text
        return str(response.json()["id"])

    def jobs(self) -> list[Json]:
        """Return the jobs of deliveries that wait in the engine, in order, each with its delay."""
        query = text(
            f"SELECT workflow_uuid, created_at, delay_until_epoch_ms FROM {self._statuses} "
            "WHERE name = :name AND status IN ('ENQUEUED', 'DELAYED') ORDER BY created_at, workflow_uuid"
        )
        with self.tools.database.read() as session:
            rows = session.execute(query, {"name": DELIVER}).all()
        return [
            {
                "id": row.workflow_uuid,
                "seconds": ((row.delay_until_epoch_ms or row.created_at) - row.created_at) / 1000,
            }
            for row in rows
        ]

    def work(self) -> None:
        """Do the jobs that wait now, as a worker would, whatever their delay."""
        done = text(f"UPDATE {self._statuses} SET status = 'SUCCESS' WHERE workflow_uuid = :id")
        for job in self.jobs():
            delivery_id, run, tries = job["id"].split("-")
            with self.tools.database.read() as session:
                of = select(WebhookDelivery.account_id).where(WebhookDelivery.id == delivery_id)
                account_id = session.scalars(of).one()
            deliver(self.tools, account_id=account_id, delivery_id=delivery_id, run=int(run), tries=int(tries))
            with self.tools.database.write() as session:
                session.execute(done, {"id": job["id"]})

    @property
    def _statuses(self) -> str:
        return "workflow_status" if self.tools.database.is_sqlite else f"{SCHEMA}.workflow_status"
