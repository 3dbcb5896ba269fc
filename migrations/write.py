"""`python -m migrations.write MESSAGE`: writes a migration from what changed in the tables."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from comity.migrating import migrate, write_migration

if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'comity.db'}"
        migrate(url)
        write_migration(url, sys.argv[1])
