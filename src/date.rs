//! A day of the calendar.

/// A day. The core has no clock: whoever calls it brings the day.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date(String);

impl Date {
    /// Takes `YYYY-MM-DD`; `None` when it is something else or there is no such day.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let mut parts = [0_u32; 3];
        let mut part = 0;
        for (place, byte) in text.bytes().enumerate() {
            match (place, byte) {
                (4 | 7, b'-') => part += 1,
                (0..=3 | 5 | 6 | 8 | 9, b'0'..=b'9') => {
                    let number = parts.get_mut(part)?;
                    *number = *number * 10 + u32::from(byte - b'0');
                }
                _ => return None,
            }
        }
        let [year, month, day] = parts;
        let exists =
            year > 0 && (1..=12).contains(&month) && (1..=days(year, month)).contains(&day);
        (text.len() == 10 && exists).then(|| Self(text.to_owned()))
    }

    /// The day that comes so many days later.
    #[must_use]
    pub fn later(&self, by: u16) -> Self {
        let [mut year, mut month, day] = self.parts();
        let mut day = day.saturating_add(by.into());
        while day > days(year, month) {
            day -= days(year, month);
            (year, month) =
                if month < 12 { (year, month + 1) } else { (year.saturating_add(1), 1) };
        }
        Self(format!("{year:04}-{month:02}-{day:02}"))
    }

    /// Year, month and day of the month.
    #[must_use]
    pub fn parts(&self) -> [u32; 3] {
        let mut parts = self.0.split('-').map(|part| part.parse().unwrap_or(1));
        [(); 3].map(|()| parts.next().unwrap_or(1))
    }

    /// The day as `YYYY-MM-DD`.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn days(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
