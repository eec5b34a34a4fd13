"""The sets of rules by which a record's values can be chosen from its claims."""

from typing import Literal, get_args

RuleSet = Literal["conservative", "representative", "informative"]
"""conservative: what is least likely to be too much, as ACLED codes deaths ("the most conservative figure"): the lowest
figure, the days and the place that no report contradicts.

representative: what most independent origins stand behind, with low, best and high as UCDP GED has them.

informative: what says most: the highest figure, the narrowest days, the most precise place.

The three are those by which van Baalen and Höglund, "Trials and Triangulations" (International Studies Quarterly 70,
2026), measure how much event data depend on the choice. Which claims are live, and which contradict each other, is the
same under all three."""

RULE_SETS: tuple[RuleSet, ...] = get_args(RuleSet)
DEFAULT_RULES: RuleSet = "representative"
