"""How the web app is served: where, to whom, and whether decisions may be written."""

import ipaddress

import msgspec

from annals.errors import UsageError

PORT = 8471
"""The port used where none is given."""
SHORTEST_TOKEN = 16
"""Characters; a shorter token could be guessed."""


class WebSettings(msgspec.Struct, frozen=True, kw_only=True):
    """One served ledger."""

    host: str = "127.0.0.1"
    """Address to bind."""
    port: int = PORT
    """Port to bind; 0 lets the system choose."""
    read_only: bool = False
    """Refuse every write."""
    token: str | None = None
    """What visitors must show; None where everybody who reaches the port may read."""
    user_header: str | None = None
    """Header in which a reverse proxy names the signed-in user; None where there is no such proxy."""
    names: tuple[str, ...] = ()
    """Further host names under which visitors may ask for the site."""
    max_body: int = 64_000
    """Bytes that the body of a request may have."""

    def check(self) -> None:
        """Refuse settings that would open the ledger to a network without a lock.

        Raises:
            UsageError: a host beyond loopback without token or proxy, or a token that is short.
        """
        if self.token is not None and len(self.token) < SHORTEST_TOKEN:
            raise UsageError(f"--token: give at least {SHORTEST_TOKEN} characters; a shorter one can be guessed.")
        if not is_loopback(self.host) and self.token is None and self.user_header is None:
            raise UsageError(
                f"--host {self.host} opens the ledger to the network: give --token, or --user-header where a reverse "
                "proxy signs people in and names them."
            )


def is_loopback(host: str) -> bool:
    """Return whether only this machine can reach `host`.

    >>> is_loopback("127.0.0.1"), is_loopback("localhost"), is_loopback("0.0.0.0")
    (True, True, False)
    """
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
