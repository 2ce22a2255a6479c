//! What a page can count that asks the browser at every moment whether there has just been a press, and uses that up: how many
//! presses there were, and so nothing of what was answered by them. By keys: a question for a payment that is still open takes the
//! presses of a mouse.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};

/// So many statements are answered.
const MANY: u64 = 5;
/// From this one on.
const FIRST: &str = "exhausted_despite_rest";
/// The browser tells the page of a press a little later.
const TOLD: Duration = Duration::from_millis(400);

/// To ask for a payment uses the press up, whatever comes of it.
const COUNT: &str = r#"<script>
    window.presses = 0;
    const pay = () => new PaymentRequest([{ supportedMethods: "none" }], { total: { label: "Nothing", amount: { currency: "EUR", value: "1" } } }).show();
    setInterval(() => {
        if (!navigator.userActivation.isActive) return;
        presses += 1;
        pay().catch(() => {});
    }, 4);
</script>"#;

/// How many presses the page counts while each statement is answered with this option, by Tab and Enter or by its digit.
fn counted(by_tab: bool, option: usize) -> Result<u64> {
    let mut counted = None;
    visit(&Look::new(390, 900), async |browser| {
        // One such question may still be open when the next is asked: the press is used up all the same.
        browser.excuse("Another PaymentRequest");
        let _site = Host::plain()?.head(COUNT).open(browser).await?;
        let way = Way::Frames(0);
        let quick = Person::by(browser, way, Hand::Quick).await?;
        quick.reach(FIRST, &Answers::strain(2, 2, 2)).await?;
        let person = Person::by(browser, way, Hand::Keys).await?;
        person.ask::<()>("every('.step h2')[0].focus({ preventScroll: true })").await?;
        tokio::time::sleep(TOLD).await;
        browser.host("presses = 0").await?;
        for _ in 0..MANY {
            if by_tab {
                person.answers_by_tab(option).await?;
            } else {
                person.answers_as_it_lies(option).await?;
            }
        }
        tokio::time::sleep(TOLD).await;
        counted = browser.host("return presses").await?.as_u64();
        Ok(())
    })?;
    counted.context("nothing was counted")
}

#[test]
fn a_page_counts_one_press_for_each_digit_whatever_it_is() -> Result<()> {
    for option in [0, 4] {
        let counted = counted(false, option)?;
        ensure!(counted == MANY, "option {option}: {counted} presses");
    }
    Ok(())
}

/// It is also how we know that it counts.
#[test]
fn who_goes_to_an_answer_with_tab_is_counted_at_every_step() -> Result<()> {
    let [first, last] = [counted(true, 0)?, counted(true, 4)?];
    ensure!(last >= first + 4 * MANY, "{first} presses to the first options, {last} to the last");
    Ok(())
}
