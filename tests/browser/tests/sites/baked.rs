//! One file with a clinic's settings inside: baked by the command of the recipe, opened from a disk and in a builder's frame.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::sync::OnceLock;

use anyhow::{Context, Result, anyhow, ensure};
use browser_tests::answers::Answers;
use browser_tests::browser::visit;
use browser_tests::dist::Dist;
use browser_tests::hands::Hand;
use browser_tests::host::Host;
use browser_tests::look::Look;
use browser_tests::person::{Person, Way};
use xtask::server::{Route, Server};
use xtask::workspace::Workspace;

use crate::recipe::file;
use crate::room::page;
use crate::standing::none;

const WHOLE: &str = "burnout-screener.en.html";
/// What the recipe bakes in: the line of its region, and its own contact.
const LINE: &str = "116 123";
const NAME: &str = "Staff support";
const PHONE: &str = "555-0142";

/// A folder in which the command of the recipe was run, once.
pub(crate) fn by_the_recipe() -> Result<PathBuf> {
    static BAKED: OnceLock<Result<PathBuf, String>> = OnceLock::new();
    let baked = BAKED.get_or_init(|| bake().map_err(|error| format!("{error:#}")));
    baked.clone().map_err(|message| anyhow!(message))
}

fn bake() -> Result<PathBuf> {
    let workspace = Workspace::here()?;
    let folder = workspace.scratch()?.join("baked");
    fs::create_dir_all(&folder)?;
    fs::write(folder.join(WHOLE), Dist::built()?.text(WHOLE)?)?;
    let mut words = words(&file("intranet", "bake.sh")?).into_iter();
    ensure!(words.next().as_deref() == Some("burnout-screener"), "the recipe runs another program");
    let run = ["run", "--quiet", "--package", "burnout-screener-command", "--manifest-path"];
    let ran = Command::new(env!("CARGO"))
        .args(run)
        .arg(workspace.path("Cargo.toml"))
        .arg("--")
        .args(words)
        .current_dir(&folder)
        .status()
        .context("the command cannot be run")?;
    ensure!(ran.success(), "the command of the recipe fails");
    Ok(folder)
}

/// A line as a shell reads it, where it has no more than words and double quotes.
fn words(line: &str) -> Vec<String> {
    let parts = line.trim().split('"').enumerate();
    parts
        .flat_map(|(place, part)| match place % 2 {
            0 => part.split_whitespace().map(str::to_owned).collect(),
            _ => vec![part.to_owned()],
        })
        .collect()
}

#[test]
fn a_line_is_read_as_a_shell_reads_it() {
    assert_eq!(words("a --b \"c d\" e\n"), ["a", "--b", "c d", "e"]);
}

/// Somebody there sees what was baked in, from the first page to the result.
async fn shows(person: &Person<'_>) -> Result<()> {
    person
        .until(
            "the line of the region",
            &format!("return every('.bs').some((all) => said(all).includes({LINE:?}))"),
        )
        .await?;
    person.finish(&Answers::strain(0, 4, 0)).await?;
    person.opens_row("places.title").await?;
    let words = person.words().await?;
    let contact = person.texts.fill("places.contact", &[("name", NAME)])?;
    for text in [contact.as_str(), PHONE] {
        assert!(words.contains(text), "{text:?} is not in {words:?}");
    }
    Ok(())
}

#[test]
fn from_a_stick_the_baked_file_has_the_clinics_contact_and_region() -> Result<()> {
    let baked = by_the_recipe()?.join("self-check.en.html");
    visit(&Look::desk(), async |browser| {
        browser.open(&format!("file://{}", baked.display())).await?;
        shows(&Person::by(browser, Way::File, Hand::Quick).await?).await
    })
}

/// A page that puts a frame into its column, as a builder does.
fn framed(frame: &str) -> Result<()> {
    let baked = fs::read_to_string(by_the_recipe()?.join("self-check.en.html"))?;
    let file = Route::html("/self-check.en.html", &baked);
    let files = Server::start(0, vec![file.clone()])?;
    let embed = frame.replace("https://files.example", &files.url(""));
    let other = Route::html("/other", &page("", "<p>Another page</p>"));
    let site = Server::start(0, vec![Route::html("/", &page("", &embed)), other, file])?;
    visit(&Look::desk(), async |browser| {
        browser.open(&site.url("/")).await?;
        for _ in 0..2 {
            let wide = "const frames = document.querySelectorAll('iframe'); return frames.length === 1 && frames[0].clientWidth === 600";
            browser.until("one frame, as wide as its column", wide).await?;
            Person::by(browser, Way::OwnFrame(0), Hand::Quick).await?;
            browser.host("location.href = '/other'").await?;
            none(browser).await?;
            browser.host("history.back()").await?;
        }
        shows(&Person::by(browser, Way::OwnFrame(0), Hand::Quick).await?).await
    })
}

#[test]
fn squarespace_has_the_frame_in_its_code_block() -> Result<()> {
    framed(&file("squarespace", "embed.html")?)
}

#[test]
fn wix_has_the_frame_in_its_box() -> Result<()> {
    framed(&file("wix", "embed.html")?)
}

#[test]
fn a_page_of_an_intranet_has_the_frame_beside_its_file() -> Result<()> {
    framed(&file("intranet", "frame.html")?)
}

#[test]
fn a_page_that_sets_something_is_heard_before_what_was_baked() -> Result<()> {
    let inside = "id=\"baked\">{\"region\":\"GB\"}";
    let baked = Dist::built()?.changed(WHOLE, "id=\"baked\">{}", inside)?;
    visit(&Look::desk(), async |browser| {
        let host = Host::with("data-region=\"AU\"")?.dist(|_| baked);
        let _site = host.open(browser).await?;
        let person = Person::at(browser).await?;
        person
            .until(
                "the line of the page's region",
                "return every('.bs').some((all) => said(all).includes('13 11 14'))",
            )
            .await
    })
}
