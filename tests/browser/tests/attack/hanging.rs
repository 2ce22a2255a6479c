//! Files of a host that never come, never end, or go deeper than anything: the place is never left empty.

use std::io::Write;
use std::net::{TcpListener, TcpStream};
use std::thread;

use anyhow::Result;
use browser_tests::browser::visit;
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use xtask::server::Route;

/// What a server does after it has begun to answer.
#[derive(Clone, Copy)]
enum Then {
    /// Nothing more is said.
    Hangs,
    /// One thing is said without end.
    Goes,
}

const HEAD: &str =
    "HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Type: application/json\r\n\r\n[";

fn answer(mut stream: TcpStream, then: Then) {
    let said = stream.write_all(HEAD.as_bytes());
    match then {
        // Until the test is over: the stream is let go with the process.
        Then::Hangs if said.is_ok() => loop {
            thread::park();
        },
        Then::Goes => while stream.write_all(&[b' '; 65536]).is_ok() {},
        Then::Hangs => {}
    }
}

/// The address of a server that begins to answer.
fn begins(then: Then) -> Result<String> {
    let listener = TcpListener::bind(("127.0.0.1", 0))?;
    let address = format!("http://{}/own.json", listener.local_addr()?);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || answer(stream, then));
        }
    });
    Ok(address)
}

fn ends_in_the_panel(mode: &str, address: &str, way: Way, reason: &str) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let attributes = format!(r#"data-mode="{mode}" data-instrument="{address}""#);
        let host = Host::with(&attributes)?;
        let _site = host.also(deep()).also(file("/null", "null")).open(browser).await?;
        Person::looking(browser, way)?.sees_panel().await?;
        browser.expect_message(reason).await
    })
}

fn shows_what_is_built_in(mode: &str, address: &str, way: Way, reason: &str) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let attributes = format!(r#"data-mode="{mode}" data-regions="{address}""#);
        let host = Host::with(&attributes)?;
        let _site = host.also(deep()).also(file("/null", "null")).open(browser).await?;
        browser.expect_message(reason).await?;
        let person = Person::by(browser, way, Hand::Quick).await?;
        person.press(person.texts.say("help.more")?).await?;
        person.reads("988").await
    })
}

fn file(path: &str, text: &str) -> Route {
    Route::bytes(path, "application/json", text)
}

/// Just below the limit, and as deep as it can be.
fn deep() -> Route {
    let half = 900_000;
    file("/deep", &["[".repeat(half), "]".repeat(half)].concat())
}

const MODES: [(&str, Way, Way); 2] =
    [("isolated", Way::OnHost(0), Way::Frames(0)), ("inline", Way::Inline(0), Way::Inline(0))];

#[test]
fn an_instrument_that_never_ends_to_come_ends_in_the_panel() -> Result<()> {
    let address = begins(Then::Hangs)?;
    for (mode, outside, _) in MODES {
        ends_in_the_panel(mode, &address, outside, "cannot be read: signal timed out")?;
    }
    Ok(())
}

#[test]
fn an_instrument_without_an_end_ends_in_the_panel() -> Result<()> {
    let address = begins(Then::Goes)?;
    for (mode, outside, _) in MODES {
        ends_in_the_panel(mode, &address, outside, "cannot be read: it is larger than 2 MB")?;
    }
    Ok(())
}

#[test]
fn an_instrument_as_deep_as_it_can_be_ends_in_the_panel() -> Result<()> {
    for (mode, _, inside) in MODES {
        ends_in_the_panel(mode, "/deep", inside, "the file must be an object")?;
    }
    Ok(())
}

#[test]
fn without_the_lines_of_the_page_those_built_in_are_shown() -> Result<()> {
    let (hangs, goes) = (begins(Then::Hangs)?, begins(Then::Goes)?);
    for (mode, _, inside) in MODES {
        shows_what_is_built_in(mode, &hangs, inside, "cannot be read: signal timed out")?;
        shows_what_is_built_in(mode, &goes, inside, "cannot be read: it is larger than 2 MB")?;
        for odd in ["/deep", "/null"] {
            shows_what_is_built_in(mode, odd, inside, "the file of regions is not used")?;
        }
    }
    Ok(())
}

/// Nothing of ours comes at all.
#[test]
fn an_inline_module_that_never_comes_ends_in_the_panel() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        // Forty seconds are over at once.
        let soon = "<script>
            const wait = setTimeout;
            window.setTimeout = (work, after, ...given) => wait(work, after === 40000 ? 500 : after, ...given);
        </script>";
        let address = begins(Then::Hangs)?;
        let folder = address.trim_end_matches("own.json").to_owned();
        let tag = format!(
            r#"<burnout-screener mode="inline"></burnout-screener><script>LOADER;customElements.get('burnout-screener').define('{folder}')</script>"#
        );
        let loader = browser_tests::dist::Dist::built()?.text("burnout-screener.js")?;
        let _site =
            Host::plain()?.head(soon).body(&tag.replace("LOADER", &loader)).open(browser).await?;
        Person::looking(browser, Way::Inline(0))?.sees_least().await?;
        browser.expect_message("does not come alive").await
    })
}
