//! A page translator at work all the time: it puts each text into elements of its own, takes the old one out, and does so again
//! after every change. Nothing breaks, nothing old is left, and the result is the right one.

use anyhow::{Context, Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::Person;
use serde_json::Value;

/// As those of browsers do it: two `font` elements around each text, in which another one stands. `said()` reads what they put
/// there. What they must leave alone they leave alone, and pictures, in which such an element would not be drawn.
const TRANSLATES: &str = "const mark = (data) => data.replace(/\\S+/g, '$&\u{b7}');
    const frame = document.body;
    const translate = () => {
        const walk = document.createTreeWalker(root.querySelector('.bs'), NodeFilter.SHOW_TEXT);
        const texts = [];
        while (walk.nextNode()) texts.push(walk.currentNode);
        for (const text of texts) {
            if (!text.data.trim() || text.parentElement.closest('[translate=no], font, svg')) continue;
            const [outer, inner] = ['font', 'font'].map((name) => document.createElement(name));
            inner.textContent = mark(text.data);
            outer.append(inner);
            text.replaceWith(outer);
        }
    };
    const wanted = { childList: true, characterData: true, subtree: true };
    window.translator = new MutationObserver(() => {
        window.translator.disconnect();
        translate();
        window.translator.observe(root.querySelector('.bs'), wanted);
    });
    translate();
    window.translator.observe(root.querySelector('.bs'), wanted)";

/// Takes the marks out of every text that stands there, so that a test can read it.
const READ: &str = "const plain = (node) => said(node).replace(/\u{b7}/g, '');";

/// What a person presses, by its words.
const PRESS: &str =
    "const press = (words) => every('button').find((node) => plain(node) === words)";

async fn seen<T: serde::de::DeserializeOwned>(person: &Person<'_>, script: &str) -> Result<T> {
    person.ask(&format!("{READ} {PRESS}; {script}")).await
}

/// All words that are to be seen, as they are without a translator, and which answer is chosen.
const SHOWN: &str = "return [plain(root.querySelector('.bs'))].concat(every('button.option').map((node) => String(node.ariaPressed)))";

/// Goes the whole way and writes down what is to be seen at each step.
async fn walks(browser: &Browser, translated: bool) -> Result<Vec<Vec<String>>> {
    let _site = Host::with(r#"data-region="GB""#)?.open(browser).await?;
    let person = Person::at(browser).await?;
    if translated {
        person.ask::<Value>(TRANSLATES).await?;
    }
    let answers = Answers::strain(4, 1, 2);
    let mut all = Vec::new();
    let turns = ["flow.skip", "nav.next", "nav.back", "question.take_back"];
    let [skip, next, back, take_back] = turns.map(|key| person.texts.say(key).map(str::to_owned));
    let (skip, next, back, take_back) = (skip?, next?, back?, take_back?);
    let mut count = 0;
    loop {
        all.push(seen(&person, SHOWN).await?);
        let step = person.step().await?;
        if step == "result" {
            break;
        }
        count += 1;
        ensure!(count < 120, "it goes on for ever");
        let heading: Option<String> = seen(
            &person,
            "const set = asked()[0]; return set ? said([...set.querySelectorAll('h2')].find(seen), '.kicker, .number').replace(/\u{b7}/g, '') : null",
        )
        .await?;
        let option = match &heading {
            Some(heading) => answers.to(&person.texts, heading)?,
            None => None,
        };
        // An answer is given, changed, taken back and given once more on the way.
        if let (Some(option), 12) = (option, count) {
            choose(&person, option).await?;
            presses(&person, &back).await?;
            all.push(seen(&person, SHOWN).await?);
            presses(&person, &take_back).await?;
            all.push(seen(&person, SHOWN).await?);
            presses(&person, &skip).await?;
            presses(&person, &back).await?;
        }
        match option {
            Some(option) => choose(&person, option).await?,
            None => {
                let on = "const on = every('.step button.primary')[0] ?? press('NEXT') ?? press('SKIP'); on.click(); return true";
                let on = on.replace("NEXT", &next).replace("SKIP", &skip);
                acts(&person, &on).await?;
            }
        }
    }
    // What can be unfolded on the result, one after the other.
    for key in ["fold.details", "fold.keep"] {
        let words = person.texts.say(key)?;
        let turn = format!(
            "every('summary').find((node) => plain(node) === {}).click(); return true",
            Value::from(words)
        );
        acts(&person, &turn).await?;
        all.push(seen(&person, SHOWN).await?);
        acts(&person, &turn).await?;
    }
    let more = person.texts.say("help.more")?.to_owned();
    presses(&person, &more).await?;
    all.push(seen(&person, SHOWN).await?);
    // In another language all of it is new.
    presses(&person, "Español").await?;
    person.until("Spanish", "return root.querySelector('form').lang === 'es'").await?;
    person.browser.settled().await?;
    all.push(seen(&person, SHOWN).await?);
    Ok(all)
}

async fn acts(person: &Person<'_>, script: &str) -> Result<()> {
    ensure!(seen::<bool>(person, script).await.context("nothing to press")?, "{script}");
    person.browser.settled().await?;
    // Longer than what guards against a double tap.
    tokio::time::sleep(std::time::Duration::from_millis(320)).await;
    Ok(())
}

async fn presses(person: &Person<'_>, words: &str) -> Result<()> {
    acts(person, &format!("press({}).click(); return true", Value::from(words))).await
}

async fn choose(person: &Person<'_>, option: usize) -> Result<()> {
    acts(person, &format!("options(asked()[0])[{option}].click(); return true")).await
}

#[test]
fn a_whole_run_under_a_page_translator_shows_the_same_as_without_one() -> Result<()> {
    let mut ways = Vec::new();
    for translated in [false, true] {
        visit(&Look::desk(), async |browser| {
            ways.push(walks(browser, translated).await?);
            Ok(())
        })?;
    }
    let [plain, translated] = ways.as_slice() else { anyhow::bail!("two ways") };
    ensure!(plain.len() > 40, "{} screens", plain.len());
    for (one, other) in plain.iter().zip(translated) {
        assert_eq!(one, other);
    }
    assert_eq!(plain.len(), translated.len());
    Ok(())
}
