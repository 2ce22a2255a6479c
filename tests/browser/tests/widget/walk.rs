//! A walk by chance over two tabs, files and passphrases: no check is lost, and no lock is lowered.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::checks::checks;
use browser_tests::downloads::Downloads;
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use browser_tests::tabs::Tab;
use serde_json::Value;

const ACTS: usize = 16;
const SEED: u64 = 20_260_903;

/// Chance that comes out the same each time (xorshift).
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % end as u64) as usize
    }
}

/// Checks, by the order in which they were made.
type Checks = BTreeSet<usize>;

/// A file that was saved: what has to be in it, and what opens it.
struct Saved {
    path: PathBuf,
    checks: Checks,
    passphrase: Option<String>,
}

/// A tab, and what has to be true of it.
struct Seat<'a> {
    tab: Tab,
    person: Person<'a>,
    present: usize,
    opened: Checks,
    passphrase: Option<String>,
}

struct Walk<'a> {
    browser: &'a Browser,
    downloads: Downloads,
    chance: Chance,
    seats: [Seat<'a>; 2],
    files: Vec<Saved>,
    /// What the browser keeps.
    store: Checks,
    made: usize,
}

async fn sits<'a>(browser: &'a Browser, address: &str, present: usize) -> Result<Seat<'a>> {
    browser.open(address).await?;
    let person = Person::by(browser, Way::Inline(0), Hand::Quick).await?;
    let tab = browser.tab().await?;
    let mut seat = Seat { tab, person, present, opened: Checks::new(), passphrase: None };
    seat.checks(present).await?;
    Ok(seat)
}

impl Seat<'_> {
    /// One more check, from the welcome to the result.
    async fn checks(&mut self, number: usize) -> Result<()> {
        self.present = number;
        self.person.finish(&Answers::strain(3, 1, 1)).await?;
        self.person.opens_row("fold.keep").await?;
        for fold in ["again.protect", "earlier.title"] {
            self.person.unfold(fold).await?;
        }
        Ok(())
    }
}

impl<'a> Walk<'a> {
    async fn begins(browser: &'a Browser, address: &str) -> Result<Self> {
        let downloads = Downloads::of(browser).await?;
        let first = sits(browser, address, 0).await?;
        browser.new_tab().await?;
        let second = sits(browser, address, 1).await?;
        Ok(Self {
            browser,
            downloads,
            chance: Chance(SEED),
            seats: [first, second],
            files: Vec::new(),
            store: Checks::new(),
            made: 2,
        })
    }

    async fn acts(&mut self) -> Result<()> {
        let [first, second] = &mut self.seats;
        let seat = if self.chance.below(2) == 0 { first } else { second };
        self.browser.turn_to(&seat.tab).await?;
        let Seat { person, present, opened, passphrase, .. } = seat;
        let earlier = |opened: &Checks| -> Checks {
            self.store.union(opened).copied().filter(|check| check != present).collect()
        };
        let all =
            |opened: &Checks| -> Checks { earlier(opened).into_iter().chain([*present]).collect() };
        match self.chance.below(8) {
            0 | 1 if !self.files.is_empty() => {
                let place = self.chance.below(self.files.len());
                let file = self.files.get(place).context("no such file")?;
                let before = earlier(opened);
                if let Some(right) = &file.passphrase {
                    // A wrong guess changes nothing.
                    person.tries(&file.path, "a wrong guess").await?;
                    person.reads(person.texts.say("earlier.wrong")?).await?;
                    person.guesses(right).await?;
                    *passphrase = Some(right.clone());
                } else {
                    person.choose_file(&file.path).await?;
                }
                opened.extend(&file.checks);
                let now = earlier(opened);
                person.reads_opened(now.difference(&before).count(), now.len()).await
            }
            2 => {
                person.opens_row("fold.keep").await?;
                person.press(person.texts.say("again.keep")?).await?;
                person.reads(person.texts.say("again.kept")?).await?;
                self.store = all(opened);
                let kept = self.browser.checks_kept().await?;
                ensure!(kept == self.store.len(), "{kept} are kept and not {:?}", self.store);
                Ok(())
            }
            3 => {
                person.go_by("restart.button").await?;
                (*opened, *passphrase) = (Checks::new(), None);
                self.made += 1;
                seat.checks(self.made - 1).await
            }
            4 if passphrase.is_none() => {
                let words = format!("calm words {}", self.chance.below(100));
                person.protects(&words).await?;
                *passphrase = Some(words);
                Ok(())
            }
            _ => {
                let path = person.saves(&self.downloads).await?;
                let text = fs::read_to_string(&path)?;
                let file: Value = serde_json::from_str(&text)?;
                let sealed =
                    file.get("burnout-screener").and_then(Value::as_str) == Some("sealed check-in");
                ensure!(sealed == passphrase.is_some(), "sealed: {sealed}, by {passphrase:?}");
                let wanted = all(opened);
                ensure!(sealed || checks(&text)? == wanted.len(), "{wanted:?} must be in {text}");
                self.files.push(Saved { path, checks: wanted, passphrase: passphrase.clone() });
                Ok(())
            }
        }
    }

    /// Everything that was saved is opened by somebody who has nothing else.
    async fn ends(self, address: &str) -> Result<()> {
        let kept = self.browser.checks_kept().await?;
        ensure!(kept == self.store.len(), "{kept} are kept and not {:?}", self.store);
        self.browser.host("localStorage.clear()").await?;
        self.browser.open(address).await?;
        let person = Person::by(self.browser, Way::Inline(0), Hand::Quick).await?;
        person.unfold("earlier.title").await?;
        let mut open = Checks::new();
        for file in &self.files {
            match &file.passphrase {
                Some(passphrase) => person.tries(&file.path, passphrase).await?,
                None => person.choose_file(&file.path).await?,
            }
            let added = file.checks.difference(&open).count();
            open.extend(&file.checks);
            person.reads_opened(added, open.len()).await?;
        }
        Ok(())
    }
}

#[test]
fn no_walk_over_tabs_files_and_passphrases_loses_a_check_or_lowers_a_lock() -> Result<()> {
    visit(&Look::tall(), async |browser| {
        let host = Host::with(r#"data-mode="inline""#)?;
        let site = host.open(browser).await?;
        let mut walk = Walk::begins(browser, &site.url("/")).await?;
        for act in 0..ACTS {
            walk.acts().await.with_context(|| format!("act {act} of the walk {SEED}"))?;
        }
        walk.ends(&site.url("/")).await?;
        browser.close_others().await
    })
}
