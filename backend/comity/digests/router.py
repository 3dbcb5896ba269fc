"""`/v1/me/digest`: the mail in the morning, as its owner sees it."""

from fastapi import Request

from comity.digests import service
from comity.digests.schemas import DigestOut, DigestsOut
from comity.settings import Settings
from comity.web import AccountDep, ReadSession, new_router

router = new_router(tag="me", prefix="/v1/me/digest")


@router.get("")
def get_digest(request: Request, session: ReadSession, account_id: AccountDep) -> DigestsOut:
    """Say when the next digest is due, how it goes out, and what became of the last."""
    settings: Settings = request.app.state.settings
    found = service.arranged(session, account_id=account_id)
    return DigestsOut(
        digest_at=found.at,
        next_at=found.next_at,
        goes_by="mail" if settings.post.reaches_people else "log",
        last=DigestOut.model_validate(found.last) if found.last else None,
    )
