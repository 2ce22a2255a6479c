//! Renders what stands in the one file before its engine.

use std::rc::Rc;

use anyhow::{Context, Result};
use burnout_screener::host::{HostAttributes, HostSettings};
use burnout_screener::instrument::Instrument;
use burnout_screener::locale::{Locale, LocaleFile};
use burnout_screener::regions::Regions;
use burnout_screener::ui::{Content, Shared, first};
use yew::{Html, LocalServerRenderer, Properties, component};

#[derive(PartialEq, Properties)]
struct FirstProps {
    content: Shared,
}

#[component]
fn First(props: &FirstProps) -> Html {
    first(&props.content)
}

/// What is built in, in the words of one locale file, for a host that sets nothing; `tongues` are the languages to choose from, of
/// each its tag, its name, and what its words are known by.
///
/// # Errors
/// When one of the files cannot be used.
pub fn content(
    instrument: &str,
    locale: &str,
    regions: &str,
    tongues: Vec<String>,
) -> Result<Content> {
    let instrument: Instrument =
        serde_json::from_str(instrument).context("the instrument cannot be used")?;
    let file: LocaleFile = serde_json::from_str(locale).context("the locale cannot be used")?;
    let regions: Regions =
        serde_json::from_str(regions).context("the list of regions cannot be used")?;
    let host = HostAttributes { isolated: true, tongues, ..HostAttributes::default() };
    Ok(Content {
        texts: file.texts(&instrument)?,
        instrument: Rc::new(instrument),
        locale: Locale::new(&file, &regions)?,
        settings: HostSettings::new(&host, &regions).0,
        regions,
    })
}

/// The HTML of [`first`].
pub async fn rendered(content: Content) -> String {
    let content = Shared::new(content);
    let renderer =
        LocalServerRenderer::<First>::with_props(FirstProps { content }).hydratable(false);
    renderer.render().await
}
