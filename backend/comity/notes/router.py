"""`/v1/interactions/read-signals`."""

from fastapi import Request

from comity.contacts.service import ContactNotFound
from comity.notes import service
from comity.notes.schemas import NoteIn, ReadSignals
from comity.notes.schemas import read_signals as shown
from comity.web import NowDep, new_router, problems, reading

router = new_router(tag="interactions")


@router.post("/interactions/read-signals", responses=problems(ContactNotFound))
def read_signals(body: NoteIn, request: Request, now: NowDep) -> ReadSignals:
    """Suggest what a note or a message shows, each with the words that show it; nothing is saved."""
    with reading(request) as (session, account_id):
        found = service.read_note(session, account_id=account_id, body=body, as_of=body.as_of or now)
        return shown(body.text, found)
