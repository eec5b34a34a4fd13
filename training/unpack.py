"""Learn on from the model that ships: `python -m training.unpack --base BASE --model FOLDER --out start.pt`.

The 8-bit weights become numbers again, each within half a step of what was learnt; the word embeddings, which do not
learn, are those of the base. Hints that are new since the model was made start from nothing.
"""

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from training.learning.network import fresh


def weights_in(folder: Path) -> dict[str, Tensor]:
    """The learnt weights in a folder of the shipped model, by their names in `Reader`."""
    graph = onnx.load(str(folder / "network.onnx")).graph
    known = {i.name: numpy_helper.to_array(i) for i in graph.initializer}
    plain = (".bias", "Norm.weight")
    found = {name.removeprefix("model."): value for name, value in known.items() if name.endswith(plain)}
    users = {name: node for node in graph.node for name in node.input}
    for node in graph.node:
        if node.op_type == "MatMulInteger" and node.input[1] in known:
            weight = _plain(known, node.input[1].removesuffix("_quantized")).T
            bias = _bias_after(node, users, known)
            found[f"{bias.removeprefix('model.').removesuffix('.bias')}.weight" if bias else "hints.weight"] = weight
    pairs = np.load(folder / "pairs.npz")
    named = {"out": "relation.weight", "out_bias": "relation.bias"}
    found |= {named.get(name, f"{name}.weight"): pairs[name] for name in pairs.files}
    return {name: torch.from_numpy(np.array(value, dtype=np.float32)) for name, value in found.items()}


def _plain(known: dict[str, NDArray[np.generic]], name: str) -> NDArray[np.float32]:
    """A matrix of 8-bit steps as numbers, (inputs, outputs)."""
    steps, zero = (known[f"{name}_{part}"].astype(np.float32) for part in ("quantized", "zero_point"))
    return (steps - zero) * known[f"{name}_scale"].astype(np.float32)


def _bias_after(node: onnx.NodeProto, users: dict[str, onnx.NodeProto], known: dict[str, NDArray[np.generic]]) -> str:
    """The name of the bias that is added to a product, by which the product is known; empty where there is none."""
    while node.op_type in ("MatMulInteger", "Cast", "Mul"):
        node = users[node.output[0]]
    return next((name for name in node.input if name in known and name.endswith(".bias")), "")


def main() -> None:
    """Unpack and save."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    whole = fresh(given.base).state_dict()
    learnt = weights_in(given.model)
    hints = learnt["hints.weight"]
    new = whole["hints.weight"].shape[1] - hints.shape[1]
    learnt["hints.weight"] = torch.cat([hints, torch.zeros(hints.shape[0], new)], dim=1)
    for name, value in learnt.items():
        if whole[name].shape != value.shape:
            raise SystemExit(f"{name}: {tuple(value.shape)} in the model, {tuple(whole[name].shape)} wanted")
        whole[name] = value
    torch.save(whole, given.out)


if __name__ == "__main__":
    main()
