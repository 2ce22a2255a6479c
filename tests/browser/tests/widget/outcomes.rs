//! From the script tag to each result, in the isolated mode: to one of them by mouse.

use anyhow::Result;
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use browser_tests::texts::Texts;

/// Goes from the tag to the result and compares its headline; each of these sentences must be there too.
fn leads_to_with(
    hand: Hand,
    answers: &Answers,
    headline: &str,
    sentences: &[String],
) -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::by(browser, Way::Frames(0), hand).await?;
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

/// What the headline of a finding says to somebody at work.
fn says(answers: &Answers, headline: &str, sentences: &[&str]) -> Result<()> {
    says_by(Hand::Quick, answers, headline, sentences)
}

fn says_by(hand: Hand, answers: &Answers, headline: &str, sentences: &[&str]) -> Result<()> {
    let texts = Texts::read()?;
    let sentences: Vec<String> =
        sentences.iter().map(|key| Ok(texts.say(key)?.to_owned())).collect::<Result<_>>()?;
    leads_to_with(hand, answers, texts.say(headline)?, &sentences)
}

#[test]
fn low_answers_lead_to_no_notable_strain() -> Result<()> {
    says(&Answers::strain(0, 0, 0), "headline.none", &["sure.settled"])
}

#[test]
fn high_burnout_items_lead_to_burnout() -> Result<()> {
    says(
        &Answers::strain(4, 0, 1),
        "headline.burnout",
        &["verdict.clearly_above", "joined.cause_agrees", "sure.settled"],
    )
}

#[test]
fn high_items_on_the_suffering_of_others_lead_to_compassion_fatigue() -> Result<()> {
    let keys = ["verdict.clearly_above", "joined.cause_differs"];
    says(&Answers::strain(0, 4, 1), "headline.compassion_fatigue", &keys)
}

#[test]
fn both_strains_at_like_distances_lead_to_both_and_neither_stands_out() -> Result<()> {
    says_by(Hand::Mouse, &Answers::strain(4, 4, 1), "headline.both", &["about.no_lead"])
}

#[test]
fn both_strains_and_tiredness_lead_with_a_doctor_before_the_first_step() -> Result<()> {
    says(&Answers::strain(4, 4, 4), "headline.both", &["joined.distress"])
}

#[test]
fn strain_without_meeting_suffering_is_not_called_compassion_fatigue() -> Result<()> {
    let answers = Answers::strain(4, 4, 1).context("exposure", "never");
    let headline = "headline.strain_without_exposure_and_burnout";
    says(&answers, headline, &["verdict.unexposed", "about.strain_without_exposure"])
}

#[test]
fn a_score_on_its_line_could_be_either() -> Result<()> {
    says(&Answers::strain(2, 0, 0), "headline.burnout_near", &["verdict.just_above"])
}

#[test]
fn too_few_answers_are_not_enough_for_a_result() -> Result<()> {
    says(&Answers::none(), "headline.not_enough", &["verdict.open", "map.none"])
}
