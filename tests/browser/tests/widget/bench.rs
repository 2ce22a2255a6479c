use anyhow::Result;
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use std::time::Instant;
#[test]
fn bench() -> Result<()> {
    for (name, look, hand) in [
        ("tall mouse", Look::tall(), Hand::Mouse),
        ("tall quick", Look::tall(), Hand::Quick),
        ("desk quick", Look::desk(), Hand::Quick),
        ("2400 mouse", Look::new(1280, 2400), Hand::Mouse),
        ("320 quick", Look::phone(320), Hand::Quick),
    ] {
        let t = Instant::now();
        visit(&look, async |browser| {
            eprintln!("{name} session {:?}", t.elapsed());
            let _site = Host::plain()?.open(browser).await?;
            eprintln!("open {:?}", t.elapsed());
            let person = Person::by(browser, Way::Frames(0), hand).await?;
            eprintln!("there {:?}", t.elapsed());
            let n = Instant::now();
            for _ in 0..20 {
                let _: i32 = person.ask("return 1").await?;
            }
            eprintln!("ask {:?}", n.elapsed() / 20);
            person.finish(&Answers::strain(4, 0, 0)).await?;
            eprintln!("result {:?}", t.elapsed());
            Ok(())
        })?;
        eprintln!("over {:?}", t.elapsed());
    }
    Ok(())
}
