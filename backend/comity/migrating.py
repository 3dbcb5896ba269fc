"""Brings a database to the present schema, and knows all tables.

SQLite is migrated on a connection of its own with foreign keys off: a batch migration makes a table anew, and with them
on the rows that hang on the old one would go with it. They are checked before the commit.
"""

import importlib
import pkgutil
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData
from sqlalchemy.engine import make_url

import comity
from comity import jobs
from comity.database import Base
from comity.settings import SettingsError

FOLDER = Path(__file__).resolve().parents[2] / "migrations"


def all_tables() -> MetaData:
    """Return the metadata of every feature's tables."""
    for feature in pkgutil.iter_modules(comity.__path__):
        if feature.ispkg and importlib.util.find_spec(f"comity.{feature.name}.models"):
            importlib.import_module(f"comity.{feature.name}.models")
    importlib.import_module("comity.idempotency")
    importlib.import_module("comity.slots")
    return Base.metadata


def migrate(url: str, *, revision: str = "head") -> None:
    """Bring a database up, or down, to a revision; make the SQLite file's folder where there is none.

    Raises SettingsError where there can be no such folder.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite" and parsed.database:
        _make(Path(parsed.database).parent)
    config = _config(url)
    is_up = revision == "head" or revision.startswith("+")
    (command.upgrade if is_up else command.downgrade)(config, revision)
    if is_up:
        jobs.migrate(url)


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        problem = f"{folder} cannot be made a folder for the database ({error.strerror})."
        raise SettingsError(f"COMITY_DATA_DIR, or COMITY_DATABASE_URL: {problem}") from None


def write_migration(url: str, message: str) -> None:
    """Write a new migration from the difference between a database at head and the tables."""
    command.revision(_config(url), message=message, autogenerate=True)


def is_at_head(connection: Connection) -> bool:
    """Return whether a database has the present schema."""
    present = MigrationContext.configure(connection).get_current_revision()
    return present == ScriptDirectory(str(FOLDER)).get_current_head()


def _config(url: str) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER))
    config.set_main_option("file_template", "%%(year)d-%%(month).2d-%%(day).2d_%%(slug)s")
    config.attributes["url"] = url
    return config
