//! What 20,000 sets of answers come to: a change of the rule shows here, also where no other test looks.

use std::collections::BTreeMap;
use std::fmt::Write;

use burnout_screener::instrument::Instrument;
use burnout_screener::profile::{
    agreement, classify, is_distress, more_needed, offers, professional, strongest_answers,
};
use burnout_screener::response::Responses;
use expect_test::expect_file;

use crate::built_in;

const SETS: usize = 20_000;

/// A linear congruential generator: the same numbers on every machine.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, most: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
}

/// Each scale around a level of its own, with anything left out, with the bank and without it.
fn person(instrument: &Instrument, numbers: &mut Numbers) -> Responses {
    let mut responses = Responses::new(instrument);
    let left_out = [0, 0, 5, 20, 50, 90][numbers.below(6) as usize];
    let bank = numbers.below(3) == 0;
    for scale in instrument.scales() {
        let level = numbers.below(5);
        for facet in &scale.facets {
            let level = if numbers.below(4) == 0 { numbers.below(5) } else { level };
            for &item in &facet.items {
                let keyed = (level + numbers.below(3)).clamp(1, 5) - 1;
                if numbers.below(100) < left_out || instrument.items()[item].bank && !bank {
                    continue;
                }
                let option = u8::try_from(keyed).unwrap();
                let reversed = instrument.keyed(item, 0) != Some(0);
                let option = if reversed { 4 - option } else { option };
                responses.set_item(instrument, item, Some(option));
            }
        }
    }
    for (question, asked) in instrument.context().iter().enumerate() {
        let option = numbers.below(asked.options.len() as u64 + 1);
        responses.set_context(instrument, question, u8::try_from(option).ok());
    }
    let signs: Vec<usize> =
        (0..instrument.signs().len()).filter(|_| numbers.below(6) == 0).collect();
    if numbers.below(3) > 0 {
        responses.set_signs(instrument, Some(&signs));
    }
    responses
}

#[test]
fn twenty_thousand_sets_of_answers_come_to_what_they_came_to() {
    let instrument = built_in();
    let profiled = instrument.profiled().unwrap();
    let mut numbers = Numbers(20_261_126);
    let mut findings: BTreeMap<&str, usize> = BTreeMap::new();
    let mut lines = String::new();
    let mut digest = 0xcbf2_9ce4_8422_2325_u64;
    for set in 1..=SETS {
        let responses = person(instrument, &mut numbers);
        let found = classify(profiled, &responses);
        *findings.entry(found.finding.name()).or_default() += 1;
        let all = format!(
            "{:?} {:?} {:?} {:?} {:?} {:?} {:?} {} {:?} {:?} {:?} {} {:?}",
            (found.burnout, found.compassion_fatigue),
            (found.tired, found.rest, found.exposure, found.impact),
            (found.raised, found.watched),
            found.finding,
            found.lead,
            found.profile(),
            found.possible().collect::<Vec<_>>(),
            found.is_clear(),
            strongest_answers(profiled, &responses, &found, 3),
            offers(profiled, &responses),
            professional(profiled, &responses, &found),
            more_needed(profiled, &responses),
            (is_distress(&found), agreement(profiled, &responses, &found)),
        );
        for byte in all.bytes() {
            digest = (digest ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
        if set % 1_000 == 0 {
            writeln!(lines, "{set} {digest:016x}").unwrap();
        }
    }
    for (finding, count) in findings {
        writeln!(lines, "{finding} {count}").unwrap();
    }
    expect_file!["../golden/results.txt"].assert_eq(&lines);
}

#[test]
fn classifying_takes_no_memory() {
    let profiled = built_in().profiled().unwrap();
    let mut numbers = Numbers(7);
    for _ in 0..100 {
        let responses = person(built_in(), &mut numbers);
        let used = allocation_counter::measure(|| {
            std::hint::black_box(classify(profiled, &responses));
        });
        assert_eq!(used.count_total, 0);
    }
}
