"""Faults of annals itself: written to the server's log in full, told to the visitor in one sentence."""

import logging
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_log = logging.getLogger("annals.web")


class Faults:
    """Answers where the app raises what it did not expect to."""

    def __init__(self, app: ASGIApp, answer: Callable[[Request, Exception], Response]) -> None:
        """Guard `app`; `answer` makes what the visitor is told."""
        self._app = app
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, sending)
        except Exception as error:
            _log.exception("%s %s", scope.get("method"), scope.get("path"))
            if begun or scope["type"] != "http":
                raise
            await self._answer(Request(scope), error)(scope, receive, send)
