"""Serves the built web app: its files, and its one page for every address that is the browser's own."""

from pathlib import Path, PurePosixPath

from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from comity.middleware import is_api

PAGE = "index.html"
HASHED = "assets/"
FOR_EVER = "public, max-age=31536000, immutable"
ASK_AGAIN = "no-cache"
SMALL_BYTES = 1000  # packing less than that saves nothing


class WebApp:
    """Answers what no route of the API did. Addresses of the API are never answered with the page.

    Only files are packed: an answer of the API may hold a secret beside what a stranger chose.
    """

    def __init__(self, directory: Path, *, otherwise: ASGIApp) -> None:
        self.files = GZipMiddleware(_Files(directory=directory), minimum_size=SMALL_BYTES)
        self.otherwise = otherwise

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one request."""
        is_page = scope["type"] == "http" and scope["method"] in {"GET", "HEAD"} and not is_api(scope["path"])
        await (self.files if is_page else self.otherwise)(scope, receive, send)


class _Files(StaticFiles):
    async def get_response(self, path: str, scope: Scope) -> Response:
        """Return a file, or the page where no file is meant; files named by their content are kept for ever."""
        try:
            response = await super().get_response(path, scope)
        except HTTPException:
            if PurePosixPath(path).suffix:
                raise
            response = await super().get_response(PAGE, scope)
        response.headers["Cache-Control"] = FOR_EVER if path.startswith(HASHED) else ASK_AGAIN
        return response
