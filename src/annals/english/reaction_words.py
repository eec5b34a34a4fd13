"""Verbs of what is done about an event after it: somebody speaks of it, is held for it, or stands before a court.

Each is a list of alternatives for a pattern.
"""

SPOKE = (
    "said|says|told|announced|confirmed|reported|added|stated|wrote|tweeted|posted|acknowledged|admitted|denied|condemned|"
    "declared|repeated|briefed|identified|released|issued|published"
)
HELD = "arrested|detained|charged|booked|surrendered"
TRIED = "arraigned|indicted|sentenced|convicted|extradited|pleaded|pled"
