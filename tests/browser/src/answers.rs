//! What a person would answer, said in words: "burnout items high, the rest low".

use std::collections::HashMap;

use anyhow::{Context, Result};

use crate::texts::{Known, Texts};

/// The highest option of an item.
const TOP: u8 = 4;

/// Answers to whatever may be asked; what is not mentioned is left out.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    role: Option<usize>,
    context: HashMap<&'static str, &'static str>,
    scales: HashMap<&'static str, u8>,
    items: HashMap<String, Option<u8>>,
}

impl Answers {
    /// None at all.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// Every item by the strain it shows, 0 to 4, for burnout, compassion fatigue and tiredness; all else filled in
    /// as by someone at work who often meets suffering, whom rest helps and much carries.
    #[must_use]
    pub fn strain(burnout: u8, compassion_fatigue: u8, tiredness: u8) -> Self {
        Self::default()
            .work()
            .context("exposure", "often")
            .context("cause", "load")
            .context("duration", "under_two_weeks")
            .context("impact", "none")
            .scale("burnout", burnout)
            .scale("compassion_fatigue", compassion_fatigue)
            .scale("tired", tiredness)
            .scale("recovery", TOP)
            .scale("carries", TOP)
    }

    /// Somebody for each kind of result, with its name.
    #[must_use]
    pub fn of_every_outcome() -> [(&'static str, Self); 8] {
        let heavy = |answers: Self| {
            answers.context("impact", "very_much").context("duration", "over_six_months")
        };
        [
            ("none", Self::strain(0, 0, 1)),
            ("tired", Self::strain(1, 0, 4)),
            ("burnout", Self::strain(3, 0, 1)),
            ("compassion fatigue", Self::strain(0, 4, 1).context("cause", "suffering")),
            ("both, caring", heavy(Self::strain(4, 4, 4).caring())),
            ("near the line", Self::strain(2, 2, 2)),
            ("unexposed", Self::strain(4, 4, 1).context("exposure", "never")),
            ("not enough", Self::none()),
        ]
    }

    /// As someone who helps at work.
    #[must_use]
    pub fn work(mut self) -> Self {
        self.role = Some(0);
        self
    }

    /// As someone who cares for a person close to them.
    #[must_use]
    pub fn caring(mut self) -> Self {
        self.role = Some(1);
        self
    }

    /// One question about the situation.
    #[must_use]
    pub fn context(mut self, question: &'static str, option: &'static str) -> Self {
        self.context.insert(question, option);
        self
    }

    /// Every item of a scale, by the strain it shows.
    #[must_use]
    pub fn scale(mut self, scale: &'static str, strain: u8) -> Self {
        self.scales.insert(scale, strain);
        self
    }

    /// One item, by the strain it shows.
    #[must_use]
    pub fn item(mut self, id: &str, strain: u8) -> Self {
        self.items.insert(id.to_owned(), Some(strain));
        self
    }

    /// Leaves one item out.
    #[must_use]
    pub fn skip(mut self, id: &str) -> Self {
        self.items.insert(id.to_owned(), None);
        self
    }

    /// The place of the option that answers a question, if it is answered.
    pub fn to(&self, texts: &Texts, asked: &str) -> Result<Option<usize>> {
        Ok(match texts.recognise(asked)? {
            Known::Role => self.role,
            Known::Context(id, options) => match self.context.get(id.as_str()) {
                None => None,
                Some(option) => Some(
                    options
                        .iter()
                        .position(|known| known == option)
                        .with_context(|| format!("{id} has no option {option}"))?,
                ),
            },
            Known::Item(item) => {
                let of_scale = self.scales.get(item.scale.as_str()).copied();
                let strain = self.items.get(&item.id).copied().unwrap_or(of_scale);
                let option = strain.map(|strain| if item.reversed { TOP - strain } else { strain });
                option.map(usize::from)
            }
        })
    }
}
