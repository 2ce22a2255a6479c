//! What plainer rules make of the same answers: one cut on the total, and one cut on each scale.

use burnout_screener::response::Responses;

use super::model::{LINES, Model, STEPS};

/// The scores of the two strains by the answers of the core, 0–100; far below where nothing is answered.
pub(super) fn scores(model: &Model, responses: &Responses) -> [f64; 2] {
    let (mut sums, mut answered) = ([0_u32; 2], [0_u32; 2]);
    for (place, item) in model.items.iter().enumerate() {
        let slot = sums.get_mut(item.dimension).zip(answered.get_mut(item.dimension));
        if let (Some((sum, of)), Some(option)) = (slot, responses.item(place))
            && !item.bank
        {
            *sum += u32::from(item.option(option));
            *of += 1;
        }
    }
    let mut answered = answered.into_iter();
    sums.map(|sum| match answered.next() {
        None | Some(0) => 0.0,
        Some(of) => 100.0 * f64::from(sum) / (STEPS as f64 * f64::from(of)),
    })
}

/// How far each score lies above its line.
pub(super) fn distances([burnout, compassion_fatigue]: [f64; 2]) -> [f64; 2] {
    let [line_b, line_c, ..] = LINES;
    [burnout - line_b, compassion_fatigue - line_c]
}

/// One cut on each scale, no band: always one of the profiles.
pub(super) fn sides(scores: [f64; 2]) -> [bool; 2] {
    distances(scores).map(|distance| distance >= 0.0)
}

/// One cut on the mean of both scales, at the mean of their lines.
pub(super) fn total_is_high(scores: [f64; 2]) -> bool {
    distances(scores).into_iter().sum::<f64>() >= 0.0
}
