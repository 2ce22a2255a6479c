//! How it looks: each kind of screen and each outcome, held against the pictures that were looked at.
//!
//! A part of the long run: browsers draw a little differently from version to version. `PICTURES=all` takes other widths and
//! dark as well; `UPDATE_EXPECT=1` keeps what is seen now.

use std::env;

use anyhow::{Result, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::{Browser, visit};
use browser_tests::host::{Host, Site};
use browser_tests::long::is_long;
use browser_tests::look::Look;
use browser_tests::person::Person;
use browser_tests::pictures::{Album, Picture};

/// In which the pictures were drawn. It comes with Debian and Ubuntu (`fonts-dejavu-core`).
const FONT: &str = "DejaVu Sans";
/// How wide a line of it is, in hundredths of a pixel, at 16 px, plain and bold.
const LINE: [u32; 2] = [34_113, 38_310];

/// Names the font and tells how wide the line is that is drawn in it.
async fn drawn_in_the_font(person: &Person<'_>) -> Result<()> {
    let script = format!(
        "const sheet = new CSSStyleSheet(); sheet.replaceSync('.bs {{ font-family: \"{FONT}\" !important }}');
         document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
         const pen = document.createElement('canvas').getContext('2d');
         return ['', 'bold '].map((weight) => {{
             pen.font = `${{weight}}16px \"{FONT}\"`;
             return Math.round(pen.measureText('How quickly daft jumping zebras vex 0123').width * 100);
         }})"
    );
    let found: [u32; 2] = person.ask(&script).await?;
    ensure!(
        found == LINE,
        "the pictures were drawn in {FONT}, which is not on this machine or another one of its name ({found:?} instead of {LINE:?}): run `apt-get install fonts-dejavu-core`"
    );
    Ok(())
}

/// What there is to see at a time: for each width its name, its window, and whether it is dark.
fn sights() -> Vec<(&'static str, Look)> {
    let small = || Look::new(320, 568);
    let wide = || Look::new(1280, 800);
    let mut sights = vec![("320", small()), ("1280", wide())];
    if env::var("PICTURES").is_ok_and(|which| which == "all") {
        sights.extend([("360", Look::new(360, 640)), ("768", Look::new(768, 1024))]);
        sights.extend([("320-dark", small().dark()), ("1280-dark", wide().dark())]);
    }
    sights
}

/// Scrollbars that take no room, nothing that moves, and frames that are drawn beyond the window.
fn look() -> Look {
    Look::new(320, 568)
        .flag("--hide-scrollbars")
        .flag("--force-prefers-reduced-motion")
        .without("IsolateSandboxedIframes")
}

/// Higher than any result with a row unfolded.
const HIGH: u32 = 6_000;

/// Waits inside the frame until it was drawn twice.
const DRAWS: &str = "window.drawn = false;
    requestAnimationFrame(() => requestAnimationFrame(() => (window.drawn = true)))";

struct Show<'a> {
    browser: &'a Browser,
    person: Person<'a>,
    album: Album,
    _site: Site,
}

impl<'a> Show<'a> {
    async fn begins(browser: &'a Browser) -> Result<Self> {
        let host = Host::with(r#"data-region="GB""#)?.head("<style>body { margin: 0 }</style>");
        let site = host.open(browser).await?;
        let person = Person::at(browser).await?;
        drawn_in_the_font(&person).await?;
        Ok(Self { browser, person, album: Album::open()?, _site: site })
    }

    /// What is shown now, at each width, in a window of its own height or of another one.
    async fn takes(&mut self, name: &str, height: Option<u32>) -> Result<()> {
        for (sight, look) in sights() {
            let look = look.as_high_as(height);
            self.browser.resize(&look).await?;
            self.browser.colours(&look).await?;
            self.browser.settled().await?;
            self.person.ask::<()>(DRAWS).await?;
            self.person.until("what is drawn", "return window.drawn").await?;
            let picture = self.browser.still_picture().await?;
            self.album.hold(&format!("{name}-{sight}"), &picture)?;
        }
        Ok(())
    }
}

/// Answers between the lines, so that a few more are offered.
fn near() -> Answers {
    Answers::strain(2, 2, 1).skip("spoiled_good_moments")
}

#[test]
fn every_kind_of_screen_looks_as_it_was_looked_at() -> Result<()> {
    if !is_long("the pictures of every kind of screen") {
        return Ok(());
    }
    visit(&look(), async |browser| {
        let mut show = Show::begins(browser).await?;
        show.takes("welcome", Some(HIGH)).await?;
        show.person.start().await?;
        let mut seen: Vec<String> = Vec::new();
        while show.person.step().await? != "result" {
            let place = show.person.place().await?;
            let options = show.person.asked().await?.into_iter().map(|asked| asked.options.len());
            let first = if place.contains(" of ") {
                "statement".to_owned()
            } else {
                show.person.heading().await?
            };
            let kind = format!("{first} {:?}", options.collect::<Vec<_>>());
            if !seen.contains(&kind) {
                seen.push(kind);
                show.takes(&format!("question-{:02}", seen.len()), None).await?;
            }
            show.person.go_through(&near()).await?;
        }
        ensure!(seen.len() == 10, "{seen:#?}");
        show.album.close()
    })
}

#[test]
fn every_outcome_looks_as_it_was_looked_at() -> Result<()> {
    if !is_long("the pictures of every outcome") {
        return Ok(());
    }
    let heavy = |answers: Answers| {
        answers.context("impact", "very_much").context("duration", "over_six_months")
    };
    let outcomes = [
        ("none", Answers::strain(0, 0, 1)),
        ("tired", Answers::strain(1, 0, 4)),
        ("burnout", Answers::strain(3, 0, 1)),
        ("compassion-fatigue", Answers::strain(0, 4, 1).context("cause", "suffering")),
        ("both", heavy(Answers::strain(4, 4, 4).context("cause", "both"))),
        ("carer", heavy(Answers::strain(4, 3, 2).caring())),
        ("near", near()),
        ("unexposed", Answers::strain(4, 4, 1).context("exposure", "never")),
        ("not-enough", Answers::none()),
    ];
    visit(&look(), async |browser| {
        let mut show = Show::begins(browser).await?;
        for (name, answers) in outcomes {
            show.person.finish(&answers).await?;
            show.takes(&format!("result-{name}"), Some(HIGH)).await?;
            show.person.go_by("restart.button").await?;
        }
        show.person.finish(&Answers::strain(3, 2, 1)).await?;
        for (row, name) in [("fold.details", "details"), ("fold.keep", "keep")] {
            show.person.opens_row(row).await?;
            show.takes(&format!("open-{name}"), Some(HIGH)).await?;
        }
        show.album.close()
    })
}

/// Otherwise a picture could be taken for any other.
#[test]
fn a_line_that_moves_makes_another_picture() -> Result<()> {
    if !is_long("that pictures tell a line that moves") {
        return Ok(());
    }
    visit(&look(), async |browser| {
        let show = Show::begins(browser).await?;
        let before = Picture::read(&browser.still_picture().await?)?;
        ensure!(before.differs(&Picture::read(&before.write()?)?) == 0, "it is not kept whole");
        show.person.ask::<()>("every('.lead')[0].style.marginTop = '4px'").await?;
        let after = Picture::read(&browser.still_picture().await?)?;
        ensure!(before.differs(&after) > 1, "{} thousandths", before.differs(&after));
        Ok(())
    })
}
