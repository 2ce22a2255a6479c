//! Ids in order: to look one up, and to find one that stands twice.
//!
//! One kind of list for all of them: each kind that is sorted costs what is served 5 KB.

/// Ids with their positions.
pub(crate) struct Ids<'a>(Vec<(&'a str, usize)>);

impl<'a> Ids<'a> {
    /// Of ids in any order.
    pub(crate) fn new(ids: &mut dyn Iterator<Item = &'a str>) -> Self {
        let mut all: Vec<(&str, usize)> = ids.zip(0..).collect();
        all.sort_unstable();
        Self(all)
    }

    /// The position of an id; the first one, where it stands twice.
    pub(crate) fn position(&self, id: &str) -> Option<usize> {
        let place = self.0.partition_point(|(known, _)| *known < id);
        self.0.get(place).filter(|(known, _)| *known == id).map(|(_, position)| *position)
    }

    /// Whether an id is there.
    pub(crate) fn has(&self, id: &str) -> bool {
        self.position(id).is_some()
    }

    /// The positions at which an id stands a second time.
    pub(crate) fn twice(&self) -> impl Iterator<Item = usize> + '_ {
        let repeats = |pair: &[(&'a str, usize)]| match pair {
            [(one, _), (other, position)] if one == other => Some(*position),
            _ => None,
        };
        self.0.windows(2).filter_map(repeats)
    }
}
