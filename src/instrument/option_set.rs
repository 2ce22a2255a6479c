//! The answers that an item offers, and what they are worth.

/// One answer that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResponseOption {
    /// Names the option in texts and exports.
    pub id: String,
    /// Its value in the score, −1000 to 1000.
    pub value: i16,
}

/// The answers that some items offer, in the order in which they are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OptionSet {
    /// Names the set in the instrument's file.
    pub id: String,
    /// 2–11 options whose values rise or fall from the first to the last.
    pub options: Vec<ResponseOption>,
}

impl OptionSet {
    /// The lowest and the highest value.
    #[must_use]
    pub fn span(&self) -> (i16, i16) {
        match (self.options.first(), self.options.last()) {
            (Some(one), Some(other)) => (one.value.min(other.value), one.value.max(other.value)),
            _ => (0, 0),
        }
    }

    /// The distance between the lowest and the highest value, at least 1.
    #[must_use]
    pub fn range(&self) -> u32 {
        let (low, high) = self.span();
        u32::from(high.abs_diff(low)).max(1)
    }

    /// The largest distance between two neighbouring options, at least 1.
    #[must_use]
    pub fn widest_step(&self) -> u32 {
        self.options.windows(2).fold(1, |widest, pair| match pair {
            [one, next] => widest.max(u32::from(one.value.abs_diff(next.value))),
            _ => widest,
        })
    }
}
