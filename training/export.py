"""Write the model that ships: `python -m training.export --base BASE --weights trained.pt --out FOLDER`.

The encoder and its taggers become one ONNX file with 8-bit weights, per channel; the scorer of pairs a NumPy file.
"""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from annals.extract.trained.hints import HINTS
from training.learning.network import DOC_SIZES, PAIR, Reader


class Whole(nn.Module):
    """Ids to one matrix (taggers, then the pair vectors for left and right ends) and one vector on the whole window."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: Tensor, hints: Tensor) -> tuple[Tensor, Tensor]:
        """Ids (1, pieces) and hints (1, pieces, HINTS) to words (1, pieces, columns) and document (1, answers)."""
        mask = torch.ones_like(ids)
        states = self.model.encode(ids, hints.float(), mask)
        words = torch.cat([self.model.words(states), self.model.left(states), self.model.right(states)], dim=-1)
        return words, torch.cat(list(self.model.document_logits(states, mask).values()), dim=-1)


def _sample() -> tuple[Tensor, Tensor]:
    return torch.randint(1000, 2000, (1, 32)), torch.zeros((1, 32, len(HINTS)), dtype=torch.uint8)


def main() -> None:
    """Export, quantise, write the card."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--weights", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--version", default="4")
    given = parser.parse_args()
    config = BertConfig.from_pretrained(given.base, attn_implementation="eager")
    model = Reader(BertModel(config, add_pooling_layer=False))
    model.load_state_dict(torch.load(given.weights))
    model.eval()
    given.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        plain, ready = Path(folder) / "plain.onnx", Path(folder) / "ready.onnx"
        torch.onnx.export(
            Whole(model), _sample(), str(plain), input_names=["ids", "hints"],
            output_names=["words", "document"],
            dynamic_axes={**{name: {0: "b", 1: "n"} for name in ("ids", "hints", "words")}, "document": {0: "b"}},
            opset_version=17, dynamo=False,
        )  # fmt: skip
        quant_pre_process(str(plain), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(
            str(ready), str(given.out / "network.onnx"), per_channel=True, weight_type=QuantType.QInt8,
            op_types_to_quantize=["MatMul", "Gather"],
        )  # fmt: skip
        onnx.checker.check_model(str(given.out / "network.onnx"))
    weights = {
        "distance": model.distance.weight, "telling": model.telling.weight, "layer_left": model.layer_left.weight,
        "layer_right": model.layer_right.weight, "product": model.product.weight,
        "out": model.relation.weight, "out_bias": model.relation.bias,
    }  # fmt: skip
    np.savez(given.out / "pairs.npz", **{k: v.detach().numpy() for k, v in weights.items()})
    shutil.copy(given.base / "tokenizer.json", given.out / "tokenizer.json")
    columns = {name: [c.start, c.stop] for name, c in model.columns().items()}
    end = max(stop for _, stop in columns.values())
    columns |= {"left": [end, end + 2 * PAIR], "right": [end + 2 * PAIR, end + 4 * PAIR]}
    places = np.cumsum([0, *DOC_SIZES.values()])
    document = {name: [int(a), int(b)] for name, a, b in zip(DOC_SIZES, places, places[1:], strict=False)}
    files = ("network.onnx", "pairs.npz", "tokenizer.json")
    card = {
        "name": "annals reader",
        "version": given.version,
        "base": "all-MiniLM-L6-v2 (Apache-2.0)",
        "licence": "Apache-2.0",
        "hints": len(HINTS),
        "columns": columns,
        "document": document,
        "sha256": {name: hashlib.sha256((given.out / name).read_bytes()).hexdigest() for name in files},
    }
    (given.out / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")
    for name in files:
        print(f"{name}: {(given.out / name).stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
