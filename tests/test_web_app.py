from pathlib import Path

import pytest
from starlette.testclient import TestClient

from comity.settings import Settings


@pytest.fixture
def settings(settings: Settings, tmp_path: Path) -> Settings:
    built = tmp_path / "dist"
    (built / "assets").mkdir(parents=True)
    (built / "index.html").write_text("<title>Comity</title>")
    (built / "assets" / "app-1a2b.js").write_text("start()")
    (tmp_path / "secret.txt").write_text("not for you")
    return settings.model_copy(update={"web_dir": built})


class TestWebApp:
    @pytest.mark.parametrize("path", ["/", "/people", "/people/01m85cfrw8r4tgx27s7e1pcwrq", "/a/b/c", "/v1x"])
    def test_answers_its_page_at_every_address_of_the_browsers(self, anonymous: TestClient, path: str) -> None:
        response = anonymous.get(path)

        assert (response.status_code, response.text) == (200, "<title>Comity</title>")
        assert response.headers["Cache-Control"] == "no-cache"
        assert "require-trusted-types-for 'script'" in response.headers["Content-Security-Policy"]

    def test_keeps_files_named_by_their_content_for_ever(self, anonymous: TestClient) -> None:
        response = anonymous.get("/assets/app-1a2b.js")

        assert response.text == "start()"
        assert "immutable" in response.headers["Cache-Control"]

    def test_packs_what_is_large(self, anonymous: TestClient, settings: Settings) -> None:
        assert settings.web_dir is not None
        (settings.web_dir / "assets" / "large-3c4d.js").write_text("again()" * 1000)

        response = anonymous.get("/assets/large-3c4d.js", headers={"Accept-Encoding": "gzip"})

        assert response.headers["Content-Encoding"] == "gzip"
        assert response.text == "again()" * 1000

    @pytest.mark.parametrize(
        "path",
        [
            "/v1",
            "/v1/",
            "/v1/nothing",
            "/v1/me/",
            "/assets/gone.js",
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/a%00.js",
        ],
    )
    def test_is_never_the_answer_where_something_is_missing(self, anonymous: TestClient, path: str) -> None:
        response = anonymous.get(path, headers={"Accept": "text/html"})

        assert response.status_code == 404
        assert response.headers["Content-Type"] == "application/problem+json"

    def test_is_only_for_reading(self, anonymous: TestClient) -> None:
        response = anonymous.post("/people", json={})

        assert response.status_code == 404
        assert response.headers["Content-Type"] == "application/problem+json"

    def test_answers_a_head_without_a_body(self, anonymous: TestClient) -> None:
        response = anonymous.head("/people")

        assert (response.status_code, response.content) == (200, b"")
