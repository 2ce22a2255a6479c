//! What arrived by each way, from the unprotected page and from the self-check.

use std::collections::{BTreeMap, BTreeSet};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use browser_tests::browser::{Browser, visit_in};
use browser_tests::engine::Engine;
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use xtask::server::Route;

use crate::arrivals::Arrivals;
use crate::document::{FILE, protected, unprotected};

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
const LATE: Duration = Duration::from_millis(2500);
const GRID: &str = "<style>#grid { display: grid; grid-template-columns: repeat(4, 1fr) } iframe { width: 100%; height: 300px }</style>";

type Came = BTreeMap<&'static str, BTreeSet<&'static str>>;

/// One engine's.
pub(crate) struct Table {
    engine: Engine,
    plain: Came,
    ours: Came,
}

/// Tries everything in an engine, twice.
pub(crate) fn of(engine: Engine) -> Result<Table> {
    Ok(Table { engine, plain: tried(engine, false)?, ours: tried(engine, true)? })
}

fn tried(engine: Engine, protect: bool) -> Result<Came> {
    let ways: Vec<&'static str> = TOGETHER.into_iter().chain(ALONE).collect();
    let kind = if protect { "ours" } else { "plain" };
    let arrivals = Arrivals::listen(&format!("{kind}-{}", engine.name().to_lowercase()), &ways)?;
    visit_in(engine, &Look::new(1280, 3800).on_the_net(), async |browser| {
        press_everywhere(browser, protect, &arrivals).await?;
        browser.excuse("");
        Ok(())
    })?;
    Ok(arrivals.so_far())
}

async fn press_everywhere(browser: &Browser, protect: bool, arrivals: &Arrivals) -> Result<()> {
    let documents: Vec<Vec<&'static str>> =
        std::iter::once(TOGETHER.to_vec()).chain(ALONE.map(|way| vec![way])).collect();
    let mut host = Host::with("")?.head(GRID);
    let mut grid = String::new();
    for (number, ways) in documents.iter().enumerate() {
        let targets = arrivals.targets(ways);
        let path = format!("/{number}/");
        if protect {
            host = host.also(Route::html(&format!("{path}{FILE}"), &protected(&targets)?));
            grid += &format!(r#"<div><burnout-screener base="{path}"></burnout-screener></div>"#);
        } else {
            host =
                host.also(Route::html(&path, &format!(r#"<iframe src="{path}inner"></iframe>"#)));
            host = host.also(Route::html(&format!("{path}inner"), &unprotected(&targets)));
            grid += &format!(r#"<div><iframe src="{path}"></iframe></div>"#);
        }
    }
    let tag = if protect { browser_tests::host::tag("") } else { String::new() };
    let _site = host.body(&format!(r#"{tag}<div id="grid">{grid}</div>"#)).open(browser).await?;
    let t = Instant::now();
    eprintln!("open {protect}");
    for number in 0..documents.len() {
        eprintln!("{number} {:?}", t.elapsed());
        let way = if protect { Way::Frames(number) } else { Way::OwnFrame(number) };
        let person = Person::by(browser, way, Hand::Mouse).await?;
        person.until("a document that is drawn", "return innerHeight > 100").await?;
        person.tap("h2").await.with_context(|| format!("{:?}", documents.get(number)))?;
        // A new window needs a moment to be there.
        thread::sleep(Duration::from_millis(100));
        browser.close_others().await?;
    }
    eprintln!("pressed {:?}", t.elapsed());
    let begun = Instant::now();
    while begun.elapsed() < LATE {
        thread::sleep(Duration::from_millis(50));
    }
    browser.close_others().await?;
    eprintln!("done {:?}", t.elapsed());
    Ok(())
}

impl Table {
    /// Prints it, and says whether it is as it has to be.
    pub(crate) fn print(&self) -> bool {
        println!("\n{:<20} {:<24} the self-check", self.engine.name(), "an unprotected page");
        for way in TOGETHER.into_iter().chain(ALONE) {
            let told = |came: &Came| match came.get(way) {
                Some(kinds) => kinds.iter().copied().collect::<Vec<_>>().join(" "),
                None => "-".to_owned(),
            };
            println!("{way:<20} {:<24} {}", told(&self.plain), told(&self.ours));
        }
        self.ours.is_empty()
    }
}
