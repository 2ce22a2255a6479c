//! Plain counts. Only sums are kept, so that cohorts simulated in parts give the same figures whatever thread did which
//! part.

/// How often each column came up in each row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Table<const ROWS: usize, const COLUMNS: usize>([[u64; COLUMNS]; ROWS]);

impl<const ROWS: usize, const COLUMNS: usize> Default for Table<ROWS, COLUMNS> {
    fn default() -> Self {
        Self([[0; COLUMNS]; ROWS])
    }
}

impl<const ROWS: usize, const COLUMNS: usize> Table<ROWS, COLUMNS> {
    pub(super) fn add(&mut self, row: usize, column: usize) {
        if let Some(cell) = self.0.get_mut(row).and_then(|row| row.get_mut(column)) {
            *cell += 1;
        }
    }

    pub(super) fn at(&self, row: usize, column: usize) -> u64 {
        self.0.get(row).and_then(|row| row.get(column)).copied().unwrap_or(0)
    }

    pub(super) fn row(&self, row: usize) -> u64 {
        self.0.get(row).map_or(0, |row| row.iter().sum())
    }

    pub(super) fn column(&self, column: usize) -> u64 {
        (0..ROWS).map(|row| self.at(row, column)).sum()
    }

    pub(super) fn diagonal(&self) -> u64 {
        (0..ROWS).map(|place| self.at(place, place)).sum()
    }

    pub(super) fn all(&self) -> u64 {
        self.0.iter().flatten().sum()
    }

    pub(super) fn merge(&mut self, other: &Self) {
        for (into, from) in self.0.iter_mut().flatten().zip(other.0.iter().flatten()) {
            *into += from;
        }
    }
}

/// The sums behind a correlation.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Pairs {
    count: f64,
    sums: [f64; 5],
}

impl Pairs {
    pub(super) fn add(&mut self, one: f64, other: f64) {
        self.count += 1.0;
        for (sum, term) in
            self.sums.iter_mut().zip([one, other, one * one, other * other, one * other])
        {
            *sum += term;
        }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.count += other.count;
        for (into, from) in self.sums.iter_mut().zip(other.sums) {
            *into += from;
        }
    }

    pub(super) fn correlation(&self) -> f64 {
        let [x, y, xx, yy, xy] = self.sums.map(|sum| sum / self.count);
        (xy - x * y) / ((xx - x * x) * (yy - y * y)).sqrt()
    }

    /// The mean of the first of each pair.
    pub(super) fn mean(&self) -> f64 {
        let [x, ..] = self.sums;
        x / self.count
    }

    /// The standard deviation of the first of each pair.
    pub(super) fn deviation(&self) -> f64 {
        let [x, _, xx, ..] = self.sums.map(|sum| sum / self.count);
        (xx - x * x).sqrt()
    }
}

/// Something that is so for some of those it could be so for.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Share {
    pub(super) of: u64,
    pub(super) is: u64,
}

impl Share {
    pub(super) fn add(&mut self, is: bool) {
        self.of += 1;
        self.is += u64::from(is);
    }

    pub(super) fn new(is: u64, of: u64) -> Self {
        Self { of, is }
    }

    pub(super) fn merge(&mut self, other: &Self) {
        self.of += other.of;
        self.is += other.is;
    }

    /// Not a number where it could be so for nobody.
    pub(super) fn value(&self) -> f64 {
        self.is as f64 / self.of as f64
    }

    /// How far chance moves it: the standard error of a share near this one.
    pub(super) fn error(&self, near: f64) -> f64 {
        (near * (1.0 - near) / self.of as f64).sqrt()
    }
}
