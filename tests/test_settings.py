import os
from pathlib import Path

import pytest

from comity.settings import SettingsError, load_settings

WRONG = [
    ("DATA_DIR", ""),
    ("DATA_DIR", "."),
    ("DATA_DIR", "relative/folder"),
    ("DATA_DIR", "/etc/hostname"),
    ("DATA_DIR", "/etc/hostname/below"),
    ("DATA_DIR", "/data\x00".replace("\x00", "\n")),
    ("DATABASE_URL", "comity.db"),
    ("DATABASE_URL", "/var/lib/comity.db"),
    ("DATABASE_URL", "mysql://localhost/comity"),
    ("DATABASE_URL", "sqlite://"),
    ("DATABASE_URL", "sqlite:///"),
    ("DATABASE_URL", "sqlite:///relative.db"),
    ("DATABASE_URL", "sqlite:///:memory:"),
    ("DATABASE_URL", "sqlite:////etc"),
    ("DATABASE_URL", "postgresql:/localhost/comity"),
    ("DATABASE_URL", "postgresql://localhost"),
    ("DATABASE_URL", "postgresql://localhost:port/comity"),
    ("DATABASE_URL", "postgresql://localhost:99999/comity"),
    ("DATABASE_URL", "postgresql+asyncpg://localhost/comity"),
    ("REGISTRATION", ""),
    ("REGISTRATION", "Open"),
    ("REGISTRATION", "yes"),
    ("PUBLIC_URL", "comity.example.org"),
    ("PUBLIC_URL", "ftp://comity.example.org"),
    ("PUBLIC_URL", "https://"),
    ("PUBLIC_URL", "https://comity.example.org/app"),
    ("PUBLIC_URL", "https://comity.example.org?x=1"),
    ("PUBLIC_URL", "https://comity.example.org#top"),
    ("PUBLIC_URL", "https://robin:secret@comity.example.org"),
    ("PUBLIC_URL", "https://comity.example.org:port"),
    ("REGISTRATIONS_PER_HOUR", ""),
    ("REGISTRATIONS_PER_HOUR", "0"),
    ("REGISTRATIONS_PER_HOUR", "-5"),
    ("REGISTRATIONS_PER_HOUR", "many"),
    ("REGISTRATIONS_PER_HOUR", "2.5"),
    ("REGISTRATIONS_PER_HOUR", "1000000"),
    ("WEB_DIR", "/etc"),
    ("WEB_DIR", "/nowhere/at/all"),
    ("LLM_URL", "nonsense"),
    ("LLM_URL", "ftp://llm.example.org/v1"),
    ("LLM_URL", "http://"),
    ("LLM_URL", "http://llm.example.org:0/v1"),
    ("WEBHOOK_ALLOW", "10.0.0.0/33"),
    ("WEBHOOK_ALLOW", "10.0.0.1/8"),
    ("WEBHOOK_ALLOW", "http://hooks.lan"),
    ("WORKER_BEAT_SECONDS", "0"),
    ("WORKER_BEAT_SECONDS", "often"),
    ("WORKER_SILENCE_SECONDS", "15"),
    ("SECRET_KEYS", "short"),
    ("SECRET_KEYS", "A" * 44),
    ("SECRET_KEYS", "cw_0x689RpI-jtRR7oE8h_eQsKImvJapLeSbXpwF4e4=,é"),
    ("SMTP_URL", "mail.example.org"),
    ("SMTP_URL", "https://mail.example.org"),
    ("SMTP_URL", "smtp://"),
    ("SMTP_URL", "smtp://mail.example.org:port"),
    ("SMTP_URL", "smtp://robin@mail.example.org"),
    ("SMTP_URL", "smtp://mail.example.org/inbox"),
    ("MAIL_FROM", "nobody"),
    ("MAIL_FROM", "a@example.org\r\nBcc: b@example.org"),
    ("MAIL_FROM", "a@example.org, b@example.org"),
    ("MAIL_DIR", "relative/folder"),
    ("PUBLIC_URL", "https://comity example.org"),
    ("LLM_URL", "http://llm example.org/v1"),
    ("DATABASE_URL", "sqlite:////tmp/comity.db?mode=ro"),
    ("LOG_LEVEL", "loud"),
    ("LOG_LEVEL", "INFO"),
    ("TRUSTED_PROXIES", "everybody"),
    ("TRUSTED_PROXIES", "10.0.0.0/33"),
    ("REGISTRATOIN", "open"),
    ("PORT", "8000"),
]


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith("COMITY_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COMITY_DATA_DIR", str(tmp_path))


class TestLoadSettings:
    @pytest.mark.parametrize("name", ["LLM_URL", "LLM_MODEL"])
    def test_asks_for_a_model_with_its_address(self, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
        monkeypatch.setenv(f"COMITY_{name}", "https://llm.example.org/v1")

        with pytest.raises(SettingsError, match="COMITY_LLM_URL and COMITY_LLM_MODEL go together"):
            load_settings()

    def test_asks_for_the_address_that_a_key_is_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COMITY_LLM_KEY", "very-secret")

        with pytest.raises(SettingsError, match=r"COMITY_LLM_KEY needs COMITY_LLM_URL$"):
            load_settings()

    @pytest.mark.parametrize(
        ("given", "named"),
        [
            ({"SMTP_URL": "smtp://mail.example.org"}, "COMITY_SMTP_URL needs COMITY_MAIL_FROM"),
            ({"MAIL_FROM": "comity@example.org"}, "COMITY_MAIL_FROM needs COMITY_SMTP_URL or COMITY_MAIL_DIR"),
            (
                {"SMTP_URL": "smtp://a.example", "MAIL_FROM": "a@b.example", "MAIL_DIR": "/tmp"},
                "COMITY_SMTP_URL and COMITY_MAIL_DIR exclude each other",
            ),
        ],
    )
    def test_asks_for_one_way_out_for_mail(
        self, monkeypatch: pytest.MonkeyPatch, given: dict[str, str], named: str
    ) -> None:
        for name, value in given.items():
            monkeypatch.setenv(f"COMITY_{name}", value)

        with pytest.raises(SettingsError, match=named):
            load_settings()

    def test_keeps_the_mail_servers_password_to_itself(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COMITY_SMTP_URL", "smtps://robin:hunter2@mail.example.org/inbox")

        with pytest.raises(SettingsError) as refused:
            load_settings()

        assert "hunter2" not in str(refused.value)

    def test_shows_no_key(self, monkeypatch: pytest.MonkeyPatch) -> None:
        for name, value in (("URL", "https://llm.example.org/v1"), ("MODEL", "small"), ("KEY", "very-secret")):
            monkeypatch.setenv(f"COMITY_LLM_{name}", value)

        assert "very-secret" not in repr(load_settings())

    @pytest.mark.parametrize(("name", "value"), WRONG)
    def test_names_the_variable_that_is_wrong(self, monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
        monkeypatch.setenv(f"COMITY_{name}", value)

        with pytest.raises(SettingsError, match=f"^COMITY_{name}: "):
            load_settings()

    def test_keeps_a_password_out_of_the_message(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COMITY_DATABASE_URL", "mysql://robin:hunter2@localhost/comity")

        with pytest.raises(SettingsError) as refused:
            load_settings()

        assert "hunter2" not in str(refused.value)

    def test_needs_nothing_said(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("COMITY_DATA_DIR")

        settings = load_settings()

        assert settings.registration == "first"
        assert settings.registrations_per_hour == 300
        assert settings.database_url == f"sqlite:///{settings.data_dir / 'comity.db'}"

    def test_speaks_to_postgresql_by_its_own_driver(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COMITY_DATABASE_URL", "postgres://robin@db/comity")

        assert load_settings().database_url == "postgresql+psycopg://robin@db/comity"

    def test_makes_cookies_secure_where_browsers_come_over_https(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("COMITY_PUBLIC_URL", "https://comity.example.org/")

        settings = load_settings()

        assert (settings.public_url, settings.secure_cookies) == ("https://comity.example.org", True)
