//! The host's colour, moved towards black or white until text in it can be read.

/// The contrast that text needs is 4.5 (WCAG 2.2, 1.4.3); the rest is for surfaces tinted with it.
const LEGIBLE: f64 = 5.0;

/// The less favourable of the widget's surfaces (`--paper` and `--raised` in `www/style/theme.css`).
const LIGHT_SURFACE: [u8; 3] = [0xf7, 0xf2, 0xea];
const DARK_SURFACE: [u8; 3] = [0x28, 0x24, 0x1f];

/// A colour for light and one for dark surfaces, each as `#rrggbb`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accent {
    /// At least 5 : 1 on the light surfaces.
    pub light: String,
    /// At least 5 : 1 on the dark surfaces.
    pub dark: String,
}

impl Accent {
    /// Takes `#rgb` or `#rrggbb`, in capitals or not; anything else gives `None`.
    #[must_use]
    pub fn new(colour: &str) -> Option<Self> {
        let colour = parse(colour)?;
        Some(Self {
            light: legible(colour, LIGHT_SURFACE, 0x00),
            dark: legible(colour, DARK_SURFACE, 0xff),
        })
    }
}

fn parse(colour: &str) -> Option<[u8; 3]> {
    let digits = colour.strip_prefix('#')?;
    if !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
        return None;
    }
    let value = u32::from_str_radix(digits, 16).ok()?;
    let [_, red, green, blue] = value.to_be_bytes();
    match digits.len() {
        6 => Some([red, green, blue]),
        3 => Some([green & 0x0f, blue >> 4, blue & 0x0f].map(|half| half * 0x11)),
        _ => None,
    }
}

fn legible(colour: [u8; 3], surface: [u8; 3], pole: u8) -> String {
    let mixed = |hundredths: u32| {
        colour.map(|channel| {
            let sum = u32::from(channel) * (100 - hundredths) + u32::from(pole) * hundredths;
            u8::try_from(sum / 100).unwrap_or(pole)
        })
    };
    let colour = (0..=100)
        .map(mixed)
        .find(|candidate| contrast(*candidate, surface) >= LEGIBLE)
        .unwrap_or([pole; 3]);
    let digit = |digit: u8| char::from_digit(digit.into(), 16);
    let digits = colour.into_iter().flat_map(|channel| [channel >> 4, channel & 0x0f]);
    std::iter::once('#').chain(digits.filter_map(digit)).collect()
}

fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// A share above 0 to the power of 2.4: its square times the fifth root of that. The power of any number takes
/// 2 KB.
fn curve(share: f64) -> f64 {
    let square = share * share;
    let mut root = 1.0;
    for _ in 0..32 {
        root -= (root - square / (root * root * root * root)) / 5.0;
    }
    square * root
}

/// Relative luminance, with 2.4 taken as the exact exponent of sRGB's curve.
fn luminance(colour: [u8; 3]) -> f64 {
    let [red, green, blue] = colour.map(|channel| {
        let share = f64::from(channel) / 255.0;
        if share <= 0.040_45 { share / 12.92 } else { curve((share + 0.055) / 1.055) }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
