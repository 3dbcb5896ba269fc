import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from openapi_spec_validator import validate
from starlette.testclient import TestClient

from comity.contract import OPEN_PATHS
from comity.openapi import contract_yaml
from tests.repo.conftest import OPERATIONS, Operation

ROOT = Path(__file__).resolve().parents[2]
READ_BEFORE_THE_KEY: dict[str, Any] = {
    "/v1/interactions": {"contact_ids": ["none"], "kind": "call", "direction": "mutual"}
}


class TestContract:
    def test_is_the_committed_one(self) -> None:
        assert (ROOT / "openapi.yaml").read_text() == contract_yaml(), "run `make openapi`"

    def test_is_served(self, anonymous: TestClient, document: dict[str, Any]) -> None:
        assert anonymous.get("/v1/openapi.json").json() == document

    def test_is_valid(self, document: dict[str, Any]) -> None:
        validate(document)

    def test_names_every_operation_once(self) -> None:
        named = Counter(operation.details["operationId"] for operation in OPERATIONS)

        assert not [name for name, times in named.items() if times > 1]

    def test_names_every_shape_for_itself(self, document: dict[str, Any]) -> None:
        assert not [name for name in document["components"]["schemas"] if "__" in name], "two shapes share a name"

    @pytest.mark.parametrize("operation", OPERATIONS, ids=str)
    def test_says_of_every_operation_what_it_does(self, operation: Operation) -> None:
        assert operation.details["description"].endswith((".", ")"))
        assert operation.details["responses"]["default"]["content"].keys() == {"application/problem+json"}

    @pytest.mark.parametrize("operation", [one for one in OPERATIONS if one.path not in OPEN_PATHS], ids=str)
    def test_keeps_its_word_that_one_has_to_sign_in(self, app: FastAPI, operation: Operation) -> None:
        body = {} if operation.takes_json else None

        response = TestClient(app).request(operation.verb, operation.at("none"), json=body)

        assert response.status_code in {401, 422}
        assert response.headers["Content-Type"] == "application/problem+json"

    def test_names_the_methods_of_every_address(self, client: TestClient, document: dict[str, Any]) -> None:
        for path, verbs in document["paths"].items():
            response = client.request("TRACE", re.sub(r"{\w+}", "none", path))

            assert response.status_code == 405
            assert set(response.headers["Allow"].split(", ")) == {verb.upper() for verb in verbs}, path

    def test_says_which_posts_take_a_key(self, client: TestClient) -> None:
        posts = [one for one in OPERATIONS if one.verb == "POST" and one.takes_json and one.path not in OPEN_PATHS]
        for operation in posts:
            body = READ_BEFORE_THE_KEY.get(operation.path, {})
            response = client.post(operation.at("none"), json=body, headers={"Idempotency-Key": "x" * 256})

            refused = {error["pointer"] for error in response.json().get("errors", ())}
            names = {one["name"] for one in operation.details.get("parameters", ())}
            assert ("header/Idempotency-Key" in refused) == ("Idempotency-Key" in names), operation
