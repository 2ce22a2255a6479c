//! Everything that a host page can set on the self-check and hear of it, in one table. The README, the types, the manifest and
//! the lists of names in `www/embed` are made from it by `cargo xtask`.
//!
//! **Invariant**: the widget uses names and what a value must be, each as a constant of its own; no sentence that is for
//! people who read about an attribute weighs anything in what is served.

mod messages;

pub use messages::{SAID, SANDBOX, TOLD};

/// The name of the element.
pub const ELEMENT: &str = "burnout-screener";

/// One attribute.
#[derive(Clone, Copy, Debug)]
pub struct Attribute {
    /// As it stands on the element; on the script tag `data-` stands in front.
    pub name: &'static str,
    /// Where it may stand.
    pub place: Place,
    /// Who makes something of its text; nobody else does.
    pub reader: Reader,
    /// Which values there are.
    pub values: Values,
    /// What a value must be, as the end of a sentence.
    pub wanted: &'static str,
    /// What holds without it.
    pub default: Default,
    /// What it does, as the rest of a sentence.
    pub meaning: &'static str,
}

/// Where an attribute may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On the element, and with `data-` in front on the script tag.
    Both,
    /// On the element alone.
    Element,
    /// With `data-` in front on the script tag alone.
    Tag,
}

/// Who reads an attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// `www/embed/loader.js`: it is about where things are loaded from, put, or gone to from the host page.
    Loader,
    /// [`super::HostSettings`].
    Widget,
}

/// Which values an attribute can have.
#[derive(Clone, Copy, Debug)]
pub enum Values {
    /// One of these words.
    Words(&'static [&'static str]),
    /// A language with a file in `www/locales`.
    Languages,
    /// The id of a region in `www/regions.json`, or in the host's own list.
    Regions,
    /// Any text that is this.
    Text(&'static str),
    /// A whole number of this.
    Number(&'static str),
}

/// What holds where an attribute is not set.
#[derive(Clone, Copy, Debug)]
pub enum Default {
    /// The same as with this value.
    Value(&'static str),
    /// What no value says.
    Otherwise(&'static str),
}

/// `lang`
pub const LANG: Attribute = Attribute {
    name: "lang",
    place: Place::Both,
    reader: Reader::Loader,
    values: Values::Languages,
    wanted: "a language that is there",
    default: Default::Otherwise(
        "that of the page around it, then of the browser, as far as it is there; else `en`",
    ),
    meaning: "the language of everything that is built in; the nearest that is there, such as `es` for `es-MX`",
};

/// `region`
pub const REGION: Attribute = Attribute {
    name: "region",
    place: Place::Both,
    reader: Reader::Widget,
    values: Values::Regions,
    wanted: "the id of a region in the list, such as US or GB",
    default: Default::Otherwise("from the browser's language"),
    meaning: "whose crisis lines are shown first",
};

/// `regions`
pub const REGIONS: Attribute = Attribute {
    name: "regions",
    place: Place::Both,
    reader: Reader::Loader,
    values: Values::Text("the address of a file"),
    wanted: "the address of a file in the form of www/regions.json",
    default: Default::Otherwise("the built-in ones"),
    meaning: "crisis lines of your own, see [docs/help-lines.md](docs/help-lines.md): a region replaces the one with its id, others are added (with a `name`)",
};

/// `theme`
pub const THEME: Attribute = Attribute {
    name: "theme",
    place: Place::Both,
    reader: Reader::Widget,
    values: Values::Words(&["auto", "light", "dark"]),
    wanted: "auto, light or dark",
    default: Default::Value("auto"),
    meaning: "light or dark surfaces; `auto` is as the person's system has it",
};

/// `accent`
pub const ACCENT: Attribute = Attribute {
    name: "accent",
    place: Place::Both,
    reader: Reader::Widget,
    values: Values::Text("`#rgb` or `#rrggbb`"),
    wanted: "a colour as #rgb or #rrggbb",
    default: Default::Otherwise("a calm blue-green"),
    meaning: "your colour; it is made darker or lighter until text in it can be read",
};

/// `heading-level`
pub const HEADING_LEVEL: Attribute = Attribute {
    name: "heading-level",
    place: Place::Both,
    reader: Reader::Widget,
    values: Values::Number("1–6"),
    wanted: "a whole number from 1 to 6",
    default: Default::Value("2"),
    meaning: "how deep the heading of a step lies among the headings of your page, for people who listen to it",
};

/// `contact-name`
pub const CONTACT_NAME: Attribute = Attribute {
    name: "contact-name",
    place: Place::Both,
    reader: Reader::Widget,
    values: Values::Text("120 characters at most"),
    wanted: "120 characters at most",
    default: Default::Otherwise("none"),
    meaning: "whom people can turn to at your place; shown as text",
};

/// `contact-phone`
pub const CONTACT_PHONE: Attribute = Attribute {
    name: "contact-phone",
    place: Place::Both,
    reader: Reader::Widget,
    values: Values::Text("a phone number in digits"),
    wanted: "a phone number in digits, such as 555-0142",
    default: Default::Otherwise("none"),
    meaning: "where they can call",
};

/// `contact-always`
pub const CONTACT_ALWAYS: Attribute = Attribute {
    name: "contact-always",
    place: Place::Both,
    reader: Reader::Widget,
    values: Values::Words(&["yes", "no"]),
    wanted: "yes or no",
    default: Default::Value("no"),
    meaning: "`yes`: somebody answers your number day and night, so it stands in the help bar in place of a crisis line",
};

/// `contact-link`
pub const CONTACT_LINK: Attribute = Attribute {
    name: "contact-link",
    place: Place::Both,
    reader: Reader::Widget,
    values: Values::Text("an `https://` address"),
    wanted: "an address that begins with https://",
    default: Default::Otherwise("none"),
    meaning: "where they can read more",
};

/// `employer`
pub const EMPLOYER: Attribute = Attribute {
    name: "employer",
    place: Place::Both,
    reader: Reader::Widget,
    values: Values::Words(&["yes", "no"]),
    wanted: "yes or no",
    default: Default::Value("no"),
    meaning: "`yes`: those who are asked work for you. The first page then says that nobody at work sees their answers, and what a device or network of work can show",
};

/// `idle`
pub const IDLE: Attribute = Attribute {
    name: "idle",
    place: Place::Both,
    reader: Reader::Widget,
    values: Values::Number("minutes (2–120)"),
    wanted: "a whole number of minutes from 2 to 120",
    default: Default::Otherwise("never"),
    meaning: "after how long without anybody the answers are erased; a minute before it asks",
};

/// `leave-to`
pub const LEAVE_TO: Attribute = Attribute {
    name: "leave-to",
    place: Place::Both,
    reader: Reader::Loader,
    values: Values::Text("an address"),
    wanted: "an address on the web",
    default: Default::Otherwise("it stays and shows that all is erased"),
    meaning: "where \"Erase and leave\" goes to; the page is replaced, so that going back leads past it",
};

/// `mode`
pub const MODE: Attribute = Attribute {
    name: "mode",
    place: Place::Both,
    reader: Reader::Loader,
    values: Values::Words(&["isolated", "inline"]),
    wanted: "isolated or inline",
    default: Default::Value("isolated"),
    meaning: "which of the two modes it runs in",
};

/// `instrument`
pub const INSTRUMENT: Attribute = Attribute {
    name: "instrument",
    place: Place::Both,
    reader: Reader::Loader,
    values: Values::Text("the address of a file"),
    wanted: "the address of a file in the form of docs/instrument.md",
    default: Default::Otherwise("the built-in ones"),
    meaning: "your own questions, see [docs/instrument.md](docs/instrument.md)",
};

/// `base`
pub const BASE: Attribute = Attribute {
    name: "base",
    place: Place::Element,
    reader: Reader::Loader,
    values: Values::Text("the address of a folder"),
    wanted: "the address of a folder that a script tag of ours names, or that code has told to define()",
    default: Default::Otherwise("the folder of the first script tag"),
    meaning: "where the files are, where more than one script tag of ours is there",
};

/// `scroll-offset`
pub const SCROLL_OFFSET: Attribute = Attribute {
    name: "scroll-offset",
    place: Place::Both,
    reader: Reader::Loader,
    values: Values::Number("pixels"),
    wanted: "a whole number of pixels",
    default: Default::Otherwise("as much as is seen to be covered"),
    meaning: "how much at the top of the window your header covers, where the page scrolls to the self-check",
};

/// `data-burnout-screener`
pub const MARK: Attribute = Attribute {
    name: ELEMENT,
    place: Place::Tag,
    reader: Reader::Loader,
    values: Values::Text("nothing"),
    wanted: "there, with or without a value",
    default: Default::Otherwise("known by the name of its file"),
    meaning: "says that a script tag is ours, where its file has another name than `burnout-screener….js`",
};

/// `data-target`
pub const TARGET: Attribute = Attribute {
    name: "target",
    place: Place::Tag,
    reader: Reader::Loader,
    values: Values::Text("a CSS selector"),
    wanted: "a CSS selector of something on the page",
    default: Default::Otherwise("right after the tag"),
    meaning: "the self-check goes into that element, as soon as it is there",
};

/// Every attribute there is.
pub const ATTRIBUTES: [Attribute; 19] = [
    LANG,
    REGION,
    REGIONS,
    THEME,
    ACCENT,
    HEADING_LEVEL,
    CONTACT_NAME,
    CONTACT_PHONE,
    CONTACT_ALWAYS,
    CONTACT_LINK,
    EMPLOYER,
    IDLE,
    LEAVE_TO,
    MODE,
    INSTRUMENT,
    BASE,
    SCROLL_OFFSET,
    MARK,
    TARGET,
];

/// The names of those on the element; as a constant, so that nothing else of the table comes along.
pub(super) const ON_ELEMENT: [&str; 17] = names(Place::Tag);
/// The same for the script tag.
pub(super) const ON_TAG: [&str; 18] = names(Place::Element);

/// The names of all attributes but those of one place.
#[expect(clippy::indexing_slicing, reason = "run by the compiler: a slip does not compile")]
const fn names<const N: usize>(left_out: Place) -> [&'static str; N] {
    let mut names = [""; N];
    let (mut found, mut at) = (0, 0);
    while at < ATTRIBUTES.len() {
        if ATTRIBUTES[at].place as u8 != left_out as u8 {
            names[found] = ATTRIBUTES[at].name;
            found += 1;
        }
        at += 1;
    }
    names
}

/// Something else with a name.
#[derive(Clone, Copy, Debug)]
pub struct Named {
    /// Its name.
    pub name: &'static str,
    /// What it is for, as a sentence without its full stop.
    pub meaning: &'static str,
}

/// An event of the element.
#[derive(Clone, Copy, Debug)]
pub struct Event {
    /// Its type.
    pub name: &'static str,
    /// What its `detail` holds, as a type in TypeScript.
    pub detail: &'static str,
    /// What it tells, as a sentence without its full stop.
    pub meaning: &'static str,
}

/// What the element tells scripts of the page, in both modes: that something happened, and never what was answered. All of it
/// a page could see by itself. The names have a beginning of their own, since they bubble: a plain `resize` would wake
/// everything that waits for the window's.
pub const EVENTS: [Event; 5] = [
    Event { name: "screener-ready", detail: "null", meaning: "The self-check can be seen" },
    Event {
        name: "screener-step",
        detail: "{ asking: boolean }",
        meaning: "The questions begin (`asking` is true), or are over: at the result, or by going back to the first page",
    },
    Event {
        name: "screener-leave",
        detail: "null",
        meaning: "The person has pressed \"Erase and leave\", and all is erased; it comes before the page goes to `leave-to`",
    },
    Event {
        name: "screener-failed",
        detail: "null",
        meaning: "The panel with the crisis lines stands in place of the self-check; why is in the console",
    },
    Event {
        name: "screener-resize",
        detail: "null",
        meaning: "The element has another size than before, and at the beginning its first",
    },
];
/// What can be styled by `::part()`: nothing.
pub const PARTS: [Named; 0] = [];
/// The custom properties that a host page can set: none. Its colour is the attribute `accent`.
pub const PROPERTIES: [Named; 0] = [];
