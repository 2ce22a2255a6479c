//! The script under other names: it knows itself, whatever it is called, and the one that was bundled puts nothing anywhere.

use anyhow::{Context, Result};
use browser_tests::browser::visit;
use browser_tests::dist::Dist;
use browser_tests::hands::Hand;
use browser_tests::host::{Host, KIT, tag};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use xtask::server::Route;

use crate::places::stand;

/// The script under another name, in another folder than the page.
fn renamed(host: Host, path: &str) -> Result<Host> {
    let loader = Dist::built()?.text("burnout-screener.js")?;
    Ok(host.also(Route::bytes(path, "text/javascript", loader)))
}

#[test]
fn it_knows_itself_whatever_it_is_called() -> Result<()> {
    let pages: [(&str, &str, &[&str]); 6] = [
        ("/kit/burnout-screener.3fa8c1.js", "<div id=a><script src='@'></script></div>", &["a"]),
        (
            "/kit/self-check.js",
            "<div id=a><script src='@?v=2' data-burnout-screener></script></div>",
            &["a"],
        ),
        (
            "/kit/self-check.js",
            "<div id=a><script type=module src='@' data-burnout-screener></script></div>",
            &["a"],
        ),
        // What it has to set says that it is ours.
        ("/kit/self-check.js", "<div id=a><script src='@' data-region=GB></script></div>", &["a"]),
        (
            "/kit/self-check.js",
            "<div id=a><burnout-screener></burnout-screener></div><script src='@'></script>",
            &["a"],
        ),
        (
            "/kit/self-check.js",
            "<script src='@'></script><div id=a class=burnout-screener></div>",
            &["a"],
        ),
    ];
    visit(&Look::desk(), async |browser| {
        for (path, page, under) in pages {
            let host = renamed(Host::plain()?.body(&page.replace('@', path)), path)?;
            let _site = host.open(browser).await?;
            stand(browser, under).await.with_context(|| page.to_owned())?;
            Person::at(browser).await?;
        }
        Ok(())
    })
}

#[test]
fn a_second_copy_of_another_name_is_heard_of_by_the_first() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let page = format!(
            "<div id=a>{}</div><div id=b><script async src='/other/self-check.js' data-burnout-screener></script></div>",
            tag("")
        );
        let mut host = renamed(Host::plain()?.body(&page), "/other/self-check.js")?;
        for route in Dist::built()?.routes("/other/", &[]) {
            host = host.also(route);
        }
        let site = host.open(browser).await?;
        stand(browser, &["a", "b"]).await?;
        for number in 0..2 {
            Person::by(browser, Way::Frames(number), Hand::Quick).await?;
        }
        let asked = site.requests();
        for folder in [KIT, "/other/"] {
            let file = format!("{folder}burnout-screener.en.html");
            assert_eq!(asked.iter().filter(|(path, _)| *path == file).count(), 1, "{asked:?}");
        }
        Ok(())
    })
}

/// As an app has it that was put into one file, with a word on where the files are.
#[test]
fn in_a_bundle_it_puts_nothing_after_the_bundle() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let loader = Dist::built()?.text("burnout-screener.js")?;
        let app = format!(
            "{loader};customElements.get('burnout-screener').define('/kit/');
             document.querySelector('#app').innerHTML = '<p id=a><burnout-screener></burnout-screener></p>'"
        );
        let page = "<div id=app></div><script src='/assets/app-1f2e.js'></script>";
        let host = Host::plain()?.body(page).also(Route::bytes(
            "/assets/app-1f2e.js",
            "text/javascript",
            app,
        ));
        let _site = host.open(browser).await?;
        stand(browser, &["a"]).await?;
        Person::at(browser).await?;
        browser.host("document.querySelector('#app').innerHTML = ''").await?;
        stand(browser, &[]).await
    })
}
