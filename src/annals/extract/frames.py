"""Further ways to claim, to blame and to take back, each a frame: the words that say so, and where the party stands.

A frame is read where its party is the subject of the words (`OWN`), where it stands right behind them (`OF_OTHERS`), or
where it is told as `who` within them (`WITHIN`).
"""

import re

from annals.model import Stance

_CLAIMS = r"(?:claims?|statements?|communiqu[ée]|admission|confession|message|video|post)"
_ARMED = r"(?:attacks?|raids?|operations?|ambush|bombings?|strikes?|assaults?|fighters?|bombers?|work|deed|shootings?)"
_DEED = (
    r"(?:attacks?|bombings?|raids?|killings?|shootings?|massacres?|blasts?|explosions?|assaults?|ambush(?:es)?|strikes?|"
    r"murders?|operations?)"
)
_SHOWN = r"(?:videos?|photographs?|photos|pictures?|footage|images?|audio|recordings?|films?)"
_SOLDIERS = r"(?:soldiers?|fighters?|martyrs?|lions?|knights?|men|members?|heroes|sons)"
_DOERS = r"(?:attackers?|gunm[ae]n|assailants?|killers?|raiders?|men|shooters?|kidnappers?|bombers?)"

OWN: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    (
        "claims",
        re.compile(
            rf"\b(?:issued|released|published|posted|put out|circulated|broadcast|aired|showed|shared)\s+"
            rf"(?:[\w’'-]+\s+){{0,3}}?{_SHOWN}\s+(?:[\w’'-]+\s+){{0,6}}?(?:its|their)\s+(?:own\s+)?(?:[\w-]+\s+){{0,2}}?{_ARMED}\b",
            re.IGNORECASE,
        ),
    ),
    (
        "claims",
        re.compile(
            rf"\b(?:called|calls|described|hailed|named|presented)\s+(?:him|her|them|(?:the|its|both|these)\s+[\w-]+)\s+"
            rf"(?:as\s+)?(?:one\s+of\s+|a\s+|an\s+)?(?:its|their|our)\s+(?:own\s+)?{_SOLDIERS}\b",
            re.IGNORECASE,
        ),
    ),
    (
        "claims",
        re.compile(
            r"\b(?:announced|announces|announcing|proclaimed|reported)\s+(?:the|an?|its|their|another)\s+(?:[\w-]+\s+){0,2}?"
            r"(?:attack|sinking|strike|operation|downing|destruction|bombing|raid|assault|targeting|ambush)\s+(?:of|on|against)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "claims",
        re.compile(
            r"\b(?:took|takes|taken)\s+(?:it|this|that|(?:the|both)\s+[\w-]+)\s+(?:up)?on\s+(?:itself|themselves)"
            r"(?=\s*(?:[.,;]|$))",
            re.IGNORECASE,
        ),
    ),
    (
        "claims",
        # "Listed the attack among its operations".
        re.compile(
            r"\b(?:listed|lists|counted|counts|included|includes|numbered|numbers|presented)\s+"
            rf"(?:it|this|that|them|(?:the|both|these)\s+(?:[\w-]+\s+){{0,2}}?{_DEED})\s+"
            r"(?:among|as one of|as part of)\s+(?:its|their)\s+"
            r"(?:[\w-]+\s+){0,3}?(?:operations|attacks|actions|raids|successes|victories|exploits|strikes)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "retracts",
        re.compile(
            rf"\b(?:(?:took|takes|taken|taking)\s+(?:its|their|the|that|this)\s+{_CLAIMS}\s+back"
            rf"|(?:deleted|removed|erased|pulled|scrapped|dropped|revised|corrected)\s+(?:its|their|the)\s+{_CLAIMS}\b"
            rf"|(?:backtracked|backpedalled|back-pedalled|reversed itself|changed its (?:story|account)|climbed down|"
            rf"thought better of it)\b)",
            re.IGNORECASE,
        ),
    ),
)
"""Their subject is the party, and speaks."""
OF_OTHERS: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    (
        "blames",
        re.compile(
            rf"\b(?:recogni[sz]ed|identified|described|named)\s+(?:the|their|his|her|its)\s+(?:[\w-]+\s+)?{_DOERS}\s+as\s+"
            rf"(?:(?:members?|men|fighters|soldiers|gunmen|militants|part)\s+(?:of|from)\s+)?(?:the\s+|an?\s+)?",
            re.IGNORECASE,
        ),
    ),
    (
        "blames",
        # "Spoke of a terrorist attack" and "spoke of the front" name nobody for it.
        re.compile(
            r"\b(?:spoke|speaks|talked|told|complained)\s+of\s+(?:an?\s+|the\s+)?(?:new\s+|another\s+|fresh\s+)?"
            rf"(?=(?:[A-Z][\w’'-]*\s+){{1,5}}(?:[a-z-]+\s+){{0,2}}?(?:{_ARMED}|crimes?|plots?|aggression|massacres?|hand|terrorism|"
            r"involvement|provocations?|killings?|guns?|missiles?|drones?|planes?|jets?|aircraft|shells?|rockets?|shelling)\b"
            # Seen, and no more.
            r"(?!\s+(?:overhead|in the sky|(?:that|which)\s+(?:flew|landed|crashed)|flying|landing)\b))"
        ),
    ),
    (
        "retracts",
        re.compile(
            r"\b(?:(?:dropped|drops|withdrew|withdrawn|withdraws|took back|retracted|abandoned|lifted|rescinded)\s+"
            r"(?:its|their|his|her|the|that|all|any)\s+(?:[\w-]+\s+)?(?:charges?|accusations?|allegations?|claims?|suspicions?)"
            r"\s+(?:against|that|about|of)\s+"
            r"|(?:was|were|been|is|are)\s+(?:wrong|mistaken|too quick|hasty|premature)\s+(?:to\s+(?:blame|accuse|"
            r"suspect|name)"
            r"|in (?:blaming|accusing|suspecting|naming))\s+"
            r"|no longer\s+(?:believes?|thinks?|blames?|suspects?|accuses?|says?|holds?|considers?|treats?|"
            r"regards?)\s+(?:that\s+)?"
            r"|(?:had|having)\s+(?:first|at first|initially|originally|earlier|previously|wrongly|mistakenly)\s+"
            r"(?:blamed|accused|suspected|named)\s+"
            r"|(?:wrongly|mistakenly)\s+(?:blamed|accused|named)\s+)(?:the\s+)?",
            re.IGNORECASE,
        ),
    ),
)
"""The party stands right behind them; their subject speaks, or whoever speaks there."""
_WHO = r"(?P<who>(?:the\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,5}?)"
WITHIN: tuple[tuple[Stance, re.Pattern[str]], ...] = (
    (
        "claims",
        re.compile(
            rf"\b{_WHO}[’']s?\s+(?:own\s+)?claim(?:\s+of\s+responsibility)?\s+"
            r"(?:came|comes|was|is|said|says|followed|appeared|gave|reached|arrived|spoke|read|could)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "claims",
        re.compile(
            r"\bin\s+(?:its|their|a|the)\s+(?:claim|(?:statement|video|message|audio)\s+of\s+responsibility)"
            rf"(?:\s+of\s+responsibility)?,\s+{_WHO}\s+(?:said|says|called|described|gave|named|spoke|put|claimed|wrote)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "claims",
        re.compile(
            r"\b(?:credit|responsibility|the blame)\s+for\s+[^,.;:]{2,60}?(?:,[^,.;:]{2,50},)?\s+"
            r"(?:was|were|has been|had been|is)\s+(?:later\s+)?"
            r"(?:taken|claimed|assumed|accepted)\s+(?:\w+\s+){0,2}?by\s+(?:the\s+)?(?P<who>[^,.;:]{2,60})",
            re.IGNORECASE,
        ),
    ),
    (
        "claims",
        re.compile(
            r"\bclaims?(?:\s+of\s+responsibility)?,?\s+(?:which\s+was\s+)?(?:made|issued|posted|published|signed|"
            r"put out|sent)\s+"
            r"(?:\w+\s+){0,3}?by\s+(?:the\s+)?(?P<who>[^,.;:]{2,60})",
            re.IGNORECASE,
        ),
    ),
    (
        "claims",
        # "Claimed first by the front", "an admission followed from the front".
        re.compile(
            r"\b(?:was|were|been)\s+(?:\w+ly\s+)?claimed\s+(?:first|initially|twice|again|separately|jointly|"
            r"at once|also|online|publicly|officially|both)\s+by\s+(?:the\s+)?(?P<who>[^,.;:]{2,60})"
            r"|\bclaims?(?:\s+of\s+responsibility)?\s+(?:(?:has|have|had)\s+)?(?:come|came|comes)\s+in\s+from\s+(?:the\s+)?"
            r"(?P<from>[^.;:]{2,90})"
            r"|\b(?:admission|claim|communiqu[ée]\s+of\s+responsibility)(?:\s+of\s+responsibility)?\s+"
            r"(?:followed|arrived|was received|reached\s+[\w ]{2,30}|appeared\s+online)\s+from\s+(?:the\s+)?"
            r"(?P<whom>[^,.;:]{2,60})",
            re.IGNORECASE,
        ),
    ),
    (
        "retracts",
        # "The guards claimed it, only to withdraw the statement".
        re.compile(
            r"(?<![\w’'-])(?P<who>(?:the\s+)?[A-Z][\w’'-]+(?:\s+[\w’'-]+){0,4}?)\s+(?:(?:had|has)\s+)?(?:first\s+)?"
            r"(?:(?:claimed|admitted)\s+(?:it|this|responsibility|credit|(?:the|both|last|\w+day[’']s)\s+"
            rf"(?:[\w-]+\s+){{0,2}}?{_DEED})|took\s+(?:responsibility|credit))\b[^.;:]{{0,80}}?\b"
            r"(?:only to|and then|but (?:later|then|soon)|before)\s+"
            r"(?:withdr[ae]w\w*|retract\w*|t(?:ake|aking|ook)\s+(?:it\s+)?back|disown\w*|recant\w*|renounc\w+|"
            r"den(?:y|ied|ying)(?=\s+(?:(?:it|this|responsibility|any\s+\w+)(?=\s*[.,;]|$)|having|involvement)|\s*[.,;]))\b"
        ),
    ),
    (
        "suspects",
        re.compile(
            rf"\b{_WHO},\s+(?:the|a|its|one of the)\s+(?:main|prime|chief|likeliest|likely|usual|principal|only|"
            rf"first|obvious)\s+"
            r"(?:suspects?|culprits?)\b",
            re.IGNORECASE,
        ),
    ),
)
"""The party is `who`; a claim's speaker is the party too."""
SAID_OF = re.compile(
    r",?\s+(?:which|who|whom)\s+(?P<by>(?:the\s+|a\s+|an\s+)?[\w’'-]+(?:\s+[\w’'-]+){0,4}?)\s+"
    r"(?:said|says|say|believes?|believed|alleges?|alleged|insists?|insisted|thinks?|thought)\s+"
    r"(?:had|has|have|was|were|is|are)\s+(?:\w+ly\s+)?(?=(?P<deed>[\w-]+))",
    re.IGNORECASE,
)
"""Behind a party: what `by` says that it did ("the rebels, who he said had planted the bomb")."""
GUILT = frozenset("behind responsible".split())
OWNS_UP = re.compile(
    r"[“\"](?:[^”\"]{0,40}?\b)?(?:we did (?:it|this|that)|it was us|this was (?:us|our \w+)|we (?:are|were) (?:behind|"
    r"responsible)|we (?:carried (?:it|this) out|(?:attacked|struck|bombed|killed|shot|fired|planted|"
    r"ambushed|executed|hit|sank|"
    r"targeted|burned|destroyed|shelled|blew up|downed|captured|launched|took)\b))"
    r"|\b(?:one|two|three|four|five|six|some|several)\s+(?:of\s+(?:its|their|our)\s+(?:own\s+)?[“\"‘]?"
    r"(?:men|fighters|members|bombers|lions|knights|martyrs|mujahid\w+|commandos|gunmen|soldiers|brothers|sons|warriors)"
    r"\b[”\"’]?"
    r"|[“\"‘]?(?:men|fighters|members|soldiers|lions|knights|martyrs)[”\"’]?\s+(?:of|from)\s+(?:its|their|our)\s+[\w-]+"
    r"(?:\s+[\w-]+)?)"
    r"(?:,\s+[^;:.]{2,60}?,)?\s+(?:(?:had|have|has|then|later)\s+){0,2}"
    r"(?:got|reached|entered|penetrated|infiltrated|broke|broken|managed|succeeded|slipped|stormed|blew|"
    r"blown|detonated|"
    r"targeted|struck|attacked|ambushed|carried|rammed|drove|opened|fired)\b"
    r"(?!\s+(?:an?\s+)?(?:\w+\s+)?(?:land)?(?:mines?|IEDs?)\b)"
    r"|\b(?:attackers?|bombers?|shooters?|gunm[ae]n|assailants?|killers?|perpetrators?|knifem[ae]n|driver)\s+"
    r"(?:was|were|had been|is)\s+"
    r"(?:(?:one|two|three|some|all|both)\s+of\s+)?(?:its|their|our)\s+(?:own\s+)?[“\"‘]?(?:soldiers?|fighters?|men|members?|"
    r"martyrs?|lions?|knights?|followers?|operatives?|sons|brothers)\b"
    r"|\b(?:attacks?|operation|raid|bombings?|killings?|strikes?|ambush|assault|shooting)\b[^.;:“”\"]{0,50}?\s"
    r"(?:was|were|is|had been)\s+(?:its|their)\s+(?:own\b(?!\s+[\w-])|work\b|doing\b|handiwork\b)"
    r"|\b(?:it|that|this|they) (?:was|were|had been|is) (?:its|their|our) (?:own )?(?:missiles?|drones?|rockets?|"
    r"bombs?|men|fighters|work|handiwork|operation|attack|"
    r"doing|deed|forces|units?|gunmen|planes|jets|aircraft)\b",
    re.IGNORECASE,
)
"""Whoever is quoted claims it."""
OWN_PART = re.compile(
    r"\bnone of (?:its|their|our)\b(?![^.;]{0,60}\b(?:harmed|hurt|unhurt|killed|injured|wounded|died|dead|missing|hit|"
    r"damaged|affected|survived|at risk|in danger))|\bno \w+ of (?:its|their|our) own\b"
    r"|\b(?:it|they|we|(?:its|their|our)\s+\w+)\s+(?:(?:does|do|did|would|has|have|had)(?:\s+not|n[’']t)|never)\s+"
    r"(?:ever\s+|\w+ly\s+)?(?:attacks?|attacked|targets?|targeted|kills?|killed|harms?|harmed|strikes?|struck|bombs?|bombed|"
    r"shells?|shelled|fires?|fired|hit|hits)\b"
    r"|\b(?:none|not|nothing) of (?:its|their|our) (?:own )?(?:doing|making|work|business)\b"
    r"|\b(?:it|they|we|(?:its|their|our|his)\s+(?:own\s+)?(?:men|fighters|forces|troops|soldiers|units|members))\s+"
    r"(?:(?:does|do|did|has|have|had)(?:\s+not|n[’']t)|never|no longer)\s+(?:(?:had|have|been|even)\s+)?"
    r"(?:operates?|operated|active|present)\b"
    r"|\b(?:its|their|our|his)\s+(?:own\s+)?(?:men|fighters|forces|troops|soldiers|units|members)\s+"
    r"(?:(?:was|were|are|had been|have been)\s+not|(?:was|were|are)n[’']t|had\s+not\s+been|had\s+never\s+been)\s+"
    r"(?:\w+\s+)?(?:in|at|near|there|present|active|deployed)\b"
    r"|\b(?:it|they|we)\s+(?:has|have|had)\s+no\s+(?:[\w-]+\s+)?"
    r"(?:men|fighters|forces|troops|presence|bases?|units?|members)\s+"
    r"(?:in|at|near|there|on)\b",
    re.IGNORECASE,
)
"""Whoever speaks denies: "none of its planes were in the air"."""
