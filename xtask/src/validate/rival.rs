//! What plainer rules make of the same answers: one cut on the total, and one cut on each scale.

use burnout_screener::instrument::{Construct, Profiled};
use burnout_screener::profile::Profile;
use burnout_screener::response::Responses;

use super::model::STEPS;

/// What an answer can add to its scale.
const RANGE: u32 = STEPS as u32;

/// The sum of what is answered on one scale, and how far one answer can move it.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    sum: u32,
    answered: u32,
    can_rise: bool,
    can_fall: bool,
}

/// One person's answers as the plain rules see them.
pub(super) struct Plain {
    sums: [Sum; 3],
    lines: [f64; 3],
    exposed: bool,
}

impl Plain {
    pub(super) fn new(profiled: Profiled<'_>, responses: &Responses, exposed: bool) -> Self {
        let instrument = profiled.instrument();
        let sums = Construct::ALL.map(|construct| {
            let mut total = Sum::default();
            for item in profiled.scale(construct).items() {
                let keyed = responses.item(item).and_then(|option| instrument.keyed(item, option));
                if let Some(keyed) = keyed {
                    total.sum += keyed;
                    total.answered += 1;
                    total.can_rise |= keyed < RANGE;
                    total.can_fall |= keyed > 0;
                }
            }
            total
        });
        let lines = Construct::ALL.map(|construct| profiled.line(construct));
        Self { sums, lines, exposed }
    }

    /// One cut on each scale, no band: always one of the profiles.
    pub(super) fn profile(&self) -> Profile {
        profile(self.sums, self.lines, self.exposed)
    }

    /// Whether one step of one answer gives another profile.
    pub(super) fn one_answer_changes(&self) -> bool {
        let now = self.profile();
        (0..self.sums.len()).any(|place| {
            [true, false].into_iter().any(|rise| {
                let mut sums = self.sums;
                let Some(sum) = sums.get_mut(place) else {
                    return false;
                };
                match (rise, sum.can_rise, sum.can_fall) {
                    (true, true, _) => sum.sum += 1,
                    (false, _, true) => sum.sum -= 1,
                    _ => return false,
                }
                profile(sums, self.lines, self.exposed) != now
            })
        })
    }

    /// Which strain lies further above its line by the scores alone.
    pub(super) fn lead(&self) -> Construct {
        let [b, c, _] = self.distances();
        if b >= c { Construct::Burnout } else { Construct::CompassionFatigue }
    }

    /// One cut on the mean of all items of both strains, at the mean of their lines.
    pub(super) fn total_is_high(&self) -> bool {
        let [b, c, _] = self.sums;
        let [line_b, line_c, _] = self.lines;
        let answered = f64::from(b.answered + c.answered);
        let line = (line_b * f64::from(b.answered) + line_c * f64::from(c.answered)) / answered;
        100.0 * f64::from(b.sum + c.sum) / (f64::from(RANGE) * answered) >= line
    }

    fn distances(&self) -> [f64; 3] {
        distances(self.sums, self.lines)
    }
}

/// How far each score lies above its line; far below where nothing is answered.
fn distances(sums: [Sum; 3], lines: [f64; 3]) -> [f64; 3] {
    let mut lines = lines.into_iter();
    sums.map(|sum| {
        let line = lines.next().unwrap_or_default();
        if sum.answered == 0 {
            return -line;
        }
        100.0 * f64::from(sum.sum) / f64::from(RANGE * sum.answered) - line
    })
}

fn profile(sums: [Sum; 3], lines: [f64; 3], exposed: bool) -> Profile {
    let [b, c, f] = distances(sums, lines).map(|distance| distance >= 0.0);
    named(b, c, f, exposed)
}

/// The profile of a person who is truly, or is taken to be, on these sides of the lines.
pub(super) fn named(burnout: bool, compassion: bool, tired: bool, exposed: bool) -> Profile {
    match (burnout, compassion) {
        (_, true) if !exposed => Profile::StrainWithoutExposure,
        (true, true) => Profile::Both,
        (true, false) => Profile::Burnout,
        (false, true) => Profile::CompassionFatigue,
        (false, false) if tired => Profile::Tiredness,
        (false, false) => Profile::NoStrain,
    }
}
