"""Answers worked out by hand from the document of the rule, compared with the oracle.

    python3 -B tests/oracle/test_oracle.py

The instrument is written out in here as the document lists it; the shipped file is held against that.
"""

import json
import math
import os
import random
import subprocess
import sys
import tempfile
import unittest

import oracle

# ---- The instrument, as the wording document lists it ---------------------------------------------------------------------------

PARTS = {
    "exhaustion": (["exhausted_despite_rest", "used_up_rest", "tired_after_sleep", "last_of_strength", "ran_out_of_strength"],
                   ["strength_for_own_life", "small_tasks_too_much"]),
    "distance": (["dread_at_thought", "saw_little_meaning", "felt_bitter", "wished_far_away"],
                 ["far_from_what_matters", "wished_to_give_up"]),
    "effectiveness": (["managed_main_things", "felt_done_badly", "below_own_standard"], ["trusted_myself", "felt_little_use"]),
    "intrusion": (["saw_again_in_mind", "heard_again_in_mind", "suffering_filled_thoughts", "spoiled_good_moments"],
                  ["suffering_when_resting", "suffering_stayed_for_hours"]),
    "avoidance": (["reasons_to_be_away", "put_off_seeing_suffering", "did_things_to_forget"],
                  ["went_away_from_suffering", "ended_talk_of_suffering"]),
    "alarm": (["tense_after_suffering", "guilty_about_suffering", "helpless_about_suffering"],
              ["world_felt_unsafe", "wrong_to_enjoy_life"]),
}
BURNOUT, COMPASSION_FATIGUE = ("exhaustion", "distance", "effectiveness"), ("intrusion", "avoidance", "alarm")
REVERSED = ("managed_main_things", "trusted_myself")
TIRED, REST = ["sleepy_when_needed_awake", "tiredness_slowed_me"], ["rested_on_getting_up", "energy_after_a_rest"]
CARRIES = ["saw_it_helped", "felt_right_to_do", "support_from_others", "mind_could_rest"]
ASKED = """
    sleepy_when_needed_awake rested_on_getting_up tiredness_slowed_me energy_after_a_rest
    saw_it_helped exhausted_despite_rest saw_again_in_mind managed_main_things tense_after_suffering last_of_strength
    did_things_to_forget felt_bitter support_from_others suffering_filled_thoughts felt_done_badly guilty_about_suffering
    used_up_rest put_off_seeing_suffering dread_at_thought heard_again_in_mind ran_out_of_strength mind_could_rest
    helpless_about_suffering below_own_standard spoiled_good_moments wished_far_away reasons_to_be_away saw_little_meaning
    tired_after_sleep felt_right_to_do
""".split()
BANK = [item for part in BURNOUT + COMPASSION_FATIGUE for item in PARTS[part][1]]
CONTEXT = {
    "exposure": {"never": "no_exposure", "rarely": None, "sometimes": None, "often": None, "nearly_always": None},
    "cause": {"load": "cause_load", "suffering": "cause_suffering", "both": "cause_both", "own_life": "cause_own_life",
              "none": "cause_none"},
    "duration": {"under_two_weeks": None, "two_to_four_weeks": None, "one_to_six_months": "over_four_weeks",
                 "over_six_months": "over_four_weeks"},
    "impact": {"none": None, "little": None, "much": "high_impact", "very_much": "very_high_impact"},
}
SIGNS = {"drinking": "drinking", "numb": None}


def file():
    def facets(parts):
        return [{"id": part, "items": PARTS[part][0] + PARTS[part][1]} for part in parts]

    def item(name):
        entry = {"id": name, "block": "rest" if name in TIRED + REST else "helping"}
        if name in REVERSED:
            entry["keying"] = "reversed"
        if name in BANK:
            entry["bank"] = True
        return entry

    return {
        "blocks": [{"id": "rest"}, {"id": "helping"}],
        "scales": [
            {"id": "b", "facets": facets(BURNOUT), "precision": {"deviation": 20, "reliability": 0.88}},
            {"id": "c", "facets": facets(COMPASSION_FATIGUE), "precision": {"deviation": 20, "reliability": 0.86}},
            {"id": "t", "items": TIRED},
            {"id": "r", "items": REST},
            {"id": "k", "items": CARRIES},
        ],
        "profile": {
            "burnout": {"scale": "b", "line": 50, "margins": {"above": 1.2, "below": 0.8}, "parts": {p: p for p in BURNOUT}},
            "compassion_fatigue": {"scale": "c", "line": 40, "margins": {"above": 1.5, "below": 0.6},
                                   "parts": {p: p for p in COMPASSION_FATIGUE}},
            "tired": {"scale": "t"},
            "recovery": "r",
            "carries": "k",
        },
        "items": [item(name) for name in ASKED + BANK],
        "context": [
            {"id": question, "options": [{"id": o, "means": m} if m else {"id": o} for o, m in options.items()]}
            for question, options in CONTEXT.items()
        ],
        "signs": [{"id": s, "means": m} if m else {"id": s} for s, m in SIGNS.items()],
    }


INSTRUMENT = oracle.Instrument(file())
SHIPPED = os.path.join(os.path.dirname(__file__), "../../www/instruments/helping-strain.json")

# ---- People ---------------------------------------------------------------------------------------------------------------------


def person(tired=(0, 0), rest=(4, 4), carries=(3, 3, 3, 3), signs=None, changes=None, **said):
    """Keyed answers by part, core items first and then the bank's; what is not named is 0, and the bank not asked."""
    keyed = dict(zip(TIRED, tired)) | dict(zip(REST, rest)) | dict(zip(CARRIES, carries))
    for part, (core, bank) in PARTS.items():
        given = list(said.pop(part, [0] * len(core)))
        given += [None] * (len(core) + len(bank) - len(given))
        keyed |= dict(zip(core + bank, given))
    keyed |= changes or {}
    context = {"exposure": "sometimes", "cause": "none", "duration": "two_to_four_weeks", "impact": "little"} | said
    options = [
        None if keyed[item] is None else 4 - keyed[item] if item in REVERSED else keyed[item] for item in ASKED + BANK
    ]
    return {"items": options, "context": context, "signs": signs, "role": None}


def spread(parts, total, bank=False):
    """A strain's answers with this sum, as even as they can be, over its core items or over all."""
    sizes = [len(PARTS[part][0]) + (len(PARTS[part][1]) if bank else 0) for part in parts]
    count = sum(sizes)
    values = [total // count + (1 if i < total % count else 0) for i in range(count)]
    answers = {}
    for part, size in zip(parts, sizes):
        answers[part], values = values[:size], values[size:]
    return answers


def b(total, bank=False):
    return spread(BURNOUT, total, bank)


def c(total, bank=False):
    return spread(COMPASSION_FATIGUE, total, bank)


B_OPEN = {part: [None] * len(PARTS[part][0]) for part in BURNOUT}
C_OPEN = {part: [None] * len(PARTS[part][0]) for part in COMPASSION_FATIGUE}
# One of each verdict, all core items answered: sums of 12 and of 10 items.
B_BAND = {"clearly_above": b(36), "just_above": b(24), "just_below": b(23), "clearly_below": b(6), "open": B_OPEN}
C_BAND = {"clearly_above": c(30), "just_above": c(16), "just_below": c(15), "clearly_below": c(5), "open": C_OPEN}


def result(changed=False, **answers):
    return oracle.result(INSTRUMENT, person(**answers), changed)


class Sums(unittest.TestCase):
    def bands(self, strain, sums, of):
        return [result(**of(total))[strain]["band"] for total in sums]

    # Burnout, 12 answered: error 20 x root .12 = 6.928; so clearly above from 58.314, just below from 44.457.
    def test_burnout_of_twelve_answers_turns_at_its_line_and_margins(self):
        # 27: 56.25, 28: 58.333, 24: 50, 23: 47.917, 22: 45.833, 21: 43.75
        self.assertEqual(
            self.bands("burnout", (28, 27, 24, 23, 22, 21), b),
            ["clearly_above", "just_above", "just_above", "just_below", "just_below", "clearly_below"],
        )

    # Compassion fatigue, 10 answered: error 20 x root .14 = 7.483; clearly above from 51.225, just below from 35.510.
    def test_compassion_fatigue_of_ten_answers_turns_at_its_line_and_margins(self):
        # 21: 52.5, 20: 50, 16: 40, 15: 37.5, 14: 35
        self.assertEqual(
            self.bands("compassion_fatigue", (21, 20, 16, 15, 14), c),
            ["clearly_above", "just_above", "just_above", "just_below", "clearly_below"],
        )

    # 18 answered: reliability 1.32/1.44, error 5.774; clearly above from 56.928, just below from 45.381.
    def test_the_bank_narrows_the_margins_of_burnout(self):
        # 41: 56.944, 40: 55.556, 36: 50, 33: 45.833, 32: 44.444
        self.assertEqual(
            self.bands("burnout", (41, 40, 36, 33, 32), lambda t: b(t, bank=True)),
            ["clearly_above", "just_above", "just_above", "just_below", "clearly_below"],
        )

    # 16 answered: reliability 1.376/1.516, error 6.078; clearly above from 49.117, just below from 36.353.
    def test_the_bank_narrows_the_margins_of_compassion_fatigue(self):
        # 32: 50, 31: 48.438, 26: 40.625, 25: 39.063, 24: 37.5, 23: 35.938
        self.assertEqual(
            self.bands("compassion_fatigue", (32, 31, 26, 25, 24, 23), lambda t: c(t, bank=True)),
            ["clearly_above", "just_above", "just_above", "just_below", "just_below", "clearly_below"],
        )

    # 6 of 12 answered, two in each part: reliability .44/.56, error 9.258; clearly above from 61.110, just below from 42.593.
    def test_half_the_answers_widen_the_margins_of_burnout(self):
        def half(total):
            v = [total // 6 + (1 if i < total % 6 else 0) for i in range(6)]
            n = None
            return {"exhaustion": v[:2] + [n, n, n], "distance": v[2:4] + [n, n], "effectiveness": v[4:] + [n]}

        # 15: 62.5, 14: 58.333, 12: 50, 11: 45.833, 10: 41.667
        self.assertEqual(
            self.bands("burnout", (15, 14, 12, 11, 10), half),
            ["clearly_above", "just_above", "just_above", "just_below", "clearly_below"],
        )

    # 5 of 10 answered: reliability .43/.57, error 9.912; clearly above from 54.868, just below from 34.053.
    def test_half_the_answers_widen_the_margins_of_compassion_fatigue(self):
        def half(total):
            v = [total // 5 + (1 if i < total % 5 else 0) for i in range(5)]
            n = None
            return {"intrusion": v[:2] + [n, n], "avoidance": v[2:4] + [n], "alarm": v[4:] + [n, n]}

        # 11: 55, 10: 50, 8: 40, 7: 35, 6: 30
        self.assertEqual(
            self.bands("compassion_fatigue", (11, 10, 8, 7, 6), half),
            ["clearly_above", "just_above", "just_above", "just_below", "clearly_below"],
        )

    def test_score_error_and_number_are_those_of_the_answers_given(self):
        out = result(**b(27))["burnout"]
        self.assertEqual((out["score"], out["answered"], out["by_bounds"]), (56.25, 12, False))
        self.assertTrue(math.isclose(out["error"], 6.9282, abs_tol=1e-4))
        none = result(**B_OPEN)["burnout"]
        self.assertEqual((none["band"], none["score"], none["error"], none["answered"]), ("open", None, None, 0))

    def test_no_score_lies_on_a_margin_where_rounding_could_decide(self):
        for strain in (INSTRUMENT.burnout, INSTRUMENT.compassion_fatigue):
            for total, n in strain.bands:
                for edge in (strain.line + strain.above * strain.errors[n], strain.line - strain.below * strain.errors[n]):
                    self.assertGreater(abs(25 * total / n - edge), 1e-6)


class WhatIsMissing(unittest.TestCase):
    def without_effectiveness(self, total):
        v = [total // 9 + (1 if i < total % 9 else 0) for i in range(9)]
        return {"exhaustion": v[:5], "distance": v[5:], "effectiveness": [None] * 3}

    # Nine answers with sum s: between s and s + 12 of 48.
    def test_bounds_settle_a_strain_that_misses_a_whole_part(self):
        # 28: 58.333 to 83.333, both clearly above. 9: 18.75 to 43.75, both clearly below.
        for total, band in ((36, "clearly_above"), (28, "clearly_above"), (9, "clearly_below")):
            out = result(**self.without_effectiveness(total))["burnout"]
            self.assertEqual((out["band"], out["by_bounds"]), (band, True))

    def test_bounds_that_reach_a_near_band_leave_it_open(self):
        # 27: 56.25 is just above. 10: up to 45.833, just below.
        for total in (27, 10, 18):
            out = result(**self.without_effectiveness(total))["burnout"]
            self.assertEqual((out["band"], out["by_bounds"], out["answered"]), ("open", False, 9))

    def test_bounds_that_only_confirm_the_half_rule_are_not_named(self):
        out = result(exhaustion=[4] * 5, distance=[4] * 4, effectiveness=[None, 4, 4])["burnout"]
        self.assertEqual((out["band"], out["by_bounds"]), ("clearly_above", False))

    def test_five_answers_of_twelve_are_too_few_and_six_are_enough(self):
        n = None
        five = {"exhaustion": [2, n, n, n, n], "distance": [2, 2, n, n], "effectiveness": [2, 2, n]}
        six = {"exhaustion": [2, 2, n, n, n], "distance": [2, 2, n, n], "effectiveness": [2, 2, n]}
        self.assertEqual(result(**five)["burnout"]["band"], "open")
        self.assertEqual(result(**six)["burnout"]["band"], "just_above")

    def test_a_bank_answer_can_stand_for_a_part(self):
        given = self.without_effectiveness(18) | {"effectiveness": [None, None, None, 2, None]}
        self.assertEqual(result(**given)["burnout"]["band"], "just_above")

    def test_how_many_more_counts_parts_and_answers(self):
        n = None
        self.assertEqual(result()["more_needed"], 0)
        self.assertEqual(result(**B_OPEN)["more_needed"], 6)
        self.assertEqual(result(**C_OPEN)["more_needed"], 5)
        self.assertEqual(result(**B_OPEN, **C_OPEN)["more_needed"], 11)
        # five answers in one part: one more by number, two by parts
        only_exhaustion = {"exhaustion": [2] * 5, "distance": [n] * 4, "effectiveness": [n] * 3}
        self.assertEqual(result(**only_exhaustion)["more_needed"], 2)
        self.assertEqual(result(**self.without_effectiveness(18))["more_needed"], 1)


class Table(unittest.TestCase):
    def test_every_cell_of_the_table(self):
        bands = ("clearly_above", "just_above", "just_below", "clearly_below", "open")
        rows = {
            "clearly_above": ["both", "burnout_cf_near", "burnout_cf_near", "burnout", "burnout_cf_open"],
            "just_above": ["cf_burnout_near", "both_near", "both_near", "burnout_near", "near_and_open"],
            "just_below": ["cf_burnout_near", "both_near", "both_near", "burnout_near", "near_and_open"],
            "clearly_below": ["compassion_fatigue", "cf_near", "cf_near", "none", "burnout_below_cf_open"],
            "open": ["cf_burnout_open", "near_and_open", "near_and_open", "cf_below_burnout_open", "not_enough"],
        }
        for row, findings in rows.items():
            for column, finding in zip(bands, findings):
                with self.subTest(burnout=row, compassion_fatigue=column):
                    self.assertEqual(result(**B_BAND[row], **C_BAND[column])["finding"], finding)

    def test_profiles_are_coarser(self):
        for row, column, profile in (
            ("clearly_above", "clearly_above", "both"), ("clearly_above", "clearly_below", "burnout"),
            ("clearly_below", "clearly_above", "compassion_fatigue"), ("clearly_below", "clearly_below", "none"),
            ("clearly_above", "just_below", "between"), ("just_above", "just_below", "between"),
            ("just_above", "open", "not_enough"), ("clearly_above", "open", "not_enough"), ("open", "open", "not_enough"),
        ):
            self.assertEqual(result(**B_BAND[row], **C_BAND[column])["profile"], profile)

    def test_exposure_never_names_no_compassion_fatigue(self):
        for row, column, finding, profile in (
            ("clearly_above", "clearly_above", "strain_without_exposure_and_burnout", "strain_without_exposure_and_burnout"),
            ("just_above", "clearly_above", "strain_without_exposure", "between"),
            ("clearly_below", "clearly_above", "strain_without_exposure", "strain_without_exposure"),
            ("open", "clearly_above", "strain_without_exposure", "not_enough"),
            ("clearly_above", "just_below", "exposure_never_near_and_burnout", "between"),
            ("just_below", "just_above", "exposure_never_near", "between"),
            ("clearly_below", "just_below", "exposure_never_near", "between"),
            ("open", "just_above", "exposure_never_near", "not_enough"),
            ("clearly_above", "clearly_below", "burnout", "burnout"),
            ("clearly_above", "open", "burnout_cf_open", "not_enough"),
        ):
            out = result(**B_BAND[row], **C_BAND[column], exposure="never")
            self.assertEqual((out["finding"], out["profile"], out["exposure"]), (finding, profile, "never"))

    def test_exposure_left_out_names_both_readings_only_when_clearly_above(self):
        for row, column, finding, profile in (
            ("clearly_above", "clearly_above", "exposure_left_out_and_burnout", "exposure_left_out_and_burnout"),
            ("clearly_below", "clearly_above", "exposure_left_out", "exposure_left_out"),
            ("just_above", "clearly_above", "exposure_left_out", "between"),
            ("open", "clearly_above", "exposure_left_out", "not_enough"),
            ("clearly_below", "just_above", "cf_near", "between"),
            ("clearly_above", "just_below", "burnout_cf_near", "between"),
        ):
            out = result(**B_BAND[row], **C_BAND[column], exposure=None)
            self.assertEqual((out["finding"], out["profile"], out["exposure"]), (finding, profile, "not_said"))


class Lead(unittest.TestCase):
    # All answered: 1.28 x root(48 + 56) = 13.053.
    def test_compassion_fatigue_leads_beyond_the_difference_that_chance_explains(self):
        # C 100 is 60 above its line. B 46: 95.833, 14.167 nearer. B 47: 97.917, 12.083 nearer.
        self.assertEqual(result(**b(46), **c(40))["finding"], "both_compassion_fatigue_leads")
        self.assertEqual(result(**b(46), **c(40))["lead"], "compassion_fatigue")
        self.assertEqual(result(**b(47), **c(40))["finding"], "both")

    def test_burnout_leads_beyond_the_difference_that_chance_explains(self):
        # B 100 is 50 above its line. C 30: 75, 35 above, 15 apart. C 31: 77.5, 12.5 apart.
        self.assertEqual(result(**b(48), **c(30))["finding"], "both_burnout_leads")
        self.assertEqual(result(**b(48), **c(31))["finding"], "both")
        self.assertEqual(result(**b(48), **c(30))["profile"], "both")

    def test_nothing_leads_where_only_bounds_settle_a_strain(self):
        out = result(exhaustion=[4] * 5, distance=[4] * 4, effectiveness=[None] * 3, **c(25))
        self.assertEqual((out["finding"], out["lead"], out["burnout"]["by_bounds"]), ("both", None, True))


class Tiredness(unittest.TestCase):
    def test_steps_of_the_two_words(self):
        for given, word in (((1, 2), "not_tired"), ((2, 2), "somewhat_tired"), ((3, 2), "tired"), ((None, None), "not_said"),
                            ((1, None), "not_tired"), ((None, 2), "somewhat_tired"), ((3, None), "tired")):
            self.assertEqual(result(tired=given)["tired"], word)
        for given, word in (((1, 2), "does_not_help"), ((2, 2), "in_part"), ((3, 2), "helps"), ((None, None), "not_said"),
                            ((1, None), "does_not_help"), ((None, 2), "in_part"), ((3, None), "helps")):
            self.assertEqual(result(rest=given)["rest"], word)

    def test_every_ordinary_cell(self):
        low, mid, high, out = (0, 0), (2, 2), (4, 4), (None, None)
        for tired, rest, finding in (
            (high, high, "everyday_tiredness"), (high, mid, "tired_rest_in_part"), (high, out, "tired_rest_not_said"),
            (high, low, "worn_out"),
            (mid, high, "none_somewhat_tired"), (mid, mid, "none_somewhat_tired"), (mid, low, "none_somewhat_tired"),
            (mid, out, "none_somewhat_tired"),
            (low, low, "none_rest_does_not_help"), (low, mid, "none"), (low, high, "none"), (low, out, "none"),
            (out, low, "none_tired_not_said"), (out, mid, "none_tired_not_said"), (out, high, "none_tired_not_said"),
            (out, out, "none_tired_not_said"),
        ):
            with self.subTest(tired=tired, rest=rest):
                said = result(tired=tired, rest=rest)
                self.assertEqual((said["finding"], said["profile"]), (finding, "none"))
                for impact in ("much", "very_much"):
                    said = result(tired=tired, rest=rest, impact=impact)
                    expected = "impact_alone" if finding.startswith("none") else finding
                    self.assertEqual((said["finding"], said["impact_leads"]), (expected, expected != "impact_alone"))

    def test_an_instrument_without_a_rest_scale_does_not_ask(self):
        other = file()
        del other["profile"]["recovery"]
        self.assertEqual(oracle.result(oracle.Instrument(other), person(tired=(4, 4)))["finding"], "tired_rest_not_asked")

    def test_clear_ordinary_findings_hold_no_middle_word(self):
        self.assertTrue(result()["clear"])
        self.assertTrue(result(tired=(4, 4), rest=(0, 0))["clear"])
        self.assertTrue(result(tired=(None, None))["clear"])
        self.assertFalse(result(tired=(2, 2))["clear"])
        self.assertFalse(result(tired=(4, 4), rest=(2, 2))["clear"])
        self.assertFalse(result(tired=(2, 2), impact="much")["clear"])

    def test_clear_strains_are_clear_whatever_the_tiredness(self):
        self.assertTrue(result(**b(36), tired=(2, 2), rest=(2, 2))["clear"])
        self.assertFalse(result(**b(24))["clear"])
        self.assertFalse(result(**b(36), **C_OPEN)["clear"])


class PartsOfAStrain(unittest.TestCase):
    def words(self, **answers):
        out = result(**answers)
        return out["finding"], out["raised"], out["watched"]

    def test_five_answers(self):
        # 15: 75, 14: 70, 13: 65, 12: 60
        for given, words in (
            ([3, 3, 3, 3, 3], ("raised_part", ["exhaustion"], [])), ([3, 3, 3, 3, 2], ("none", [], ["exhaustion"])),
            ([3, 3, 3, 2, 2], ("none", [], ["exhaustion"])), ([3, 3, 2, 2, 2], ("none", [], [])),
        ):
            self.assertEqual(self.words(exhaustion=given), words)

    def test_four_answers(self):
        # 12: 75, 11: 68.75, 10: 62.5, 9: 56.25
        for given, words in (
            ([3, 3, 3, 3], ("raised_part", ["intrusion"], [])), ([3, 3, 3, 2], ("none", [], ["intrusion"])),
            ([3, 3, 2, 2], ("none", [], ["intrusion"])), ([3, 2, 2, 2], ("none", [], [])),
        ):
            self.assertEqual(self.words(intrusion=given), words)

    def test_three_answers(self):
        # 9: 75, 8: 66.667, 7: 58.333
        for given, words in (
            ([3, 3, 3], ("raised_part", ["alarm"], [])), ([3, 3, 2], ("none", [], ["alarm"])), ([3, 2, 2], ("none", [], [])),
        ):
            self.assertEqual(self.words(alarm=given), words)

    def test_two_answers_are_enough_and_one_is_not(self):
        # 6 of 8: 75; 5: 62.5; 4: 50; one answer at the top could be anything from 33.333 to 100
        for given, words in (
            ([3, 3, None], ("raised_part", ["alarm"], [])), ([3, 2, None], ("none", [], ["alarm"])),
            ([2, 2, None], ("none", [], [])), ([4, None, None], ("none", [], [])),
        ):
            self.assertEqual(self.words(alarm=given), words)

    def test_bank_answers_count(self):
        # 7 answers: 21 is 75, 18 is 64.286, 17 is 60.714
        self.assertEqual(self.words(exhaustion=[3] * 5 + [3, 3])[1:], (["exhaustion"], []))
        self.assertEqual(self.words(exhaustion=[3] * 5 + [3, 0])[1:], ([], ["exhaustion"]))
        self.assertEqual(self.words(exhaustion=[3] * 5 + [2, 0])[1:], ([], []))

    def test_one_answer_as_long_as_its_part_has_a_band_of_one_step(self):
        self.assertEqual([oracle.part_word(v, 1, 0) for v in (4, 3, 2, 1)], ["raised", "raised", "watched", "neither"])

    def test_parts_of_a_strain_clearly_above_are_not_counted(self):
        # B 40 of 48 is clearly above. C: alarm 9 of 12, and 9 of 40 is 22.5, clearly below.
        out = result(**b(40), alarm=[3, 3, 3])
        self.assertEqual((out["finding"], out["raised"], out["clear"]), ("burnout", ["alarm"], True))

    def test_a_near_strain_keeps_its_headline_and_names_the_part(self):
        # 20 + 2 + 2 of 48 is 50
        out = result(exhaustion=[4] * 5, distance=[1, 1, 0, 0], effectiveness=[1, 1, 0])
        self.assertEqual((out["finding"], out["raised"]), ("burnout_near", ["exhaustion"]))

    def test_several_parts_stand_in_the_order_of_the_rule(self):
        # B 9 of 48: 18.75; C 9 of 40: 22.5
        out = result(effectiveness=[3, 3, 3], alarm=[3, 3, 3], exhaustion=[0] * 5)
        self.assertEqual((out["finding"], out["raised"]), ("raised_part", ["effectiveness", "alarm"]))

    def test_a_part_worth_watching_is_not_clear(self):
        self.assertFalse(result(alarm=[3, 3, 2])["clear"])
        self.assertFalse(result(alarm=[3, 3, 3], effectiveness=[3, 3, 2])["clear"])
        self.assertTrue(result(alarm=[3, 3, 3])["clear"])


class Offer(unittest.TestCase):
    B_BANK = [item for part in BURNOUT for item in PARTS[part][1]]
    C_BANK = [item for part in COMPASSION_FATIGUE for item in PARTS[part][1]]

    def test_only_a_near_strain_offers_its_bank(self):
        self.assertEqual(result()["offer"], [])
        self.assertEqual(result(**b(36), **c(30))["offer"], [])
        self.assertEqual(result(**B_OPEN)["offer"], [])
        self.assertEqual(result(**b(24))["offer"], self.B_BANK)
        self.assertEqual(result(**b(36), **c(15))["offer"], self.C_BANK)
        self.assertEqual(result(**B_OPEN, **c(15))["offer"], self.C_BANK)

    def test_the_nearer_strain_comes_first_in_errors(self):
        # B 26: 54.167, .601 errors away; B 24: 0. C 17: 42.5, .334 errors away; C 16: 0.
        self.assertEqual(result(**b(26), **c(17))["offer"], self.C_BANK + self.B_BANK)
        self.assertEqual(result(**b(24), **c(17))["offer"], self.B_BANK + self.C_BANK)

    def test_errors_and_not_points_say_which_is_nearer(self):
        # B 13 over 6 answers: 4.167 points, .450 errors. C 21 over 12 answers, two of the bank: 3.75 points, .543 errors.
        half_b = {"exhaustion": [3, 2, None, None, None], "distance": [2, 2, None, None], "effectiveness": [2, 2, None]}
        some_c = {"intrusion": [2, 2, 2, 2, 2], "avoidance": [2, 2, 2], "alarm": [2, 1, 1, 1]}
        answered = [PARTS["intrusion"][1][0], PARTS["alarm"][1][0]]
        left = [item for item in self.C_BANK if item not in answered]
        self.assertEqual(result(**half_b, **some_c)["offer"], self.B_BANK + left)

    def test_what_is_answered_already_is_not_offered(self):
        self.assertEqual(result(**b(36), **c(28, bank=True))["offer"], [])

    def test_at_equal_distance_burnout_comes_first(self):
        self.assertEqual(result(**b(24), **c(16))["offer"], self.B_BANK + self.C_BANK)


class Professional(unittest.TestCase):
    def reasons(self, **answers):
        return result(**answers)["professional"]

    def test_reasons_in_order(self):
        out = self.reasons(**c(30), **{"exhaustion": [3] * 5}, tired=(2, 2), rest=(0, 0), exposure="never",
                           duration="over_six_months", impact="much", signs=["numb", "drinking"])
        self.assertEqual(out, ["duration", "part_duration", "impact", "rest", "exposure", "drinking"])

    def test_a_strain_just_above_counts_as_raised_and_one_just_below_does_not(self):
        self.assertEqual(self.reasons(**b(24), duration="one_to_six_months"), ["duration"])
        self.assertEqual(self.reasons(**b(23), duration="one_to_six_months"), ["general"])
        self.assertEqual(self.reasons(**b(24), duration="two_to_four_weeks"), ["general"])

    def test_duration_left_out_is_said_only_of_a_raised_strain_without_another_reason(self):
        self.assertEqual(self.reasons(**b(24), duration=None), ["duration_left_out"])
        self.assertEqual(self.reasons(**b(23), duration=None), ["general"])
        self.assertEqual(self.reasons(alarm=[3, 3, 3], duration=None), ["general"])
        self.assertEqual(self.reasons(**b(24), duration=None, impact="very_much"), ["impact"])

    def test_rest_that_does_not_help_needs_something_beside_it(self):
        self.assertEqual(self.reasons(rest=(0, 0)), ["general"])
        self.assertEqual(self.reasons(rest=(0, 0), tired=(2, 2)), ["rest"])
        self.assertEqual(self.reasons(rest=(0, 0), **b(24)), ["rest"])
        self.assertEqual(self.reasons(rest=(0, 0), **b(23)), ["general"])
        self.assertEqual(self.reasons(rest=(0, 0), alarm=[3, 3, 3]), ["rest"])
        self.assertEqual(self.reasons(rest=(2, 2), tired=(4, 4)), ["general"])

    def test_exposure_never_with_compassion_fatigue_raised(self):
        self.assertEqual(self.reasons(**c(16), exposure="never"), ["exposure"])
        self.assertEqual(self.reasons(**c(15), exposure="never"), ["general"])

    def test_signs_skipped_none_and_drinking(self):
        self.assertEqual(self.reasons(signs=None), ["general"])
        self.assertEqual(self.reasons(signs=[]), ["general"])
        self.assertEqual(self.reasons(signs=["numb"]), ["general"])
        self.assertEqual(self.reasons(signs=["drinking"]), ["drinking"])


class Joins(unittest.TestCase):
    def test_distress_needs_both_clearly_above_and_tired(self):
        self.assertTrue(result(**b(40), **c(35), tired=(3, 2))["distress"])
        self.assertFalse(result(**b(40), **c(35), tired=(2, 2))["distress"])
        self.assertFalse(result(**b(40), **c(20), tired=(4, 4))["distress"])

    def test_cause(self):
        high_b, high_c, near_b, near_c = b(40), c(35), b(24), c(16)
        leads_b, leads_c = {**b(48), **c(30)}, {**b(36), **c(40)}
        no_lead = {**b(47), **c(40)}
        for cause, answers, word in (
            ("own_life", {}, "own_life"), ("own_life", high_b, "own_life"), ("none", high_b, None), (None, high_b, None),
            ("load", high_b, "agrees"), ("load", leads_b, "agrees"), ("load", leads_c, None), ("load", no_lead, None),
            ("load", high_c, "differs"), ("load", {**high_c, **near_b}, None), ("load", {**high_c, **b(23)}, "differs"),
            ("load", near_b, None), ("load", {}, None),
            ("suffering", high_c, "agrees"), ("suffering", leads_c, "agrees"), ("suffering", leads_b, None),
            ("suffering", high_b, "differs"), ("suffering", {**high_b, **near_c}, None),
            ("suffering", {**high_b, **c(15)}, "differs"), ("suffering", {**high_c, "exposure": "never"}, None),
            ("suffering", {**high_c, "exposure": None}, "agrees"),
            ("both", no_lead, "agrees"), ("both", leads_b, "agrees"), ("both", high_b, None),
        ):
            with self.subTest(cause=cause, answers=answers):
                self.assertEqual(result(cause=cause, **answers)["cause"], word)

    def test_nearly_alike_counts_options_of_core_items(self):
        def alike(same, other, bank=0):
            options = [1] * same + [3] * other
            options += [None] * (30 - len(options)) + [3] * bank
            return oracle.result(INSTRUMENT, {"items": options, "context": {}, "signs": None})["nearly_alike"]

        self.assertTrue(alike(27, 3))
        self.assertFalse(alike(26, 4))
        self.assertTrue(alike(18, 2))
        self.assertFalse(alike(17, 3))
        self.assertFalse(alike(19, 0))
        self.assertTrue(alike(27, 3, bank=12))

    def test_strongest_answers_come_from_what_stands_highest(self):
        core_b = {i for part in BURNOUT for i in PARTS[part][0]}
        core_c = {i for part in COMPASSION_FATIGUE for i in PARTS[part][0]}
        self.assertEqual(set(result(**b(36), **c(15))["strongest"]), core_b)
        self.assertEqual(set(result(**b(36), **c(30))["strongest"]), core_b | core_c)
        self.assertEqual(set(result(**b(24))["strongest"]), core_b)
        # 22 is ten answers at 2 and two at 1, which are not quoted
        self.assertEqual(set(result(**b(22))["strongest"]), core_b - {"felt_done_badly", "below_own_standard"})
        # alarm 9 of 12 is raised; distance 10 of 16 is worth watching, and waits behind it
        self.assertEqual(set(result(alarm=[4, 4, 1], distance=[3, 3, 2, 2])["strongest"]),
                         {"tense_after_suffering", "guilty_about_suffering"})
        self.assertEqual(set(result(distance=[3, 3, 3, 1])["strongest"]),
                         {"dread_at_thought", "saw_little_meaning", "felt_bitter"})

    def test_strongest_answers_hold_the_reversed_item_by_its_key(self):
        out = result(effectiveness=[4, 4, 1])
        self.assertEqual(set(out["strongest"]), {"managed_main_things", "felt_done_badly"})

    def test_strongest_answers_hold_the_bank_once_answered(self):
        out = result(alarm=[3, 3, 3, 3, 3])
        self.assertEqual(set(out["strongest"]), set(PARTS["alarm"][0] + PARTS["alarm"][1]))

    def test_tiredness_quotes_tired_answers_and_worn_out_the_rest_too(self):
        self.assertEqual(set(result(tired=(4, 1), rest=(4, 4))["strongest"]), {"sleepy_when_needed_awake"})
        self.assertEqual(set(result(tired=(4, 4), rest=(2, 2))["strongest"]), set(TIRED))
        self.assertEqual(set(result(tired=(4, 4), rest=(None, None))["strongest"]), set(TIRED))
        self.assertEqual(set(result(tired=(4, 4), rest=(0, 3))["strongest"]), set(TIRED) | {"rested_on_getting_up"})

    def test_other_ordinary_findings_quote_nothing(self):
        self.assertEqual(result(tired=(2, 2))["strongest"], [])
        self.assertEqual(result(tired=(2, 2), impact="much")["strongest"], [])
        self.assertEqual(result(distance=[2, 2, 2, 2])["strongest"], [])


class OneChanged(unittest.TestCase):
    def changed(self, **answers):
        return result(changed=True, **answers)["one_changed"]

    def test_nothing_moves_where_every_step_and_option_leads_to_the_same(self):
        # burnout stands well above its line and compassion fatigue at 0, so that neither exposure nor impact matters
        self.assertIsNone(self.changed(**b(40)))
        self.assertIsNone(self.changed(impact=None))

    def test_context_is_named_after_the_items(self):
        self.assertEqual(self.changed(), {"context": "impact"})
        # tired 3 of 8; one more is the middle word
        self.assertEqual(self.changed(tired=(1, 2)), {"item": "sleepy_when_needed_awake"})
        # rest 3 of 8; one more helps in part
        self.assertEqual(self.changed(rest=(1, 2)), {"item": "rested_on_getting_up"})

    def test_a_strain_at_its_margin_names_the_first_item_asked(self):
        # 27 is just above, 28 clearly
        self.assertEqual(self.changed(**b(27)), {"item": "exhausted_despite_rest"})

    def test_a_part_that_becomes_worth_watching_counts(self):
        # intrusion 9 of 16; 10 is 62.5
        self.assertEqual(self.changed(intrusion=[3, 2, 2, 2]), {"item": "saw_again_in_mind"})

    def test_a_lead_that_goes_counts(self):
        # 46 and 40: the lead needs 13.053, and 57.5 - 45.833 is 11.667
        self.assertEqual(self.changed(**b(46), **c(40)), {"item": "saw_again_in_mind"})

    def test_it_is_left_out_unless_asked_for(self):
        self.assertIsNone(result(tired=(1, 2))["one_changed"])


class NamedPatterns(unittest.TestCase):
    """The patterns that the first version got wrong."""

    def test_tired_and_rest_never_helps(self):
        out = result(tired=(4, 4), rest=(0, 0), duration="over_six_months", impact="very_much")
        self.assertEqual((out["finding"], out["raised"], out["watched"]), ("worn_out", [], []))
        self.assertEqual(out["professional"], ["impact", "rest"])
        self.assertTrue(out["impact_leads"])
        self.assertEqual(set(out["strongest"]), set(TIRED + REST))

    def test_sleeps_well_and_is_tired_sometimes(self):
        out = result(tired=(1, 2), rest=(4, 4))
        self.assertEqual((out["finding"], out["tired"]), ("none", "not_tired"))

    def test_all_exhaustion_at_the_top_and_everything_else_at_the_bottom(self):
        out = result(exhaustion=[4] * 5, rest=(0, 0), carries=(0, 0, 0, 0), duration="over_six_months")
        # 20 of 48 is 41.667
        self.assertEqual((out["burnout"]["band"], out["finding"], out["raised"]),
                         ("clearly_below", "raised_part", ["exhaustion"]))
        self.assertEqual(out["professional"], ["part_duration", "rest"])
        self.assertEqual(set(out["strongest"]), set(PARTS["exhaustion"][0]))

    def test_alarm_guilt_and_helplessness_at_the_top_and_little_rest(self):
        out = result(alarm=[4, 4, 4], rest=(0, 1))
        # 12 of 40 is 30
        self.assertEqual((out["compassion_fatigue"]["band"], out["finding"], out["raised"]),
                         ("clearly_below", "raised_part", ["alarm"]))
        self.assertEqual(set(out["strongest"]), set(PARTS["alarm"][0]))

    def test_everything_at_the_top_and_the_reversed_items_skipped(self):
        top = {part: [4] * len(PARTS[part][0]) for part in PARTS}
        out = result(**top, tired=(4, 4), changes={"managed_main_things": None}, carries=(4, 4, 4, 4))
        self.assertEqual((out["finding"], out["profile"], out["clear"]), ("both", "both", True))
        self.assertTrue(out["nearly_alike"])
        self.assertTrue(out["distress"])
        with_bank = {part: [4] * (len(PARTS[part][0]) + 2) for part in PARTS}
        out = result(**with_bank, changes={"managed_main_things": None, "trusted_myself": None})
        self.assertEqual((out["burnout"]["answered"], out["finding"]), (16, "both"))

    def test_off_sick_with_everything_about_the_role_never(self):
        for tired, rest, finding, leads in (((0, 0), (0, 0), "impact_alone", False), ((2, 2), (0, 0), "impact_alone", False),
                                            ((4, 4), (4, 4), "everyday_tiredness", True)):
            out = result(effectiveness=[4, 0, 0], carries=(0, 0, 0, 0), tired=tired, rest=rest, impact="very_much")
            self.assertEqual((out["finding"], out["impact_leads"]), (finding, leads))
            self.assertIn("impact", out["professional"])

    def test_a_content_volunteer_is_quoted_no_sign(self):
        out = result(carries=(4, 4, 4, 4), effectiveness=[0, 1, 2])
        self.assertEqual((out["finding"], out["strongest"]), ("none", []))

    def test_compassion_fatigue_at_the_top_would_move_with_exposure(self):
        out = result(changed=True, **c(40))
        self.assertEqual((out["finding"], out["one_changed"]), ("compassion_fatigue", {"context": "exposure"}))
        self.assertEqual(result(**c(40), exposure="never")["finding"], "strain_without_exposure")

    def test_both_a_little_above_their_lines_for_long_suggests_a_professional(self):
        # 27 of 48 is 56.25, 17 of 40 is 42.5
        out = result(**b(27), **c(17), duration="over_six_months")
        self.assertEqual((out["finding"], out["professional"]), ("both_near", ["duration"]))


class Invariants(unittest.TestCase):
    """Held on people drawn at random, the same ones each time."""

    def setUp(self):
        draw = random.Random(20)
        self.people = []
        for _ in range(150):
            levels = [draw.uniform(0, 4) for _ in range(5)]
            skip = draw.choice((0, 0, 0.1, 0.4))
            options = [min(4, max(0, round(draw.gauss(levels[i % 5], 0.9)))) for i in range(len(ASKED + BANK))]
            options = [None if draw.random() < (0.6 if i >= 30 else skip) else o for i, o in enumerate(options)]
            context = {question: draw.choice([None, *options]) for question, options in CONTEXT.items()}
            self.people.append((INSTRUMENT.keyed(options), oracle.read_context(INSTRUMENT, context)))

    def steps(self, keyed):
        for i, value in enumerate(keyed):
            for other in (value - 1, value + 1) if value is not None else ():
                if 0 <= other <= 4:
                    yield i, other > value, keyed[:i] + [other] + keyed[i + 1:]

    @staticmethod
    def told(finding):
        if finding.id in oracle.BOTH.values():
            return "both", ()
        if finding.id in ("none", "none_rest_does_not_help"):
            return "none", ()
        return finding.id, tuple(finding.raised) if finding.id == "raised_part" else ()

    def test_no_step_leads_from_one_clear_finding_to_another(self):
        for keyed, said in self.people:
            before = oracle.find(INSTRUMENT, keyed, said)
            if oracle.is_clear(before):
                for _, _, changed in self.steps(keyed):
                    after = oracle.find(INSTRUMENT, changed, said)
                    self.assertTrue(not oracle.is_clear(after) or self.told(after) == self.told(before))

    def test_a_higher_answer_never_lowers_a_band(self):
        order = ["clearly_below", "just_below", "just_above", "clearly_above"]
        for keyed, _ in self.people:
            for strain in (INSTRUMENT.burnout, INSTRUMENT.compassion_fatigue):
                before = strain.verdict(keyed)
                for i, up, changed in self.steps(keyed):
                    after = strain.verdict(changed)
                    if up and i in strain.items and "open" not in (before.band, after.band):
                        self.assertGreaterEqual(order.index(after.band), order.index(before.band))
                        self.assertGreater(after.score, before.score)


class Running(unittest.TestCase):
    def run_lines(self, *flags):
        with tempfile.NamedTemporaryFile("w", suffix=".json") as instrument:
            json.dump(file(), instrument)
            instrument.flush()
            lines = json.dumps(person(tired=(1, 2))) + "\n\n" + json.dumps(person(**b(36))) + "\n"
            done = subprocess.run([sys.executable, oracle.__file__, instrument.name, *flags], input=lines, text=True,
                                  capture_output=True, check=True)
        return [json.loads(line) for line in done.stdout.splitlines()], done.stderr

    def test_a_line_in_is_a_line_out(self):
        out, complaints = self.run_lines()
        self.assertEqual(([o["finding"] for o in out], complaints), (["none", "burnout"], ""))
        self.assertEqual([o["one_changed"] for o in out], [None, None])

    def test_one_changed_answer_is_searched_on_request(self):
        self.assertEqual(self.run_lines("--changed")[0][0]["one_changed"], {"item": "sleepy_when_needed_awake"})

    def test_answers_that_do_not_fit_are_refused(self):
        for items in ([5], [-1], [0] * 43):
            with self.assertRaises(ValueError):
                oracle.result(INSTRUMENT, {"items": items, "context": {}, "signs": None})


class TheFile(unittest.TestCase):
    """The instrument file is the one that the wording document lists."""

    def setUp(self):
        with open(SHIPPED, encoding="utf-8") as text:
            self.file = json.load(text)
        self.instrument = oracle.Instrument(self.file)

    def names(self, places):
        return {self.instrument.items[i] for i in places}

    def test_its_figures_are_those_of_the_rule(self):
        self.assertEqual(self.instrument.differences, [])

    def test_its_items_are_asked_in_the_order_of_the_document(self):
        self.assertEqual([self.instrument.items[i] for i in self.instrument.asked][:30], ASKED)
        self.assertEqual(self.names(self.instrument.bank), set(BANK))
        self.assertEqual(self.names(i for i, r in enumerate(self.instrument.reversed) if r), set(REVERSED))

    def test_its_parts_hold_the_items_of_the_document(self):
        for strain in (self.instrument.burnout, self.instrument.compassion_fatigue):
            for part in strain.parts:
                self.assertEqual((self.names(part.core), self.names(part.bank)), tuple(map(set, PARTS[part.id])))
        self.assertEqual((self.names(self.instrument.tired), self.names(self.instrument.rest)), (set(TIRED), set(REST)))

    def test_its_context_means_what_the_rule_needs(self):
        self.assertEqual(dict(self.instrument.context), CONTEXT)
        self.assertEqual(self.instrument.signs["drinking"], "drinking")

    def test_its_own_examples_have_their_scores(self):
        for example in self.file.get("tests", []):
            out = oracle.result(self.instrument, {"items": example["answers"], "context": {}, "signs": None})
            for strain in ("burnout", "compassion_fatigue"):
                score, expected = out[strain]["score"], example["scores"][strain]
                self.assertTrue(score == expected or abs(score - expected) < 0.006, (example, score))


if __name__ == "__main__":
    unittest.main()
