"""Deeds in words too plain to tell an attack by themselves: "left the charge at the door", "set it", "has him".

They tell who did it only where somebody says so of a party ("neighbours said the front's men had left the charge").
"""

import re

_BOMB = (
    r"(?:bombs?|charges?|devices?|explosives?|mines?|dynamite|grenades?|packages?|parcels?|it|them|rockets?|guns?|"
    r"missiles?)"
)
_PEOPLE = (
    r"(?:him|her|them|us|me|people|villagers|civilians|men|women|boys|girls|children|hostages|the \w+|his \w+|her \w+|"
    r"their \w+)"
)
_GAP = r"(?:[\w’'-]+\s+){0,3}?"
PLAIN = re.compile(
    rf"\b(?:(?:left|placed|planted|laid|hid|hidden|buried|attached|put|threw|thrown|tossed|dropped|hurled|lobbed|brought)\s+"
    rf"{_GAP}{_BOMB}\b"
    rf"|sent\s+{_GAP}(?:bombers?|gunmen|killers?|hitm[ae]n|assassins?|boys|men|drones?|boats?|trucks?|cars?|{_BOMB})\b"
    rf"|set\s+{_GAP}(?:alight|ablaze|on fire|fire to|it|off)\b|(?:lit|torched|burned|burnt|razed|started|"
    rf"caused)\s+{_GAP}"
    r"(?:it|them|fire|fires|shooting|fighting|blaze|huts?|houses?|village|camp|body|bodies|homes?|crops|town|church|mosque)\b"
    r"|(?:surrounded|encircled|stormed|entered|invaded|overrun|overran|raided|looted|sacked|captured|seized|taken|took)\s+"
    r"(?:the|a|an|their|his|our|its)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:village|town|church|mosque|camp|base|post|school|hospital|house|compound|ship|vessel|farm|market|bus|convoy|island)\b"
    rf"|(?:took|taken|seized|snatched|dragged|grabbed|holding|held|hold|holds|has|have|handed|sold)\s+(?:away\s+)?"
    rf"(?:him|her|them|{_PEOPLE}\s+(?:away|captive|hostage|prisoner))\b"
    r"|(?:hit|sank|sunk|rammed|struck|downed|attacked|targeted|destroyed|killed|shot|hacked|murdered|executed|beat|beaten)\s+"
    r"(?:it|him|her|them)\b"
    r"|(?:answered|returned|responded\s+to|replied\s+to)\s+(?:[\w’'-]+\s+){0,2}fire\b|(?:shot|fired|hit|struck)\s+back\b"
    r"|(?:cut|slit)\s+(?:his|her|their|the|\w+[’']s?)\s+(?:[\w’']+\s+)?throats?\b"
    r"|(?:was|were|is|are|had been|have been|has been)\s+(?:[“\"‘]?\w+ly[”\"’]?\s+)?(?:behind|responsible for)\b"
    r"|(?:was|were|is|are)\s+(?:among|part of|one of)\s+(?:the|those)\s+(?:[\w-]+\s+)?"
    r"(?:killers|attackers|gunmen|raiders|assailants|kidnappers|abductors|shooters|mob|perpetrators)\b)",
    re.IGNORECASE,
)
