"""`/v1/integrations`: who may tell this account what happened."""

from datetime import datetime, timedelta
from typing import Any

from fastapi import Request, Response

from comity.errors import Stale
from comity.integrations import service
from comity.integrations.models import Integration
from comity.integrations.providers import PROVIDERS
from comity.integrations.schemas import (
    IntegrationIn,
    IntegrationKindOut,
    IntegrationKinds,
    IntegrationOut,
    IntegrationSettingsIn,
    IntegrationSettingsPatch,
    IntegrationWithSecret,
    RotateIn,
)
from comity.integrations.service import IntegrationNotFound, SecretRefused, UnknownKind
from comity.paging import CursorDep, LimitDep, Page
from comity.schemas import changes
from comity.vault import Vault, counting
from comity.web import (
    AccountDep,
    AdminDep,
    IfMatchDep,
    NowDep,
    ReadSession,
    SecretRoute,
    WriteSession,
    new_router,
    problems,
    tagged,
)

router = new_router(tag="integrations", route_class=SecretRoute)


@router.get("/integrations/kinds")
def list_integration_kinds(account_id: AccountDep) -> IntegrationKinds:
    """List what Comity can be connected to, and how."""
    return IntegrationKinds(kinds=[IntegrationKindOut.model_validate(one) for one in PROVIDERS.values()])


@router.get("/integrations", response_model=Page[IntegrationOut])
def list_integrations(
    request: Request,
    session: ReadSession,
    signed_in: AdminDep,
    now: NowDep,
    cursor: CursorDep = None,
    limit: LimitDep = 50,
) -> dict[str, Any]:
    """List the integrations, latest first."""
    page = service.list_integrations(session, account_id=signed_in.account_id, cursor=cursor, limit=limit)
    return page | {"items": [_shown(request, session, row, now) for row in page["items"]]}


@router.post("/integrations", status_code=201, responses=problems(UnknownKind, SecretRefused))
def create_integration(
    request: Request, body: IntegrationIn, session: WriteSession, signed_in: AdminDep, now: NowDep, response: Response
) -> IntegrationWithSecret:
    """Let a program tell what happened; its secret is shown this once."""
    integration, secret = service.create_integration(
        session, _vault(request), account_id=signed_in.account_id, body=body, now=now
    )
    return _with_secret(request, session, tagged(integration, response), secret, now, is_ours=body.secret is None)


@router.get("/integrations/{integration_id}", response_model=IntegrationOut, responses=problems(IntegrationNotFound))
def get_integration(
    request: Request, integration_id: str, session: ReadSession, signed_in: AdminDep, now: NowDep, response: Response
) -> dict[str, Any]:
    """Read one integration."""
    integration = service.get_integration(session, account_id=signed_in.account_id, integration_id=integration_id)
    return _shown(request, session, tagged(integration, response), now)


@router.patch(
    "/integrations/{integration_id}", response_model=IntegrationOut, responses=problems(IntegrationNotFound, Stale)
)
def update_integration(
    request: Request,
    integration_id: str,
    body: IntegrationSettingsPatch,
    session: WriteSession,
    signed_in: AdminDep,
    now: NowDep,
    response: Response,
    if_match: IfMatchDep = None,
) -> dict[str, Any]:
    """Rename, disable or enable it (JSON merge patch)."""
    integration = service.update_integration(
        session,
        account_id=signed_in.account_id,
        integration_id=integration_id,
        values=changes(body, IntegrationSettingsIn),
        if_match=if_match,
    )
    return _shown(request, session, tagged(integration, response), now)


@router.post("/integrations/{integration_id}/rotate", responses=problems(IntegrationNotFound, SecretRefused))
def rotate_integration_secret(
    request: Request,
    integration_id: str,
    body: RotateIn,
    session: WriteSession,
    signed_in: AdminDep,
    now: NowDep,
    response: Response,
) -> IntegrationWithSecret:
    """Give it a new secret, shown this once; the old one counts for a while."""
    integration, secret = service.rotate_secret(
        session,
        _vault(request),
        account_id=signed_in.account_id,
        integration_id=integration_id,
        given=body.secret,
        overlap=timedelta(hours=body.overlap_hours),
        now=now,
    )
    return _with_secret(request, session, tagged(integration, response), secret, now, is_ours=body.secret is None)


@router.delete("/integrations/{integration_id}", status_code=204, responses=problems(IntegrationNotFound, Stale))
def delete_integration(
    integration_id: str, session: WriteSession, signed_in: AdminDep, if_match: IfMatchDep = None
) -> None:
    """Forget it, with its inbox; what it logged stays in the log."""
    service.delete_integration(
        session, account_id=signed_in.account_id, integration_id=integration_id, if_match=if_match
    )


def _vault(request: Request) -> Vault:
    vault: Vault = request.app.state.vault
    return vault


def _with_secret(
    request: Request, session: Any, integration: Integration, secret: str, now: datetime, *, is_ours: bool
) -> IntegrationWithSecret:
    out = _shown(request, session, integration, now)
    out["hook_url"] = PROVIDERS[integration.kind].address(out["hook_url"], secret)
    return IntegrationWithSecret.model_validate(out | {"secret": secret if is_ours else None})


def _shown(request: Request, session: Any, integration: Any, now: datetime) -> dict[str, Any]:
    """Return an integration as a client sees it."""
    columns = {name: getattr(integration, name) for name in IntegrationOut.model_fields if hasattr(integration, name)}
    origin = request.app.state.settings.public_url or str(request.base_url).rstrip("/")
    until = [old["until"] for old in counting(integration.old_secrets, now)]
    return (
        columns
        | service.activity_of(session, integration)
        | {
            "hook_url": f"{origin}/v1/hooks/{integration.id}",
            "old_secret_until": max(until, default=None),
        }
    )
