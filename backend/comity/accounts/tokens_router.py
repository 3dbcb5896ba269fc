"""`/v1/tokens`: access tokens made by hand."""

from typing import Any

from comity.accounts import credentials
from comity.accounts.credentials import TokenNotFound
from comity.accounts.models import CredentialKind
from comity.accounts.schemas import TokenCreated, TokenIn, TokenOut
from comity.paging import CursorDep, LimitDep, Page
from comity.web import AdminDep, NowDep, ReadSession, ScopeMissing, SecretRoute, WriteSession, new_router, problems

router = new_router(tag="tokens", prefix="/v1/tokens", route_class=SecretRoute)


@router.get("", response_model=Page[TokenOut])
def list_tokens(
    session: ReadSession, signed_in: AdminDep, limit: LimitDep = 50, cursor: CursorDep = None
) -> dict[str, Any]:
    """List the account's tokens, newest first, with their last use."""
    return credentials.list_tokens(session, account_id=signed_in.account_id, cursor=cursor, limit=limit)


@router.post("", status_code=201, responses=problems(ScopeMissing))
def create_token(body: TokenIn, session: WriteSession, signed_in: AdminDep, now: NowDep) -> TokenCreated:
    """Make a token; it is shown this once, and can do no more than the credential that makes it."""
    for scope in body.scopes:
        if scope not in signed_in.scopes:
            raise ScopeMissing(f"It needs the scope {scope}.")
    credential, secret = credentials.create_token(
        session, account_id=signed_in.account_id, kind=CredentialKind.PERSONAL_TOKEN, body=body, now=now
    )
    return TokenCreated.of(credential, secret)


@router.delete("/{token_id}", status_code=204, responses=problems(TokenNotFound))
def revoke_token(token_id: str, session: WriteSession, signed_in: AdminDep) -> None:
    """End a token, at once."""
    credentials.revoke_token(session, account_id=signed_in.account_id, token_id=token_id)
