//! Somebody goes all the way on a page that spies on them.

use anyhow::{Context, Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit_in};
use browser_tests::dist::Dist;
use browser_tests::engine::Engine;
use browser_tests::hands::{Hand, Key};
use browser_tests::host::{Host, tag};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::json;
use xtask::server::Route;
use xtask::tools;
use xtask::workspace::Workspace;

use crate::haul::Haul;

/// Shorter texts stand by chance in anything.
const TELLING: usize = 5;
/// A style sheet that asks the host's server for something as soon as it matches anything of the widget.
const SHEET: &str = "<style>
    [aria-pressed=true], .option, .stage, .step { background-image: url(/matched-by-the-page) !important }
    * { scroll-behavior: auto !important }
</style>";
/// Another host by name, and so another site.
const AROUND: &str = r##"<iframe id="clinic" width="1200" height="3600" style="border: 0"></iframe><script>
    document.querySelector("#clinic").src = `http://localhost:${location.port}/clinic`;
</script>"##;
const CLINIC: &str =
    "<script>addEventListener('load', () => parent.postMessage('a clinic', '*'))</script>";
/// The page has heard how high the step is: nobody presses what is not to be seen yet.
const FITS: &str =
    "return innerHeight >= Math.min(document.body.getBoundingClientRect().height, 3800)";
/// Every text that is shown or read out.
const SEEN: &str = "const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts = every('[aria-label]').map((node) => node.ariaLabel);
    while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (parent && seen(parent)) texts.push(walker.currentNode.data.trim());
    }
    return texts";

/// Where the self-check is.
#[derive(Clone, Copy, Debug)]
enum Place {
    Frames,
    Inline,
    /// On a clinic's page that another site has in a frame: that other one spies.
    Framed,
}

/// How somebody goes all the way.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Journey {
    pub(crate) engine: Engine,
    pub(crate) hand: Hand,
    place: Place,
    /// Whether the recorder is told to follow into frames of other origins.
    pub(crate) into_frames: bool,
}

/// What came of it.
pub(crate) struct Outcome {
    pub(crate) haul: Haul,
    /// What the person read, without what the script tag's own code holds.
    pub(crate) seen: Vec<String>,
    /// Which of it the page's own search found.
    pub(crate) found: Vec<String>,
    /// What was asked of the host's server in the name of its style sheet.
    pub(crate) matched: bool,
}

impl Journey {
    pub(crate) fn in_frames(engine: Engine, hand: Hand, into_frames: bool) -> Self {
        Self { engine, hand, place: Place::Frames, into_frames }
    }

    pub(crate) fn inline(engine: Engine, hand: Hand) -> Self {
        Self { engine, hand, place: Place::Inline, into_frames: false }
    }

    pub(crate) fn framed(engine: Engine, hand: Hand) -> Self {
        Self { engine, hand, place: Place::Framed, into_frames: false }
    }

    /// Goes it.
    pub(crate) fn go(self, answers: &Answers, headline: &str) -> Result<Outcome> {
        let mut outcome = None;
        // As high as the longest step, so that a pointer reaches everything.
        visit_in(self.engine, &Look::new(1280, 3800), async |browser| {
            outcome = Some(self.spied_on(browser, answers, headline).await?);
            Ok(())
        })?;
        outcome.context("nobody went")
    }

    async fn spied_on(
        self,
        browser: &Browser,
        answers: &Answers,
        headline: &str,
    ) -> Result<Outcome> {
        let (host, way) = match self.place {
            Place::Frames => (Host::plain()?, Way::Frames(0)),
            Place::Inline => (Host::with(r#"data-mode="inline""#)?, Way::Inline(0)),
            Place::Framed => {
                // A page whose body has begun: in the head a tag puts nothing anywhere.
                let clinic = format!("<!doctype html><p>A clinic</p>{}{}", tag(""), CLINIC);
                let clinic = Route::html("/clinic", &clinic);
                (Host::plain()?.body(AROUND).also(clinic), Way::Framed)
            }
        };
        let spy = include_str!("spy.js").replace("CROSS_ORIGIN", &self.into_frames.to_string());
        let site = host
            .head(SHEET)
            .head(r#"<script src="/recorder.js"></script><script src="/spy.js"></script>"#)
            .also(Route::bytes("/recorder.js", "text/javascript", recorder()?))
            .also(Route::bytes("/spy.js", "text/javascript", spy))
            .open(browser)
            .await?;
        let person = Person::by(browser, way, self.hand).await?;
        if self.hand == Hand::Keys {
            browser.host("document.querySelector('#before').focus()").await?;
            browser.key(Key::Tab).await?;
        }
        let mut seen: Vec<String> = Vec::new();
        loop {
            if !matches!(self.place, Place::Inline) {
                person.until("a frame as high as what is in it", FITS).await?;
            }
            seen.extend(person.ask::<Vec<String>>(SEEN).await?);
            match person.step().await?.as_str() {
                "result" => break,
                "questions" => person.go_through(answers).await?,
                _ => person.forward().await?,
            }
        }
        let arrived = person.heading().await?;
        ensure!(arrived == headline, "the result is {arrived:?}, not {headline:?}");
        browser.settled().await?;
        let haul = browser.host("return JSON.stringify(spy.haul())").await?;
        // The port is another each time.
        let site_url = site.url("");
        let (_, port) = site_url.rsplit_once(':').context("no port")?;
        let haul = haul.as_str().context("no haul")?.replace(&format!(":{port}"), "");
        let haul = Haul(serde_json::from_str(&haul)?);
        let loader = Dist::built()?.text("burnout-screener.js")?;
        seen.retain(|text| text.chars().count() >= TELLING && !loader.contains(text.as_str()));
        seen.sort();
        seen.dedup();
        let found = browser.host(&format!("return spy.found({})", json!(seen))).await?;
        let matched = site.requests().iter().any(|(path, _)| path == "/matched-by-the-page");
        Ok(Outcome { haul, seen, found: serde_json::from_value(found)?, matched })
    }
}

/// A real session recorder, from its package.
pub(crate) fn recorder() -> Result<Vec<u8>> {
    let workspace = Workspace::here()?;
    tools::packages(&workspace, "tests/browser")?;
    Ok(std::fs::read(workspace.path("tests/browser/node_modules/rrweb/umd/rrweb.min.js"))?)
}
