//! In which role a person helps others, and the voice in which they are spoken to for it.

/// The role in which the person helps others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A job.
    Work,
    /// Unpaid caring for someone close.
    Caring,
    /// Unpaid work for others.
    Volunteer,
    /// More than one of these.
    Several,
}

impl Role {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Role; 4] = [Role::Work, Role::Caring, Role::Volunteer, Role::Several];

    /// What the role is called in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Role::Work => "work",
            Role::Caring => "caring",
            Role::Volunteer => "volunteer",
            Role::Several => "several",
        }
    }

    /// The voice that fits it.
    #[must_use]
    pub const fn voice(self) -> Voice {
        match self {
            Role::Work => Voice::Work,
            Role::Caring => Voice::Caring,
            Role::Volunteer | Role::Several => Voice::Helping,
        }
    }
}

/// One of the ways in which statements and results are worded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Voice {
    /// It speaks of work.
    Work,
    /// It speaks of caring.
    Caring,
    /// It speaks of helping: for volunteers, for several roles, and for those who do not say.
    #[default]
    Helping,
}

impl Voice {
    /// All of them.
    pub const ALL: [Voice; 3] = [Voice::Work, Voice::Caring, Voice::Helping];

    /// The voice for somebody in this role, or who named none.
    #[must_use]
    pub fn of(role: Option<Role>) -> Self {
        role.map_or(Self::default(), Role::voice)
    }

    /// What the voice is called in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Voice::Work => "work",
            Voice::Caring => "caring",
            Voice::Helping => "helping",
        }
    }
}
