//! Crisis lines and support by region, and those that a host brings.

use anyhow::Result;
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use xtask::server::Route;

const OWN: &str = r#"{ "regions": [
    { "id": "NORTH", "name": "The North", "emergency": "199", "lines": [{ "id": "n", "call": "0800 555 0199" }] }
] }"#;

fn file(json: &str) -> Route {
    Route::bytes("/lines.json", "application/json", json)
}

#[test]
fn a_host_adds_its_own_region_and_people_can_choose_another() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let host = Host::with(r#"data-regions="/lines.json" data-region="NORTH""#)?;
        let _site = host.also(file(OWN)).open(browser).await?;
        let person = Person::at(browser).await?;
        person.press(person.texts.say("help.more")?).await?;
        person.reads("Call 0800 555 0199").await?;
        let number: String = person.ask("return every('.lines .number')[0].href").await?;
        assert_eq!(number, "tel:08005550199");
        person.press(person.texts.say("help.change")?).await?;
        let names: Vec<String> =
            person.ask("return every('.regions button').map((each) => said(each))").await?;
        assert_eq!(names.len(), 33);
        assert!(names.contains(&"The North".to_owned()), "{names:?}");
        person.press("Austria").await?;
        person.reads("Call 142").await
    })
}

/// What a page translator does: each text of its own becomes an element of the translator's.
const TRANSLATE: &str = "
    const walk = document.createTreeWalker(root.querySelector('.card'), NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walk.nextNode()) texts.push(walk.currentNode);
    texts.filter((text) => text.data.trim() && !text.parentElement.closest('[translate=no]')).forEach((text) => {
        const font = document.createElement('font');
        font.textContent = text.data.toUpperCase();
        text.replaceWith(font);
    })";

#[test]
fn the_lines_follow_the_region_also_under_a_page_translator() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::with(r#"data-region="GB""#)?.open(browser).await?;
        let person = Person::at(browser).await?;
        person.press(person.texts.say("help.more")?).await?;
        person.press(person.texts.say("help.change")?).await?;
        person.ask::<()>(TRANSLATE).await?;
        let bar = "return root.querySelector('.help-call').textContent";
        assert!(person.ask::<String>(bar).await?.contains("Samaritans 116 123"));
        person.press("AUSTRIA").await?;
        person.until("the line of Austria", "return root.querySelector('.help-call').textContent.includes('TelefonSeelsorge 142')").await?;
        let lines: String =
            person.ask("return root.querySelector('.help-lines').textContent").await?;
        assert!(lines.contains("142") && !lines.contains("116 123"), "{lines}");
        assert!(
            !lines.to_lowercase().contains("english"),
            "nothing is left of the old lines: {lines}"
        );
        Ok(())
    })
}

#[test]
fn numbers_stay_in_one_piece_and_can_be_hit_also_with_text_twice_as_large() -> Result<()> {
    for size in ["100%", "200%"] {
        visit(&Look::new(320, 568), async |browser| {
            let _site = Host::with(r#"data-region="AU""#)?.open(browser).await?;
            let person = Person::at(browser).await?;
            person
                .ask::<()>(&format!("document.documentElement.style.fontSize = '{size}'"))
                .await?;
            let low = "return root.querySelector('.help-bar').getBoundingClientRect().height < 190";
            assert!(
                person.ask::<bool>(low).await?,
                "at {size} the bar leaves two thirds of the screen"
            );
            person.press(person.texts.say("help.more")?).await?;
            let broken: Vec<String> = person
                .ask("return every('.digits').filter((each) => each.getClientRects().length !== 1).map((each) => said(each))")
                .await?;
            assert_eq!(broken, Vec::<String>::new(), "at {size}");
            let outside: Vec<String> = person
                .ask("return every('.digits').filter((each) => each.getBoundingClientRect().right > innerWidth - 4).map((each) => said(each))")
                .await?;
            assert_eq!(outside, Vec::<String>::new(), "at {size}");
            // On the smallest screen with the largest text the two buttons of the bar give the statement a little room.
            let small: Vec<String> = person
                .ask("return every('.help a, .help button').filter((each) => each.getBoundingClientRect().height < (each.closest('.help-bar') ? 40 : 44)).map((each) => said(each))")
                .await?;
            assert_eq!(small, Vec::<String>::new(), "at {size}");
            Ok(())
        })?;
    }
    Ok(())
}

fn keeps_the_built_in_lines(json: &str, complaint: &str) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let host = Host::with(r#"data-regions="/lines.json" data-region="GB""#)?;
        let _site = host.also(file(json)).open(browser).await?;
        let person = Person::at(browser).await?;
        person.press(person.texts.say("help.more")?).await?;
        person.reads("Call 116 123").await?;
        browser.expect_message(complaint).await
    })
}

#[test]
fn lines_of_a_host_that_reach_nobody_are_named_and_the_built_in_ones_stay() -> Result<()> {
    let json = r#"{ "regions": [{ "id": "GB", "lines": [] }] }"#;
    keeps_the_built_in_lines(json, "the region 'GB' has no line with a number or an address")
}

#[test]
fn a_file_of_lines_that_cannot_be_read_is_named_and_the_built_in_ones_stay() -> Result<()> {
    keeps_the_built_in_lines("{ not json", "regions=\"/lines.json\" cannot be read")?;
    keeps_the_built_in_lines(r#"{ "regions": [{ "id": 7 }] }"#, "regions[0].id must be a text")?;
    keeps_the_built_in_lines("null", "the file of regions is not used: must be an object")?;
    keeps_the_built_in_lines("\"GB\"", "the file of regions is not used: must be an object")
}

#[test]
fn addresses_can_be_copied_in_the_frame_and_are_links_beside_it() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::with(r#"data-region="WORLD""#)?.open(browser).await?;
        let person = Person::by(browser, Way::Frames(0), Hand::Mouse).await?;
        person.press(person.texts.say("help.more")?).await?;
        let links: usize = person.ask("return every('a[href^=http]').length").await?;
        assert_eq!(links, 0);
        person.press(person.texts.say("help.copy_short")?).await?;
        person.reads(person.texts.say("help.copied")?).await
    })?;
    visit(&Look::desk(), async |browser| {
        let _site = Host::with(r#"data-region="WORLD" data-mode="inline""#)?.open(browser).await?;
        let person = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
        person.press(person.texts.say("help.more")?).await?;
        let link: [String; 2] = person
            .ask("const [link] = every('a[href^=http]'); return [link.href, link.rel]")
            .await?;
        assert_eq!(link, ["https://findahelpline.com/", "noopener noreferrer"]);
        Ok(())
    })
}

#[test]
fn the_result_says_what_support_there_is_in_the_region() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::with(r#"data-region="AT""#)?.open(browser).await?;
        let person = Person::at(browser).await?;
        person.finish(&Answers::strain(4, 0, 1)).await?;
        person.opens_row("places.title").await?;
        person.reads(person.texts.say("support.AT")?).await?;
        person.reads(person.texts.say("places.occupational")?).await
    })
}
