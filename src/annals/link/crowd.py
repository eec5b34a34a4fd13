"""Very many mentions, each packed: what linking holds of them all at once."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

import msgspec

from annals.link.profile import Profile

_encoder = msgspec.msgpack.Encoder()
_decoder = msgspec.msgpack.Decoder(Profile)


class Crowd(Sequence[Profile]):
    """Mentions in the order of their ids, each id once; a profile is unpacked each time that it is asked for."""

    def __init__(self, profiles: Iterable[Profile]) -> None:
        """Pack the mentions, of those with one id the last."""
        packed = {profile.mention_id: _encoder.encode(profile) for profile in profiles}
        self.ids = sorted(packed)
        """The ids of the mentions, by which their places go."""
        self._packed = [packed[name] for name in self.ids]

    def raw(self, places: Iterable[int]) -> list[msgspec.Raw]:
        """The mentions at these places, packed."""
        return [msgspec.Raw(self._packed[place]) for place in places]

    def places(self, ids: Iterable[str]) -> list[int]:
        """Where the mentions of these ids stand, sorted, each once; unknown ids are left out."""
        return sorted({place for name in ids if (place := self._place(name)) is not None})

    def some(self, ids: Iterable[str]) -> dict[str, Profile]:
        """The mentions of these ids, by id; unknown ids are left out."""
        return {self.ids[place]: self[place] for place in self.places(ids)}

    def _place(self, name: str) -> int | None:
        place = bisect_left(self.ids, name)
        return place if place < len(self.ids) and self.ids[place] == name else None

    def __len__(self) -> int:
        return len(self.ids)

    def __iter__(self) -> Iterator[Profile]:
        return map(_decoder.decode, self._packed)

    @overload
    def __getitem__(self, place: int) -> Profile: ...

    @overload
    def __getitem__(self, place: slice) -> list[Profile]: ...

    def __getitem__(self, place: int | slice) -> Profile | list[Profile]:
        if isinstance(place, slice):
            return [_decoder.decode(packed) for packed in self._packed[place]]
        return _decoder.decode(self._packed[place])
