"""`/v1/auth`, `/v1/me` and `/v1/tokens`."""

from comity.web import router as new_router

router = new_router(tag="accounts")
