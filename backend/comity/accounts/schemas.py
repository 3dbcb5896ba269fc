"""Bodies of `/v1/auth`, `/v1/me` and `/v1/tokens`."""

import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal, Self

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, Field, StringConstraints, model_validator

from comity.coach.words import Seniority
from comity.schemas import (
    BusyPeriod,
    Flag,
    KeepInTouch,
    Line,
    Name,
    Number,
    Out,
    Schema,
    TimeZone,
    WebAddress,
    patch_of,
)

Scope = Literal["read", "write", "hooks", "admin"]
SHORTEST_PASSWORD, LONGEST_PASSWORD = 10, 256
LONGEST_EMAIL = 254


def _email(text: str) -> str:
    try:
        found = validate_email(text, check_deliverability=False, globally_deliverable=False)
    except EmailNotValidError:
        raise ValueError("is not an e-mail address") from None
    return found.normalized.lower()


def _same_however_typed(password: str) -> str:
    return unicodedata.normalize("NFC", password)


Email = Annotated[str, StringConstraints(max_length=LONGEST_EMAIL), AfterValidator(_email)]
NewPassword = Annotated[
    str,
    StringConstraints(min_length=SHORTEST_PASSWORD, max_length=LONGEST_PASSWORD, strip_whitespace=False),
    AfterValidator(_same_however_typed),
]
Password = Annotated[
    str,
    StringConstraints(min_length=1, max_length=LONGEST_PASSWORD, strip_whitespace=False),
    AfterValidator(_same_however_typed),
]
TimeOfDay = Annotated[str, StringConstraints(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")]
Scopes = Annotated[list[Scope], Field(min_length=1, max_length=4)]
DaysToLive = Annotated[int, Field(ge=1, le=3650), Number]


class RegisterIn(Schema):
    """Who wants an account."""

    email: Email
    password: NewPassword
    full_name: Name


class LoginIn(Schema):
    """Who wants to sign in."""

    email: Email
    password: Password


class TokenIn(Schema):
    """What a token is for."""

    name: Name
    scopes: Scopes = ["read", "write"]
    expires_in_days: DaysToLive | None = None


class SignInForTokenIn(LoginIn, TokenIn):
    """How a mobile app or a script signs in."""


class PasswordIn(Schema):
    """A change of password."""

    current_password: Password
    new_password: NewPassword


class Hours(Schema):
    """A part of every day, in the owner's time zone; it may go past midnight."""

    first: TimeOfDay = Field(alias="from")
    last: TimeOfDay = Field(alias="until")


def _some(hours: Hours) -> Hours:
    if hours.first == hours.last:
        raise ValueError("ends when it begins")
    return hours


PartOfDay = Annotated[Hours, AfterValidator(_some)]


class AccountIn(Schema):
    """What an owner may say of themselves."""

    full_name: Name
    email: Email
    timezone: TimeZone = "UTC"
    seniority: Seniority | None = None
    field: Line | None = None
    headline: Line = ""
    profile_url: WebAddress | None = None
    daily_touches: Annotated[int, Field(ge=1, le=100), Number] = 5
    working_hours: PartOfDay | None = None
    quiet_hours: PartOfDay | None = None
    busy_periods: Annotated[
        list[BusyPeriod], Field(max_length=50, description="Days on which the owner is away: follow-ups wait.")
    ] = []
    digest_at: TimeOfDay | None = None
    locale: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", max_length=35)] = "en"
    theme: Literal["system", "light", "dark"] = "system"
    single_key_shortcuts: Flag = True


if TYPE_CHECKING:

    class AccountPatch(AccountIn):
        """A merge patch of an account."""
else:
    AccountPatch = patch_of(AccountIn)


class AccountOut(Out):
    """An account as its owner sees it."""

    id: str
    created_at: datetime
    full_name: str
    email: str
    timezone: str
    seniority: Seniority | None
    field: str | None
    headline: str
    profile_url: str | None
    daily_touches: int
    working_hours: Hours | None
    quiet_hours: Hours | None
    busy_periods: list[BusyPeriod]
    digest_at: str | None
    locale: str
    theme: Literal["system", "light", "dark"]
    single_key_shortcuts: bool


Lines = Annotated[list[Name], Field(max_length=100)]


class Background(Schema):
    """The owner's half of every commonality, and what they have done."""

    employers: Lines = []
    schools: Lines = []
    places: Lines = []
    groups: Lines = []
    interests: Lines = []
    accomplishments: Lines = []


class TagInTouch(KeepInTouch):
    """How often to be in touch with everybody who bears a tag."""

    tag: Annotated[Name, StringConstraints(max_length=60)]


class KeepInTouchByTag(Schema):
    """How often to be in touch, by tag. Of several tags the shortest interval counts; a contact's own comes first."""

    tags: Annotated[list[TagInTouch], Field(max_length=100)] = []

    @model_validator(mode="after")
    def _each_once(self) -> Self:
        if len({one.tag for one in self.tags}) < len(self.tags):
            raise ValueError("a tag stands twice")
        return self


class SessionOut(Out):
    """A browser that is signed in."""

    id: str
    user_agent: str
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None
    current: bool


class TokenOut(Out):
    """An access token; of its secret only the last four characters are known."""

    id: str
    name: str
    kind: Literal["app_token", "personal_token"]
    scopes: list[Scope]
    last_four: str
    created_at: datetime
    expires_at: datetime | None
    last_used_at: datetime | None


class TokenCreated(TokenOut):
    """A new token with its secret, shown this once."""

    token: str

    @classmethod
    def of(cls, credential: object, secret: str) -> Self:
        """Show a credential's row with its secret."""
        return cls.model_validate({**TokenOut.model_validate(credential).model_dump(), "token": secret})
