"""Names of feasts and memorial days in news English, to one short key each.

What days the others are than those fixed in our calendar is told by `harmonise.feasts`.
"""

FEAST_NAMES: dict[str, str] = {
    name: key
    for key, names in {
        "new_year": "new year 's day|new year day|new years day",
        "new_year_eve": "new year 's eve|new years eve|new year eve|new year 's night",
        "epiphany": "epiphany",
        "orthodox_christmas": "orthodox christmas|coptic christmas|orthodox christmas day|coptic christmas day",
        "orthodox_christmas_eve": "orthodox christmas eve|coptic christmas eve",
        "valentine": "valentine 's day|st valentine 's day|st . valentine 's day",
        "patrick": "st patrick 's day|st . patrick 's day",
        "womens_day": "international women 's day",
        "may_day": "may day|labour day",
        "victory_day": "victory day",
        "bastille_day": "bastille day",
        "fourth_of_july": "fourth of july|july fourth",
        "halloween": "halloween|halloween night",
        "all_saints": "all saints ' day|all saints day|all saint 's day",
        "all_souls": "all souls ' day|all souls day",
        "day_of_the_dead": "day of the dead",
        "bonfire_night": "bonfire night|guy fawkes night",
        "veterans_day": "veterans day|veteran 's day",
        "juneteenth": "juneteenth",
        "christmas": "christmas|christmas day|xmas|xmas day",
        "christmas_eve": "christmas eve|xmas eve",
        "boxing_day": "boxing day",
        "nowruz": "nowruz|nawruz|novruz|newroz",
        "king_day": "martin luther king day|martin luther king jr day|martin luther king jr . day|mlk day",
        "presidents_day": "presidents ' day|presidents day|president 's day",
        "mothers_day": "mother 's day",
        "fathers_day": "father 's day",
        "memorial_day": "memorial day",
        "memorial_weekend": "memorial day weekend",
        "labor_day": "labor day",
        "labor_weekend": "labor day weekend",
        "columbus_day": "columbus day",
        "thanksgiving": "thanksgiving|thanksgiving day",
        "thanksgiving_eve": "thanksgiving eve",
        "black_friday": "black friday",
        "ash_wednesday": "ash wednesday",
        "palm_sunday": "palm sunday",
        "maundy_thursday": "maundy thursday|holy thursday",
        "good_friday": "good friday",
        "holy_saturday": "holy saturday|easter saturday|easter eve",
        "easter": "easter|easter sunday|easter day",
        "easter_monday": "easter monday",
        "easter_weekend": "easter weekend",
        "orthodox_easter": "orthodox easter|orthodox easter sunday|coptic easter",
        "ascension": "ascension day",
        "pentecost": "pentecost|whit sunday|pentecost sunday",
        "whit_monday": "whit monday|pentecost monday",
        "corpus_christi": "corpus christi day",
        "ashura": "ashura|ashoura",
        "arbaeen": "arbaeen|arbain|arba'een",
        "mawlid": "mawlid|eid milad|prophet 's birthday|prophet muhammad 's birthday|prophet mohammed 's birthday",
        "eid_al_fitr": "eid al - fitr|eid ul - fitr|eid - ul - fitr|eid al fitr|eid ul fitr|eid - al - fitr",
        "eid_al_adha": "eid al - adha|eid ul - adha|eid - ul - adha|eid al adha|eid ul adha|eid - al - adha|bakr eid"
        "|feast of the sacrifice|feast of sacrifice",
        "passover": "passover|pesach",
        "rosh_hashanah": "rosh hashanah|rosh hashana",
        "yom_kippur": "yom kippur",
        "sukkot": "sukkot",
        "simchat_torah": "simchat torah|simhat torah",
        "lunar_new_year": "lunar new year|chinese new year|lunar new year 's day",
        "lunar_new_year_eve": "lunar new year 's eve|chinese new year 's eve|lunar new year eve|chinese new year eve",
        "diwali": "diwali|deepavali",
    }.items()
    for name in names.split("|")
}
"""Words of a name, a blank between tokens, to the feast's key."""

HIJRI_NAMES: dict[str, str] = {
    name: key
    for key, names in {
        "muharram": "muharram|moharram",
        "safar": "safar",
        "rabi-i": "rabi al - awwal|rabi ' al - awwal|rabi i|rabi ul awal|rabi al awwal",
        "rabi-ii": "rabi al - thani|rabi ii|rabi al thani",
        "jumada-i": "jumada al - awwal|jumada i|jumada al - ula",
        "jumada-ii": "jumada al - thani|jumada ii|jumada al - akhira",
        "rajab": "rajab",
        "shaaban": "shaaban|shaban|sha ' ban|sha'ban",
        "ramadan": "ramadan|ramadhan|ramzan",
        "shawwal": "shawwal|shawal",
        "dhu-qida": "dhu al - qada|dhu al - qi'dah|dhu al - qaada|dhul qadah|zul qada",
        "dhu-hijja": "dhu al - hijja|dhu al - hijjah|dhul hijjah|dhul - hijjah|dhu al hijja|zul hijja|zilhaj",
    }.items()
    for name in names.split("|")
}
"""Months of the Islamic year likewise."""

FIXED_FEASTS: dict[str, tuple[int, int]] = {
    "new_year": (1, 1),
    "new_year_eve": (12, 31),
    "epiphany": (1, 6),
    "orthodox_christmas": (1, 7),
    "orthodox_christmas_eve": (1, 6),
    "valentine": (2, 14),
    "womens_day": (3, 8),
    "patrick": (3, 17),
    "may_day": (5, 1),
    "victory_day": (5, 9),
    "juneteenth": (6, 19),
    "fourth_of_july": (7, 4),
    "bastille_day": (7, 14),
    "halloween": (10, 31),
    "all_saints": (11, 1),
    "all_souls": (11, 2),
    "bonfire_night": (11, 5),
    "veterans_day": (11, 11),
    "christmas_eve": (12, 24),
    "christmas": (12, 25),
    "boxing_day": (12, 26),
}
"""Feasts on a fixed day of our calendar: month and day."""
