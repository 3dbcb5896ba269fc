"""All that an operator can change, read once from `COMITY_*` environment variables."""

import os
from ipaddress import ip_network
from pathlib import Path
from typing import Literal, Self
from urllib.parse import SplitResult, urlsplit

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from comity.addresses import Allowed
from comity.egress import Egress
from comity.mail import Post, check_sender, check_smtp_url
from comity.vault import Vault, is_key

PREFIX = "COMITY_"
Registration = Literal["open", "first", "closed"]
DRIVERS = {"sqlite": "sqlite", "postgresql": "postgresql+psycopg", "postgres": "postgresql+psycopg"}


class SettingsError(Exception):
    """A setting is wrong. The message names the variable."""


class Settings(BaseSettings):
    """The operator's choices; each field is the environment variable `COMITY_<FIELD>`."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, extra="forbid", env_ignore_empty=False)

    data_dir: Path = Field(
        default_factory=lambda: user_data_path("comity"), description="Where the embedded database and uploads live."
    )
    database_url: str = Field("", description="sqlite:///FILE or postgresql://...; default: SQLite in the data folder.")
    registration: Registration = Field("first", description="Who may register.")
    public_url: str = Field("", description="The address under which browsers reach Comity.")
    registrations_per_hour: int = Field(300, ge=1, le=100_000, description="Registrations an hour from one address.")
    trusted_proxies: str = Field("", description="Proxies whose word on a client's address counts.")
    web_dir: Path | None = Field(None, description="The built web app; default: frontend/dist beside the source.")
    llm_url: str = Field("", description="An OpenAI-compatible endpoint that words drafts, up to /v1; off by default.")
    llm_model: str = Field("", description="The model to ask there.")
    llm_key: SecretStr = Field(SecretStr(""), description="The key to it, where it needs one.")
    webhook_allow: str = Field(
        "", description="Names of hosts and networks of the inside that webhooks may reach, by commas; none by default."
    )
    worker_beat_seconds: float = Field(10, ge=0.1, le=60, description="How often a worker says that it lives.")
    worker_silence_seconds: float = Field(60, ge=1, le=3600, description="After how long without it one is deposed.")
    secret_keys: SecretStr = Field(
        SecretStr(""), description="Keys that lock stored secrets, by commas; the first locks, all open."
    )
    smtp_url: SecretStr = Field(SecretStr(""), description="Who sends mail: smtp(s)://user:password@host:port.")
    mail_from: str = Field("", description="From whom it comes: Comity <comity@example.org>.")
    mail_dir: Path | None = Field(None, description="A folder for mail instead, one .eml file for each.")
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    @field_validator("data_dir", "mail_dir")
    @classmethod
    def _folder(cls, value: Path | None) -> Path | None:
        if value is None:
            return None
        value = value.expanduser()
        if not value.is_absolute():
            raise ValueError("must be an absolute path")
        if not str(value).isprintable():
            raise ValueError("holds a character that no path should")
        nearest = next(folder for folder in (value, *value.parents) if folder.exists())
        if not nearest.is_dir():
            raise ValueError("is not a folder")
        return value

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if not value:
            return value
        scheme, colon, rest = value.partition("://")
        dialect, _, driver = scheme.partition("+")
        if not colon or dialect not in DRIVERS or driver not in {"", "psycopg"}:
            raise ValueError("must begin with sqlite:/// or postgresql://")
        check = _check_file if dialect == "sqlite" else _check_server
        check(rest)
        return f"{DRIVERS[dialect]}://{rest}"

    @field_validator("public_url")
    @classmethod
    def _origin(cls, value: str) -> str:
        if not value:
            return value
        parts = urlsplit(value)
        beyond = (parts.path.strip("/"), parts.query, parts.fragment, parts.username)
        if not _is_web(parts) or any(beyond):
            raise ValueError("must be an origin, like https://comity.example.org")
        return f"{parts.scheme}://{parts.netloc}"

    @field_validator("trusted_proxies")
    @classmethod
    def _addresses(cls, value: str) -> str:
        for address in filter(None, value.split(",")):
            try:
                ip_network(address.strip())
            except ValueError:
                raise ValueError("must be addresses or networks, separated by commas") from None
        return value

    @field_validator("web_dir")
    @classmethod
    def _built(cls, value: Path | None) -> Path | None:
        if value is not None and not (value / "index.html").is_file():
            raise ValueError("holds no index.html")
        return value

    @field_validator("secret_keys")
    @classmethod
    def _keys(cls, value: SecretStr) -> SecretStr:
        if not all(map(is_key, filter(None, value.get_secret_value().split(",")))):
            raise ValueError("must be keys of 32 bytes in URL-safe base64, separated by commas")
        return value

    @field_validator("llm_url")
    @classmethod
    def _endpoint(cls, value: str) -> str:
        parts = urlsplit(value)
        if value and not _is_web(parts):
            raise ValueError("must be an address, like https://llm.example.org/v1")
        return value

    @field_validator("webhook_allow")
    @classmethod
    def _hosts(cls, value: str) -> str:
        Allowed.parse(value)
        return value

    @field_validator("worker_silence_seconds")
    @classmethod
    def _beats_in_time(cls, value: float, info: ValidationInfo) -> float:
        if value < 2 * info.data.get("worker_beat_seconds", 0):
            raise ValueError("must be at least twice COMITY_WORKER_BEAT_SECONDS")
        return value

    @field_validator("smtp_url")
    @classmethod
    def _mail_server(cls, value: SecretStr) -> SecretStr:
        if value.get_secret_value():
            check_smtp_url(value.get_secret_value())
        return value

    @field_validator("mail_from")
    @classmethod
    def _sender(cls, value: str) -> str:
        if value:
            check_sender(value)
        return value

    @model_validator(mode="after")
    def _one_way_for_mail(self) -> Self:
        by_server = bool(self.smtp_url.get_secret_value())
        if by_server and self.mail_dir:
            raise ValueError("COMITY_SMTP_URL and COMITY_MAIL_DIR exclude each other")
        if by_server and not self.mail_from:
            raise ValueError("COMITY_SMTP_URL needs COMITY_MAIL_FROM")
        if self.mail_from and not by_server and not self.mail_dir:
            raise ValueError("COMITY_MAIL_FROM needs COMITY_SMTP_URL or COMITY_MAIL_DIR")
        return self

    @model_validator(mode="after")
    def _model_there(self) -> Self:
        if bool(self.llm_url) != bool(self.llm_model):
            raise ValueError("COMITY_LLM_URL and COMITY_LLM_MODEL go together")
        if self.llm_key.get_secret_value() and not self.llm_url:
            raise ValueError("COMITY_LLM_KEY needs COMITY_LLM_URL")
        return self

    @model_validator(mode="after")
    def _default_database(self) -> Self:
        if not self.database_url:
            self.database_url = f"sqlite:///{self.data_dir / 'comity.db'}"
        return self

    @property
    def vault(self) -> Vault:
        """What locks the secrets that are stored."""
        return Vault(list(filter(None, self.secret_keys.get_secret_value().split(","))), data_dir=self.data_dir)

    @property
    def egress(self) -> Egress:
        """How what users wrote is called."""
        return Egress(allowed=Allowed.parse(self.webhook_allow))

    @property
    def post(self) -> Post:
        """How mail goes out."""
        return Post.by(
            smtp_url=self.smtp_url.get_secret_value(),
            folder=self.mail_dir,
            sender=self.mail_from,
            public_url=self.public_url,
        )

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is the embedded one."""
        return self.database_url.startswith("sqlite")

    @property
    def secure_cookies(self) -> bool:
        """Whether browsers come over https."""
        return self.public_url.startswith("https://")


def _check_file(rest: str) -> None:
    if not rest.startswith("//") or "?" in rest or Path(rest[1:]).is_dir():
        raise ValueError("must name an absolute file: sqlite:////folder/comity.db")


def _check_server(rest: str) -> None:
    parts = urlsplit(f"//{rest}")
    if not _has_good_port(parts) or not parts.path.strip("/"):
        raise ValueError("must name a server and a database: postgresql://user:password@host/database")


def _is_web(parts: SplitResult) -> bool:
    is_host = bool(parts.hostname) and not any(map(str.isspace, parts.netloc))
    return parts.scheme in {"http", "https"} and is_host and _has_good_port(parts)


def _has_good_port(parts: SplitResult) -> bool:
    try:
        return parts.port is None or parts.port > 0
    except ValueError:
        return False


def load_settings() -> Settings:
    """Read the environment.

    Raises SettingsError naming each variable that is wrong or unknown.
    """
    known = {f"{PREFIX}{name.upper()}" for name in Settings.model_fields}
    unknown = sorted(name for name in os.environ if name.upper().startswith(PREFIX) and name.upper() not in known)
    if unknown:
        raise SettingsError(f"{unknown[0]}: there is no such setting; known are {', '.join(sorted(known))}")
    try:
        return Settings()
    except ValidationError as error:
        raise SettingsError("; ".join(_said(problem["loc"], problem["msg"]) for problem in error.errors())) from None


def _said(loc: tuple[int | str, ...], message: str) -> str:
    name = f"{PREFIX}{str(loc[0]).upper()}" if loc else f"{PREFIX}*"
    return f"{name}: {message.removeprefix('Value error, ')}"
