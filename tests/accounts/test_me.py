import pytest
from starlette.testclient import TestClient


class TestGetMe:
    @pytest.mark.both_databases
    def test_shows_the_account_with_its_version(self, client: TestClient) -> None:
        response = client.get("/v1/me")

        assert response.status_code == 200
        assert response.json()["full_name"] == "Robin Vale"
        assert response.headers["ETag"] == '"1"'
