//! The plots of the report, as plain SVG on a white ground so that they read on any page.

use std::fmt::Write;

use super::condition::{CORRELATION, Condition};
use super::grid::CORRELATIONS;
use super::measure::{Measures, NEAR, OPEN, PROFILES};
use super::report::label;

const WIDTH: f64 = 760.0;
const LEFT: f64 = 250.0;
const RIGHT: f64 = 20.0;
const TOP: f64 = 46.0;
const ROW: f64 = 22.0;
/// Told apart by people with any kind of colour vision (Okabe and Ito), and by their marks.
const COLOURS: [&str; 5] = ["#0072b2", "#d55e00", "#009e73", "#999999", "#cc79a7"];

/// Every plot with its name.
pub(super) fn all(found: &[(Condition, Measures)]) -> Vec<(&'static str, String)> {
    vec![("grid", grid(found)), ("correlation", correlation(found)), ("profiles", profiles(found))]
}

struct Drawing {
    body: String,
    height: f64,
}

impl Drawing {
    fn new(title: &str, height: f64) -> Self {
        let body = format!(
            "<title>{title}</title>\n<rect width=\"{WIDTH}\" height=\"{height}\" fill=\"#fff\"/>\n"
        );
        Self { body, height }
    }

    fn finish(self) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {}\" font-family=\"sans-serif\" font-size=\"12\">\n{}</svg>\n",
            self.height, self.body
        )
    }

    fn push(&mut self, element: std::fmt::Arguments<'_>) {
        // Writing into a string cannot fail.
        let _ = self.body.write_fmt(element);
        self.body.push('\n');
    }

    fn text(&mut self, x: f64, y: f64, anchor: &str, text: &str) {
        self.push(format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\">{text}</text>"
        ));
    }

    fn line(&mut self, from: (f64, f64), to: (f64, f64), colour: &str, dashes: &str) {
        self.push(format_args!(
            "<line x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\" stroke=\"{colour}\" stroke-dasharray=\"{dashes}\"/>",
            from.0, from.1, to.0, to.1
        ));
    }

    /// A mark of its own for each series, so that no meaning rests on colour alone.
    fn mark(&mut self, series: usize, x: f64, y: f64) {
        if !x.is_finite() || !y.is_finite() {
            return;
        }
        let colour = colour(series);
        match series {
            0 => self.push(format_args!("<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4.5\" fill=\"{colour}\"/>")),
            1 => self.push(format_args!(
                "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"4\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"2\"/>"
            )),
            2 => self.push(format_args!(
                "<rect x=\"{:.1}\" y=\"{:.1}\" width=\"8\" height=\"8\" fill=\"{colour}\"/>",
                x - 4.0,
                y - 4.0
            )),
            _ => self.push(format_args!(
                "<path d=\"M{:.1} {:.1}l8 8m0 -8l-8 8\" stroke=\"{colour}\" stroke-width=\"2\"/>",
                x - 4.0,
                y - 4.0
            )),
        }
    }

    /// A bar of shares, with its figure where there is room.
    fn bar(&mut self, (from, share): (f64, f64), y: f64, series: usize) {
        self.push(format_args!(
            "<rect x=\"{:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"24\" fill=\"{}\"/>",
            across(from),
            across(from + share) - across(from),
            colour(series)
        ));
        if share > 0.06 {
            self.push(format_args!(
                "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\" fill=\"#fff\">{:.0} %</text>",
                across(from + share / 2.0),
                y + 16.5,
                share * 100.0
            ));
        }
    }

    fn legend(&mut self, names: &[&str]) {
        let mut x = 16.0;
        for (series, name) in names.iter().enumerate() {
            self.mark(series, x, 18.0);
            self.text(x + 9.0, 22.0, "start", name);
            x += 30.0 + 6.6 * name.len() as f64;
        }
    }

    /// The scale of shares along the top, with its lines down to the bottom.
    fn shares(&mut self) {
        for tenth in (0..=10).step_by(2) {
            let x = across(f64::from(tenth) / 10.0);
            self.line((x, TOP), (x, self.height - 8.0), "#ddd", "0");
            self.text(x, TOP - 4.0, "middle", &format!("{} %", tenth * 10));
        }
    }
}

fn colour(series: usize) -> &'static str {
    COLOURS.get(series).copied().unwrap_or("#000000")
}

fn across(share: f64) -> f64 {
    LEFT + share * (WIDTH - LEFT - RIGHT)
}

fn grid(found: &[(Condition, Measures)]) -> String {
    let height = TOP + ROW * (found.len() as f64 + 0.5);
    let mut drawing = Drawing::new(
        "How often it is right, and of how many it is said, under every condition",
        height,
    );
    drawing.legend(&[
        "both strains: right",
        "both strains: clear",
        "named lead: right",
        "two plain cuts: right",
    ]);
    drawing.shares();
    for (share, series) in [(0.93, 0), (0.75, 1)] {
        let x = across(share);
        drawing.line((x, TOP), (x, height - 8.0), colour(series), "5 4");
    }
    for (row, (condition, measures)) in found.iter().enumerate() {
        let y = TOP + ROW * (row as f64 + 0.7);
        drawing.text(LEFT - 10.0, y + 4.0, "end", &condition.name);
        let shares = [
            measures.accuracy(),
            measures.coverage(),
            measures.lead_right,
            measures.plain_accuracy(),
        ];
        for (series, share) in shares.into_iter().enumerate() {
            drawing.mark(series, across(share.value()), y);
        }
    }
    drawing.finish()
}

fn correlation(found: &[(Condition, Measures)]) -> String {
    const HEIGHT: f64 = 340.0;
    const BOTTOM: f64 = HEIGHT - 40.0;
    const FROM: f64 = 60.0;
    let names = [
        "both strains: right",
        "both strains: clear",
        "named lead: right",
        "reliability of the difference",
    ];
    let mut drawing =
        Drawing::new("What a higher latent correlation of the two strains costs", HEIGHT);
    drawing.legend(&names);
    let lowest = CORRELATIONS.iter().copied().fold(CORRELATION, f64::min);
    let highest = CORRELATIONS.iter().copied().fold(CORRELATION, f64::max);
    let x = |correlation: f64| {
        FROM + (correlation - lowest) / (highest - lowest) * (WIDTH - FROM - 40.0)
    };
    let y = |share: f64| BOTTOM - (share - 0.4) / 0.6 * (BOTTOM - TOP);
    for tenth in 4..=10 {
        let share = f64::from(tenth) / 10.0;
        drawing.line((FROM, y(share)), (WIDTH - 40.0, y(share)), "#ddd", "0");
        drawing.text(FROM - 8.0, y(share) + 4.0, "end", &format!("{share:.1}"));
    }
    let mut points: Vec<(f64, [f64; 4])> = found
        .iter()
        .filter(|(condition, _)| {
            condition.name.starts_with("Correlation") || *condition == Condition::hard()
        })
        .map(|(condition, measures)| {
            let figures = [
                measures.accuracy().value(),
                measures.coverage().value(),
                measures.lead_right.value(),
                measures.difference.correlation(),
            ];
            (condition.correlation, figures)
        })
        .collect();
    points.sort_by(|(one, _), (other, _)| one.total_cmp(other));
    for (correlation, figures) in &points {
        let note = if (correlation - CORRELATION).abs() < 1e-9 { " (hard base)" } else { "" };
        drawing.text(x(*correlation), BOTTOM + 18.0, "middle", &format!("{correlation:.2}{note}"));
        for (series, figure) in figures.iter().enumerate() {
            drawing.mark(series, x(*correlation), y(*figure));
        }
    }
    for pair in points.windows(2) {
        if let [(from, before), (to, after)] = pair {
            for (series, (one, other)) in before.iter().zip(after).enumerate() {
                drawing.line((x(*from), y(*one)), (x(*to), y(*other)), colour(series), "0");
            }
        }
    }
    drawing.text(
        WIDTH / 2.0,
        HEIGHT - 6.0,
        "middle",
        "latent correlation of burnout and compassion fatigue",
    );
    drawing.finish()
}

fn profiles(found: &[(Condition, Measures)]) -> String {
    let bases = found.iter().take(2);
    let rows = bases.flat_map(|base| (0..PROFILES).map(move |profile| (base, profile)));
    let height = TOP + 34.0 * (2 * PROFILES) as f64 + 12.0;
    let mut drawing = Drawing::new("What people of each true profile are told", height);
    drawing.legend(&["clear and right", "clear and wrong", "near a line", "open"]);
    drawing.shares();
    for (row, ((condition, measures), profile)) in rows.enumerate() {
        let y = TOP + 34.0 * row as f64 + 8.0;
        let all = measures.told.row(profile) as f64;
        let cohort = condition.name.to_lowercase();
        drawing.text(LEFT - 10.0, y + 17.0, "end", &format!("{}, {cohort}", label(profile)));
        let at = |column| measures.told.at(profile, column);
        let parts = [
            (0, at(profile)),
            (2, at(NEAR)),
            (3, at(OPEN)),
            (1, measures.told_another(profile).is),
        ];
        let mut from = 0.0;
        for (series, people) in parts {
            let share = people as f64 / all;
            drawing.bar((from, share), y, series);
            from += share;
        }
    }
    drawing.finish()
}
