//! From the script tag to each result, by mouse, in the isolated mode.

use anyhow::Result;
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use browser_tests::texts::Texts;

/// Goes from the tag to the result and compares its headline; gives the whole text of the result.
fn leads_to(answers: &Answers, headline: &str) -> Result<()> {
    leads_to_with(answers, headline, &[])
}

/// The same, and each of these sentences must be there too.
fn leads_to_with(answers: &Answers, headline: &str, sentences: &[String]) -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::by(browser, Way::Frames(0), Hand::Mouse).await?;
        assert_eq!(person.step().await?, "welcome");
        person.finish(answers).await?;
        assert_eq!(person.heading().await?, headline);
        let words = person.words().await?;
        for sentence in sentences {
            assert!(words.contains(sentence), "{sentence:?} is not in {words:?}");
        }
        Ok(())
    })
}

fn looks_like(texts: &Texts, name: &str) -> Result<String> {
    texts.fill("result.looks_like", &[("name", texts.say(name)?)])
}

#[test]
fn low_answers_lead_to_no_notable_strain() -> Result<()> {
    let texts = Texts::read()?;
    leads_to(&Answers::strain(0, 0, 0), texts.say("result.no_strain")?)
}

#[test]
fn tiredness_alone_leads_to_everyday_tiredness() -> Result<()> {
    let texts = Texts::read()?;
    leads_to(&Answers::strain(0, 0, 4), &looks_like(&texts, "name.tiredness")?)
}

#[test]
fn high_burnout_items_lead_to_burnout() -> Result<()> {
    let texts = Texts::read()?;
    leads_to_with(
        &Answers::strain(4, 0, 1),
        &looks_like(&texts, "name.burnout")?,
        &[texts.say("why.agrees")?.to_owned(), texts.say("sure.clear")?.to_owned()],
    )
}

#[test]
fn high_items_on_the_suffering_of_others_lead_to_compassion_fatigue() -> Result<()> {
    let texts = Texts::read()?;
    leads_to_with(
        &Answers::strain(0, 4, 1),
        &looks_like(&texts, "name.compassion_fatigue")?,
        &[texts.say("why.differs")?.to_owned()],
    )
}

fn both(answers: &Answers, lead: &str, name: Option<&str>) -> Result<()> {
    let texts = Texts::read()?;
    let headline = texts.fill("result.both", &[("name", texts.say("name.both")?)])?;
    let lead = match name {
        Some(name) => texts.fill(lead, &[("name", texts.say(name)?)])?,
        None => texts.say(lead)?.to_owned(),
    };
    leads_to_with(answers, &headline, &[lead])
}

#[test]
fn both_strains_at_like_distances_lead_to_both_and_neither_stands_out() -> Result<()> {
    both(&Answers::strain(3, 3, 2), "lead.none", None)
}

#[test]
fn both_strains_with_burnout_far_ahead_name_burnout_as_the_lead() -> Result<()> {
    both(&Answers::strain(4, 2, 2), "lead.named", Some("name.burnout"))
}

#[test]
fn both_strains_with_compassion_fatigue_far_ahead_name_it_as_the_lead() -> Result<()> {
    both(&Answers::strain(3, 4, 2), "lead.named", Some("name.compassion_fatigue"))
}

#[test]
fn strain_without_meeting_suffering_is_not_called_compassion_fatigue() -> Result<()> {
    let texts = Texts::read()?;
    leads_to_with(
        &Answers::strain(4, 4, 1).context("exposure", "never"),
        texts.say("result.strain_without_exposure")?,
        &[texts.say("about.burnout_too")?.to_owned()],
    )
}

#[test]
fn a_score_on_its_line_lies_between_two_results() -> Result<()> {
    let texts = Texts::read()?;
    let names = [("one", texts.say("name.no_strain")?), ("other", texts.say("name.burnout")?)];
    leads_to_with(
        &Answers::strain(2, 0, 0),
        &texts.fill("result.between", &names)?,
        &[texts.say("sure.between")?.to_owned()],
    )
}

#[test]
fn too_few_answers_are_not_enough_for_a_result() -> Result<()> {
    let texts = Texts::read()?;
    leads_to(&Answers::none(), texts.say("result.not_enough")?)
}
