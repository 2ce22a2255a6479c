//! An engine as old as the oldest that is meant, stood in for by taking away what came later: the whole way, as it looks elsewhere.

use anyhow::{Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::dist::Dist;
use browser_tests::host::{Host, Site};
use browser_tests::look::Look;
use browser_tests::person::Person;
use serde_json::{Value, json};

/// What Safari 15.0 and Chrome 90 do not have, of what is used or lies near, in every document.
const OLD: &str = "
    delete CSSStyleSheet.prototype.replaceSync;
    for (const owner of [Document.prototype, ShadowRoot.prototype]) delete owner.adoptedStyleSheets;
    delete Object.hasOwn;
    for (const { prototype } of [Array, String, Uint8Array]) for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'with']) delete prototype[name];
    delete Uint8Array.fromBase64;
    delete AbortSignal.timeout;
    delete AbortSignal.any;
    delete Element.prototype.checkVisibility;
    delete Element.prototype.moveBefore;
    delete Promise.withResolvers;
    delete crypto.randomUUID;
    for (const name of ['structuredClone', 'scheduler', 'reportError']) delete window[name];";

/// No engine of today leaves out what its styles know: the rules for queries of a container are named as unknown ones.
fn without_containers(mut dist: Dist) -> Result<Dist> {
    let file = "burnout-screener.no-wasm.en.html";
    for (from, to) in [
        ("container-type:inline-size", "container-kind:inline-size"),
        ("@container ", "@contained "),
    ] {
        while dist.text(file)?.contains(from) {
            dist = dist.changed(file, from, to)?;
        }
    }
    // The styles are others now, of no hash that is known; the guard's and the engine's scripts are the same.
    dist.changed(file, "style-src ", "style-src 'unsafe-inline'; unknown ")
}

/// Where it stands on the host page, and how the parts of the result lie that only the later style knows.
const LOOKS: &str = "return ['.bs', '.row-fold', '.step h2', 'button.primary', '.map, .bars, .picture'].flatMap((selector) => every(selector).slice(0, 3).map((node) => {
    const { width, height } = node.getBoundingClientRect();
    const { display, padding, borderRadius, color } = getComputedStyle(node);
    return [selector, Math.round(width), Math.round(height), display, padding, borderRadius, color].join(' ');
}))";

/// How something looks, but for how high it is.
fn without_height(look: &str) -> Vec<&str> {
    look.split(' ').enumerate().filter(|(place, _)| *place != 2).map(|(_, word)| word).collect()
}

async fn looks(browser: &Browser, host: Host) -> Result<(Site, Vec<String>)> {
    let site = host.open(browser).await?;
    let person = Person::at(browser).await?;
    person.finish(&Answers::strain(4, 0, 1)).await?;
    assert_eq!(person.heading().await?, person.texts.say("headline.burnout")?);
    Ok((site, person.ask(LOOKS).await?))
}

fn seen(look: &Look, old: bool, host: Host) -> Result<Vec<String>> {
    let mut seen = Vec::new();
    visit(look, async |browser| {
        if old {
            let command = "Page.addScriptToEvaluateOnNewDocument";
            browser.devtools(command, json!({ "source": OLD })).await?;
        }
        browser.excuse("Unrecognized Content-Security-Policy directive");
        let (_site, found) = looks(browser, host).await?;
        if old {
            let gone =
                "return typeof Object.hasOwn === 'undefined' && !document.adoptedStyleSheets";
            ensure!(browser.host(gone).await? == Value::Bool(true), "it is no old engine");
        }
        seen = found;
        Ok(())
    })?;
    ensure!(seen.len() > 5, "there is little to be seen: {seen:?}");
    Ok(seen)
}

#[test]
fn without_what_is_newer_it_works_and_looks_the_same() -> Result<()> {
    let look = Look::desk();
    assert_eq!(seen(&look, true, Host::plain()?)?, seen(&look, false, Host::plain()?)?);
    Ok(())
}

#[test]
fn without_webassembly_and_queries_of_a_container_it_looks_nearly_the_same() -> Result<()> {
    for look in [Look::phone(360), Look::new(1280, 900)] {
        let dist = without_containers(Dist::built()?)?;
        let old = Host::plain()?.dist(|_| dist);
        let old = seen(&look.clone().without_wasm(), true, old)?;
        let new = seen(&look, false, Host::plain()?)?;
        assert_eq!(old.len(), new.len());
        let [old, new] =
            [&old, &new].map(|all| all.iter().map(|one| without_height(one)).collect::<Vec<_>>());
        assert_eq!(old, new);
    }
    Ok(())
}
