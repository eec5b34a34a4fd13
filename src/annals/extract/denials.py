"""Denials in other words: "called the charge a lie", "an allegation that X calls absurd", "it was not us"."""

import re

_CHARGE = r"(?:allegations?|accusations?|charges?|claims?|reports?|suggestions?|story|stories)"
_FALSE = (
    r"(?:baseless|groundless|false|untrue|unfounded|fabricat\w+|a (?:total |complete |pure )?lie|lies|"
    r"nonsense|ridiculous|absurd|"
    r"fiction|disinformation|propaganda|fake|invented|made up|slander\w*|political|politically motivated|shameful|"
    r"an insult|rubbish|pure fantasy|fantasy|laughable|a smear|without foundation)"
)
CALLED_FALSE = re.compile(
    rf"\b(?:call|calls|called|describes?|described|dismiss|dismisses|dismissed|rejects?|rejected|brand|branded|denounced)\s+"
    rf"(?:(?:the|these|this|those|such|all|both)\s+(?:\w+\s+){{0,2}}?{_CHARGE}|it|this|that|them)\s+(?:as\s+)?"
    rf"[“\"]?(?:\w+\s+){{0,2}}?{_FALSE}\b",
    re.IGNORECASE,
)
"""Its subject denies: "the army called the charge baseless"."""
IS_FALSE = re.compile(
    rf"\b(?:the|this|that|such|these|those|its|their|his)\s+(?:\w+\s+){{0,2}}?{_CHARGE}\s+(?:is|was|were|are|"
    rf"had been)\s+"
    rf"[“\"]?(?:\w+\s+){{0,2}}?{_FALSE}\b",
    re.IGNORECASE,
)
"""Whoever says it denies: "said the report was groundless"."""
WHICH_CALLED = re.compile(
    rf"\b(?:an?\s+|the\s+)?(?:\w+\s+)?{_CHARGE}\s+(?:(?:that|which)\s+)?(?P<who>[^,.;:]{{2,60}}?)\s+"
    rf"(?:has\s+|have\s+|had\s+)?(?:called|calls?|dismissed as|described as|rejected as|"
    rf"denied as)\s+[“\"]?(?:\w+\s+){{0,2}}?{_FALSE}\b",
    re.IGNORECASE,
)
"""`who` denies: "an allegation that a cabinet spokesman called absurd"."""
NOT_US = re.compile(
    r"\b(?:(?:it|this|that) (?:is|was|were) not (?:us|ours?\b|our \w+)|(?:it|this|that) (?:wasn|"
    r"isn)[’']t (?:us|ours?|our \w+)|"
    r"we (?:did not|didn[’']t|had nothing|have nothing|never|were not|are not)\s+(?:\w+\s+){0,2}?(?:do it|"
    r"do this|do that|"
    r"attack|fire|bomb|shoot|kill|strike|carry|carried|attacked|fired|bombed|killed|struck|shell|shelled|launch|launched|"
    r"to do with|behind|involved|responsible|there))\b"
    r"|[“\"](?:(?:this|that|it)(?: is|[’']s| was) |all )?(?:utter |pure |total |complete )?(?:nonsense|lies|"
    r"a lie|rubbish|not true|"
    r"untrue|disinformation|fake news|fiction|a fabrication|a smear|absurd)\b",
    re.IGNORECASE,
)
"""Whoever is quoted denies: "it is not us"."""
