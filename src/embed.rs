//! The border to JavaScript: the only place that names `wasm_bindgen`.
//!
//! The page around the widget parses the JSON and hands everything in as one value; what comes back
//! is that a step was changed and that something failed. No answer, score or result crosses.

mod plain;

use std::fmt;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Callback, Renderer};

use crate::instrument::{Definition, Instrument, InstrumentError};
use crate::locale::{InstrumentText, Locale, LocaleError, LocaleFile, Texts};
use crate::regions::{Regions, RegionsError};
use crate::settings::{HostSettings, Settings};
use crate::tree::{Node, Tree, TreeError};
use crate::ui::{App, AppProps, Content, Shared};

/// Why the widget cannot start.
enum SetupError {
    Malformed(TreeError),
    Instrument(InstrumentError),
    Locale(LocaleError),
    NoTexts(String),
    Regions(RegionsError),
}

impl fmt::Display for SetupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(error) => write!(f, "in what the page hands in, {error}"),
            Self::Instrument(error) => write!(f, "the instrument cannot be used: {error}"),
            Self::Locale(error) => write!(f, "the locale cannot be used: {error}"),
            Self::NoTexts(id) => write!(f, "the locale has no texts for the instrument '{id}'"),
            Self::Regions(error) => write!(f, "the regions cannot be used: {error}"),
        }
    }
}

impl From<TreeError> for SetupError {
    fn from(error: TreeError) -> Self {
        Self::Malformed(error)
    }
}

/// A running widget.
#[wasm_bindgen]
pub struct Mounted {
    app: AppHandle<App>,
}

#[wasm_bindgen]
impl Mounted {
    /// Takes the widget down.
    pub fn unmount(self) {
        self.app.destroy();
    }
}

/// Starts the widget inside `root`. `on_step` is called after each change of step, `on_failure` with
/// a message when the widget cannot go on.
///
/// # Errors
/// When what is handed in cannot be used, with a sentence that says why.
#[wasm_bindgen]
pub fn mount(
    root: Element,
    setup: JsValue,
    on_step: Function,
    on_failure: Function,
) -> Result<Mounted, JsError> {
    std::panic::set_hook(Box::new(move |info| {
        // Nobody is left to tell if even this call fails.
        on_failure.call1(&JsValue::NULL, &JsValue::from_str(&info.to_string())).ok();
    }));
    let content = content(&plain::tree(&setup)).map_err(|error| refuse(&error))?;
    dress(&root, &content.settings);
    let props = AppProps {
        content: Shared::new(content),
        session: None,
        on_step: Callback::from(move |()| {
            // A page that fails to follow must not stop the self-check.
            on_step.call0(&JsValue::NULL).ok();
        }),
    };
    Ok(Mounted { app: Renderer::<App>::with_root_and_props(root, props).render() })
}

fn refuse(error: &SetupError) -> JsError {
    JsError::new(&format!("burnout-screener: {error}"))
}

/// `setup` has `locale`, `instrument`, `regions` and `settings`; and `brought` where the host brings an
/// `instrument` with its `text` in the one language it has.
fn content(setup: &Tree) -> Result<Content, SetupError> {
    let setup = Node::new(setup);
    let regions = Regions::read(&setup.field("regions")?)?;
    regions.check().map_err(SetupError::Regions)?;
    let (settings, refused) =
        Settings::new(&HostSettings::read(&setup.field("settings")?)?, &regions);
    for error in refused {
        web_sys::console::error_1(&JsValue::from_str(&format!("burnout-screener: {error}")));
    }
    let file = LocaleFile::read(&setup.field("locale")?)?;
    let locale = Locale::new(&file, &regions).map_err(SetupError::Locale)?;
    let (definition, text) = match setup.field("brought")?.present() {
        Some(brought) => {
            let text = InstrumentText::read(&brought.field("text")?)?;
            (Definition::read(&brought.field("instrument")?)?, text)
        }
        None => {
            let definition = Definition::read(&setup.field("instrument")?)?;
            let text = file.instruments.get(&definition.id).cloned();
            let text = text.ok_or_else(|| SetupError::NoTexts(definition.id.clone()))?;
            (definition, text)
        }
    };
    let instrument = Instrument::try_from(definition).map_err(SetupError::Instrument)?;
    let texts = Texts::new(&instrument, &text).map_err(SetupError::Locale)?;
    Ok(Content { instrument: Rc::new(instrument), texts, locale, regions, settings })
}

/// Theme and colour go onto the root through the object model, which no style policy forbids.
fn dress(root: &Element, settings: &Settings) {
    // Both fail only for names or values that these are not.
    root.set_attribute("data-theme", settings.theme.name()).ok();
    if let (Some(accent), Some(root)) = (&settings.accent, root.dyn_ref::<HtmlElement>()) {
        root.style().set_property("--host-accent-light", &accent.light).ok();
        root.style().set_property("--host-accent-dark", &accent.dark).ok();
    }
}
