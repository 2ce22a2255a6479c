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
        person.unfold("help.summary").await?;
        person.reads("Call 0800 555 0199").await?;
        let number: String = person.ask("return every('.lines .number')[0].href").await?;
        assert_eq!(number, "tel:08005550199");
        let options: Vec<String> = person
            .ask("return [...root.querySelectorAll('.region option')].map((each) => each.text)")
            .await?;
        assert_eq!(options.len(), 18);
        let austria = "const list = root.querySelector('.region select');
            list.selectedIndex = [...list.options].findIndex((each) => each.text === 'Austria');
            list.dispatchEvent(new Event('change', { bubbles: true }))";
        person.ask::<()>(austria).await?;
        person.reads("Call 142").await
    })
}

fn keeps_the_built_in_lines(json: &str, complaint: &str) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let host = Host::with(r#"data-regions="/lines.json" data-region="GB""#)?;
        let _site = host.also(file(json)).open(browser).await?;
        let person = Person::at(browser).await?;
        person.unfold("help.summary").await?;
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
    keeps_the_built_in_lines(r#"{ "regions": [{ "id": 7 }] }"#, "regions[0].id must be a text")
}

#[test]
fn addresses_can_be_copied_in_the_frame_and_are_links_beside_it() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::with(r#"data-region="WORLD""#)?.open(browser).await?;
        let person = Person::by(browser, Way::Frames(0), Hand::Mouse).await?;
        person.unfold("help.summary").await?;
        let links: usize = person.ask("return every('a[href^=http]').length").await?;
        assert_eq!(links, 0);
        person.press(person.texts.say("help.copy_short")?).await?;
        person.reads(person.texts.say("help.copied")?).await
    })?;
    visit(&Look::desk(), async |browser| {
        let _site = Host::with(r#"data-region="WORLD" data-mode="inline""#)?.open(browser).await?;
        let person = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
        person.unfold("help.summary").await?;
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
        person.reads(person.texts.say("support.AT")?).await?;
        person.unfold("places.kinds").await?;
        person.reads(person.texts.say("places.occupational")?).await
    })
}
