//! The doctor for web masters: what stands in the way is named with the line to change, in the console and, where somebody
//! asks, on the page. And what people see meanwhile.

use anyhow::{Context, Result, ensure};
use browser_tests::browser::{Browser, visit};
use browser_tests::dist::Dist;
use browser_tests::host::{Host, KIT, tag};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::Value;
use xtask::server::{Route, Server};

const FILE: &str = "burnout-screener.en.html";
const ASKED: &str = "/?burnout-screener-check";
/// Everything that the doctor wrote onto the page.
const SAID: &str = "const box = [...watched.roots.values()].find((root) => root.querySelector('section h2'));
    return box && [...box.querySelectorAll('h2, p, summary, pre')].map((node) => node.textContent).join('\\n')";

/// What the doctor says on the page, with all its lines.
async fn says(browser: &Browser, host: Host) -> Result<String> {
    let site = host.serve(browser.engine)?;
    browser.open(&site.url(ASKED)).await?;
    // It says the same in the console.
    browser.excuse("in the way");
    browser.excuse("the self-check is not shown");
    let said = browser.until("the doctor", SAID).await?;
    // It asks for nothing but the page and our own files.
    for (path, _) in site.requests() {
        ensure!(
            path == "/" || path == "/icon.svg" || path.starts_with(KIT),
            "{path} was asked for"
        );
    }
    Ok(said.as_str().context("nothing was said")?.to_owned())
}

fn names(host: impl Fn() -> Result<Host>, words: &[&str]) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let said = says(browser, host()?).await?;
        for word in words {
            ensure!(said.contains(word), "{word:?} is not in {said}");
        }
        browser.excuse("Failed to load resource");
        browser.excuse("Content Security Policy");
        browser.excuse("Refused to display");
        browser.excuse("ERR_BLOCKED_BY_RESPONSE");
        Ok(())
    })
}

/// Our file with another media type or more headers.
fn served(media_type: &str, headers: &[(&str, &str)]) -> Result<Host> {
    let file = Dist::built()?.text(FILE)?;
    let route = Route::bytes(&format!("{KIT}{FILE}"), media_type, file);
    let route = headers.iter().fold(route, |route, (name, value)| route.header(name, value));
    Ok(Host::plain()?.dist(|dist| dist.without(FILE)).also(route))
}

#[test]
fn where_nothing_is_wrong_it_says_so() -> Result<()> {
    names(
        Host::plain,
        &[
            "nothing stands in the way",
            "Only who opens this page with ?burnout-screener-check sees this.",
        ],
    )
}

#[test]
fn a_missing_file_is_named_with_the_folder() -> Result<()> {
    names(
        || Ok(Host::plain()?.dist(|dist| dist.without(FILE))),
        &[
            "burnout-screener.en.html answers 404",
            "copy the whole folder dist/ to /kit/",
            "try_files",
            "Netlify",
        ],
    )
}

#[test]
fn a_file_that_is_served_as_text_is_named_with_the_line_for_each_server() -> Result<()> {
    names(
        || served("text/plain", &[]),
        &[
            "is served as \"text/plain\"",
            "AddType text/html .html",
            "types { text/html html;",
            "mimeMap",
            "_headers",
            "WordPress",
        ],
    )
}

#[test]
fn headers_that_forbid_the_frame_are_named() -> Result<()> {
    names(
        || served("text/html", &[("X-Frame-Options", "DENY")]),
        &[
            "its X-Frame-Options are DENY",
            "Header unset X-Frame-Options",
            "proxy_hide_header X-Frame-Options",
            "remove name=\"X-Frame-Options\"",
        ],
    )?;
    names(
        || {
            served(
                "text/html",
                &[("Content-Security-Policy", "frame-ancestors https://elsewhere.example")],
            )
        },
        &[
            "its frame-ancestors are \"https://elsewhere.example\"",
            "frame-ancestors 'self' http://127.0.0.1",
        ],
    )
}

#[test]
fn the_policy_of_the_site_on_our_file_is_named() -> Result<()> {
    names(
        || served("text/html", &[("Content-Security-Policy", "default-src 'self'")]),
        &[
            "comes with the Content-Security-Policy of the site",
            "Header unset Content-Security-Policy",
        ],
    )
}

#[test]
fn a_policy_of_the_page_that_refuses_the_frame_is_named() -> Result<()> {
    names(
        || Ok(Host::plain()?.policy("default-src 'self'; frame-src 'none'")),
        &["the Content-Security-Policy of this page refuses the frame", "frame-src 'self'"],
    )
}

#[test]
fn an_isolated_page_with_files_that_are_not_is_named() -> Result<()> {
    names(
        || {
            Ok(Host::plain()?
                .header("Cross-Origin-Embedder-Policy", "require-corp")
                .header("Cross-Origin-Opener-Policy", "same-origin"))
        },
        &[
            "this page has a Cross-Origin-Embedder-Policy",
            "add_header Cross-Origin-Embedder-Policy \"require-corp\"",
        ],
    )
}

#[test]
fn files_of_another_release_are_named() -> Result<()> {
    names(
        || {
            let dist = Dist::built()?;
            let loader = dist.text("burnout-screener.js")?;
            let release = loader
                .split_once(".release!==\"")
                .and_then(|(_, rest)| rest.split('"').next())
                .context("no release")?
                .to_owned();
            let file = dist.text(FILE)?.replace(&release, "0.0.9+00000000");
            let route = Route::html(&format!("{KIT}{FILE}"), &file);
            Ok(Host::plain()?.dist(|dist| dist.without(FILE)).also(route))
        },
        &["is not of release", "an old copy in a cache"],
    )
}

#[test]
fn what_is_on_the_page_and_in_the_way_is_named() -> Result<()> {
    let held = r#"<script type="text/plain" src="/kit/burnout-screener.js"></script>"#;
    let narrow = format!("<div style='width: 200px'>{}</div>", tag(""));
    let cut = format!("<div class=slot style='height: 200px; overflow: hidden'>{}</div>", tag(""));
    let hidden = format!("<div style='display: none'>{}</div>", tag(""));
    let header = format!(
        "<header style='position: fixed; inset: 0 0 auto; height: 80px'>A clinic</header>{}",
        tag("")
    );
    let pages: [(&str, &[&str]); 7] = [
        (
            &[held, &tag("")].concat(),
            &[
                "a tag of ours is held back: type=\"text/plain\"",
                "Consent manager",
                "always allowed",
            ],
        ),
        (&narrow, &["its place is only 200 pixels wide", "burnout-screener { flex: 1 1 100%"]),
        (&cut, &["<div class=\"slot\"> cuts it off"]),
        (&hidden, &["its place is not to be seen at the moment"]),
        (
            &header,
            &["nothing stands in the way", "a header covers the upper 80 pixels", "scroll-offset"],
        ),
        (&tag("data-target='#nowhere'"), &["data-target=\"#nowhere\" is not on this page"]),
        (
            "<script>document.head.append(Object.assign(document.createElement('script'), { src: '/kit/burnout-screener.js' }))</script>",
            &[
                "there is no place for it on this page",
                "<burnout-screener></burnout-screener>",
                "<div class=\"burnout-screener\"></div>",
            ],
        ),
    ];
    for (page, words) in pages {
        names(|| Ok(Host::plain()?.body(page)), words)?;
    }
    Ok(())
}

#[test]
fn a_renamed_script_is_named() -> Result<()> {
    names(
        || {
            let loader = Dist::built()?.text("burnout-screener.js")?;
            let page = "<burnout-screener></burnout-screener><script src='/kit/app.js'></script>";
            Ok(Host::plain()?.body(page).also(Route::bytes(
                "/kit/app.js",
                "text/javascript",
                loader,
            )))
        },
        &[
            "this script has the name /kit/app.js",
            "<script async data-burnout-screener",
            "define(\"/folder/of/our/files/\")",
        ],
    )
}

/// Files of another host that does not let pages look at them.
#[test]
fn what_cannot_be_looked_at_is_named() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let open = [("Access-Control-Allow-Origin".to_owned(), "*".to_owned())];
        let mut routes = Dist::built()?.without(FILE).routes(KIT, &open);
        routes.push(Route::bytes(&format!("{KIT}{FILE}"), "text/plain", "no"));
        let server = Server::start(0, routes)?;
        let tag =
            format!(r#"<script async src="{}{KIT}burnout-screener.js"></script>"#, server.url(""));
        let said = says(browser, Host::plain()?.body(&tag)).await?;
        for words in ["cannot be looked at from this page", "look whether"] {
            ensure!(said.contains(words), "{words:?} is not in {said}");
        }
        browser.excuse("CORS policy");
        browser.excuse("Failed to load resource");
        Ok(())
    })
}

#[test]
fn on_a_failure_the_console_has_it_once_and_the_page_has_not() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let one = "<burnout-screener></burnout-screener>";
        let host = Host::plain()?.body(&[one, one, &tag("")].concat());
        let host = host.dist(|dist| dist.without(FILE));
        let _site = host.open(browser).await?;
        for number in 0..2 {
            Person::looking(browser, Way::OnHost(number))?.sees_panel().await?;
        }
        browser.expect_message("one thing stands in the way").await?;
        browser.excuse("the self-check is not shown");
        browser.excuse("Failed to load resource");
        browser.settled().await?;
        let said =
            browser.console().iter().filter(|line| line.contains("stands in the way")).count();
        assert_eq!(said, 1);
        assert_eq!(browser.host(SAID).await?, Value::Null);
        Ok(())
    })
}

#[test]
fn without_the_doctor_one_line_says_so_and_the_panel_stands() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let host =
            Host::plain()?.dist(|dist| dist.without(FILE).without("burnout-screener.check.js"));
        let _site = host.open(browser).await?;
        Person::looking(browser, Way::OnHost(0))?.sees_least().await?;
        browser.expect_message("what is in the way:").await?;
        browser.excuse("the self-check is not shown");
        browser.excuse("Failed to load resource");
        Ok(())
    })
}

/// A server that shows our file as text is noticed as soon as it has done so, and nobody sees the text.
#[test]
fn nobody_sees_the_source_of_a_file() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let note = "<script>window.seen = false;
            const look = () => {
                const frame = document.querySelector('burnout-screener')?.shadowRoot?.querySelector('iframe');
                if (frame?.checkVisibility({ visibilityProperty: true })) window.seen = true;
                requestAnimationFrame(look);
            };
            look()</script>";
        let _site = served("text/plain", &[])?.head(note).open(browser).await?;
        let begun = std::time::Instant::now();
        Person::looking(browser, Way::OnHost(0))?.sees_panel().await?;
        let taken = begun.elapsed();
        ensure!(taken.as_secs() < 5, "it took {taken:?} in place of an instant");
        assert_eq!(browser.host("return window.seen").await?, false);
        browser.excuse("the self-check is not shown");
        Ok(())
    })
}

#[test]
fn the_panel_has_the_clinics_contact_and_the_line_of_its_region_first() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let attributes = r#"data-region="AU" data-theme="dark" data-contact-name="<b>Ann</b>" data-contact-phone="555-0142" data-contact-link="https://clinic.example/talk""#;
        let host = Host::with(attributes)?.dist(|dist| dist.without(FILE));
        let _site = host.open(browser).await?;
        let panel = Person::looking(browser, Way::OnHost(0))?;
        panel.sees_panel().await?;
        let said: String = panel.ask("return said(root.querySelector('.say'))").await?;
        let at =
            |words: &str| said.find(words).with_context(|| format!("{words:?} is not in {said}"));
        let name = panel.texts.fill("places.contact", &[("name", "<b>Ann</b>")])?;
        ensure!(at(&name)? < at("555-0142")? && at("555-0142")? < at("13 11 14")?, "{said}");
        ensure!(at("13 11 14")? < at("988")?, "{said}");
        at("https://clinic.example/talk")?;
        let colours: [String; 2] = panel
            .ask("const { color, backgroundColor } = getComputedStyle(root.querySelector('.say')); return [color, backgroundColor]")
            .await?;
        assert_eq!(
            colours,
            ["rgb(242, 236, 228)", "rgb(27, 24, 21)"],
            "as the self-check in the dark"
        );
        browser.excuse("the self-check is not shown");
        browser.excuse("Failed to load resource");
        Ok(())
    })
}
