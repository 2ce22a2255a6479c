//! Figures as text. The formatting of floating-point numbers of the standard library would cost what is
//! served 10 KB.

/// A figure with two decimals at the most, and no more than it needs: `2.54`, `12.5`, `-3`.
///
/// ```
/// assert_eq!(burnout_screener::figure::figure(2.5417), "2.54");
/// assert_eq!(burnout_screener::figure::figure(-0.5), "-0.5");
/// assert_eq!(burnout_screener::figure::figure(30.0), "30");
/// ```
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "the value is kept within what fits")]
pub fn figure(value: f64) -> String {
    let hundredths = (value.clamp(-1e12, 1e12) * 100.0).round() as i64;
    let (whole, rest) = (hundredths.abs() / 100, hundredths.abs() % 100);
    let mut text = whole.to_string();
    if hundredths < 0 {
        text.insert(0, '-');
    }
    if rest > 0 {
        text.push('.');
        text.push_str(&(rest / 10).to_string());
        if rest % 10 > 0 {
            text.push_str(&(rest % 10).to_string());
        }
    }
    text
}
