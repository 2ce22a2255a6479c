"""An independent second reading of the self-check's rule.

Reads an instrument file and, from standard input, one respondent a line (JSON); writes one line of results each.
Written from the document of the rule alone, so that a mistake in the program and a mistake in here are unlikely to be the same one.

    python3 oracle.py helping-strain.json [--changed] < respondents > results
"""

import json
import math
import sys
from collections import Counter, namedtuple

# ---- The rule's figures -------------------------------------------------------------------------------------------------------

TOP = 4  # options are placed 0 to 4
DEVIATION = 20
LEAD = 1.28
PART_RAISED, PART_WATCHED = 75, 62.5
NOT_TIRED_UP_TO, TIRED_FROM = 37.5, 62.5
ALIKE_FROM = 20  # core items answered

StrainFigures = namedtuple("StrainFigures", "line above below reliability parts")
STRAINS = {
    "burnout": StrainFigures(50, 1.2, 0.8, 0.88, ("exhaustion", "distance", "effectiveness")),
    "compassion_fatigue": StrainFigures(40, 1.5, 0.6, 0.86, ("intrusion", "avoidance", "alarm")),
}

# ---- The rule's words ---------------------------------------------------------------------------------------------------------

CLEARLY_ABOVE, JUST_ABOVE, JUST_BELOW, CLEARLY_BELOW, OPEN = (
    "clearly_above", "just_above", "just_below", "clearly_below", "open")
CLEAR_BANDS = (CLEARLY_ABOVE, CLEARLY_BELOW)
NEAR_BANDS = (JUST_ABOVE, JUST_BELOW)
RAISED_BANDS = (CLEARLY_ABOVE, JUST_ABOVE)

NOT_SAID, NOT_ASKED = "not_said", "not_asked"
NEVER, MET = "never", "met"
NOT_TIRED, SOMEWHAT_TIRED, TIRED = "not_tired", "somewhat_tired", "tired"
HELPS, IN_PART, DOES_NOT_HELP = "helps", "in_part", "does_not_help"

RAISED, WATCHED, NEITHER, NOT_KNOWN = "raised", "watched", "neither", "not_known"

BURNOUT_LEADS, COMPASSION_FATIGUE_LEADS = "burnout", "compassion_fatigue"

# ---- The instrument -----------------------------------------------------------------------------------------------------------

Part = namedtuple("Part", "id core bank")
Verdict = namedtuple("Verdict", "band by_bounds half_rule score error answered total parts part_counts")
Finding = namedtuple("Finding", "id raised watched burnout compassion_fatigue tired rest exposure lead")


class Strain:
    """One of the two strains: its items by part, and its bands, worked out once for every sum and number of answers."""

    def __init__(self, name, facets, bank):
        figures = STRAINS[name]
        self.name, self.line = name, figures.line
        self.above, self.below, self.reliability = figures.above, figures.below, figures.reliability
        self.parts = [
            Part(part, [i for i in facets[part] if i not in bank], [i for i in facets[part] if i in bank])
            for part in figures.parts
        ]
        self.core = sorted(i for part in self.parts for i in part.core)
        self.bank = sorted(i for part in self.parts for i in part.bank)
        self.items = sorted(self.core + self.bank)
        self.errors = [error_of(n, len(self.core), self.reliability) for n in range(len(self.items) + 1)]
        self.bands = {
            (total, n): self.band(total, n) for n in range(1, len(self.items) + 1) for total in range(TOP * n + 1)
        }

    def band(self, total, n):
        score, error = score_of(total, n), self.errors[n]
        if score > self.line + self.above * error:
            return CLEARLY_ABOVE
        if 25 * total >= self.line * n:  # whole numbers: a score on the line is never lost to rounding
            return JUST_ABOVE
        if score >= self.line - self.below * error:
            return JUST_BELOW
        return CLEARLY_BELOW

    def verdict(self, keyed):
        parts, counts, total, answered, unanswered = [], [], 0, 0, 0
        for part in self.parts:
            core = [keyed[i] for i in part.core if keyed[i] is not None]
            bank = [keyed[i] for i in part.bank if keyed[i] is not None]
            part_total, part_answered = sum(core) + sum(bank), len(core) + len(bank)
            part_open = len(part.core) - len(core)
            parts.append((part.id, part_word(part_total, part_answered, part_open)))
            counts.append(part_answered)
            total += part_total
            answered += part_answered
            unanswered += part_open
        half_rule = min(counts) >= 1 and 2 * answered >= len(self.core)
        band, by_bounds = OPEN, False
        if answered >= 1:
            whole = answered + unanswered
            lowest, highest = self.bands[total, whole], self.bands[total + TOP * unanswered, whole]
            if lowest == highest:
                band, by_bounds = lowest, not half_rule
            elif half_rule:
                band = self.bands[total, answered]
        score = score_of(total, answered) if answered else None
        error = self.errors[answered] if answered else None
        return Verdict(band, by_bounds, half_rule, score, error, answered, total, parts, counts)

    def more_needed(self, verdict):
        if verdict.band != OPEN:
            return 0
        without = sum(1 for count in verdict.part_counts if count == 0)
        return max(without, (len(self.core) + 1) // 2 - verdict.answered, 1)


class Instrument:
    """What the rule needs of an instrument file."""

    def __init__(self, file):
        self.items = [item["id"] for item in file["items"]]
        place = {item: i for i, item in enumerate(self.items)}
        self.reversed = [item.get("keying") == "reversed" for item in file["items"]]
        self.bank = {i for i, item in enumerate(file["items"]) if item.get("bank")}
        self.core = [i for i in range(len(self.items)) if i not in self.bank]
        scales = {scale["id"]: scale for scale in file["scales"]}
        roles = file["profile"]

        def items_of(scale):
            facets = scale.get("facets")
            names = [name for facet in facets for name in facet["items"]] if facets else scale["items"]
            return sorted(place[name] for name in names)

        def scale_of(role):
            named = roles.get(role)
            if isinstance(named, dict):
                named = named["scale"]
            return items_of(scales[named]) if named else None

        def strain(role):
            facets = {facet["id"]: [place[name] for name in facet["items"]] for facet in scales[roles[role]["scale"]]["facets"]}
            by_part = {part: facets[facet] for part, facet in roles[role]["parts"].items()}
            return Strain(role, by_part, self.bank)

        self.burnout, self.compassion_fatigue = strain("burnout"), strain("compassion_fatigue")
        self.tired, self.rest = scale_of("tired"), scale_of("recovery")
        self.part_items = {
            part.id: part.core + part.bank for s in (self.burnout, self.compassion_fatigue) for part in s.parts
        }
        blocks = [block["id"] for block in file.get("blocks", [])]
        of_block = [blocks.index(item["block"]) if item.get("block") in blocks else 0 for item in file["items"]]
        self.asked = sorted(range(len(self.items)), key=lambda i: (i in self.bank, of_block[i], i))
        self.context = [
            (question["id"], {option["id"]: option.get("means") for option in question["options"]})
            for question in file["context"]
        ]
        self.signs = {sign["id"]: sign.get("means") for sign in file.get("signs", [])}
        self.differences = list(differences(file, scales))

    def keyed(self, options):
        if len(options) > len(self.items):
            raise ValueError("more answers than items")
        keyed = [None if o is None else (TOP - o if r else o) for o, r in zip(options, self.reversed)]
        if any(k is not None and k not in (0, 1, 2, 3, 4) for k in keyed):
            raise ValueError("an option is not a place from 0 to 4")
        return keyed + [None] * (len(self.items) - len(keyed))


def differences(file, scales):
    """Where the file's own figures are not those of the rule. The rule's are used; these are only said."""
    for role, figures in STRAINS.items():
        said = file["profile"][role]
        precision = scales[said["scale"]].get("precision", {})
        margins = said.get("margins", {})
        for name, theirs, ours in (
            ("line", said.get("line"), figures.line),
            ("margin above", margins.get("above"), figures.above),
            ("margin below", margins.get("below"), figures.below),
            ("reliability", precision.get("reliability"), figures.reliability),
            ("deviation", precision.get("deviation"), DEVIATION),
        ):
            if theirs != ours:
                yield f"{role}, {name}: the file says {theirs}, the rule {ours}"


# ---- Scores -------------------------------------------------------------------------------------------------------------------


def score_of(total, n):
    return 25 * total / n


def error_of(n, core, reliability):
    share = n / core
    shortened = share * reliability / (1 + (share - 1) * reliability)
    return DEVIATION * math.sqrt(1 - shortened)


def part_word(total, answered, unanswered):
    """Bounds first, then two answered items at least."""
    whole = answered + unanswered
    lowest, highest = word_of_mean(total, whole), word_of_mean(total + TOP * unanswered, whole)
    if lowest == highest:
        return lowest
    return word_of_mean(total, answered) if answered >= 2 else NOT_KNOWN


def word_of_mean(total, n):
    if 25 * total >= PART_RAISED * n:
        return RAISED
    one_step_below = 25 * total >= PART_RAISED * n - 25  # widened where one step is more than the band
    return WATCHED if one_step_below or 25 * total >= PART_WATCHED * n else NEITHER


def third_of(keyed, items, low, middle, high):
    """One of three words for a short scale: bounds first, else one answer is enough."""
    given = [keyed[i] for i in items if keyed[i] is not None]
    if not given:
        return NOT_SAID

    def word(total, n):
        if 25 * total <= NOT_TIRED_UP_TO * n:
            return low
        return high if 25 * total >= TIRED_FROM * n else middle

    total, unanswered = sum(given), len(items) - len(given)
    lowest, highest = word(total, len(items)), word(total + TOP * unanswered, len(items))
    return lowest if lowest == highest else word(total, len(given))


# ---- Context ------------------------------------------------------------------------------------------------------------------

Said = namedtuple("Said", "exposure cause over_four_weeks duration_said high_impact")


def read_context(instrument, context):
    exposure, cause, over, duration_said, impact = NOT_SAID, None, False, False, False
    for question, options in instrument.context:
        option = context.get(question)
        if option is None:
            continue
        means = options[option]
        among = options.values()
        if "no_exposure" in among:
            exposure = NEVER if means == "no_exposure" else MET
        if "over_four_weeks" in among:
            duration_said, over = True, means == "over_four_weeks"
        if "high_impact" in among or "very_high_impact" in among:
            impact = means in ("high_impact", "very_high_impact")
        if means and means.startswith("cause_"):
            cause = means[len("cause_"):]
    return Said(exposure, cause, over, duration_said, impact)


# ---- The finding --------------------------------------------------------------------------------------------------------------


def find(instrument, keyed, said):
    b = instrument.burnout.verdict(keyed)
    c = instrument.compassion_fatigue.verdict(keyed)
    tired = NOT_SAID if instrument.tired is None else third_of(keyed, instrument.tired, NOT_TIRED, SOMEWHAT_TIRED, TIRED)
    rest = NOT_ASKED if instrument.rest is None else third_of(keyed, instrument.rest, DOES_NOT_HELP, IN_PART, HELPS)
    counted = [part for verdict in (b, c) if verdict.band != CLEARLY_ABOVE for part in verdict.parts]
    raised = [part for part, word in counted if word == RAISED]
    watched = [part for part, word in counted if word == WATCHED]
    leads = lead(b, c)
    name = finding_id(b.band, c.band, said, tired, rest, raised, leads)
    return Finding(name, raised, watched, b, c, tired, rest, said.exposure, leads)


def lead(b, c):
    """Which of two strains clearly above stands out; None where neither does."""
    if not (b.band == c.band == CLEARLY_ABOVE and b.half_rule and c.half_rule):
        return None
    apart = (b.score - STRAINS["burnout"].line) - (c.score - STRAINS["compassion_fatigue"].line)
    if abs(apart) <= LEAD * math.sqrt(b.error ** 2 + c.error ** 2):
        return None
    return BURNOUT_LEADS if apart > 0 else COMPASSION_FATIGUE_LEADS


def coarse(band):
    return "above" if band == CLEARLY_ABOVE else "below" if band == CLEARLY_BELOW else OPEN if band == OPEN else "near"


TABLE = {
    ("above", "near"): "burnout_cf_near",
    ("above", "below"): "burnout",
    ("above", OPEN): "burnout_cf_open",
    ("near", "above"): "cf_burnout_near",
    ("near", "near"): "both_near",
    ("near", "below"): "burnout_near",
    ("near", OPEN): "near_and_open",
    ("below", "above"): "compassion_fatigue",
    ("below", "near"): "cf_near",
    ("below", OPEN): "burnout_below_cf_open",
    (OPEN, "above"): "cf_burnout_open",
    (OPEN, "near"): "near_and_open",
    (OPEN, "below"): "cf_below_burnout_open",
    (OPEN, OPEN): "not_enough",
}
BOTH = {
    None: "both",
    BURNOUT_LEADS: "both_burnout_leads",
    COMPASSION_FATIGUE_LEADS: "both_compassion_fatigue_leads",
}


def finding_id(b_band, c_band, said, tired, rest, raised, leads):
    b, c = coarse(b_band), coarse(c_band)
    with_burnout = "_and_burnout" if b == "above" else ""
    if said.exposure == NEVER and c == "above":
        return "strain_without_exposure" + with_burnout
    if said.exposure == NEVER and c == "near":
        return "exposure_never_near" + with_burnout
    if said.exposure == NOT_SAID and c == "above":
        return "exposure_left_out" + with_burnout
    if b == c == "above":
        return BOTH[leads]
    if b == c == "below":
        return ordinary_id(said, tired, rest, raised)
    return TABLE[b, c]


def ordinary_id(said, tired, rest, raised):
    if raised:
        return "raised_part"
    if tired == TIRED:
        return {
            HELPS: "everyday_tiredness",
            IN_PART: "tired_rest_in_part",
            NOT_SAID: "tired_rest_not_said",
            NOT_ASKED: "tired_rest_not_asked",
            DOES_NOT_HELP: "worn_out",
        }[rest]
    if said.high_impact:
        return "impact_alone"
    if tired == NOT_SAID:
        return "none_tired_not_said"
    if tired == SOMEWHAT_TIRED:
        return "none_somewhat_tired"
    return "none_rest_does_not_help" if rest == DOES_NOT_HELP else "none"


def is_ordinary(finding):
    return finding.burnout.band == finding.compassion_fatigue.band == CLEARLY_BELOW


def headline(finding):
    """What the headline says: parts stand in it only where both strains are clearly below."""
    parts = (tuple(finding.raised), tuple(finding.watched)) if is_ordinary(finding) else ()
    return finding.id, parts


def is_clear(finding):
    if finding.burnout.band not in CLEAR_BANDS or finding.compassion_fatigue.band not in CLEAR_BANDS:
        return False
    if not is_ordinary(finding):
        return True
    return not finding.watched and finding.tired != SOMEWHAT_TIRED and finding.rest != IN_PART


def profile(finding):
    bands = (finding.burnout.band, finding.compassion_fatigue.band)
    if OPEN in bands:
        return "not_enough"
    if bands[0] in NEAR_BANDS or bands[1] in NEAR_BANDS:
        return "between"
    if is_ordinary(finding):
        return "none"
    return "both" if finding.id in BOTH.values() else finding.id


# ---- What joins it ------------------------------------------------------------------------------------------------------------


def offer(instrument, finding, keyed):
    near = []
    for order, (strain, verdict) in enumerate(strains(instrument, finding)):
        if verdict.band in NEAR_BANDS:
            near.append((abs(verdict.score - strain.line) / verdict.error, order, strain))
    offered = (i for _, _, strain in sorted(near, key=lambda n: n[:2]) for i in strain.bank)
    return [instrument.items[i] for i in offered if keyed[i] is None]


def strains(instrument, finding):
    return ((instrument.burnout, finding.burnout), (instrument.compassion_fatigue, finding.compassion_fatigue))


def professional(instrument, finding, said, signs):
    b, c = finding.burnout.band, finding.compassion_fatigue.band
    strain_raised = b in RAISED_BANDS or c in RAISED_BANDS
    drinking = signs is not None and any(instrument.signs[sign] == "drinking" for sign in signs)
    reasons = []
    if strain_raised and said.over_four_weeks:
        reasons.append("duration")
    if finding.raised and said.over_four_weeks:
        reasons.append("part_duration")
    if said.high_impact:
        reasons.append("impact")
    if finding.rest == DOES_NOT_HELP and (finding.tired in (TIRED, SOMEWHAT_TIRED) or strain_raised or finding.raised):
        reasons.append("rest")
    if said.exposure == NEVER and c in RAISED_BANDS:
        reasons.append("exposure")
    if drinking:
        reasons.append("drinking")
    if reasons:
        return reasons
    return ["duration_left_out"] if strain_raised and not said.duration_said else ["general"]


def cause(finding, said):
    b, c = finding.burnout.band, finding.compassion_fatigue.band
    b_clear, c_clear = b == CLEARLY_ABOVE, c == CLEARLY_ABOVE
    if said.cause == "own_life":
        return "own_life"
    if said.cause == "load":
        if b_clear and (not c_clear or finding.lead == BURNOUT_LEADS):
            return "agrees"
        if c_clear and b in (JUST_BELOW, CLEARLY_BELOW):
            return "differs"
    if said.cause == "suffering":
        if c_clear and said.exposure != NEVER and (not b_clear or finding.lead == COMPASSION_FATIGUE_LEADS):
            return "agrees"
        if b_clear and c in (JUST_BELOW, CLEARLY_BELOW):
            return "differs"
    if said.cause == "both" and b_clear and c_clear and said.exposure != NEVER:
        return "agrees"
    return None


def strongest(instrument, finding, keyed):
    """Every item that may be quoted, in the file's order."""
    pairs = strains(instrument, finding)
    high, low = [], []
    if any(v.band == CLEARLY_ABOVE for _, v in pairs):
        high = [i for s, v in pairs if v.band == CLEARLY_ABOVE for i in s.items]
    elif any(v.band in NEAR_BANDS for _, v in pairs):
        high = [i for s, v in pairs if v.band in NEAR_BANDS for i in s.items]
    elif finding.raised or is_ordinary(finding):
        high = [i for part in finding.raised or finding.watched for i in instrument.part_items[part]]
    if finding.id in ("worn_out", "everyday_tiredness") or finding.id.startswith("tired_"):
        high = high + instrument.tired
        low = instrument.rest if finding.id == "worn_out" else []
    quoted = [i for i in high if keyed[i] is not None and keyed[i] >= 2]
    quoted += [i for i in low if keyed[i] is not None and keyed[i] <= 1]
    return [instrument.items[i] for i in sorted(quoted)]


def one_changed(instrument, finding, keyed, context, said):
    """The first answer, items as asked and then context, whose change gives another finding."""

    def another(changed, as_said):
        other = find(instrument, changed, as_said)
        return headline(other) != headline(finding)

    for i in instrument.asked:
        if keyed[i] is None:
            continue
        for value in (keyed[i] + 1, keyed[i] - 1):
            if 0 <= value <= TOP and another(keyed[:i] + [value] + keyed[i + 1:], said):
                return {"item": instrument.items[i]}
    for question, options in instrument.context:
        answer = context.get(question)
        if answer is None:
            continue
        for option in options:
            if option != answer and another(keyed, read_context(instrument, {**context, question: option})):
                return {"context": question}
    return None


def nearly_alike(instrument, options):
    given = [options[i] for i in instrument.core if i < len(options) and options[i] is not None]
    return len(given) >= ALIKE_FROM and 10 * max(Counter(given).values()) >= 9 * len(given)


# ---- All of it ----------------------------------------------------------------------------------------------------------------


def result(instrument, respondent, changed=False):
    options, context, signs = respondent["items"], respondent.get("context") or {}, respondent.get("signs")
    keyed, said = instrument.keyed(options), read_context(instrument, context)
    finding = find(instrument, keyed, said)
    b, c = finding.burnout, finding.compassion_fatigue
    return {
        "finding": finding.id,
        "profile": profile(finding),
        "clear": is_clear(finding),
        "burnout": strain_out(b),
        "compassion_fatigue": strain_out(c),
        "tired": finding.tired,
        "rest": finding.rest,
        "exposure": finding.exposure,
        "raised": finding.raised,
        "watched": finding.watched,
        "lead": finding.lead,
        "more_needed": instrument.burnout.more_needed(b) + instrument.compassion_fatigue.more_needed(c),
        "offer": offer(instrument, finding, keyed),
        "professional": professional(instrument, finding, said, signs),
        "distress": b.band == c.band == CLEARLY_ABOVE and finding.tired == TIRED,
        "impact_leads": said.high_impact and finding.id != "impact_alone",
        "cause": cause(finding, said),
        "one_changed": one_changed(instrument, finding, keyed, context, said) if changed else None,
        "nearly_alike": nearly_alike(instrument, options),
        "strongest": strongest(instrument, finding, keyed),
    }


def strain_out(verdict):
    return {
        "band": verdict.band,
        "by_bounds": verdict.by_bounds,
        "score": verdict.score,
        "error": verdict.error,
        "answered": verdict.answered,
    }


def main(arguments):
    paths = [a for a in arguments if not a.startswith("--")]
    flags = [a for a in arguments if a.startswith("--")]
    if len(paths) != 1 or any(flag != "--changed" for flag in flags):
        sys.exit(__doc__)
    with open(paths[0], encoding="utf-8") as file:
        instrument = Instrument(json.load(file))
    for difference in instrument.differences:
        print(difference, file=sys.stderr)
    for line in sys.stdin:
        if line.strip():
            sys.stdout.write(json.dumps(result(instrument, json.loads(line), "--changed" in flags)) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
