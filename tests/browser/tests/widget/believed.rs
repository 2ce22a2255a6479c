//! What the frame takes for its engine, and which scripts run there.

use anyhow::Result;
use browser_tests::browser::{Browser, visit, visit_in};
use browser_tests::dist::Dist;
use browser_tests::engine::Engine;
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};

use crate::first::{begins, slowly};

const FILE: &str = "burnout-screener.en.html";

/// Whoever may look into the frames may also speak to them.
#[test]
fn an_engine_from_anywhere_but_the_frame_beside_is_ignored() -> Result<()> {
    visit(&slowly(), async |browser| {
        let (_site, held, person) = begins(browser, Host::plain()?, Hand::Quick).await?;
        let forged = "const inner = document.querySelector('burnout-screener').shadowRoot.querySelector('iframe').contentWindow[0];
            for (const message of [{ texts: '{}', module: new Uint8Array(8) }, { why: 'forged' }])
                inner.postMessage({ 'burnout-screener': 1, type: 'engine', ...message }, '*');";
        browser.host(forged).await?;
        held.comes()?;
        person.arrives().await?;
        person.start().await
    })
}

/// Where Trusted Types are unknown, the hash in the policy is all there is.
#[test]
fn what_waits_for_the_script_of_the_engine_runs_no_other() -> Result<()> {
    for engine in [Engine::Chromium, Engine::Firefox] {
        // It runs once at most: whoever puts in the second has to find it empty.
        for put in ["place.append('window.ran = 1')", "place.text = 'window.ran = 1'"] {
            visit_in(engine, &slowly(), async |browser| {
                let (_site, _held, person) = begins(browser, Host::plain()?, Hand::Quick).await?;
                let put = format!(
                    "const place = document.getElementById('later');
                    try {{ {put} }} catch {{}}
                    return 'ran' in window"
                );
                assert!(!person.ask::<bool>(&put).await?, "{engine:?}: {put}");
                refused_scripts(browser);
                Ok(())
            })?;
        }
    }
    Ok(())
}

/// What browsers say of a script that they do not run.
fn refused_scripts(browser: &Browser) {
    for words in
        ["Content Security Policy", "Content-Security-Policy", "TrustedScript", "TrustedTypePolicy"]
    {
        browser.excuse(words);
    }
}

#[test]
fn once_the_engine_is_there_no_other_script_can_be_made() -> Result<()> {
    visit(&slowly(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        let refused: [bool; 4] = person
            .ask(
                "const place = document.getElementById('later');
                const refused = (act) => { try { act() } catch { return true } return false };
                const rules = { createScript: (text) => text };
                return [
                    refused(() => trustedTypes.createPolicy('later', rules)),
                    refused(() => trustedTypes.createPolicy('another', rules)),
                    refused(() => (place.text = 'window.ran = 1')),
                    !('ran' in window),
                ]",
            )
            .await?;
        assert_eq!(refused, [true; 4]);
        refused_scripts(browser);
        Ok(())
    })
}

/// A page around may put another document in the place of that frame: what it says would come from there.
#[test]
fn an_engine_that_is_not_the_one_of_this_file_is_not_believed() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let dist = Dist::built()?.changed(FILE, r#"data-engine=""#, r#"data-engine="A"#)?;
        let _site = Host::plain()?.dist(|_| dist).open(browser).await?;
        Person::looking(browser, Way::Frames(0))?.sees_panel().await?;
        browser.expect_message("the engine is another one").await
    })
}
