"""Working processes: the one file that knows how work is done on several cores at once.

Each is a plain child process that answers questions over its standard input and output. Unlike a pool of the
standard library it never runs the caller's script a second time, takes nothing over from the caller's threads, and ends
by itself when the caller is gone, even where the caller was killed.
"""

import os
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import IO, Self, TypeVar

import msgspec

from annals.errors import AnnalsError
from annals.model import Account, Refusal, Report

Batch = Sequence[Report]
Answers = list[Account | Refusal]
T = TypeVar("T")
R = TypeVar("R")

_LENGTH = 8  # bytes of the length, big-endian, before each message


def cores() -> int:
    """How many processor cores this process may use, at least 1."""
    affinity = getattr(os, "sched_getaffinity", None)  # not on every system
    return len(affinity(0)) if affinity else os.cpu_count() or 1


class DiedError(AnnalsError):
    """A process is gone; the sentence says how ("ended (exit code 7)")."""


class Processes:
    """A fixed number of working processes. A context manager: they are stopped at its end."""

    def __init__(self, command: Sequence[str], count: int) -> None:
        """Start `count` processes of `command`, each of which must call `answering` or `serve`.

        Raises:
            AnnalsError: the processes cannot be started.
        """
        environment = dict(os.environ, PYTHONPATH=os.pathsep.join(part or str(Path.cwd()) for part in sys.path))
        environment.setdefault("OMP_NUM_THREADS", "1")  # a process a core: threads of numpy's would fight each other
        self._idle: SimpleQueue[subprocess.Popen[bytes]] = SimpleQueue()
        self._processes: list[subprocess.Popen[bytes]] = []
        try:
            for _ in range(count):
                process = subprocess.Popen(  # noqa: S603 - the command is our own, never the user's words
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    env=environment,
                    start_new_session=True,  # so that Ctrl-C reaches the caller alone
                )
                self._processes.append(process)
                self._idle.put(process)
        except OSError as error:
            self.stop()
            raise AnnalsError(f"Cannot start another process ({error}); try again with --jobs 1.") from error
        self._threads = ThreadPoolExecutor(count)

    def in_turn(self, ask: Callable[[T], R], items: Iterable[T]) -> Generator[R]:
        """Yield what `ask`, called in threads, gives for each item, in their order; looks ahead only a few items."""
        waiting: deque[Future[R]] = deque()
        for item in items:
            waiting.append(self._threads.submit(ask, item))
            if len(waiting) > 2 * len(self._processes):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def exchange(self, question: bytes) -> bytes:
        """Wait for an idle process, and for its answer. Raises DiedError."""
        process = self._idle.get()
        message = _exchange(process, question)
        self._idle.put(process)  # a dead one too: who waits for it must hear of it at once
        if message is None:
            raise DiedError(_end_of(process))
        return message

    def stop(self) -> None:
        """End all processes, whatever they are doing; harmless when repeated."""
        for process in self._processes:
            process.kill()
        for process in self._processes:
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    try:
                        pipe.close()
                    except OSError:  # what was still to be sent has nowhere to go
                        continue
        self._processes.clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._processes:
            process.kill()  # wakes the threads that wait for an answer
        self._threads.shutdown(cancel_futures=True)
        self.stop()


class Workers(Processes):
    """Reading processes, each of which calls `serve`."""

    def map(self, batches: Iterable[Batch]) -> Generator[Answers]:
        """Yield the answers to each batch, in the order of the batches; looks ahead only a few batches.

        Raises:
            AnnalsError: a process died; the sentence names the batch that it was reading.
        """
        return self.in_turn(self._ask, batches)

    def _ask(self, batch: Batch) -> Answers:
        try:
            message = self.exchange(msgspec.msgpack.encode(batch))
        except DiedError as death:
            raise AnnalsError(_obituary(str(death), batch)) from None
        return [
            msgspec.msgpack.decode(answer, type=Refusal) if refused else msgspec.msgpack.decode(answer, type=Account)
            for refused, answer in msgspec.msgpack.decode(message, type=list[tuple[bool, msgspec.Raw]])
        ]


def serve(process: Callable[[Batch], Answers]) -> None:
    """Answer batches from standard input on standard output until the input ends: the body of a worker."""

    def answer(question: bytes) -> bytes:
        batch = msgspec.msgpack.decode(question, type=list[Report])
        return msgspec.msgpack.encode([(isinstance(answer, Refusal), answer) for answer in process(batch)])

    answering(answer)


def answering(answer: Callable[[bytes], bytes]) -> None:
    """Answer what comes on standard input until it ends: the body of a working process."""
    source = os.fdopen(os.dup(0), "rb")
    sink = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints must not run into the answers
    while (message := _receive(source)) is not None:
        given = answer(message)
        try:
            _send(sink, given)
        except BrokenPipeError:  # the caller is gone
            os._exit(0)


def _exchange(process: subprocess.Popen[bytes], question: bytes) -> bytes | None:
    """Send and wait; None where the process is gone."""
    if process.stdin is None or process.stdout is None:
        return None
    try:
        _send(process.stdin, question)
        return _receive(process.stdout)
    except OSError:
        return None


def _send(pipe: IO[bytes], message: bytes) -> None:
    pipe.write(len(message).to_bytes(_LENGTH, "big"))
    pipe.write(message)
    pipe.flush()


def _receive(pipe: IO[bytes]) -> bytes | None:
    """Read one message; None where the other side ended, even in the middle of it."""
    head = pipe.read(_LENGTH)
    size = int.from_bytes(head, "big")
    message = pipe.read(size) if len(head) == _LENGTH else b""
    return message if len(head) == _LENGTH and len(message) == size else None


def _end_of(process: subprocess.Popen[bytes]) -> str:
    try:
        code = process.wait(timeout=5)
    except subprocess.TimeoutExpired:  # it closed its ends and hangs
        process.kill()
        code = process.wait()
    return f"was killed (signal {-code}, perhaps for want of memory)" if code < 0 else f"ended (exit code {code})"


def _obituary(how: str, batch: Batch) -> str:
    names = [report.origin or report.report_id for report in batch]
    what = names[0] if len(names) == 1 else f"{names[0]} to {names[-1]}"
    return (
        f"A reading process {how} while reading {what}; all reports read before are kept. "
        "Run the same command again, with --jobs 1 or on fewer reports."
    )
