"""The one file that names database engines: finding the right one, opening it safely, and its errors as sentences.

SQLite keeps a ledger in one file. Whether a file is a ledger is settled from its header, read as plain bytes, before
any engine touches it: a file that is not ours stays as it was.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import unquote

import msgspec
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import QueuePool

from annals.errors import LedgerError, LedgerLockedError, NotFoundError

APPLICATION_ID = 0x616E6C73
"""Marks a SQLite file as a ledger of annals: "anls" in ASCII, in the file's header."""

BUSY_SECONDS = 5.0
"""How long to wait for another process that is writing."""

_MAGIC = b"SQLite format 3\x00"
_HEADER = 100  # bytes; user_version at 60, application_id at 68, both big-endian (sqlite.org/fileformat2.html)


class Opened(msgspec.Struct, frozen=True, kw_only=True):
    """An engine, ready for use."""

    engine: Engine
    location: str
    """As shown to people."""
    writable: bool
    """False on read-only media; such a ledger can be read all the same."""


def open_engine(location: str | Path, *, create: bool, newest: int) -> Opened:
    """Open the ledger at `location`: a path, or a URL `sqlite:///path`.

    Args:
        location: Where the ledger is.
        create: Make it where it is missing, and insist on being able to write. Otherwise it must be there, and is
            opened read-only where it cannot be written.
        newest: The highest schema version that the caller knows.

    Raises:
        NotFoundError: it is missing and `create` is False.
        LedgerError: not a ledger, a ledger of a newer annals, no permission, a URL of an engine that is not supported.
    """
    path = _path_of(location)
    version = _version_in_file(path, create=create)
    if version is not None and version > newest:
        raise LedgerError(
            f"{path} was written by a newer annals (schema {version}, this one knows {newest}); upgrade annals."
        )
    writable = _may_write(path)
    if create and not writable:
        raise LedgerError(f"{path} is read-only; give a ledger in a folder where you may write.")
    modes = ["rwc" if version is None else "rw"] if writable else _reading_modes(path)
    for mode in modes:
        engine = _sqlite(path, mode)
        try:
            with engine.connect() as connection:
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
        except (LedgerError, LedgerLockedError) as error:
            engine.dispose()
            if mode == modes[-1] or isinstance(error, LedgerLockedError):
                raise
        else:
            return Opened(engine=engine, location=str(path), writable=writable)
    raise LedgerError(f"{path} cannot be opened.")


def use_write_ahead_log(engine: Engine) -> None:
    """Let readers go on while one process writes. Kept in the file, so it matters once.

    Only after the tables are there: before, a killed process could leave a file that does not yet say it is a ledger.
    """
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    except sqlite3.OperationalError:
        return  # in use at this moment, or on a file system without it: the older journal is as safe, only slower
    finally:
        connection.close()


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One write transaction: all of it is stored at the end, or nothing where the block raises.

    Raises:
        LedgerLockedError: another process kept the ledger for BUSY_SECONDS.
        LedgerError: it cannot be written, for instance because the disk is full.
    """
    with engine.connect().execution_options(annals_begin="BEGIN IMMEDIATE") as connection, connection.begin():
        yield connection


def snapshot(engine: Engine) -> Connection:
    """A connection, to be used with `with`, whose reads all see the ledger at one moment."""
    return engine.connect()


def copy_into(engine: Engine, path: Path) -> None:
    """Copy the ledger, as it stands at one moment, to a file that is not there yet.

    Raises:
        LedgerError: there is something at `path`, or it cannot be written.
    """
    if path.exists():
        raise LedgerError(f"{path} is there already; give the name of a new file.")
    source = engine.raw_connection()
    try:
        with closing(sqlite3.connect(path)) as target:
            source.driver_connection.backup(target)  # type: ignore[union-attr]  # it is a sqlite3.Connection
    except sqlite3.Error as error:
        raise _explained(error, path) from error
    finally:
        source.close()


def _path_of(location: str | Path) -> Path:
    text = str(location)
    scheme, colons, rest = text.partition("://")
    if not colons:
        if text in {"", ":memory:"}:
            raise LedgerError(f"A ledger is a file, and {text!r} names none; give a path such as annals.db.")
        return Path(text)
    if scheme != "sqlite":
        raise LedgerError(f"{scheme}:// is not an engine that annals can store in; give a path or sqlite:///PATH.")
    if not rest.startswith("/") or rest == "/":
        raise LedgerError(f"{text} names no file; give sqlite:///PATH.")
    return Path(unquote(rest[1:]))


def _version_in_file(path: Path, *, create: bool) -> int | None:
    """The schema version in the file's header, None where there is no file yet, or an empty one."""
    if path.exists() and not path.is_file():
        raise LedgerError(f"{path} is a folder or a device; give the path of a ledger file.")
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except FileNotFoundError:
        if not create:
            raise NotFoundError(f"There is no ledger at {path}; run `annals build` first, or give --ledger.") from None
        if not path.parent.is_dir():
            raise LedgerError(f"There is no folder {path.parent} to keep the ledger {path.name} in.") from None
        return None
    except OSError as error:
        raise LedgerError(f"{path} cannot be read: {error.strerror or error}.") from error
    if not header:
        if not create:
            raise NotFoundError(f"The ledger at {path} is empty; run `annals build` first.")
        return None
    if not header.startswith(_MAGIC) or len(header) < _HEADER:
        raise LedgerError(f"{path} is not a ledger of annals; it was left as it is. Give another --ledger.")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise LedgerError(
            f"{path} is a SQLite database of another program; it was left as it is. Give another --ledger."
        )
    return int.from_bytes(header[60:64], "big")


def _may_write(path: Path) -> bool:
    """Whether the file, and beside it the engine's own log, can be written."""
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _reading_modes(path: Path) -> list[str]:
    """How a ledger can be opened that cannot be written; `immutable` needs no log beside the file.

    It also ignores a log that is there, so it will not do where that log holds committed writes.
    """
    log = path.with_name(path.name + "-wal")
    unfinished = log.exists() and log.stat().st_size > 0
    return ["mode=ro"] if unfinished else ["mode=ro", "mode=ro&immutable=1"]


def _sqlite(path: Path, mode: str) -> Engine:
    uri = f"{path.absolute().as_uri()}?{mode}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA synchronous = FULL")
        except sqlite3.Error:
            connection.close()
            raise
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(connection.get_execution_options().get("annals_begin", "BEGIN"))

    @event.listens_for(engine, "handle_error")
    def handle_error(context: ExceptionContext) -> None:
        if isinstance(context.original_exception, sqlite3.Error):
            raise _explained(context.original_exception, path) from context.original_exception

    return engine


def _explained(error: sqlite3.Error, path: Path) -> LedgerError | LedgerLockedError:
    """The sentence for what SQLite reports (codes: sqlite.org/rescode.html)."""
    match getattr(error, "sqlite_errorcode", 0) & 0xFF:
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return LedgerLockedError(f"Another process is writing to {path}; wait for it to end and try again.")
        case sqlite3.SQLITE_FULL:
            return LedgerError(f"The disk is full: {path} keeps its last good state. Make room and run the same again.")
        case sqlite3.SQLITE_IOERR:
            return LedgerError(
                f"{path} could not be read or written ({error}); it keeps its last good state. "
                "Look for a full disk or a file-size limit and run the same again."
            )
        case sqlite3.SQLITE_READONLY:
            return LedgerError(f"{path} is read-only ({error}).")
        case sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return LedgerError(f"{path} cannot be opened ({error}); look at its permissions and those of its folder.")
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return LedgerError(f"{path} is damaged ({error}); take a copy that is whole, or build it anew.")
        case _:
            return LedgerError(f"{path}: {error}.")
