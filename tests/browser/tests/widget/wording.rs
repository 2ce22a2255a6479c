//! Unpaid caring is not work: the questions and the result say so.

use anyhow::Result;
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::Person;

const ITEM: &str = "last_of_strength";

#[test]
fn someone_who_cares_for_a_relative_reads_of_caring_and_of_caregiving_exhaustion() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        let texts = &person.texts;
        let answers = Answers::strain(4, 0, 1).caring();
        let (work, caring) = (texts.item(ITEM, "work")?, texts.item(ITEM, "caring")?);
        person.reach(ITEM, &answers).await?;
        let words = person.words().await?;
        assert!(words.contains(caring), "{caring:?} is not in {words:?}");
        assert!(!words.contains(work), "{work:?} is in {words:?}");
        person.finish(&answers).await?;
        let headline = texts.say_to("headline.burnout", "caring")?;
        assert_eq!(person.heading().await?, headline);
        let words = person.words().await?;
        assert!(words.contains(texts.scale("burnout", "caring")?));
        assert!(!words.contains(texts.say("headline.burnout")?));
        Ok(())
    })
}

#[test]
fn both_strains_in_a_carer_are_caregiving_exhaustion_with_compassion_fatigue() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        let texts = &person.texts;
        person.finish(&Answers::strain(4, 3, 1).caring()).await?;
        let headline = texts.say_to("headline.both_burnout_leads", "caring")?;
        assert_eq!(person.heading().await?, headline);
        assert!(!person.words().await?.contains("urnout"), "it is called exhaustion");
        Ok(())
    })
}
