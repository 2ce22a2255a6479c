//! Back, skip, take back, erase: nothing is lost by accident, and everything goes when asked to.

use anyhow::{Context, Result};
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Asked, Person};

const SKIPPED: [&str; 2] = ["dreaded_start", "dreams"];

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
            person.next().await?;
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

#[test]
fn left_out_items_are_offered_together_and_stay_while_they_are_answered() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        let full = Answers::strain(3, 0, 1);
        let partial = SKIPPED.iter().fold(full.clone(), |answers, item| answers.skip(item));
        let review = person.texts.say("review.place")?.to_owned();
        person.start().await?;
        while person.place().await? != review {
            person.answer(&partial).await?;
            person.next().await?;
        }
        let expected = SKIPPED
            .iter()
            .map(|item| person.texts.item(item, "work").map(str::to_owned))
            .collect::<Result<Vec<_>>>()?;
        let texts =
            |asked: &[Asked]| asked.iter().map(|asked| asked.text.clone()).collect::<Vec<_>>();
        let asked = person.asked().await?;
        assert_eq!(texts(&asked), expected);
        assert_eq!(chosen(&asked), [None, None]);
        person.answer(&partial.clone().item("dreaded_start", 3)).await?;
        let asked = person.asked().await?;
        assert_eq!(texts(&asked), expected, "an answered item stays");
        assert_eq!(chosen(&asked), [Some(3), None]);
        person.go_by("nav.result").await?;
        assert_eq!(person.step().await?, "result");
        person.go_by("result.answer_more").await?;
        let left = texts(&person.asked().await?);
        assert_eq!(Some(left.as_slice()), expected.get(1..), "only what is still missing");
        Ok(())
    })
}

#[test]
fn someone_who_skips_everything_can_go_straight_to_the_result() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        let review = person.texts.say("review.place")?.to_owned();
        person.start().await?;
        while person.place().await? != review {
            let off: bool = person
                .ask("return every('button.primary').some((node) => node.disabled || node.ariaDisabled)")
                .await?;
            assert!(!off, "Next is open although nothing is answered");
            person.next().await?;
        }
        person.go_by("nav.result").await?;
        assert_eq!(person.heading().await?, person.texts.say("result.not_enough")?);
        Ok(())
    })
}

#[test]
fn an_answer_can_be_taken_back() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        let answers = Answers::strain(2, 2, 2);
        person.reach("busy_day", &answers).await?;
        assert!(person.asked().await?.iter().all(|asked| !asked.take_back));
        person.answer(&answers).await?;
        let before = person.asked().await?;
        assert!(before.iter().all(|asked| asked.take_back && asked.chosen == Some(2)));
        person.tap(".take-back").await?;
        let taken = "return !asked()[0].querySelector('input:checked')";
        person.until("the first answer gone", taken).await?;
        let after = person.asked().await?;
        let (first, rest) = after.split_first().context("no questions")?;
        assert!(!first.take_back);
        assert_eq!(Some(rest), before.get(1..), "the others stay");
        person.next().await?;
        person.back().await?;
        assert_eq!(person.asked().await?, after, "and it stays taken back");
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
        let review = person.texts.say("review.place")?.to_owned();
        let work = person.texts.item("took_all_energy", "work")?.to_owned();
        let mut asked = Vec::new();
        while person.place().await? != review {
            asked.extend(person.asked().await?);
            person.next().await?;
        }
        assert_eq!(asked.len(), 31);
        assert!(asked.iter().all(|asked| asked.chosen.is_none()));
        assert!(asked.iter().any(|asked| asked.text == work), "the role is forgotten too");
        Ok(())
    })
}
