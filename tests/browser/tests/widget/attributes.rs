//! What a host can set, and that nothing it sets is ever more than data.

use anyhow::{Context, Result};
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::hands::Hand;
use browser_tests::host::{Host, tag};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use serde_json::json;

const INLINE: &str = r#"data-mode="inline""#;

/// Background and text of the button that stands out.
const BUTTON: &str =
    "const { backgroundColor, color } = getComputedStyle(every('button.primary')[0]);
    return [backgroundColor, color].map((text) => text.match(/[0-9.]+/g).slice(0, 3).map(Number))";

fn button_colours(look: &Look, attributes: &str) -> Result<[[f64; 3]; 2]> {
    let mut colours = [[0.0; 3]; 2];
    visit(look, async |browser| {
        let _site = Host::with(attributes)?.open(browser).await?;
        colours = Person::at(browser).await?.ask(BUTTON).await?;
        Ok(())
    })?;
    Ok(colours)
}

/// The contrast of two sRGB colours by WCAG 2.
fn contrast(colours: [[f64; 3]; 2]) -> f64 {
    let linear = |channel: f64| {
        let share = channel / 255.0;
        if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
    };
    let [one, other] = colours.map(|[red, green, blue]| {
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) + 0.05
    });
    one.max(other) / one.min(other)
}

#[test]
fn a_dark_accent_is_used_as_it_is() -> Result<()> {
    let colours = button_colours(&Look::desk(), r##"data-accent="#8a2f5c""##)?;
    assert_eq!(colours[0], [138.0, 47.0, 92.0]);
    assert!(contrast(colours) >= 4.5, "{colours:?}");
    Ok(())
}

#[test]
fn a_pale_accent_is_darkened_until_it_can_be_read() -> Result<()> {
    let colours = button_colours(&Look::desk(), r##"data-accent="#ffe600""##)?;
    let [[red, green, blue], _] = colours;
    assert!(contrast(colours) >= 4.5, "{colours:?}");
    assert!(red > green && green > 60.0 && blue < 10.0, "it is still a yellow: {colours:?}");
    Ok(())
}

#[test]
fn a_dark_accent_is_lightened_on_a_dark_card() -> Result<()> {
    let colours = button_colours(&Look::desk(), r##"data-accent="#201040" data-theme="dark""##)?;
    assert!(contrast(colours) >= 4.5, "{colours:?}");
    Ok(())
}

const CARD: &str = "return getComputedStyle(root.querySelector('.card')).backgroundColor";

fn card_colour(look: &Look, attributes: &str) -> Result<String> {
    let mut colour = String::new();
    visit(look, async |browser| {
        let _site = Host::with(attributes)?.open(browser).await?;
        colour = Person::at(browser).await?.ask(CARD).await?;
        Ok(())
    })?;
    Ok(colour)
}

const LIGHT: &str = "rgb(247, 242, 234)";
const DARK: &str = "rgb(27, 24, 21)";

#[test]
fn the_theme_follows_the_system_unless_the_host_sets_it() -> Result<()> {
    assert_eq!(card_colour(&Look::desk(), "")?, LIGHT);
    assert_eq!(card_colour(&Look::desk().dark(), "")?, DARK);
    assert_eq!(card_colour(&Look::desk(), r#"data-theme="dark""#)?, DARK);
    assert_eq!(card_colour(&Look::desk().dark(), r#"data-theme="light""#)?, LIGHT);
    Ok(())
}

/// How deep the headings of the step, its sections and what is below them lie, as assistive technology is told.
const DEPTHS: &str = "return ['h2', 'h3', 'h4'].map((name) => [...new Set(every(name)
    .map((node) => Number(node.getAttribute('aria-level') ?? name.slice(1))))])";

#[test]
fn headings_lie_as_deep_as_the_host_says() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let cases = [
            ("", [2, 3, 4]),
            (r#"data-heading-level="1""#, [1, 2, 3]),
            (r#"data-heading-level="4""#, [4, 5, 6]),
            (r#"data-heading-level="6""#, [6, 6, 6]),
            (r#"data-mode="inline" data-heading-level="3""#, [3, 4, 5]),
            (r#"data-heading-level="7""#, [2, 3, 4]),
        ];
        for (attributes, depths) in cases {
            let _site = Host::with(attributes)?.open(browser).await?;
            let way = if attributes.contains("inline") { Way::Inline(0) } else { Way::Frames(0) };
            let person = Person::by(browser, way, Hand::Quick).await?;
            person.finish(&Answers::strain(4, 0, 1)).await?;
            person.opens_row("more.title").await?;
            person.unfold("more.all").await?;
            person.until("all advice", "return every('h4').length > 1").await?;
            let found: Vec<Vec<u8>> = person.ask(DEPTHS).await?;
            assert_eq!(found, depths.map(|depth| vec![depth]), "{attributes}");
        }
        browser
            .expect_message(
                r#"heading-level="7" is not used: it must be a whole number from 1 to 6"#,
            )
            .await
    })
}

const NAME: &str = "<img src=x onerror=document.title=1>Ann & <b>Bo</b>";

fn shows_contact_as_text(mode: &str, way: Way) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let attributes = format!(
            r#"{mode} data-contact-name="{NAME}" data-contact-phone="+1 (555) 0142" data-contact-link="https://clinic.example/talk?a=<i>""#
        );
        let _site = Host::with(&attributes)?.open(browser).await?;
        let person = Person::by(browser, way, Hand::Quick).await?;
        person.finish(&Answers::strain(4, 0, 1)).await?;
        person.opens_row("places.title").await?;
        let words = person.words().await?;
        let contact = person.texts.fill("places.contact", &[("name", NAME)])?;
        for text in [&contact, "https://clinic.example/talk?a=<i>", "+1 (555) 0142"] {
            assert!(words.contains(text), "{text:?} is not in {words:?}");
        }
        let markup: u32 = person.ask("return root.querySelectorAll('img, i').length").await?;
        assert_eq!(markup, 0, "what a host writes is never markup");
        let call: String = person
            .ask("return every('a').find((link) => said(link).includes('(555)')).getAttribute('href')")
            .await?;
        assert_eq!(call, "tel:+15550142");
        assert_eq!(browser.host("return document.title").await?, "A host page");
        Ok(())
    })
}

#[test]
fn the_contact_stands_on_the_result_as_plain_text() -> Result<()> {
    shows_contact_as_text("", Way::Frames(0))
}

#[test]
fn the_contact_stands_on_the_inline_result_as_plain_text() -> Result<()> {
    shows_contact_as_text(INLINE, Way::Inline(0))
}

#[test]
fn crisis_lines_of_the_hosts_region_are_one_tap_away_on_every_step() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::with(r#"data-region="AU""#)?.open(browser).await?;
        let person = Person::at(browser).await?;
        let line = person.texts.fill("help.call", &[("number", "13 11 14")])?;
        let open = "return !!root.querySelector('.help-body')";
        let mut steps = 0;
        while person.step().await? != "result" {
            if !person.ask::<bool>(open).await? {
                person.press(person.texts.say("help.more")?).await?;
            }
            person.until("the help open", open).await?;
            let words = person.words().await?;
            assert!(words.contains(&line), "step {steps}: {line:?} is not in {words:?}");
            steps += 1;
            person.go_through(&Answers::strain(4, 4, 4)).await?;
        }
        assert!(steps > 8, "{steps} steps");
        assert!(!person.ask::<bool>(open).await?, "on the result it is the same slim bar");
        assert!(person.words().await?.contains("13 11 14"));
        Ok(())
    })
}

#[test]
fn another_region_can_be_chosen_and_brings_its_lines() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::with(r#"data-region="AU""#)?.open(browser).await?;
        let person = Person::at(browser).await?;
        person.press(person.texts.say("help.more")?).await?;
        let name = person.texts.say("region.NZ")?.to_owned();
        person.press(person.texts.say("help.change")?).await?;
        person.press(&name).await?;
        person
            .until(
                "the lines of New Zealand",
                "return said(root.querySelector('.lines')).includes('1737')",
            )
            .await?;
        person.start().await?;
        let bar: String = person.ask("return root.querySelector('.help-bar').textContent").await?;
        assert!(bar.contains("1737"), "the choice holds on the next step: {bar}");
        Ok(())
    })
}

#[test]
fn the_print_button_prints_the_frame_once() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        person.finish(&Answers::strain(4, 0, 1)).await?;
        person.ask::<()>("window.printed = 0; window.print = () => { printed += 1 }").await?;
        person.opens_row("fold.keep").await?;
        person.press(person.texts.say("take.print").context("no button")?).await?;
        person.until("one print", "return printed === 1").await
    })
}

/// The frames stay in one process here: the pretence of paper reaches no other.
#[test]
fn on_paper_the_result_is_all_there_and_has_nothing_to_press() -> Result<()> {
    let look = Look::desk().without("IsolateSandboxedIframes");
    visit(&look, async |browser| {
        let _site = Host::with(r#"data-theme="dark""#)?.open(browser).await?;
        let person = Person::at(browser).await?;
        person.finish(&Answers::strain(4, 0, 1)).await?;
        let headline = person.heading().await?;
        browser.devtools("Emulation.setEmulatedMedia", json!({ "media": "print" })).await?;
        person.until("paper", "return matchMedia('print').matches").await?;
        assert_eq!(person.heading().await?, headline);
        let ink: String =
            person.ask("return getComputedStyle(root.querySelector('.card')).color").await?;
        assert_eq!(ink, "rgb(0, 0, 0)");
        assert_eq!(person.ask::<String>(CARD).await?, "rgb(255, 255, 255)");
        assert_eq!(person.ask::<u32>("return every('button, select').length").await?, 0);
        let copies = "return [...root.querySelectorAll('.twin')].filter((node) => node.getClientRects().length).length";
        assert_eq!(person.ask::<u32>(copies).await?, 0, "the layout copies take no paper");
        let words = person.words().await?;
        for key in ["map.title", "why.title", "meaning.title", "carries.title"] {
            assert!(words.contains(person.texts.say(key)?), "{key} is not printed");
        }
        Ok(())
    })
}

/// Each message stands in the console once, and the self-check is there all the same.
fn is_named(host: Host, way: Way, messages: &[&str]) -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = host.open(browser).await?;
        Person::by(browser, way, Hand::Quick).await?;
        for message in messages {
            browser.expect_message(message).await?;
        }
        browser.settled().await?;
        let console = browser.console();
        let named = console.iter().filter(|line| line.contains("the attribute")).count();
        assert_eq!(named, messages.len(), "{console:#?}");
        Ok(())
    })
}

const ON_TAG: &str = r#"data-regoin="GB" data-colour="red" data-theme="pink" theme="dark""#;
const OF_TAG: [&str; 4] = [
    "the attribute 'data-regoin' is not known: is 'data-region' meant?",
    "the attribute 'data-colour' is not known",
    "the attribute 'theme' is not known: is 'data-theme' meant?",
    r#"the attribute theme="pink" is not used: it must be auto, light or dark"#,
];

#[test]
fn what_is_misspelt_on_the_tag_is_named_once() -> Result<()> {
    is_named(Host::with(ON_TAG)?, Way::Frames(0), &OF_TAG)
}

#[test]
fn what_is_misspelt_on_the_tag_is_named_once_inline() -> Result<()> {
    is_named(Host::with(&format!("{INLINE} {ON_TAG}"))?, Way::Inline(0), &OF_TAG)
}

#[test]
fn what_is_misspelt_on_an_element_is_named_once() -> Result<()> {
    let element = r#"<burnout-screener id="a" class="b" data-region="AU" acent="red" aria-label="c" idle="5 ">"#;
    let host = Host::plain()?.body(&format!("{element}</burnout-screener>{}", tag("")));
    let messages = [
        "the attribute 'data-region' is not known: is 'region' meant?",
        "the attribute 'acent' is not known: is 'accent' meant?",
    ];
    is_named(host, Way::Frames(0), &messages)
}

#[test]
fn a_text_that_is_far_too_long_is_named_too() -> Result<()> {
    let attributes = format!(r#"data-contact-name="{}""#, "x".repeat(3000));
    let message = "is not used: it must be 120 characters at most";
    is_named(Host::with(&attributes)?, Way::Frames(0), &[message])
}
