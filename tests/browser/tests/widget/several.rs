//! More than one widget on a page, and widgets that the page takes away, brings back and moves.

use anyhow::Result;
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::hands::Hand;
use browser_tests::host::{Host, tag};
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};

#[test]
fn two_widgets_on_one_page_know_nothing_of_each_other() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let body = format!(
            r#"<burnout-screener id="one" region="AU"></burnout-screener>{}
               <burnout-screener id="two" region="NZ" theme="dark"></burnout-screener>"#,
            tag("")
        );
        let _site = Host::plain()?.body(&body).open(browser).await?;
        let first = Person::by(browser, Way::Frames(0), Hand::Quick).await?;
        let second = Person::by(browser, Way::Frames(1), Hand::Quick).await?;
        assert_eq!(
            browser.host("return document.querySelectorAll('burnout-screener').length").await?,
            2
        );
        first.start().await?;
        first.answer(&Answers::strain(4, 4, 4)).await?;
        assert_eq!(second.step().await?, "welcome");
        second.finish(&Answers::strain(0, 0, 0)).await?;
        assert_eq!(second.heading().await?, second.texts.say("headline.none")?);
        assert!(first.asked().await?.iter().all(|asked| asked.chosen.is_some()));
        first.finish(&Answers::strain(4, 0, 1)).await?;
        assert_eq!(first.heading().await?, first.texts.say("headline.burnout")?);
        assert!(first.words().await?.contains("13 11 14"));
        assert!(second.words().await?.contains("1737"));
        Ok(())
    })
}

#[test]
fn a_removed_widget_begins_anew_when_it_comes_back() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let _site = Host::plain()?.open(browser).await?;
        let person = Person::at(browser).await?;
        person.start().await?;
        person.answer(&Answers::strain(4, 4, 4)).await?;
        browser
            .host("window.kept = document.querySelector('burnout-screener'); kept.remove()")
            .await?;
        browser.until("the frame gone", "return !kept.shadowRoot.querySelector('iframe')").await?;
        browser.host("document.querySelector('#after').before(kept)").await?;
        person.come_back().await?;
        assert_eq!(person.step().await?, "welcome");
        person.finish(&Answers::strain(0, 0, 4)).await?;
        assert_eq!(person.heading().await?, person.texts.say("headline.everyday_tiredness")?);
        Ok(())
    })
}

#[test]
fn an_inline_widget_keeps_its_answers_when_the_page_moves_it() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let host = Host::with(r#"data-mode="inline""#)?;
        let _site = host.open(browser).await?;
        let person = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
        person.start().await?;
        person.answer(&Answers::strain(4, 4, 4)).await?;
        let before = person.asked().await?;
        browser
            .host("document.querySelector('#after').after(document.querySelector('burnout-screener'))")
            .await?;
        browser.settled().await?;
        assert_eq!(person.asked().await?, before);
        person.finish(&Answers::strain(4, 0, 1)).await?;
        assert_eq!(person.heading().await?, person.texts.say("headline.burnout")?);
        Ok(())
    })
}

#[test]
fn a_removed_inline_widget_works_when_it_comes_back() -> Result<()> {
    visit(&Look::desk(), async |browser| {
        let host = Host::with(r#"data-mode="inline""#)?;
        let _site = host.open(browser).await?;
        let person = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
        person.start().await?;
        browser
            .host("window.kept = document.querySelector('burnout-screener'); kept.remove()")
            .await?;
        browser.settled().await?;
        browser.host("document.querySelector('#after').before(kept)").await?;
        person.come_back().await?;
        person.finish(&Answers::strain(0, 0, 0)).await?;
        assert_eq!(person.heading().await?, person.texts.say("headline.none")?);
        Ok(())
    })
}
