"""`annals serve` and `annals site`: the ledger in a browser, and as a folder of pages."""

import click

from annals.cli.messages import examples, note
from annals.cli.options import ledger_option, rules_option
from annals.cli.progress import progress
from annals.model.rules import RuleSet
from annals.show.table import counted
from annals.web.settings import PORT, WebSettings


@click.command(epilog=examples("annals serve", "annals serve --read-only --port 8000"))
@click.option(
    "--port", metavar="N", type=click.IntRange(0, 65535), default=PORT, show_default=True, help="Port; 0: any."
)
@click.option("--host", metavar="ADDRESS", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--read-only", is_flag=True, help="Take no decisions.")
@click.option(
    "--token", metavar="TOKEN", envvar="ANNALS_TOKEN", help="What visitors must show; needed beyond this machine."
)
@click.option(
    "--user-header", metavar="NAME", help="Header in which a reverse proxy in front names the signed-in user."
)
@click.option(
    "--allow-host", "names", metavar="NAME", multiple=True, help="Host name under which the site is asked for."
)
@ledger_option
def serve(
    *,
    ledger: str,
    host: str,
    port: int,
    read_only: bool,
    token: str | None,
    user_header: str | None,
    names: tuple[str, ...],
) -> None:
    """Open the ledger in the browser, on this machine alone.

    Every page is also JSON at the same address with .json; /openapi.json describes them. No other host is ever asked
    for anything. Beyond this machine (--host) a token is demanded, or a reverse proxy that signs people in and is the
    only one that can reach the port.
    """
    from annals.web.serving import serve as run  # noqa: PLC0415 - slow to import, and for this command alone

    settings = WebSettings(host=host, port=port, read_only=read_only, token=token, user_header=user_header, names=names)
    run(ledger, settings, lambda address: note(f"{ledger} is on {address}  (Ctrl-C ends it)"))


@click.command(epilog=examples("annals site public/", "annals site public/ --without-texts"))
@click.argument("out", metavar="OUT")
@click.option("--without-texts", is_flag=True, help="Leave out the reports' texts; the quotes stay.")
@click.option("--quiet", "-q", is_flag=True, help="Do not say how far it is.")
@rules_option
@ledger_option
def site(*, ledger: str, out: str, without_texts: bool, quiet: bool, rules: RuleSet | None) -> None:
    """Write the ledger's pages as files into the folder OUT.

    They open from the folder or from any web host, and need no server, network or script. OUT must not be there yet,
    or be a site that annals wrote. The reports' texts belong to their publishers: --without-texts leaves them out.
    """
    from annals.web.files import write_site  # noqa: PLC0415 - slow to import, and for this command alone

    with progress("Writing", quiet=quiet) as tell:
        pages = write_site(ledger, out, texts=not without_texts, rules=rules, progress=tell)
    note(f"Wrote {counted(pages, 'page')} to {out}; open {out.rstrip('/')}/index.html.")
