"""How news English denies: "rejected the army's charge", "an allegation that X calls absurd", "it was not us".

A frame is a verb or a noun of denying and the charge that it is about. Whose charge it is stands before the noun ("the
army's charge", "Kyiv's claims"); he is the one who accuses, never the one who denies.
"""

import re

CHARGE = (
    r"(?:allegations?|accusations?|charges?|claims?|reports?|suggestions?|story|stories|assertions?|insinuations?|findings|"
    r"conclusions?|accounts?|contentions?|versions?|narratives?|indictments?|rumou?rs|notions?|theory|theories|blame)"
)
"""Nouns for what is said against somebody."""
_FALSE = (
    r"(?:baseless|groundless|false|untrue|unfounded|fabricat\w+|a (?:\w+ )?lie|lies|nonsense|ridiculous|absurd|fiction|"
    r"disinformation|propaganda|fake|invented|made[- ]up|slander\w*|political|politically motivated|shameful|an insult|"
    r"rubbish|garbage|pure fantasy|fantasy|laughable|a smear|smears|without (?:foundation|basis|merit)|preposterous|"
    r"outrageous|unacceptable|a hoax|a fabrication|a (?:\w+ )?provocation|a fairy tale|fairy tales|bogus|libel\w*|"
    r"defam\w+|"
    r"ludicrous|wild|cynical|malicious|a myth|misleading|incorrect|inaccurate|speculation|hogwash|wrong|a joke|cheap|"
    r"an invention|a distraction|unsubstantiated|unproven|a conspiracy)"
)
_OF_WHOM = r"(?:(?!(?:that|which|who|to|by|in|over|after|said|says)\b)[\w’'.-]+\s+){0,5}?"
"""What stands before the noun: "the", "any such", "the defence ministry's", "UN and American"."""
_HOW = r"(?:(?:\w+ly|also|once more|again|out of hand|outright)\s+){0,2}"
# A claim "of responsibility" or "to have shot it down" is no charge.
_NO_CHARGE = r"(?!\s+(?:of responsibility|of credit|to have|to be|to the|for damages)\b)"
_SPOKEN = r"(?:call|calls|called|calling|describes?|described|describing|label|labels|labell?ed|brand|brands|branded)"
_REJECTS = (
    r"(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|refut(?:e|es|ed|ing)|rebut|"
    r"rebuts|rebutted|rebuff|rebuffs|rebuffed|repudiate|repudiates|repudiated|dispute|disputes|disputed|contest(?:s|ed)?|"
    r"deny|denies|denied|denying|(?:brush|wave|swat|bat)(?:es|ed|s)? (?:off|aside|away)|brushing (?:off|aside)|"
    r"waving away|waved away|waved aside|shrug(?:s|ged)? off|scoff(?:s|ed)? at|laugh(?:s|ed)? off|derid(?:e|es|ed)|"
    r"ridicul(?:e|es|ed)|pour(?:s|ed)? (?:scorn|cold water) on|push(?:es|ed)? back (?:against|on)|"
    r"hit(?:s)? back at|disclaim(?:s|ed)?|den(?:y|ies|ied) and condemned|rejected and condemned)"
)
_PASSED = (
    r"(?:rejected|dismissed|refuted|rebuffed|repudiated|disputed|contested|denied|brushed off|brushed aside|waved away)"
)
DENYING = re.compile(
    r"\b(?:issued|released|published|posted|put out|sent|circulated|broadcast|distributed|made|shared|read)\s+"
    r"(?:[\w’'-]+\s+){0,3}?(?:statement|message|communiqu[ée]|letter|leaflet|note|video|recording|post)\s+"
    r"(?:[\w’'-]+\s+){0,4}?(?:denying|rejecting|disowning|(?:in|with)\s+which\s+it\s+(?:denied|rejected|disowned))\s+"
    r"(?:[\w’'-]+\s+){0,5}?(?:involvement|responsib\w+|role|part|hand|links?|connection|complicity|accusations?|charges?|"
    r"allegations?|claims?|it|that\s+it|behind|blame)\b",
    re.IGNORECASE,
)
"""Its subject denies: "put out a statement denying any part in it"."""
REJECTS_PART = re.compile(
    rf"\b(?:{_REJECTS}|ruled? out|ruling out)\s+(?:having\s+)?(?:any|all|every|its|their|the)\s+(?:[\w-]+\s+){{0,2}}?"
    r"(?:links?|role|part|involvement|connections?|responsibility|complicity|hand|ties?)\b"
    r"|\b(?:turn|turns|turned|throw|throws|threw|fling|flung)\s+(?:the|that|this)\s+(?:accusations?|charges?|blame|allegations?)\s+"
    r"(?:around|back|on its head)\b",
    re.IGNORECASE,
)
"""Its subject denies: "the front rejected any link", "turned the accusation around"."""
STORY = re.compile(
    r"\b(?:claims?|reports?|story|stories|findings|conclusions?|accounts?|versions?|narratives?|rumou?rs)\Z",
    re.IGNORECASE,
)
"""What may be told of anything: whoever rejects it denies a deed only where one is laid at his door."""
CALLED_FALSE = re.compile(
    rf"\b(?:{_SPOKEN}|{_REJECTS}|denounce[sd]?|condemn(?:s|ed)?)\s+"
    rf"(?:{_OF_WHOM}{CHARGE}|it|this|that|them|these|those)\s+(?:[\w’' ]{{0,60}}?\s)?(?:as\s+)?[“\"‘]?"
    rf"(?:[\w-]+\s+){{0,2}}?{_FALSE}\b",
    re.IGNORECASE,
)
"""Its subject denies: "the rebels called the army's charge baseless"."""
REJECTS_CHARGE = re.compile(
    rf"\b{_REJECTS}\s+(?P<charge>{_OF_WHOM}{CHARGE})\b{_NO_CHARGE}"
    rf"|\b(?:denounce[sd]?|slam(?:s|med)?|decr(?:y|ies|ied)|condemn(?:s|ed)?|protest(?:s|ed)?(?: against)?)\s+"
    rf"(?P<unjust>{_OF_WHOM}(?:allegations?|accusations?|insinuations?))\b",
    re.IGNORECASE,
)
"""Its subject denies: "Yerevan rejected the ministry's claim"."""
OWN_CLAIM = re.compile(
    r"(?:its|their|his|her|our|my)\s+(?:own\s+)?(?:earlier\s+|previous\s+)?(?:claims?|reports?|accounts?|story)\Z"
)
"""What is taken back or put right is the speaker's own: no denial of having done it."""
RETRACTS = re.compile(
    r"\b(?:retract(?:s|ed|ing)?|withdr(?:aw|aws|ew|awn)|rescind(?:s|ed)?|revoke[sd]?|recant(?:s|ed)?|"
    r"disavow(?:s|ed)?|disown(?:s|ed)?|walk(?:s|ed)? back|(?:takes?|took|taken) back|row(?:s|ed)? back on|"
    r"backtrack(?:s|ed)? on|"
    r"back(?:s|ed)? away from)\s+"
    r"(?:its|their|his|her|the|that|an?)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:claims?|statements?|admission|communiqu[ée]|confession|message)\b"
    r"|\bsa(?:id|ys?)\s+(?:that\s+)?(?:its|their|the|that|this)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:claim|statement|communiqu[ée]|message)\s+(?:of responsibility\s+)?"
    r"(?:was|had been)\s+(?:an?\s+)?(?:mistake|mistaken|error|made in error|premature|issued by mistake|"
    r"unauthori[sz]ed|not authori[sz]ed|wrong)\b"
    r"|\bsa(?:id|ys?)\s+(?:that\s+)?(?:it|they|he)\s+(?:had been|was|were)\s+(?:misquoted|misreported|misunderstood|"
    r"quoted wrongly|quoted out of context)\b",
    re.IGNORECASE,
)
"""Its subject takes back what it had claimed."""
IS_FALSE = re.compile(
    rf"\b(?:(?:the|this|that|such|these|those|its|their|his|her|all|any)\s+|(?=[A-Z][\w’'-]*[’']s?\s)"
    rf"|(?=(?:reports|claims|allegations|accusations|charges|rumou?rs)\s))"
    rf"(?:[\w’'-]+\s+){{0,4}}?{CHARGE}\s+(?:(?:of|about|that)\s+[^,.;:“”\"]{{2,50}}?\s+)?(?:is|was|were|"
    rf"are|had been|have been|has been|amount(?:s|ed)? to)\s+"
    rf"[“\"‘]?(?:[\w-]+\s+){{0,2}}?{_FALSE}\b",
)
"""Whoever says it denies: "said the report was groundless"."""
WHICH_CALLED = re.compile(
    rf"\b(?:an?\s+|the\s+)?(?:[\w-]+\s+)?{CHARGE}\s*,?\s+(?:(?:that|which)\s+)?(?P<who>(?!by\b)[^,.;:]{{2,60}}?)\s+"
    rf"(?:has\s+|have\s+|had\s+)?{_HOW}(?:(?:called|calls?|dismissed as|dismisses as|described as|describes as|"
    rf"rejected as|denied as|labell?ed|branded)\s+[“\"‘]?(?:[\w-]+\s+){{0,2}}?{_FALSE}\b"
    rf"|(?:denied|denies|deny|rejected|rejects|reject|disputes?|disputed|dismissed|dismisses|repudiates?|refute[sd])"
    rf"(?=\s*(?:[,.;:”\"]|$)|\s+(?:and|but|as|outright|flatly|strongly|in)\b))",
    re.IGNORECASE,
)
"""`who` denies: "an allegation that a cabinet spokesman called absurd", "a charge the army denies"."""
DENIED_BY = re.compile(
    rf"\b{CHARGE}\s*,?\s+(?:(?:that|which)\s+)?(?:(?:is|was|were|are|been|being|has|have|had)\s+){{0,3}}{_HOW}{_PASSED}\s+"
    rf"(?:as [^,.;:]{{2,30}} )?by\s+(?P<who>[^,.;:]{{2,70}})",
    re.IGNORECASE,
)
"""`who` denies: "the accusation was denied by the army"."""
DENIAL_FROM = re.compile(
    r"\bdenials?\s+(?:of (?:involvement|responsibility|any \w+|its \w+)\s+)?(?:from|by|issued by|on the part of)\s+"
    r"(?P<who>[^,.;:]{2,70})",
    re.IGNORECASE,
)
"""`who` denies: "in the face of denials from Riyadh"."""
WHOSE_DENIAL = re.compile(
    r"(?P<who>\b(?:the\s+)?[\w-]+(?:\s+[\w-]+){0,4}?)[’'](?:s)?\s+(?:\w+\s+){0,2}?denials?\b"
    r"(?!\s+of\s+(?:entry|access|visas?|bail|service|aid|food|the holocaust|the genocide)\b)",
    re.IGNORECASE,
)
"""`who` denies: "Turkey's denial came within hours"."""
NOT_US = re.compile(
    r"\b(?:(?:it|this|that) (?:is|was|were) not (?:us|ours?\b|our \w+)|(?:it|this|that) (?:wasn|"
    r"isn)[’']t (?:us|ours?|our \w+)|"
    r"we (?:did not|didn[’']t|had nothing|have nothing|never|were not|are not|weren[’']t|aren[’']t)\s+(?:\w+\s+){0,2}?"
    r"(?:do it|do this|do that|"
    r"attack|fire|bomb|shoot|kill|strike|carry|carried|attacked|fired|bombed|killed|struck|shell|shelled|launch|launched|"
    r"to do with|behind|involved|responsible|there))\b"
    r"|[“\"](?:(?:this|that|it)(?: is|[’']s| was) |all )?(?:utter |pure |total |complete )?(?:nonsense|lies|"
    r"a lie|rubbish|not true|"
    r"untrue|disinformation|fake news|fiction|a fabrication|a smear|absurd|"
    r"(?:false|baseless|unfounded|malicious|wild)\s+(?:allegations?|accusations?|claims?|reports?|charges?))\b",
    re.IGNORECASE,
)
"""Whoever is quoted denies: "it is not us"."""
_HARM = r"(?:casualt(?:y|ies)|losses|deaths|damage|(?:death )?tolls?|body counts?|injuries|fatalities)"
_SUFFERED = (
    r"(?:been (?:hit|sunk|damaged|destroyed|shot down|downed|killed|wounded|hurt|injured|captured|seized|breached|lost|"
    r"burned|burnt|overrun|abandoned)|sunk|died|suffered|lost|fallen|crashed|surrendered)"
)
OF_DETAIL = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|reject(?:s|ed|ing)?)\s+"
    rf"(?:(?:the|any|these|such|that|official|army|enemy|heavy|high|reported)\s+){{0,3}}"
    rf"(?:(?:reports?|claims?|accounts?|rumou?rs|figures?|talk)\s+of\s+(?:\w+\s+){{0,3}}?)?{_HARM}\b"
    r"|\bden(?:y|ies|ied|ying)\s+that\s+(?:(?!(?:had|has|have|was|were|did)\b)[\w\u2019'-]+\s+){1,5}"
    rf"(?:(?:had|has|have)\s+{_SUFFERED}|(?:was|were)\s+(?:hit|sunk|damaged|destroyed|shot down|downed|captured))\b",
    re.IGNORECASE,
)
"""What is denied is how much harm was done, not who did it: "denied the toll", "denied that the ship had sunk"."""
