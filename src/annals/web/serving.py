"""Running the application on a port, until it is told to stop."""

import gc
import socket
from collections.abc import Callable
from pathlib import Path

import uvicorn

from annals.errors import UsageError
from annals.web.app import create_app
from annals.web.settings import WebSettings

_COLLECT_AFTER = (100_000, 50, 50)
"""When Python looks for garbage. A large ledger's columns live as long as the process and a page's objects an instant;
by the usual count every third page would wait for all of them to be looked through."""


def serve(ledger: str | Path, settings: WebSettings, ready: Callable[[str], None]) -> None:
    """Serve a ledger until the process is interrupted.

    Args:
        ledger: The ledger's file.
        settings: Where, to whom, and whether decisions may be written.
        ready: Called with the address once the port is bound.

    Raises:
        UsageError: the port is taken or may not be bound, or the settings leave the ledger open to a network.
        NotFoundError, LedgerError: the ledger cannot be opened.
    """
    app = create_app(ledger, settings)
    gc.set_threshold(*_COLLECT_AFTER)
    with _bound(settings) as listening:
        config = uvicorn.Config(
            app,
            lifespan="off",
            log_level="warning",
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=10,
            h11_max_incomplete_event_size=32_768,
            limit_concurrency=200,
        )
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        ready(f"http://{host}:{listening.getsockname()[1]}/")
        uvicorn.Server(config).run(sockets=[listening])


def _bound(settings: WebSettings) -> socket.socket:
    """Return a socket that listens where it was asked to."""
    try:
        family, kind, proto, _, address = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, proto)
    except OSError as error:
        raise UsageError(f"--host {settings.host}: {error.strerror or error}.") from error
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(128)
    except OSError as error:
        listening.close()
        raise UsageError(
            f"Port {settings.port} on {settings.host} cannot be used ({error.strerror}); give another --port, or 0."
        ) from error
    return listening
