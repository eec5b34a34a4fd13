"""What can go wrong, a sentence each; every one carries the exit code that the command line ends with."""


class AnnalsError(Exception):
    """Base of all errors that annals raises on purpose. `str(error)` is a sentence fit to show."""

    exit_code = 1


class UsageError(AnnalsError):
    """The call itself is at fault: an unknown option value, a folder that is not there."""

    exit_code = 2


class InputError(AnnalsError):
    """One input cannot be read. Within a batch it becomes a Refusal and the rest goes on."""

    exit_code = 3

    def __init__(self, reason: str, *, origin: str, field: str | None = None) -> None:
        """Keep `origin` (file, with line) and `field` beside the reason, a sentence."""
        super().__init__(f"{origin}: {f'{field}: ' if field else ''}{reason}")
        self.reason = reason
        self.origin = origin
        self.field = field


class NotFoundError(AnnalsError):
    """No incident, report or field of that name."""

    exit_code = 4


class LedgerLockedError(AnnalsError):
    """Another process is writing to the ledger."""

    exit_code = 5


class CheckFailedError(AnnalsError):
    """`annals verify` found a quote or a hash that does not hold."""

    exit_code = 6


class LedgerError(AnnalsError):
    """The ledger cannot be opened or written: not ours, a newer version, a full disk."""


class ModelError(AnnalsError):
    """The trained reader's files are missing or damaged."""
