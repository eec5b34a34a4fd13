"""The words of counted events: what is counted, over which time, and what makes a number or a superlative a count."""

import re

from annals.extract.page import Sentence

EVENTS = (
    r"attacks?|strikes?|bombings?|shootings?|killings?|murders?|homicides?|femicides?|raids?|incidents?|"
    r"assaults?|kidnappings?|abductions?|ambush(?:es)?|explosions?|blasts?|air ?strikes?|massacres?|"
    r"clashes|clash|stabbings?|volleys?|barrages?|hijackings?|assassinations?|episodes?|hits|incursions?|sorties|"
    r"bombardments?|shellings?|lynchings?|executions?|carjackings?|beheadings?|violations?|operations|"
    r"skirmish(?:es)?|arsons?|intrusions?|infiltrations?|onslaughts?|detonations?|salvos?|drive-bys?|outrages?|"
    r"atrocit(?:y|ies)|offensives?|invasions?|uprisings?|riots?|sieges?|seizures?|robberies|robbery|engagements?|"
    r"slaughters?|rapes?|acts? of (?:violence|sabotage|terror\w*|aggression|arson|vandalism|war|piracy|revenge|"
    r"torture|banditry)|hit|sortie|firebombings?|arson attacks?|offences?|offenses?|shootouts?|lootings?|"
    r"gun ?(?:battles?|fights?)|firefights?|shoot-outs?|hold-ups?|(?:such|similar) cases|"
    r"(?:assassination |murder )?attempts? on (?:the |his |her |their )?(?:life|lives)|(?:assassination|"
    r"murder) attempts?|attempts? to (?:kill|assassinate|murder|kidnap)|"
    r"(?:outbreaks?|bouts?|rounds?)(?= of (?:[\w-]+ )?(?:fighting|violence|shelling|rioting|killing))|"
    r"jail[ -]?breaks?|prison[ -]breaks?|rampages?|boardings?|kidnaps|kidnap events?|fire-bombings?|knifings?|"
    r"muggings?|hijacks?|"
    r"attempts?(?= (?:(?:have|had|has) been|was|were) made on)|sabotage|(?:truce|ceasefire) breach(?:es)?|"
    r"encounters?(?= (?:between|with) (?:[\w’'-]+ ){0,2}(?:forces|police|troops|soldiers|army|militants|rebels|"
    r"Maoists)\b)"
)
_ACTS = (
    r"acts of (?:violence|sabotage|terror\w*|aggression|arson|vandalism|war|piracy|revenge|torture|banditry)|"
    r"(?:assassination |murder )?attempts (?:on (?:the |his |her |their )?(?:life|lives)|to (?:kill|assassinate|murder|"
    r"kidnap))|(?:murder|homicide|kidnapping|abduction|rape|lynching|arson|piracy|robbery) (?:cases|dockets|inquiries|"
    r"investigations)|cases of (?:mob action|arson|kidnapping|abduction|lynching|piracy|murder|violence|sabotage)"
)
MANY_EVENTS = rf"(?:(?:{EVENTS})(?<=s)|{_ACTS})"
"""More than one of them: "three hit in the street" are people."""
BUILT = (
    r"ships?|vessels?|tankers?|boats?|freighters?|trawlers?|ferr(?:y|ies)|carriers?|churche?s?|mosques?|schools?|"
    r"villages?|"
    r"towns?|hospitals?|clinics?|convoys?|bases|base|bus(?:es)?|outposts?|checkpoints?|embass(?:y|ies)|homes?|farms?|"
    r"trains?|aircraft|helicopters?|pipelines?|substations?|stations?|banks?|shops?|markets?|posts?|targets?|sites|"
    r"facilities|positions|prisons?|shrines?|temples?|synagogues?|monaster(?:y|ies)|consulates?|offices?|mines?|dams?|"
    r"camps?|bridges?|depots?|warehouses?|factor(?:y|ies)|plants?|refiner(?:y|ies)|airports?|ports?|hotels?|"
    r"restaurants?|"
    r"masts?|wells?|lorr(?:y|ies)|trucks?|buildings?|monuments?|graves|cemeter(?:y|ies)"
)
THINGS = (
    rf"{BUILT}|journalists?|politicians?|mayors?|candidates?|aid workers?|activists?|priests?|bishops?|"
    r"judges?|teachers?|lawyers?|reporters?|officers?|women|councillors?|"
    r"officials?|ministers?|lawmakers?|governors?|elders?|imams?|clerics?|pastors?|nurses?|doctors?|medics?|"
    r"health workers?|drivers?|traders?|unionists?|leaders?|rangers?|prosecutors?|diplomats?|students?|pupils?|"
    r"scientists?|engineers?|peacekeepers?|generals?|(?:transport|polio|mine|farm) workers?"
)
"""What may be attacked one after the other, so that to count it is to count attacks."""
HURT = (
    r"attacked|hit|struck|bombed|raided|hijacked|seized|targeted|damaged|sunk|lost|burned|burnt|torched|shelled|"
    r"ambushed|boarded|killed|murdered|assassinated|kidnapped|abducted|shot|stabbed|destroyed|set on fire|set ablaze|"
    r"blown up|fired on|fired upon|shot down|gunned down|rammed|captured|looted|stormed|executed|lynched|beheaded|"
    r"robbed|held up|set alight|vandali[sz]ed|ransacked|firebombed|strafed|besieged|overrun|slain|knifed|pelted|"
    r"fired at|shot at|sabotaged|snatched|slaughtered|dynamited|mortared|bombarded|waylaid|hacked to death|"
    r"beaten to death|picked off|stoned"
)
DEED = (
    rf"{HURT}|hitting|striking|attacking|torching|bombing|raiding|seizing|shelling|ambushing|kidnapping|abducting|"
    r"burning|downing|sinking|launched|staged|carried out|mounted|conducted|attack|raid|seize|torch|strike|bomb|shell|"
    r"shoot down|down|downed|burn|storm"
)
# Words that may stand between the number and the event's noun; none that tells of people or opens another phrase.
BETWEEN = (
    r"(?:(?!(?:people|civilians?|persons?|men|women|children|soldiers|policemen|officers|dead|killed|"
    r"wounded|injured|hurt|died|missing|deaths?|victims?|in|by|from|after|during|before|on|at|to|and|"
    r"who|were|was|when|with|since|as|of|for|that|which|the|a|an|over|against|between|within|had|has|have|is|are|"
    r"his|her|their|its|this|behind|around|near(?!-)|under|into|until)\b)[\w’'.-]+\s+){0,5}?"
)
_JOINED = (
    r"(?!(?:people|dead|killed|wounded|injured|hurt|died|and|for|in|on|at)\b)[\w-]*[^s\W]\s+and\s+"
    r"(?!(?:an?|the|\d[\d,]*|one|two|three|four|five|six|seven|eight|nine|ten|several|more|other)\b)(?:[\w-]+\s+)?"
)
"""Two kinds of one noun: "29 grenade and arson attacks"."""
UNDER_ATTACK = r"under (?:[\w-]+ ){0,3}?(?:fire|attack|bombardment|shelling)"
SET_OFF = (
    r"(?:car|vehicle|truck|lorry|roadside|petrol|pipe|letter|parcel|suicide|time|pressure-cooker|nail) bombs?|bombs?|"
    r"(?:explosive\s+|homemade\s+)?devices?|landmines?|grenades?"
)
"""Weapons of which each that goes off is an attack; rockets and missiles come in volleys."""
WENT_OFF = re.compile(
    rf"(?:\s+of)?\s+{BETWEEN}(?:{SET_OFF})\s+(?:(?:have|had|has)\s+)?(?:since\s+|also\s+)?(?:been\s+)?(?:exploded|"
    rf"gone off|"
    r"detonated|set off|planted|thrown|blown up|hit|struck|rocked)\b",
    re.IGNORECASE,
)
MUNITIONS_TAIL = re.compile(
    rf"(?:\s+of)?\s+{BETWEEN}(?:drones?|missiles?|rockets?|shells?|mortars?|projectiles?)\s+(?:have|had|has)\s+"
    r"(?:since\s+|also\s+|now\s+)?(?:hit|struck|slammed into|crashed into|landed|exploded)\b",
    re.IGNORECASE,
)
"""Of these a volley has several, so that only over weeks are they taken for as many attacks."""
ORDINAL_TAIL = re.compile(
    rf"\s+(?:{BETWEEN}(?:{EVENTS}|(?:car|vehicle|truck|roadside|petrol|pipe|letter|parcel|suicide|time) bombs?|"
    rf"devices?|mines?|bombs?|grenades?)\b|of its (?:kind|type)\b|such\b(?:\s+{BETWEEN}(?:{EVENTS})\b)?|"
    rf"time\b|(?:consecutive|straight|successive)\s+(?:day|night|week|month|year|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|"
    rf"Sun)day)\b|"
    rf"(?:day|night|week|month|year|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\s+(?:running|in a row|in succession)\b|"
    rf"(?=(?:in|since|this|within|over)\b))",
    re.IGNORECASE,
)
BARE_TAIL = re.compile(
    r"\s+(?=(?:on|against|at|by|from|of|near|inside|involving|targeting|along|across|outside|around|blamed|"
    r"claimed|attributed|linked|reported|recorded)\b)",
    re.IGNORECASE,
)
"""Behind an ordinal whose noun is left out: "the 14th on American troops"."""
TO_HURT_TAIL = re.compile(
    rf"\s+(?:(?:(?!(?:and|but|or|who|that|which|was|were|is|are|has|have|had|in|on|at|after|since|"
    rf"for)\b)[\w’'.-]+\s+){{0,7}}?)"
    rf"(?:to\s+(?:(?:be|have been)\s+(?:{HURT}|found dead|taken)|(?:suffer|endure|survive|"
    rf"come under)\s+(?:[\w-]+\s+){{0,4}}?"
    rf"(?:{EVENTS}|fire)|hit|strike|attack|target|kill|shake|rock|explode|go off|detonate|die|"
    r"fall)|"
    rf"(?:{HURT}|found dead|taken|(?:thrown|hurled|lobbed|tossed) (?:at|into)))\b",
    re.IGNORECASE,
)
"""Behind an ordinal: "the fourth to be killed", "the third to hit a patrol", "the fifth official gunned down"."""
THING_TAIL = re.compile(
    rf"\s+{BETWEEN}(?:{THINGS})\s+(?:(?:have|had|has)\s+)?(?:(?:been|were|was|are|is)\s+)?(?:\w+ly\s+)?(?:{HURT})\b",
    re.IGNORECASE,
)
COUNT_TAIL = re.compile(
    rf"(?:\s+of)?(?:\s+(?:the|these|those|such|its|their))?\s+{BETWEEN}(?:{_JOINED})?{MANY_EVENTS}\b",
    re.IGNORECASE,
)
COUNT_THING_TAIL = re.compile(
    rf"(?:\s+of)?(?:\s+(?:the|these|those|such|its|their))?\s+{BETWEEN}(?!pupils|students)(?:{THINGS})\s+"
    rf"(?:(?:have|had|has)\s+)?(?:(?:since|also|now|already)\s+)?(?:(?:been|were|was|are|is)\s+)?(?:\w+ly\s+)?"
    rf"(?:{HURT}|come {UNDER_ATTACK})\b",
    re.IGNORECASE,
)
OBJECT_TAIL = re.compile(rf"(?:\s+of)?\s+{BETWEEN}(?:{THINGS})\b(?!\s+(?:members|chiefs?|owners?))", re.IGNORECASE)
OBJECT_LEAD = re.compile(
    rf"\b(?:has|have|had|having)\s+(?:\w+ly\s+|also\s+|since\s+)?(?!lost\b)(?:{DEED})\s+"
    r"(?:down\s+|on\s+|(?:or|and)\s+\w+ed\s+)?$"
    r"|\b(?:has|have|had)\s+(?:thrown|hurled|lobbed|fired)\s+(?:[\w-]+\s+){1,2}(?:at|into)\s+$",
    re.IGNORECASE,
)
"""Before a number of things: "militants have torched", for which each of them is a deed."""
OBJECT_VERB = re.compile(
    r"\b(?:attacked|bombed|raided|hijacked|seized|torched|burned|burnt|looted|boarded|ambushed|stormed|shelled)\s+$",
    re.IGNORECASE,
)
BLASTS = re.compile(r"\b(?:explosions?|blasts?|detonations?|bombs?|grenades?)\Z", re.IGNORECASE)
"""Several may be heard in one attack."""
ELLIPTIC = re.compile(
    r"\s+(?:so far|the (?:year|month|week) before|the previous (?:year|month|week)|(?:last|this) "
    r"(?:year|month|week)|in (?:19|20)\d\d|in (?:all|the whole) of (?:19|20)\d\d|(?:in|over|during) the same (?:period|"
    r"months?|weeks?|time|quarter)|since|(?:hit|struck|targeted|killed|were against|were on|was on)"
    rf"(?=\s+(?:\w+\s+)?(?:{THINGS}|people|civilians)\b)|a (?:year|month|week) (?:earlier|before|ago))\b",
    re.IGNORECASE,
)
STRONG = re.compile(
    r"\s+(?:[\w-]+\s+){0,2}?(?:such|time|of its (?:kind|type)|similar|separate|further|more)\b", re.IGNORECASE
)
FIRST = re.compile(
    rf"\s++(?:time\b|such\b|of its (?:kind|type)\b[^.;]{{0,60}}?\b(?:since|in (?:\w+ ){{1,4}}?(?:years?|months|"
    rf"decades?)|ever)|of its (?:kind|type)(?=\s+(?:in|on|at|against)\b|\s*[.,;])|"
    rf"(?:use|firing|launch|deployment)\s+of\b[^.;]{{0,80}}?\b(?:since|in (?:\w+ )?(?:years|months|"
    rf"decades)|ever|in (?:a|{{}}|\w+) (?:decade|years?))|"
    rf"(?:known|recorded|ever|direct|confirmed|acknowledged|reported|fatal|deadly|"
    rf"successful|[\w-]+)?\s*+{BETWEEN}(?:{EVENTS})\b[^.;]{{0,80}}?\b(?:since|in (?:\w+ ){{1,4}}?(?:years?|"
    rf"months|decades?)|ever|on (?:[\w’'-]+ )?(?:soil|territory)|of its (?:kind|type))|"
    rf"(?:in|on|against|at|by)\s+(?:[\w’'-]+\s+){{0,3}}?(?:since|in)\s+[\w ]{{2,25}})".replace("{}", r"\w+"),
    re.IGNORECASE,
)
MOST = re.compile(
    r"\b(?P<deadly>deadliest|bloodiest|most (?:lethal|deadly|murderous)|worst|single deadliest)|"
    r"(?P<large>(?:biggest|largest|heaviest|fiercest|gravest|most (?:serious|severe|intense|violent|audacious)))\b",
    re.IGNORECASE,
)
MOST_TAIL = re.compile(
    rf"\s+(?:{BETWEEN}(?:{EVENTS}|violence|(?:loss|losses)\s+(?:suffered|inflicted|sustained)"
    r"|(?:day|night|week|weekend|month)(?=\s+(?:since|in|for|of)\b))\b|of its (?:kind|type)\b"
    rf"|(?=(?:on record|on|against|in|since|of the|this|for|so far)\b))",
    re.IGNORECASE,
)
FIRST_EVER = re.compile(
    rf"\s+(?:(?:(?:known|recorded|ever|direct|confirmed|acknowledged|reported|deadly|"
    rf"fatal)\s+)?{BETWEEN}(?:{EVENTS})\s+"
    r"(?:in|inside|outside|on|against|by|beyond|with|using|involving)|(?:[\w-]+\s+)?(?:use|firing|deployment) of)\b",
    re.IGNORECASE,
)
"""Behind "its first", "the first known": never before, whether or not the report says since when."""
OWN = re.compile(r"(?:[’']s?|\b(?:its|their))\s+$")
KNOWN = re.compile(r"\s+(?:known|recorded|ever|confirmed|acknowledged)\b", re.IGNORECASE)
FIRST_BARE = re.compile(
    r"\s+(?=since\b|of the year\b|of (?:19|20)\d\d\b|this (?:year|month)\b)|\s+(?:on|of|in|at|against|by|inside|"
    r"outside|from|with)\s+[^.;,]{1,80}?\b"
    r"(?:since|(?:in|for) (?:\w+ ){1,4}?(?:years?|months|decades?))\b|\s+to be (?:claimed|attributed|blamed)\b",
    re.IGNORECASE,
)
"""Behind "the first" where what is counted was just said."""
FIRST_SUCH = re.compile(
    rf"\s+(?:(?:such|known|recorded|reported)\s+{BETWEEN}(?:{EVENTS}|thing|case)\b[^.;]{{0,60}}?\b"
    rf"(?:since|(?:in|for) (?:\w+ ){{1,4}}?(?:years?|months|decades?))|{BETWEEN}(?:{EVENTS})\s+of its (?:kind|type))\b",
    re.IGNORECASE,
)
"""Behind "in the first": a count, whatever the sentence tells."""
COPULA = re.compile(
    r"\b(?:was|is|(?:it|he|she|that|this|here)[’']s|were|are|marks|marked|became|becomes|makes|made|making|be|being|"
    r"been|looks like|seems like|"
    r"represents|represented|(?:counted|listed|recorded|described|ranked)[^,.;]{0,40}?\bas)\s+(?:it\s+)?(?:at "
    r"least\s+)?(?:only\s+|also\s+|reportedly\s+)?(?:(?:the|[\w’'-]+)\s+){0,3}?(?:the|its|their|his|her|a|"
    r"[\w-]+[’']s?)?\s*(?:\w+ and )?$",
    re.IGNORECASE,
)
NEVER_BEFORE = re.compile(
    rf"\b(?P<not>never)\s+(?:before\s+)?(?:[\w-]+\s+){{0,3}}?(?:{HURT}|fired|used)\b(?:[^.;]{{0,50}}?\bbefore\b)?",
    re.IGNORECASE,
)
NOT_SINCE = re.compile(
    rf"\b(?P<not>not|never|no\s+\w+|nothing)\b[^.;]{{0,40}}?\b(?:used|seen|fired|deployed|witnessed|experienced|"
    rf"known|{HURT})\b"
    r"[^.;]{0,40}?\bsince\s+(?:the\s+)?(?=(?:(?:early|mid|late)[- ])?(?:[A-Z]\w+|(?:19|20)\d\d)\b)",
    re.IGNORECASE,
)
"""Says that what is told is the first since then: "thought not to have been used there since 2011"."""
HEAD_END = re.compile(r"\b(?:on|in|at|near|against|of|by|that|who|which|outside|inside|from)\b", re.IGNORECASE)
HEADED = re.compile(rf"\b(?:{EVENTS}|fire|it|this|that|which)\b[^.;]{{0,60}}$", re.IGNORECASE)
"""Before a copula: words that show that an event is what the ordinal is said of."""
MADE = re.compile(
    r"\b(?:mak(?:es|ing)|made|bring\w*|brought)(?:,[^,.;]{1,40},)?\s+(?:it\s+)?(?:a total of\s+)?$", re.IGNORECASE
)
NUMBERED = re.compile(
    rf"\b(?:{EVENTS})\s+(?:[\w’'-]+\s+){{0,6}}?(?:number(?:ed)?|totall?ed|came to|come to|reached)\s+(?:at least\s+)?$",
    re.IGNORECASE,
)
"""Before a number: "punishment attacks numbered 31"."""
RECORDED = re.compile(
    r"\s+(?:(?:[\w’'-]+\s+){0,4}?(?:were|was|have been|had been)\s+)?(?:logged|recorded|counted|registered|documented|"
    r"reported|noted|verified|claimed)\b",
    re.IGNORECASE,
)
"""Behind counted events: "22 incidents were logged", "40 kidnappings recorded in May"."""
SUMMED = re.compile(
    r"\b(?:totals?|sum|in all|altogether|overall|count|tally)\b[^.;]{0,30}[:,–—-]?\s+(?:by our count:?\s+)?$",
    re.IGNORECASE,
)
LISTING = re.compile(
    r"\b(?:count(?:s|ed)?|record(?:s|ed)?|document(?:s|ed)?|report(?:s|ed)?|disclosed|list(?:s|ed)|"
    r"logged|registered|verified|target of|series of|string of|spate of|wave of|total of|carried out|"
    r"conducted|launched|flew|flown|staged|mounted|final|last|admit(?:s|ted)? to|admit(?:s|ted)|acknowledge[sd]?|"
    r"there (?:were|have been|had been|has been)|of (?:the|"
    r"these|those))\s+"
    r"(?:\w+\s+){0,2}$",
    re.IGNORECASE,
)
MORE = re.compile(r"\b(?:more|other|further|additional)\b", re.IGNORECASE)
FOLLOWED = re.compile(
    r"\s+(?:[\w’'-]+\s+){0,6}?(?:(?:have|had|has)\s+)?(?:followed|preceded|happened|occurred|taken place|took place)\b",
    re.IGNORECASE,
)
"""Behind more events than the one told: "three more bombings followed"."""
ONE_OF = re.compile(
    r"\b(?:one|latest|last|worst|deadliest|bloodiest|heaviest|biggest|largest|first|second|third|"
    r"most recent)\s+(?:of|among)\s+"
    r"(?:the\s+|some\s+|at least\s+)?$",
    re.IGNORECASE,
)
"""Before a number of events to which the one told belongs: "one of 23 on clinics this year"."""
BARE_COUNT = re.compile(
    r"\s+(?=(?:that|which|to have been|on|against|at|in|since|this|across|over|targeting|involving)\b)", re.IGNORECASE
)
IN_A_WAVE = re.compile(
    rf"\b(?:{EVENTS})\b[^.;]{{0,40}}?(?:\s[-–—]\s*|\s?[—(]\s*|,\s+)(?:(?:at least|more than|nearly|over)\s+)?$",
    re.IGNORECASE,
)
"""Before a number in apposition to events: "the wave of bombings - eight since Sunday"."""
RUNNING = re.compile(r"\b(?:consecutive|straight|successive|running|in a row|in succession)\b", re.IGNORECASE)
"""Behind an ordinal: as many days with attacks."""
AFRESH = re.compile(
    r"\s+(?:of (?:them|which)\s+|more\s+)?(?=(?:since|this (?:year|month|week)|so far|in|over|last)\b)", re.IGNORECASE
)
IN_APPOSITION = re.compile(
    r",\s+(?:and\s+)?(?:at least\s+|only\s+)?(?:the|its|their|his|her|a|(?:the\s+)?[\w-]+[’']s)\s+$", re.IGNORECASE
)
"""Before an ordinal: "another attack on the same post, the third since"."""
OPERATIONS = re.compile(r"\boperations\Z", re.IGNORECASE)
SEARCHES = re.compile(r"\b(?:operations|raids)\Z", re.IGNORECASE)
POLICING = re.compile(
    r"\b(?:police|officers|detectives|investigators|authorities|agents|prosecutors)\b[^.;,]{0,40}\Z", re.IGNORECASE
)
"""Before raids that are searches and no attacks."""
LED_BY = re.compile(r"\b(?:in|on|after|during|from|by|before|at|with|for|of)\s+(?:the|its|their|a)\s+\Z", re.IGNORECASE)
"""Before an ordinal that tells one event from another ("hurt in the second attack") and is not said of anything."""
SHOTS = re.compile(
    r"\b(?:fired|shot|stabbed|punched|kicked|slashed|rammed)\s+(?!(?:at|on|upon)\s+\Z)(?:[\w’'-]+\s+)?\Z",
    re.IGNORECASE,
)
"""Before "three times": blows and no attacks."""
THREATENED = re.compile(
    r"\b(?:threaten\w*|vow\w*|plan\w*|warn\w* of|promis\w+|will|would)\s+(?:\w+\s+){0,3}$", re.IGNORECASE
)
RISE = re.compile(
    rf"\b(?:bring\w*|brought|tak(?:es|ing)|took|rais\w+|push\w+)\s+(?:to\s+(?P<first>[\w,-]+(?: "
    rf"[\w-]+)?)\s+the\s+(?:total\s+)?(?:number|tally|count|total)\s+of\b[^.;]{{0,80}}|"
    rf"(?:the\s+)?(?:total\s+)?(?:number|tally|count|total)\b[^.;]{{0,80}}?\bto\s+(?P<second>[\w,-]+))"
    rf"|\b(?:number|tally|count|total)\s+of\s+(?:{BETWEEN})(?:{EVENTS})\b[^.;]{{0,90}}?\b(?:(?:now\s+)?stood at|"
    rf"(?:now\s+)?stands at|(?:doubled|tripled|quadrupled|climbed|increased|grew|grown|jumped|soared|surged|fell|"
    rf"fallen|"
    r"dropped|declined|gone up) to|reached|has reached|rose to|had risen to|is put at|was put at|is now|at|"
    rf"was|this (?:year|month|week):|so far:|last (?:year|month|week):|in (?:19|20)\d\d:)\s+"
    rf"(?P<third>(?:(?:over|more than|at least|about|nearly|almost)\s+)?\d[\d,]*|[a-z]+(?:-[a-z]+)?)\b"
    rf"|\b(?:{EVENTS})(?<=s)\s+(?:[\w’'-]+\s+){{0,8}}?number\s+(?P<fourth>\d[\d,]*)\b",
    re.IGNORECASE,
)
HURT_OVER = re.compile(
    r"\b(?:riots?|rioting|clashes|fighting|violence|gunfire)\b[^.;]{0,50}\b(?:has|have|had)\s+(?:broken out|erupted|"
    r"flared)\b|"
    r"\b(?:was|were|been)\s+(?:fired|thrown|lobbed|hurled|tossed|dropped|detonated|planted|set off)\b|"
    r"\bbeen\s+(?:\w+\s+){1,4}?by\s+(?:\w+\s+)?(?:shelling|shellfire|bombs?|drones?|rockets?|missiles?|mortars?|"
    r"gunfire)\b|"
    rf"\b(?:been|have|has|had|come|came)\s+(?:{HURT}|thrown at|{UNDER_ATTACK})\b|"
    r"\b(?:was|were|is|are)\s+(?:attacked|hit|struck|bombed|raided|targeted|shelled|ambushed|looted|torched|stormed|"
    rf"{UNDER_ATTACK})\b",
    re.IGNORECASE,
)
ATTACKED = re.compile(
    rf"\b(?:(?:was|were|been|is|are)\s+(?:attacked|bombed|raided|shelled|ambushed|targeted)|came {UNDER_ATTACK})\s+"
    r"(?:[\w’'-]+\s+){0,3}$",
    re.IGNORECASE,
)
"""Before "twice", "three times": each was an attack, over whichever time."""
TIMES = re.compile(r"\b(?:times|twice|thrice|occasions)\b", re.IGNORECASE)
NUMBER_OF_TIMES = re.compile(
    r"(?:(?:at least|no (?:fewer|less) than|as many as|upwards of|close to|more than|over|some|about|nearly|"
    r"almost)\s+)?[\w,-]+(?=\s+(?:(?:separate|different|previous|earlier|other|further)\s+)?(?:times|occasions)\b)|"
    r"\btwice\b|\bthrice\b",
    re.IGNORECASE,
)
PEOPLE = re.compile(
    r"\b(?:people|dead|killed|deaths?|wounded|injured|victims|casualties|civilians|hostages|captives|refugees)\b",
    re.IGNORECASE,
)
LIKE = re.compile(r"\b(?:such|of its (?:kind|type)|similar)\b", re.IGNORECASE)
"""Says that the events counted are of the kind of the one told."""


def violent(sentence: Sentence, text: str) -> bool:
    """Whether a sentence has a verb of violence."""
    told = HURT_OVER.search(text, sentence.start, sentence.end)
    return told is not None or any(not t.payload.noun for t in sentence.triggers)
