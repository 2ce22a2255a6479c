//! The plots of the report, as plain SVG on a white ground so that they read on any page.

use std::fmt::Write;

use burnout_screener::profile::Profile;

use super::condition::{CORRELATION, CORRELATIONS, Condition};
use super::measure::{Measures, NOT_ENOUGH, place};
use super::report::label;

const WIDTH: f64 = 760.0;
const LEFT: f64 = 230.0;
const RIGHT: f64 = 20.0;
const TOP: f64 = 46.0;
const ROW: f64 = 22.0;
/// Told apart by people with any kind of colour vision (Okabe and Ito), and by their marks.
const COLOURS: [&str; 5] = ["#0072b2", "#d55e00", "#009e73", "#999999", "#cc79a7"];

/// Every plot with its name.
pub(super) fn all(found: &[(Condition, Measures)]) -> Vec<(&'static str, String)> {
    let mut plots = vec![("grid", grid(found)), ("correlation", correlation(found))];
    if let Some((_, base)) = found.first() {
        plots.push(("profiles", profiles(base)));
    }
    plots
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
    let mut drawing = Drawing::new("Accuracy and coverage under every condition", height);
    drawing.legend(&[
        "accuracy of clear results",
        "coverage of clear results",
        "accuracy of a named lead",
        "accuracy of two plain cuts",
    ]);
    drawing.shares();
    for (share, series) in [(0.9, 0), (0.5, 1)] {
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
        "accuracy of clear results",
        "coverage of clear results",
        "accuracy of a named lead",
        "reliability of the difference",
    ];
    let mut drawing =
        Drawing::new("What a higher latent correlation of the two strains costs", HEIGHT);
    drawing.legend(&names);
    let lowest = CORRELATIONS.iter().copied().fold(f64::INFINITY, f64::min);
    let highest = CORRELATIONS.iter().copied().fold(f64::NEG_INFINITY, f64::max);
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
            condition.name.starts_with("Correlation") || *condition == Condition::base()
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
        let note = if (correlation - CORRELATION).abs() < 1e-9 { " (base)" } else { "" };
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

fn profiles(base: &Measures) -> String {
    let height = TOP + 34.0 * 6.0 + 12.0;
    let mut drawing =
        Drawing::new("What people of each true profile are told in the base condition", height);
    drawing.legend(&[
        "clear and right",
        "clear and wrong",
        "between, with the true one",
        "between, without it, or not enough",
    ]);
    drawing.shares();
    for (row, profile) in Profile::ALL.into_iter().enumerate() {
        let (y, true_row) = (TOP + 34.0 * row as f64 + 8.0, place(profile));
        let all = base.verdicts.row(true_row) as f64;
        drawing.text(LEFT - 10.0, y + 17.0, "end", label(profile));
        let of = base.profile(profile);
        let missing = base.verdicts.at(true_row, NOT_ENOUGH);
        let parts = [
            (0, of.sensitivity.is),
            (2, base.between.at(true_row, 1)),
            (3, base.between.at(true_row, 0) + missing),
            (1, of.told_another.is),
        ];
        let mut from = 0.0;
        for (series, people) in parts {
            let share = people as f64 / all;
            drawing.push(format_args!(
                "<rect x=\"{:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"24\" fill=\"{}\"/>",
                across(from),
                across(from + share) - across(from),
                colour(series)
            ));
            if share > 0.06 {
                drawing.push(format_args!(
                    "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\" fill=\"#fff\">{:.0} %</text>",
                    across(from + share / 2.0),
                    y + 16.5,
                    share * 100.0
                ));
            }
            from += share;
        }
    }
    drawing.finish()
}
