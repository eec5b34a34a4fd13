"""The loop of learning: batches, steps, a falling rate, and what each part cost on the way."""

import random
import time
from collections.abc import Callable

import torch

from training.learning.examples import Example, batches
from training.learning.loss import batch_loss
from training.learning.network import Reader

PIECES = 4096
"""Word pieces in a batch, padding included."""
WARM_UP = 40
LEAST = 0.03
_HEADS_FASTER = 5


def teach(
    model: Reader,
    lesson: Callable[[random.Random], list[Example]],
    *,
    epochs: int,
    rate: float,
    seed: int,
    after: Callable[[int], None],
) -> None:
    """Learn from `lesson` anew each epoch, and call `after` with the epoch's number at its end.

    The rate rises over the first steps and then falls in a line; what stands on the encoder learns faster than it.
    """
    torch.manual_seed(seed)
    chance = random.Random(seed)
    heads = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    body = [p for n, p in model.named_parameters() if n.startswith("encoder.") and p.requires_grad]
    groups = [{"params": body, "lr": rate}, {"params": heads, "lr": _HEADS_FASTER * rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = epochs * sum(1 for _ in batches(lesson(chance), PIECES, chance))
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / WARM_UP, max(LEAST, 1 - step / steps))
    )
    for epoch in range(epochs):
        model.train()
        begun, seen = time.monotonic(), 0
        parts: dict[str, list[float]] = {}
        for batch in batches(lesson(chance), PIECES, chance):
            loss, said = batch_loss(model, batch, chance)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            seen += sum(len(example.ids) for example in batch)
            for name, value in said.items():
                parts.setdefault(name, []).append(value)
        pace = seen / (time.monotonic() - begun)
        costs = " ".join(f"{name} {sum(v) / len(v):.3f}" for name, v in parts.items())
        print(f"epoch {epoch}: {pace:.0f} pieces/s; {costs}", flush=True)
        model.eval()
        after(epoch)
