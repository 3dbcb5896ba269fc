import pytest


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "size" in metafunc.fixturenames:
        metafunc.parametrize("size", ["short", pytest.param("long", marks=pytest.mark.crash)])
