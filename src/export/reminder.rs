//! A day in the calendar to check again, which says nothing of what was checked.

use crate::history::Date;

/// After how many days.
const DAYS: u16 = 28;

/// A whole day, four weeks from `today`, under a title that tells nothing.
#[must_use]
pub fn reminder(today: &Date, title: &str) -> String {
    let plain = |date: &Date| date.as_str().replace('-', "");
    let (today, then) = (plain(today), plain(&today.later(DAYS)));
    let lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//note//EN",
        "BEGIN:VEVENT",
        &["UID:note-", &today, "@localhost"].concat(),
        &["DTSTAMP:", &today, "T000000Z"].concat(),
        &["DTSTART;VALUE=DATE:", &then].concat(),
        &["SUMMARY:", title].concat(),
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ];
    lines.join("\r\n")
}
