//! Back, skip, take back, erase: nothing is lost by accident, and everything goes when asked to.

use anyhow::Result;
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Asked, Person};

const SKIPPED: [&str; 2] = ["dread_at_thought", "spoiled_good_moments"];

fn chosen(asked: &[Asked]) -> Vec<Option<usize>> {
    asked.iter().map(|asked| asked.chosen).collect()
}

#[test]
fn answers_are_kept_on_going_back() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        let answers = Answers::strain(3, 1, 2);
        person.start().await?;
        let mut pages = Vec::new();
        for _ in 0..4 {
            person.answer(&answers).await?;
            pages.push(person.asked().await?);
            person.forward().await?;
        }
        for page in pages.iter().rev() {
            person.back().await?;
            assert_eq!(&person.asked().await?, page);
        }
        person.back().await?;
        assert_eq!(person.step().await?, "welcome");
        person.start().await?;
        assert_eq!(Some(&person.asked().await?), pages.first(), "the welcome loses nothing either");
        person.finish(&answers).await?;
        person.back().await?;
        assert!(person.asked().await?.iter().all(|asked| asked.chosen.is_some()));
        Ok(())
    })
}

/// Answers everything until what was left out comes back.
async fn comes_to_what_was_left_out(person: &Person<'_>, answers: &Answers) -> Result<()> {
    let again = person.texts.say("flow.again")?.to_owned();
    while person.place().await? != again {
        person.go_through(answers).await?;
    }
    Ok(())
}

async fn text(person: &Person<'_>) -> Result<String> {
    Ok(person.asked().await?.into_iter().map(|asked| asked.text).collect())
}

#[test]
fn left_out_items_come_back_once_one_by_one() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        let full = Answers::strain(3, 0, 1);
        let partial = SKIPPED.iter().fold(full, |answers, item| answers.skip(item));
        let [first, second] = SKIPPED.map(|item| person.texts.item(item, "work").unwrap_or(""));
        person.start().await?;
        comes_to_what_was_left_out(&person, &partial).await?;
        assert_eq!(text(&person).await?, first);
        assert_eq!(chosen(&person.asked().await?), [None]);
        person.answer(&partial.clone().item(SKIPPED[0], 3)).await?;
        assert_eq!(text(&person).await?, first, "an answered item stays");
        person.next().await?;
        assert_eq!(text(&person).await?, second);
        person.go_by("flow.without").await?;
        person.finish(&partial).await?;
        person.opens_row("fold.details").await?;
        person.go_by("result.answer_more").await?;
        assert_eq!(text(&person).await?, second, "only what is still missing");
        person.forward().await?;
        assert_eq!(person.step().await?, "result", "and straight back");
        Ok(())
    })
}

#[test]
fn someone_who_skips_everything_can_go_straight_to_the_result() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        person.start().await?;
        comes_to_what_was_left_out(&person, &Answers::none()).await?;
        person.go_by("flow.without").await?;
        person.finish(&Answers::none()).await?;
        assert_eq!(person.heading().await?, person.texts.say("headline.not_enough")?);
        Ok(())
    })
}

#[test]
fn an_answer_can_be_cleared() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        let answers = Answers::strain(2, 2, 2);
        person.reach("sleepy_when_needed_awake", &answers).await?;
        assert!(person.asked().await?.iter().all(|asked| !asked.take_back));
        person.answer(&answers).await?;
        let before = person.asked().await?;
        assert!(before.iter().all(|asked| asked.take_back && asked.chosen == Some(2)));
        person.press(person.texts.say("question.take_back")?).await?;
        let gone = "return !asked()[0].querySelector('[aria-pressed=true]') && active() === every('.step h2')[0]";
        person.until("the answer gone, and the focus on the statement", gone).await?;
        let after = person.asked().await?;
        assert!(after.iter().all(|asked| !asked.take_back));
        person.forward().await?;
        person.back().await?;
        assert_eq!(person.asked().await?, after, "and it stays cleared");
        Ok(())
    })
}

#[test]
fn starting_over_erases_everything() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        person.finish(&Answers::strain(4, 4, 4).caring()).await?;
        person.go_by("restart.button").await?;
        assert_eq!(person.step().await?, "welcome");
        person.start().await?;
        let review = person.texts.say("flow.again")?.to_owned();
        let helping = person.texts.item("last_of_strength", "helping")?.to_owned();
        let mut asked = Vec::new();
        while person.place().await? != review {
            asked.extend(person.asked().await?);
            person.forward().await?;
        }
        assert_eq!(asked.len(), 32, "role, exposure and thirty statements");
        assert!(asked.iter().all(|asked| asked.chosen.is_none()));
        assert!(asked.iter().any(|asked| asked.text == helping), "the role is forgotten too");
        Ok(())
    })
}
