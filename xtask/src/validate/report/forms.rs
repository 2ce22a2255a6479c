//! What the report says about how people go through the questions: how many the short form saves, and when a second look
//! is asked for.

use burnout_screener::profile::Profile;

use super::{Report, Rows, fine, label, percent, words};

impl Report<'_> {
    pub(super) fn short(&self) -> String {
        let items = self.profiled.instrument().items().len();
        let mut verdicts = Rows::new(&["result", "items asked", "items saved", "ended early"]);
        let columns = (Profile::ALL.into_iter().map(label))
            .chain(["between two profiles", "not enough answers"]);
        if let Some((_, base)) = self.found.first() {
            let rows = columns.zip(base.short).chain([("everybody", base.asked())]);
            for (name, asked) in rows.filter(|(_, asked)| asked.early().of > 0) {
                let (mean, early) = (asked.mean(), percent(asked.early()));
                let saved = items as f64 - mean;
                verdicts.row([name.to_owned(), format!("{mean:.1}"), format!("{saved:.1}"), early]);
            }
        }
        let mut grid = Rows::new(&["condition", "items asked", "ended early", "another result"]);
        for (condition, measures) in self.found {
            let asked = measures.asked();
            grid.row([
                condition.name.clone(),
                format!("{:.1}", asked.mean()),
                percent(asked.early()),
                measures.short_differs.is.to_string(),
            ]);
        }
        format!("{}\n\n{}\n{}", words::short(items), verdicts.text(), grid.text())
    }

    pub(super) fn straight(&self) -> String {
        let mut table = Rows::new(&[
            "condition",
            "of those who read",
            "of those who read, in the short form's order",
            "of the careless",
        ]);
        for (condition, measures) in self.found {
            let [honest, careless] = measures.straight;
            let shares = [honest, measures.straight_short, careless];
            table.row([condition.name.clone()].into_iter().chain(shares.map(fine)));
        }
        format!("{}\n\n{}", words::STRAIGHT, table.text())
    }
}
