"""Lists of videos are told from chronicles."""

from annals.collect.furniture import regions


def furniture(*lines: str) -> list[str]:
    text = "\n\n".join(("Two men were hurt at a mill in Arden on Friday, the police there say.", *lines))
    return [text[r.start : r.end] for r in regions(text, None) if r.kind == "furniture"]


def test_titles_with_their_lengths_are_no_news() -> None:
    titles = ("0:35 Man shot dead in Tarn", "2:12 Mayor mourns on Sunday", "1:16 A bridge opens")
    assert furniture(*titles) == list(titles)


def test_the_hours_of_a_chronicle_stay() -> None:
    assert furniture("9:35 Police close the road", "10:12 Two men are found", "11:16 The mayor comes") == []
    assert furniture("22:35 Police close the road", "23:12 Two men are found", "0:16 The mayor comes") == []
    assert furniture("0:35 The mayor comes", "23:12 Two men are found", "22:16 Police close the road") == []
    assert (
        furniture("1:40 p.m. Police close the road", "2:12 p.m. Two men are found", "1:16 p.m. The mayor comes") == []
    )
    assert furniture("9:35 Police close the road.", "8:12 Two men are found.", "9:16 The mayor comes.") == []
