"""The network: one encoder, a row of taggers over its words, and one scorer of pairs of spans."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from annals.extract.trained.hints import HINTS
from annals.extract.trained.labels import ATTRIBUTES, DISTANCES, LAYERS, RELATIONS, TELLINGS
from training.learning.classes import tags_of

PAIR = 128
DROPPED = 0.1
"""The share of what each layer says that is left out in learning, against learning by heart."""
MUC_ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
MUC_TYPES = ("arson", "attack", "bombing", "forced work stoppage", "kidnapping", "robbery")
SIZES = {f"tag:{name}": tags_of(name) for name in LAYERS} | {f"at:{k}": len(v) for k, v in ATTRIBUTES.items()}
WEAK_SIZES = {f"muc:{role}": 3 for role in MUC_ROLES}
DOC_SIZES = {"muc:types": len(MUC_TYPES), "gva:killed": 5, "gva:injured": 6, "violent": 1}


class Reader(nn.Module):
    """Word-level outputs are one matrix, cut into named columns by `columns`."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.hints = nn.Linear(len(HINTS), width, bias=False)
        nn.init.normal_(self.hints.weight, std=0.01)
        self.names = {**SIZES, **WEAK_SIZES}
        self.words = nn.Linear(width, sum(self.names.values()))
        self.attend = nn.Linear(width, len(DOC_SIZES))
        self.documents = nn.ModuleDict({k.replace(":", "_"): nn.Linear(width, n) for k, n in DOC_SIZES.items()})
        self.left = nn.Linear(width, 2 * PAIR)
        self.right = nn.Linear(width, 2 * PAIR)
        self.distance = nn.Embedding(2 * len(DISTANCES), PAIR)
        self.telling = nn.Embedding(len(TELLINGS), PAIR)
        self.layer_left = nn.Embedding(len(LAYERS), PAIR)
        self.layer_right = nn.Embedding(len(LAYERS), PAIR)
        self.product = nn.Linear(PAIR, PAIR, bias=False)
        self.relation = nn.Linear(PAIR, len(RELATIONS))

    def columns(self) -> dict[str, slice]:
        """Where each named output stands in the word-level matrix."""
        found, at = {}, 0
        for name, size in self.names.items():
            found[name] = slice(at, at + size)
            at += size
        return found

    def encode(self, ids: Tensor, hints: Tensor, mask: Tensor) -> Tensor:
        """Word states, (batch, pieces, width); hints are (batch, pieces, HINTS)."""
        words = self.encoder.embeddings.word_embeddings(ids) + self.hints(hints)
        states: Tensor = self.encoder(inputs_embeds=words, attention_mask=mask).last_hidden_state
        return states

    def document_logits(self, states: Tensor, mask: Tensor) -> dict[str, Tensor]:
        """One vector a window for each document-level question, by attention over its words."""
        weights = self.attend(states).float().masked_fill(mask[..., None] == 0, -1e4).softmax(dim=1)
        return {
            name: self.documents[name.replace(":", "_")]((weights[..., i : i + 1] * states).sum(dim=1))
            for i, name in enumerate(DOC_SIZES)
        }

    def pair_logits(
        self, left: Tensor, right: Tensor, layers: tuple[Tensor, Tensor], distance: Tensor, telling: Tensor
    ) -> Tensor:
        """Relations of pairs; left and right are (pairs, 2 * PAIR), means of `self.left` and `self.right`."""
        hidden = left[:, :PAIR] + right[:, :PAIR] + self.distance(distance) + self.telling(telling)
        hidden = hidden + self.layer_left(layers[0]) + self.layer_right(layers[1])
        hidden = hidden + self.product(left[:, PAIR:] * right[:, PAIR:])
        logits: Tensor = self.relation(torch.relu(hidden))
        return logits


def fresh(base: Path) -> Reader:
    """A network over the pretrained encoder in `base`, its word embeddings fixed."""
    config = BertConfig.from_pretrained(base, attn_implementation="sdpa")
    config.hidden_dropout_prob, config.attention_probs_dropout_prob = DROPPED, 0.0
    encoder = BertModel.from_pretrained(base, config=config, add_pooling_layer=False)
    encoder.embeddings.requires_grad_(False)
    return Reader(encoder)
