"""What the repository's own files must not say."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOSTS = re.compile("|".join((r"pypi\.org", r"pythonhosted\.org", r"registry\.npm", r"npmjs\.(org|com)", r"index-url")))


def committed() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in listed.decode().split("\0") if name]


class TestFiles:
    def test_name_no_package_registry(self) -> None:
        here = Path(__file__).resolve()
        texts = {path: path.read_bytes().decode(errors="ignore") for path in committed() if path.is_file()}

        assert not [str(path) for path, text in texts.items() if path != here and HOSTS.search(text)]

    def test_pin_every_requirement_by_its_hashes(self) -> None:
        for name in ("requirements.txt", "requirements-dev.txt"):
            pinned = re.findall(r"^\S+==.*?(?=^\S|\Z)", (ROOT / name).read_text(), re.DOTALL | re.MULTILINE)

            assert len(pinned) > 40
            assert all("--hash=sha256:" in requirement for requirement in pinned)

    def test_pin_the_same_versions_to_run_and_to_test(self) -> None:
        run, test = (
            dict(re.findall(r"^([\w.\[\]-]+)==(\S+)", (ROOT / name).read_text(), re.MULTILINE))
            for name in ("requirements.txt", "requirements-dev.txt")
        )

        assert not {name for name in run if test.get(name) != run[name]}


class TestArchitecture:
    def test_names_every_folder_and_no_file_that_is_not_there(self) -> None:
        package = ROOT / "backend" / "comity"
        tree = (ROOT / "ARCHITECTURE.md").read_text().partition("comity/\n")[2].partition("frontend/")[0]
        named = set(re.findall(r"\b[a-z_]+(?:/|\.py)(?=[\s,])", tree))
        inside = [path for folder in (package, package / "coach") for path in folder.iterdir()]

        assert {f"{path.parent.name}/" for path in package.glob("*/__init__.py")} <= named
        assert named <= {path.name + "/" * path.is_dir() for path in inside}
