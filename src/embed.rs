//! The border to JavaScript: the only place that names `wasm_bindgen`.
//!
//! The page around the widget parses the JSON and hands everything in as one value; what comes back are
//! requests: that a step was changed, and what the person wants to print, copy or save. The page around
//! is ours (`www/embed`); no answer, score or result goes on from it to a host page.

mod intl;
mod plain;

use std::fmt;
use std::rc::Rc;

use js_sys::{Function, Object};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, HtmlElement};
use yew::{AppHandle, Callback, Renderer, set_custom_panic_hook};

use crate::export::Style;
use crate::history::Date;
use crate::host::{HostAttributes, HostSettings};
use crate::instrument::Instrument;
#[cfg(feature = "any")]
use crate::instrument::InstrumentError;
#[cfg(feature = "any")]
use crate::loading;
use crate::locale::{Locale, Texts};
#[cfg(feature = "any")]
use crate::locale::{LocaleError, LocaleFile};
#[cfg(not(feature = "any"))]
use crate::packed::{Packed, Unpacking};
use crate::regions::{Regions, RegionsError};
use crate::session::{Action, Session};
use crate::tree::{Node, Tree, TreeError};
use crate::ui::{App, AppProps, Content, Folds, Msg, Request, Shared, Told, beginning};

/// Smaller than what the standard library has for the browser.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static MEMORY: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Why the widget cannot start.
enum SetupError {
    Malformed(TreeError),
    #[cfg(feature = "any")]
    Instrument(InstrumentError),
    #[cfg(feature = "any")]
    Locale(LocaleError),
    #[cfg(not(feature = "any"))]
    OwnQuestionsOnly,
    Regions(RegionsError),
    RegionsFile(TreeError),
}

impl fmt::Display for SetupError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Malformed(error) => write!(f, "in what the page hands in, {error}"),
            #[cfg(feature = "any")]
            Self::Instrument(error) => write!(f, "the instrument cannot be used:\n{error}"),
            #[cfg(feature = "any")]
            Self::Locale(error) => write!(f, "the locale cannot be used: {error}"),
            #[cfg(not(feature = "any"))]
            Self::OwnQuestionsOnly => {
                f.write_str("this file knows the built-in questions alone: frame the one with .any. in its name")
            }
            Self::Regions(error) => write!(f, "the regions cannot be used: {error}"),
            Self::RegionsFile(error) => {
                write!(f, "the file of regions is not used: {error}")
            }
        }
    }
}

impl From<TreeError> for SetupError {
    fn from(error: TreeError) -> Self {
        Self::Malformed(error)
    }
}

/// A widget: first it has read all that it needs, then it runs.
#[wasm_bindgen]
pub struct Widget {
    // Until it runs.
    content: Option<Content>,
    on_request: Function,
    // From then on.
    app: Option<AppHandle<App>>,
}

#[wasm_bindgen]
impl Widget {
    /// Starts it inside `root`. `begun` is an object that says where somebody is who did not wait for it, if anybody is.
    ///
    /// # Errors
    /// When what is handed in cannot be used, with a sentence that says why.
    pub fn mount(&mut self, root: Element, begun: JsValue) -> Result<(), JsError> {
        let Some(content) = self.content.take() else { return Ok(()) };
        dress(&root, &content.settings);
        let on_request = self.on_request.clone();
        let props = AppProps {
            folds: Folds::default(),
            session: where_begun(&Node::new(&plain::tree(&begun)), &content)
                .map_err(|error| refuse(&error.into()))?,
            content: Shared::new(content),
            ask: Callback::from(move |request: Request| {
                // A page that fails to follow must not stop the self-check.
                if let Ok(request) = serde_wasm_bindgen::to_value(&request) {
                    on_request.call1(&JsValue::NULL, &request).ok();
                }
            }),
            today: Callback::from(|()| today()),
            draw: Callback::from(|()| draw()),
            style: Callback::from(|()| style()),
        };
        self.app = Some(Renderer::<App>::with_root_and_props(root, props).render());
        Ok(())
    }

    /// Tells it what came of a request, or what happened around it. With what [`prepare`] is given, in the words of another
    /// language, it goes on in those, where the person is and with everything that was answered.
    ///
    /// # Errors
    /// When it is nothing that the widget knows.
    pub fn tell(&self, told: JsValue) -> Result<(), JsError> {
        let told = plain::tree(&told);
        let node = Node::new(&told);
        let message = if node.field("settings").is_ok_and(|settings| settings.present().is_some()) {
            Msg::Words(Shared::new(ready(&told, &self.on_request)?))
        } else {
            Msg::Told(Told::read(&node).map_err(|error| refuse(&SetupError::Malformed(error)))?)
        };
        if let Some(app) = &self.app {
            app.send_message(message);
        }
        Ok(())
    }

    /// Takes it down.
    pub fn unmount(self) {
        if let Some(app) = self.app {
            app.destroy();
        }
    }
}

/// Reads what the widget is made of. `on_request` is called with each [`Request`] as an object, `on_failure` with a message
/// when the widget cannot go on. To show it is left for later: a page that does both at once does not answer for too long.
///
/// # Errors
/// When what is handed in cannot be used, with a sentence that says why.
#[wasm_bindgen]
pub fn prepare(
    setup: JsValue,
    on_request: Function,
    on_failure: Function,
) -> Result<Widget, JsError> {
    // Set in any other way, Yew puts its own in its place.
    set_custom_panic_hook(Box::new(move |info| {
        // Nobody is left to tell if even this call fails.
        on_failure.call1(&JsValue::NULL, &JsValue::from_str(&info.to_string())).ok();
    }));
    let setup = plain::tree(&setup);
    Ok(Widget { content: Some(ready(&setup, &on_request)?), on_request, app: None })
}

/// Words, rules and settings, with whom to ask what a browser knows of the language.
#[inline(never)]
fn ready(setup: &Tree, asked: &Function) -> Result<Content, JsError> {
    let mut content = content(setup).map_err(|error| refuse(&error))?;
    content.locale = content.locale.asking(Rc::new(intl::Browser(asked.clone())));
    Ok(content)
}

/// Where somebody is who did not wait for the engine: past the start, with `begun` as the options that they pressed and
/// something else for what they left out, or with all of it `erased` again.
fn where_begun(told: &Node<'_>, content: &Content) -> Result<Option<Session>, TreeError> {
    if let Some(pressed) = told.field("begun")?.present() {
        let pressed = pressed.list(|each| Ok(each.byte().ok()))?;
        return Ok(Some(beginning(content).begun(pressed)));
    }
    let erased = matches!(told.field("erased")?.tree(), Some(Tree::Bool(true)));
    Ok(erased.then(|| beginning(content).update(Action::Erase)))
}

/// The day where the person is.
fn today() -> Option<Date> {
    let now = js_sys::Date::new_0();
    let (year, month, day) = (now.get_full_year(), now.get_month() + 1, now.get_date());
    Date::new(&format!("{year:04}-{month:02}-{day:02}"))
}

#[wasm_bindgen]
extern "C" {
    /// Every browser that runs this has it; it refuses only what is far longer than what is asked for here.
    #[wasm_bindgen(js_namespace = crypto, js_name = getRandomValues)]
    fn fill(bytes: &mut [u8]);
}

/// Sixteen digits by chance: no two checks of one person share them.
fn draw() -> String {
    let mut drawn = [0; 16];
    fill(&mut drawn);
    drawn.map(|byte| char::from_digit(u32::from(byte) % 16, 16).unwrap_or('0')).iter().collect()
}

/// How numbers are written where the person is.
fn style() -> Style {
    let written = JsValue::from_f64(2.5).unchecked_into::<Object>().to_locale_string();
    if written.includes(",", 0) { Style::Comma } else { Style::Point }
}

fn complain(error: &dyn fmt::Display) {
    web_sys::console::error_1(&JsValue::from_str(&format!("burnout-screener: {error}")));
}

fn refuse(error: &SetupError) -> JsError {
    JsError::new(&format!("burnout-screener: {error}"))
}

/// `setup` has `locale`, `instrument`, `regions` and `settings`; `brought` with a `file` where the host brings
/// an instrument with its words in the one language it has; `hostRegions` with a
/// `file` where it brings crisis lines. The file for the built-in questions has `packed` for `locale` and
/// `instrument`.
fn content(setup: &Tree) -> Result<Content, SetupError> {
    let setup = Node::new(setup);
    let regions = Regions::read(&setup.field("regions")?)?;
    regions.check().map_err(SetupError::Regions)?;
    let regions = match setup.field("hostRegions")?.present() {
        Some(brought) => {
            let file = brought.field("file")?;
            // The file may hold null: nothing is no list either, and that has to be said.
            with_brought(regions, file.tree().unwrap_or(&Tree::Null))
        }
        None => regions,
    };
    let (settings, refused) =
        HostSettings::new(&HostAttributes::read(&setup.field("settings")?)?, &regions);
    refused.iter().for_each(|error| complain(error));
    if let (Some(region), Some(today)) = (regions.all().get(settings.region), today()) {
        region.check_age(today.as_str()).unwrap_or_else(|error| complain(&error));
    }
    let (instrument, texts, locale) = words(&setup, &regions)?;
    Ok(Content { instrument: Rc::new(instrument), texts, locale, regions, settings })
}

#[cfg(feature = "any")]
fn words(setup: &Node<'_>, regions: &Regions) -> Result<(Instrument, Texts, Locale), SetupError> {
    let file = LocaleFile::read(&setup.field("locale")?)?;
    let locale = Locale::new(&file, regions).map_err(SetupError::Locale)?;
    let (instrument, texts) = match setup.field("brought")?.present() {
        Some(brought) => {
            let file = brought.field("file")?;
            let (instrument, texts) = loading::brought(file.tree().unwrap_or(&Tree::Null))
                .map_err(SetupError::Instrument)?;
            if let Some(ended) = today().and_then(|today| instrument.credit().expired(&today)) {
                complain(&ended);
            }
            (instrument, texts)
        }
        None => {
            let instrument =
                loading::instrument(&setup.field("instrument")?).map_err(SetupError::Instrument)?;
            let texts = file.texts(&instrument).map_err(SetupError::Instrument)?;
            (instrument, texts)
        }
    };
    Ok((instrument, texts, locale))
}

/// The loader frames another file for an instrument that a host brings.
#[cfg(not(feature = "any"))]
fn words(setup: &Node<'_>, regions: &Regions) -> Result<(Instrument, Texts, Locale), SetupError> {
    if setup.field("brought")?.present().is_some() {
        return Err(SetupError::OwnQuestionsOnly);
    }
    let packed = setup.field("packed")?;
    let mut packed = Unpacking::new(packed.tree().cloned().unwrap_or(Tree::Null));
    let instrument = Instrument::unpack(&mut packed);
    let texts = Texts::unpack(&mut packed);
    Ok((instrument, texts, Locale::unpack(&mut packed, regions)))
}

/// The host's own lines come in, but a mistake in them must not take the others away.
fn with_brought(regions: Regions, brought: &Tree) -> Regions {
    match Regions::read(&Node::new(brought)) {
        Ok(brought) => {
            let all = regions.clone().with(brought);
            match all.check() {
                Ok(()) => return all,
                Err(error) => complain(&SetupError::Regions(error)),
            }
        }
        Err(error) => complain(&SetupError::RegionsFile(error)),
    }
    regions
}

/// Theme and colour go onto the root through the object model, which no style policy forbids.
fn dress(root: &Element, settings: &HostSettings) {
    // Both fail only for names or values that these are not.
    root.set_attribute("data-theme", settings.theme.name()).ok();
    if let (Some(accent), Some(root)) = (&settings.accent, root.dyn_ref::<HtmlElement>()) {
        root.style().set_property("--host-accent-light", &accent.light).ok();
        root.style().set_property("--host-accent-dark", &accent.dark).ok();
    }
}
