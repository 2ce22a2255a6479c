//! The short form comes to the same result sooner; the soft question for a second look is asked inside and not seen from outside.

use anyhow::Result;
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::Person;
use browser_tests::texts::Texts;

/// A clock on which a minute passes between any two looks at it.
const UNHURRIED: &str = "const now = performance.now.bind(performance);
    let minutes = 0;
    performance.now = () => now() + 60000 * ++minutes;
    return true";

/// How many steps it takes to the result, its headline, and what is said there.
fn to_the_result(attributes: &str, answers: &Answers) -> Result<(usize, String, String)> {
    let mut found = (0, String::new(), String::new());
    visit(&Look::desk(), async |browser| {
        let _site = Host::with(attributes)?.open(browser).await?;
        let person = Person::at(browser).await?;
        let mut steps = 0;
        while person.step().await? != "result" {
            if person.step().await? == "questions" {
                person.answer(answers).await?;
            }
            person.forward().await?;
            steps += 1;
        }
        found = (steps, person.heading().await?, person.words().await?);
        Ok(())
    })?;
    Ok(found)
}

#[test]
fn the_short_form_takes_fewer_steps_to_the_same_result_and_says_what_is_less_exact() -> Result<()> {
    let answers = Answers::strain(0, 0, 0);
    let (full, headline, words) = to_the_result("", &answers)?;
    let (short, same, said) = to_the_result(r#"data-length="short""#, &answers)?;
    assert_eq!(same, headline);
    assert!(short < full, "{short} of {full} steps");
    let texts = Texts::read()?;
    let sentence = texts.say("sure.ended_early")?;
    assert!(said.contains(sentence), "{sentence:?} is not in {said:?}");
    assert!(!words.contains(sentence), "the full form asks everything");
    Ok(())
}

#[test]
fn haste_asks_for_a_second_look_once_and_back_leads_to_the_questions() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        let ask = person.texts.say("sure.look_again")?.to_owned();
        person.finish(&Answers::strain(4, 0, 1)).await?;
        let headline = person.heading().await?;
        assert!(person.words().await?.contains(&ask));
        person.back().await?;
        assert_eq!(person.step().await?, "questions");
        person.forward().await?;
        assert_eq!(person.heading().await?, headline);
        assert!(!person.words().await?.contains(&ask), "nobody is asked twice");
        Ok(())
    })
}

#[test]
fn somebody_who_takes_their_time_is_not_asked_for_a_second_look() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        assert!(person.ask::<bool>(UNHURRIED).await?);
        person.finish(&Answers::strain(4, 0, 1)).await?;
        let ask = person.texts.say("sure.look_again")?;
        assert!(!person.words().await?.contains(ask));
        Ok(())
    })
}
