//! What arrived by each way, from the unprotected page and from the self-check.

use std::collections::{BTreeMap, BTreeSet};
use std::iter;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use browser_tests::browser::{Browser, visit_in};
use browser_tests::engine::Engine;
use browser_tests::hands::Hand;
use browser_tests::host::{Host, KIT};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use xtask::server::Route;

use crate::arrivals::Arrivals;
use crate::document::{FILE, protected, unprotected};
use crate::network;

/// Ways that leave the document where it is, so that one document can try them all.
const TOGETHER: [&str; 30] = [
    "fetch",
    "fetch-keepalive",
    "xhr",
    "websocket",
    "webtransport",
    "eventsource",
    "beacon",
    "image",
    "svg-image",
    "video",
    "css-url",
    "css-cursor",
    "css-sheet",
    "font",
    "stylesheet",
    "prefetch",
    "preload",
    "preconnect",
    "dns-prefetch",
    "anchor-dns",
    "script",
    "import",
    "worker",
    "shared-worker",
    "service-worker",
    "frame",
    "frame-srcdoc",
    "object",
    "webrtc",
    "webrtc-of-a-frame",
];
/// Ways that take it away where they are open. The last ones cover the host page or take it with them.
const ALONE: [&str; 15] = [
    "ping",
    "navigation",
    "location",
    "location-replace",
    "link-click",
    "form",
    "meta-refresh",
    "page-of-our-own",
    "page-in-data",
    "script-address",
    "parent-location",
    "download",
    "form-in-a-window",
    "open",
    "top-location",
];
/// How long after the last attempt something may still arrive.
const LATE: Duration = Duration::from_millis(2000);
const A_MOMENT: Duration = Duration::from_millis(100);
/// How many documents a host page holds at a time.
const AT_ONCE: usize = 4;
/// A navigation that is refused: before it asks whether it may, Chromium looks up the name of the host and calls there.
/// Nothing is said on that line, but the name can be one.
const CALLS_AHEAD: [&str; 6] =
    ["navigation", "location", "location-replace", "link-click", "meta-refresh", "download"];
const GRID: &str = "<style>#grid { display: grid; grid-template-columns: repeat(4, 1fr) } iframe { width: 100%; height: 300px }</style>";

type Came = BTreeMap<&'static str, BTreeSet<&'static str>>;

/// What is tried from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A page without any protection.
    Plain,
    /// The self-check, served without a header.
    Ours,
    /// The same with the header that the README offers to self-hosters.
    WithHeader,
}

/// One engine's.
pub(crate) struct Table {
    engine: Engine,
    plain: Came,
    ours: Came,
    with_header: Option<Came>,
}

/// Tries everything in an engine, from each kind of page.
pub(crate) fn of(engine: Engine) -> Result<Table> {
    let with_header = match engine {
        Engine::Chromium => Some(tried(engine, Kind::WithHeader)?),
        Engine::Firefox | Engine::WebKit => None,
    };
    let (plain, ours) = (tried(engine, Kind::Plain)?, tried(engine, Kind::Ours)?);
    Ok(Table { engine, plain, ours, with_header })
}

fn tried(engine: Engine, kind: Kind) -> Result<Came> {
    let ways: Vec<&'static str> = TOGETHER.into_iter().chain(ALONE).collect();
    let name = match kind {
        Kind::Plain => "plain",
        Kind::Ours => "ours",
        Kind::WithHeader => "header",
    };
    let arrivals = Arrivals::listen(&format!("{name}-{}", engine.name().to_lowercase()), &ways)?;
    visit_in(engine, &Look::new(1280, 3800).on_the_net(), async |browser| {
        let documents: Vec<Vec<&'static str>> =
            iter::once(TOGETHER.to_vec()).chain(ALONE.map(|way| vec![way])).collect();
        for some in documents.chunks(AT_ONCE) {
            press_everywhere(browser, kind, &arrivals, some).await?;
        }
        // What refused documents and odd answers make an engine say is no matter here.
        browser.excuse("");
        Ok(())
    })?;
    Ok(arrivals.so_far())
}

async fn press_everywhere(
    browser: &Browser,
    kind: Kind,
    arrivals: &Arrivals,
    documents: &[Vec<&'static str>],
) -> Result<()> {
    let mut host = Host::with("")?.head(GRID).also(Route::bytes(
        "/worker.js",
        "text/javascript",
        "fetch(`http://${location.search.slice(1)}`, { mode: 'no-cors' })",
    ));
    let mut grid = String::new();
    for (number, ways) in documents.iter().enumerate() {
        let targets = arrivals.targets(ways);
        let path = format!("/{number}/");
        if kind == Kind::Plain {
            let outer = format!(r#"<iframe src="{path}inner"></iframe>"#);
            host = host.also(Route::html(&path, &outer));
            host = host.also(Route::html(&format!("{path}inner"), &unprotected(&targets)));
            grid += &format!(r#"<div><iframe src="{path}"></iframe></div>"#);
        } else {
            let file = Route::html(&format!("{path}{FILE}"), &protected(&targets)?);
            host = host.also(match kind {
                Kind::WithHeader => file.header("Connection-Allowlist", "(response-origin)"),
                Kind::Plain | Kind::Ours => file,
            });
            grid += &format!(r#"<div><burnout-screener base="{path}"></burnout-screener></div>"#);
        }
    }
    // Code of the page says where the files are, before there is an element.
    let folders: String =
        (0..documents.len()).map(|number| format!("own.define('/{number}/');")).collect();
    let script = match kind {
        Kind::Plain => String::new(),
        Kind::Ours | Kind::WithHeader => format!(
            r#"<script src="{KIT}burnout-screener.js"></script>
<script>const own = customElements.get("burnout-screener"); {folders}</script>"#
        ),
    };
    let body = format!(r#"{script}<div id="grid">{grid}</div>"#);
    let _site = host.body(&body).open(browser).await?;
    for (number, ways) in documents.iter().enumerate() {
        let way = match kind {
            Kind::Plain => Way::OwnFrame(number),
            Kind::Ours | Kind::WithHeader => Way::Frames(number),
        };
        let person = Person::by(browser, way, Hand::Mouse).await?;
        person.until("a document that is drawn", "return innerHeight > 100").await?;
        person.tap("h2").await.with_context(|| format!("{ways:?}"))?;
        // A new window needs a moment to be there.
        thread::sleep(A_MOMENT);
        browser.close_others().await?;
    }
    thread::sleep(LATE);
    browser.close_others().await
}

impl Table {
    /// Prints it, and says whether it is as it has to be.
    pub(crate) fn print(&self) -> bool {
        println!("\n{:<18} {:<20} the self-check", self.engine.name(), "an unprotected page");
        let mut passed = true;
        for way in TOGETHER.into_iter().chain(ALONE) {
            let leaks = self.plain.contains_key(way);
            let right = told(&self.ours, way) == self.expected(way)
                && leaks != self.lacks(way)
                && self.with_header.as_ref().is_none_or(|came| !came.contains_key(way));
            let header = self.with_header.as_ref().map_or(String::new(), |came| told(came, way));
            let mark = if right { "" } else { "   NOT AS EXPECTED" };
            println!(
                "{way:<18} {:<20} {:<10} {header}{mark}",
                told(&self.plain, way),
                told(&self.ours, way)
            );
            passed &= right;
        }
        passed
    }

    /// What is known to arrive from the self-check.
    fn expected(&self, way: &str) -> &'static str {
        let navigates = self.engine == Engine::Chromium && CALLS_AHEAD.contains(&way);
        match (navigates, network::is_ours()) {
            (false, _) => "-",
            (true, true) => "DNS TCP",
            (true, false) => "TCP",
        }
    }

    /// Whether the engine does not have this way at all, or not here.
    fn lacks(&self, way: &str) -> bool {
        let lacks: &[&str] = match self.engine {
            Engine::Chromium => &["anchor-dns"],
            Engine::Firefox => &["ping"],
            Engine::WebKit => &[
                "webtransport",
                "prefetch",
                "dns-prefetch",
                "anchor-dns",
                "webrtc",
                "webrtc-of-a-frame",
                "navigation",
            ],
        };
        let by_name = ["dns-prefetch", "anchor-dns"].contains(&way);
        lacks.contains(&way) || (by_name && !network::is_ours())
    }
}

fn told(came: &Came, way: &str) -> String {
    match came.get(way) {
        Some(kinds) => kinds.iter().copied().collect::<Vec<_>>().join(" "),
        None => "-".to_owned(),
    }
}
