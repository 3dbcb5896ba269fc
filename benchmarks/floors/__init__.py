"""The floors: the same jobs on the bare driver, with nothing round them.

`operations.py` does each job; `bare.py` serves them from one ASGI callable, `framework.py` from FastAPI routes.
"""
