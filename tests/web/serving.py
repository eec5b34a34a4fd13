"""A live server on a loopback port, as `annals serve` makes it, for tests that go through the network or a browser."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uvicorn

from annals.web.app import create_app
from annals.web.settings import WebSettings

_PATIENCE = 10.0


@contextmanager
def serving(ledger: Path, **settings: Any) -> Iterator[str]:
    """Serve the ledger until the block ends; gives the address without a slash at its end."""
    # Named as TCP, or the event loop leaves small answers waiting for their acknowledgement.
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP) as bound:
        bound.bind(("127.0.0.1", 0))
        port = bound.getsockname()[1]
        app = create_app(ledger, WebSettings(port=port, **settings))
        config = uvicorn.Config(app, lifespan="off", log_level="error", access_log=False, server_header=False)
        server = uvicorn.Server(config)
        bound.listen(64)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]}, daemon=True)
        thread.start()
        waited = time.monotonic()
        while not server.started:
            if not thread.is_alive() or time.monotonic() - waited > _PATIENCE:
                raise RuntimeError("The server did not start.")
            time.sleep(0.01)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.should_exit = True
            thread.join(_PATIENCE)
