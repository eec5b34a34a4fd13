"""How news English says that nobody has claimed an attack."""

import re

NOBODY_CLAIMED = re.compile(
    r"\b(?:no(?:body|[ -]one)?|none|neither)\b(?:[\s-]+[\w’'-]+){0,7}?\s+(?:claimed|taken|took|"
    r"accepted|admitted|assumed|acknowledged|come forward to claim|came forward to claim|claiming|"
    r"claims)"
    r"\s+(?:(?:the|any|full|direct|this|that|both|immediate|public)\s+)*(?:responsibility|credit|it|"
    r"attacks?|bombings?|killings?|strikes?|raids?|shootings?|blasts?|kidnappings?|ambush|incidents?|"
    r"assassination|explosions?|murders?|abductions?)\b"
    r"|\bno\b(?:[\s-]+[\w’'-]+){0,3}?\s+(?:claims?|word|admission|statement) (?:of|on|about|claiming) "
    r"(?:responsibility|who was)\b"
    r"|\bno (?:[\w’'-]+ ){0,2}(?:claims?|responsibility) (?:has|have|had|was|were)\b(?: yet| so "
    r"far)?(?: been)? ?(?:made|issued|claimed|received)?"
    r"|\b(?:no(?:body|[ -]one)?|none|neither)\b(?:[\s-]+[\w’'-]+){0,4}?\s+(?:said|says|saying)\s+"
    r"(?:it|they|he)\s+(?:was|were|is|are|had been)\s+(?:behind|responsible)\b"
    r"|\bresponsibility (?:was|has|had) (?:not|never)(?: yet| immediately)?(?: been)? claimed\b"
    r"|\b(?:has|have|had|was|were|did|does|been)\s?(?:not|n[’']t|never)(?: yet| immediately| so far| "
    r"publicly| officially)?(?: been)? (?:claimed?|taken|take|claiming) (?:any |full |the "
    r")?(?:responsibility|credit|it\b|attacks?|bombings?)"
    r"|\b(?:has|have|had|was|were|been) (?:not|never)(?: yet| immediately)? (?:been )?claimed\b(?! "
    r"(?:the lives|by the))"
    r"|\byet to (?:be claimed|claim (?:responsibility|it)|take responsibility)"
    r"|\bwithout (?:ever |any |anyone |a )?(?:claim(?:ing)?(?: of)? responsibility|claim\b)"
    r"|\b(?:remain(?:s|ed)?|went|gone|go(?:es)?|is|was|are|were) (?:so far |still )?unclaimed\b"
    r"|\bthere (?:was|were|has been|have been|had been|is) no (?:[\w’'-]+ ){0,2}claims?\b",
    re.IGNORECASE,
)
"""Finds each such statement; the stretch matched is its quote."""
