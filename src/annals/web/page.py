"""What a page is made of: its data, which is also its JSON, and how it is shown."""

from typing import Any

import msgspec

from annals.ledger import Ledger
from annals.web.asking import Parameters
from annals.web.links import Links
from annals.web.settings import WebSettings


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """One ledger with how it is served."""

    ledger: Ledger
    settings: WebSettings
    secret: bytes
    """New with each start; signs sessions and forms."""
    texts: bool = True
    """Whether the reports' texts are shown; quotes always are."""


class Ask(msgspec.Struct, frozen=True, kw_only=True):
    """One request, or one file to be written."""

    site: Site
    links: Links
    path: str
    """Path of the page without slash and form ("incidents/i3f2a")."""
    names: dict[str, str]
    """What the path names: {"id": "i3f2a"}."""
    parameters: Parameters
    user: str | None = None
    """Who is asking, where a proxy says so."""
    by: str = ""
    """The name under which this browser decided last, to be offered again."""
    token: str = ""
    """What a form of this session must carry."""
    before: str | None = None
    """As files: path of the page of the list before this one."""
    after: str | None = None
    """As files: path of the page of the list after this one."""
    part: str | None = None
    """Id of the one part of the page that a script asks for; None for all of it."""

    @property
    def may_write(self) -> bool:
        """Whether decisions can be made here."""
        settings = self.site.settings
        return self.links.served and not settings.read_only and self.site.ledger.writable


class Page(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to an Ask."""

    template: str
    title: str
    data: Any
    """The JSON of the page."""
    view: dict[str, Any] = {}
    """What the template needs beside."""
    status: int = 200


class Moved(msgspec.Struct, frozen=True, kw_only=True):
    """The answer where a page has another address."""

    to: str
    """Path of the page."""
    permanent: bool = True
