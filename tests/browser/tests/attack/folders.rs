//! Somebody who may write attributes on a page but no scripts, as in many comment fields and page builders: they gain nothing
//! that a link would not give them.

use anyhow::{Context, Result};
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::dist::Dist;
use browser_tests::hands::Hand;
use browser_tests::host::{Host, tag};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use xtask::server::{Route, Server};

const FILE: &str = "burnout-screener.en.html";
const MODULE: &str = "inline/burnout-screener.js";
/// A frame that says what ours says, and a module that takes the page over.
const LEAVES: &str = r#"<iframe sandbox="allow-scripts" srcdoc="<script>
    for (const type of ['ready', 'leave']) parent.parent.postMessage({ 'burnout-screener': 1, type, release: 'RELEASE' }, '*')
</script>"></iframe>"#;
const TAKES_OVER: &str = "location = '/taken'";

/// The release that the loader of the files under test wants to hear of.
fn release() -> Result<String> {
    let loader = Dist::built()?.text("burnout-screener.js")?;
    let rest = loader.split_once(".release!==\"").context("no release")?.1;
    Ok(rest.split_once('"').context("no end")?.0.to_owned())
}

/// Files that look like ours, on another site.
fn evil() -> Result<Server> {
    let frame = LEAVES.replace("RELEASE", &release()?);
    let module = Route::bytes(&format!("/{MODULE}"), "text/javascript", TAKES_OVER);
    let files = vec![
        Route::html(&format!("/{FILE}"), &frame),
        module.header("Access-Control-Allow-Origin", "*"),
    ];
    Server::start(0, files)
}

/// A clinic whose own folder /go/ leads on to the other site.
fn clinic(evil: &Server, body: &str) -> Result<Host> {
    let on = |file: &str| Route::redirect(&format!("/go/{file}"), &evil.url(&format!("/{file}")));
    let elsewhere = |path| Route::html(path, "<!doctype html><title>Elsewhere</title>");
    let host = Host::plain()?.body(&[&tag(""), body].concat());
    Ok(host.also(on(FILE)).also(on(MODULE)).also(elsewhere("/left")).also(elsewhere("/taken")))
}

/// The element with these attributes gets the panel; nothing is asked of the folder, and the page stays.
fn gains_nothing(base: &str, mode: &str) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let evil = evil()?;
        let base = base.replace("EVIL", &evil.url(""));
        let element = format!(
            r#"<burnout-screener mode="{mode}" base="{base}" leave-to="/left"></burnout-screener>"#
        );
        let site = clinic(&evil, &element)?.open(browser).await?;
        let way = if mode == "inline" { Way::Inline(0) } else { Way::OnHost(0) };
        Person::looking(browser, way)?.sees_panel().await?;
        browser.expect_message(&format!("base=\"{base}\" is not the folder")).await?;
        browser.settled().await?;
        assert_eq!(evil.requests(), [], "{base}");
        let asked = site.requests();
        assert!(asked.iter().all(|(path, _)| !path.starts_with("/go/")), "{asked:?}");
        assert_eq!(browser.host("return location.pathname").await?, "/", "{base}");
        Ok(())
    })
}

#[test]
fn an_attribute_alone_frames_nothing_of_another_site() -> Result<()> {
    gains_nothing("EVIL/", "isolated")
}

#[test]
fn an_attribute_alone_frames_no_other_folder_of_the_site_which_may_lead_on() -> Result<()> {
    gains_nothing("/go", "isolated")
}

#[test]
fn an_attribute_alone_runs_no_script_of_another_site() -> Result<()> {
    gains_nothing("EVIL", "inline")
}

#[test]
fn an_attribute_alone_runs_no_script_of_another_folder() -> Result<()> {
    gains_nothing("/go/", "inline")
}

#[test]
fn an_attribute_alone_runs_nothing_that_is_no_address_on_the_web() -> Result<()> {
    for base in ["javascript:alert(1)//", "data:text/html,", "blob:null/", "//"] {
        visit(&Look::desk(), async |browser| {
            let element = format!(r#"<burnout-screener base="{base}"></burnout-screener>"#);
            let _site =
                Host::plain()?.body(&[&tag(""), element.as_str()].concat()).open(browser).await?;
            Person::looking(browser, Way::OnHost(0))?.sees_panel().await?;
            browser.expect_message("the self-check is not shown").await
        })?;
    }
    Ok(())
}

/// What is called `currentScript` on a page is what scripts find under that name.
#[test]
fn nothing_that_has_the_name_of_a_script_is_one() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let evil = evil()?;
        let script = evil.url("/burnout-screener.js");
        let fake = format!(
            r#"<embed name="currentScript" type="module" src="{script}" data-burnout-screener data-region="AU" data-leave-to="/left">"#
        );
        let body =
            [&fake, r#"<div class="burnout-screener" data-base=""#, &evil.url("/"), r#""></div>"#]
                .concat();
        let host = Host::plain()?.body(&[body, tag("")].concat());
        let _site = host.open(browser).await?;
        Person::at(browser).await?;
        browser.settled().await?;
        let asked = evil.requests();
        assert!(asked.iter().all(|request| request.path != format!("/{FILE}")), "{asked:?}");
        assert_eq!(
            browser.host("return document.querySelectorAll('burnout-screener').length").await?,
            1
        );
        browser.excuse("Failed to load resource");
        browser.excuse("the attribute 'data-base' is not known");
        Ok(())
    })
}

/// It is also how we know that the other site would have been heard of.
#[test]
fn code_of_the_page_may_name_any_folder() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let evil = evil()?;
        let _site = clinic(&evil, "")?.open(browser).await?;
        Person::at(browser).await?;
        browser
            .host(
                "customElements.get('burnout-screener').define('/go');
                 const element = document.createElement('burnout-screener');
                 element.setAttribute('base', '/go/');
                 element.setAttribute('leave-to', '/left');
                 document.body.append(element)",
            )
            .await?;
        browser.until("that page", "return location.pathname === '/left'").await?;
        assert_eq!(evil.requests().len(), 1);
        browser.excuse("Failed to load resource");
        Ok(())
    })
}

/// Code without a script tag of ours, as a bundler makes it.
fn works_by_code(mode: &str, way: Way) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let loader = Dist::built()?.text("burnout-screener.js")?;
        let body = format!(
            "<burnout-screener mode=\"{mode}\"></burnout-screener>
             <script>{loader};customElements.get('burnout-screener').define('/kit')</script>"
        );
        let _site = Host::plain()?.body(&body).open(browser).await?;
        let person = Person::by(browser, way, Hand::Quick).await?;
        person.finish(&Answers::strain(0, 0, 0)).await
    })
}

#[test]
fn code_without_a_tag_says_where_the_files_are() -> Result<()> {
    works_by_code("isolated", Way::Frames(0))
}

#[test]
fn code_without_a_tag_says_where_the_files_are_inline_too() -> Result<()> {
    works_by_code("inline", Way::Inline(0))
}

#[test]
fn a_tag_whose_address_has_no_folder_is_no_tag_of_ours() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let odd = r#"<script src="data:text/javascript,//burnout-screener.js"></script>"#;
        let _site = Host::plain()?.head(odd).open(browser).await?;
        Person::at(browser).await?.start().await
    })
}
