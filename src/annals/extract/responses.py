"""What somebody did or said about an event."""

from annals.extract.lexicon import table
from annals.extract.page import Sentence
from annals.extract.speakers import Said, speaker_at
from annals.model import Quote, Response


def responses_of(
    sentence: Sentence, said: list[Said], report_id: str, text: str, telling: int | None
) -> list[Response]:
    """The responses of a sentence, each with the nearest actor before its verb and the next one behind it."""
    found = []
    for match in table().responses.find(sentence.words):
        before = [a for a in sentence.actors if a.end <= match.start]
        behind = [a for a in sentence.actors if a.start >= match.end]
        actor = text[before[-1].start : before[-1].end] if before else speaker_at(said, match.start)
        time = next((t for t in sentence.times if t.kind != "window"), None)
        planned = match.payload.category == "THREATEN"
        found.append(
            Response(
                category=match.payload.category,
                actor=actor,
                recipient=text[behind[0].start : behind[0].end] if behind else None,
                date=time.words if time is not None else None,
                realis="threatened" if planned else "actual",
                report_id=report_id,
                quote=Quote.of(
                    text,
                    min(before[-1].start if before else match.start, match.start),
                    max(behind[0].end if behind else match.end, match.end),
                ),
                telling=telling,
            )
        )
    return found
