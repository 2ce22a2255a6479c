//! WordPress from Debian's packages, with a database of its own: the plugin from its archive, and pages of an author who may
//! write no HTML. Takes a minute and more, so it belongs to the long run.

use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use browser_tests::browser::visit;
use browser_tests::dist::Dist;
use browser_tests::long::is_long;
use browser_tests::look::Look;
use serde_json::{Value, json};
use xtask::workspace::Workspace;

use crate::built::Running;
use crate::recipe::file;
use crate::standing::{none, one_beside};

const DEBIANS: &str = "/usr/share/wordpress";
const MISSING: &str = "WordPress is not there: run `apt-get install -y wordpress wordpress-theme-twentytwentythree php-cli php-mysql mariadb-server`";
const PATIENCE: Duration = Duration::from_secs(60);
const LIVE: &str = "/?p=";

struct Site {
    folder: PathBuf,
    port: u16,
    _server: Running,
    _database: Running,
}

fn patiently(what: &str, mut ready: impl FnMut() -> bool) -> Result<()> {
    let begun = Instant::now();
    while !ready() {
        if begun.elapsed() > PATIENCE {
            bail!("{} s passed without {what}", PATIENCE.as_secs());
        }
        sleep(Duration::from_millis(100));
    }
    Ok(())
}

fn done(command: &mut Command, what: &str) -> Result<String> {
    let ran = command.output().with_context(|| format!("{what}: {MISSING}"))?;
    let told = String::from_utf8_lossy(&ran.stderr);
    ensure!(ran.status.success(), "{what} failed: {told}");
    Ok(String::from_utf8(ran.stdout)?)
}

fn database(folder: &Path, socket: &Path) -> Result<Running> {
    let data = folder.join("database");
    let place = format!("--datadir={}", data.display());
    let make =
        ["--no-defaults", "--auth-root-authentication-method=normal", "--skip-test-db", &place];
    done(Command::new("mariadb-install-db").args(make), "the database")?;
    let listen = format!("--socket={}", socket.display());
    let run = [
        "--no-defaults",
        "--skip-networking",
        "--skip-grant-tables",
        "--user=root",
        &place,
        &listen,
    ];
    let log = fs::File::create(folder.join("database.log"))?;
    let mut command = Command::new("mariadbd");
    let running =
        Running::new(command.args(run).stdout(Stdio::null()).stderr(log)).context(MISSING)?;
    patiently("a database", || socket.exists())?;
    let ask = [&listen, "--user=root", "--execute=create database clinic"];
    done(Command::new("mariadb").arg("--no-defaults").args(ask), "a database for the site")?;
    Ok(running)
}

impl Site {
    fn new() -> Result<Self> {
        ensure!(Path::new(DEBIANS).is_dir(), MISSING);
        let workspace = Workspace::here()?;
        let folder = workspace.scratch()?.join("wordpress");
        if folder.exists() {
            fs::remove_dir_all(&folder).context("cannot remove an earlier site")?;
        }
        fs::create_dir_all(&folder)?;
        // Debian's files lead to one another by links.
        let site = folder.join("site");
        done(Command::new("cp").args(["-rL", DEBIANS]).arg(&site), "the files of the site")?;
        for name in ["wp-config.php", "install.php", "pages.php"] {
            fs::write(site.join(name), workspace.text(&format!("tests/sites/wordpress/{name}"))?)?;
        }
        fs::write(
            site.join("burnout-screener.zip"),
            Dist::built()?.bytes("wordpress/burnout-screener.zip")?,
        )?;
        // A socket's name has to be short.
        let socket = std::env::temp_dir().join(format!("clinic-{}.sock", std::process::id()));
        let database = database(&folder, &socket)?;
        let port = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let log = fs::File::create(folder.join("server.log"))?;
        let mut server = Self::php(&site, port, &socket);
        let server =
            server.args(["-S", &format!("127.0.0.1:{port}")]).stdout(Stdio::null()).stderr(log);
        let server = Running::new(server).context(MISSING)?;
        let made = Self { folder: site.clone(), port, _server: server, _database: database };
        patiently("a server", || TcpStream::connect(("127.0.0.1", port)).is_ok())?;
        done(Self::php(&site, port, &socket).arg("install.php"), "the installation")?;
        let content = json!({
            "shortcode": format!("<!-- wp:shortcode -->\n{}<!-- /wp:shortcode -->", file("wordpress", "shortcode.txt")?),
            "block": file("wordpress", "block.html")?,
            "other": "<!-- wp:paragraph -->\n<p>Another page.</p>\n<!-- /wp:paragraph -->",
            "attack": "[burnout_screener contact-name='\"><script>alert(1)</script>' onclick=\"alert(1)\" base=\"https://elsewhere.example/\"]",
        });
        fs::write(site.join("content.json"), content.to_string())?;
        let pages = done(Self::php(&site, port, &socket).arg("pages.php"), "the pages")?;
        fs::write(site.join("pages.json"), pages)?;
        Ok(made)
    }

    fn php(site: &Path, port: u16, socket: &Path) -> Command {
        let mut command = Command::new("php");
        command
            .current_dir(site)
            .env("CLINIC_SOCKET", socket)
            .env("CLINIC_URL", format!("http://127.0.0.1:{port}"));
        command
    }

    fn page(&self, name: &str) -> Result<String> {
        let pages: Value =
            serde_json::from_str(&fs::read_to_string(self.folder.join("pages.json"))?)?;
        let number =
            pages.get(name).and_then(Value::as_u64).with_context(|| format!("no page {name}"))?;
        Ok(format!("http://127.0.0.1:{}{LIVE}{number}", self.port))
    }
}

#[test]
fn wordpress_shows_one_by_block_and_shortcode_of_an_author_who_may_write_no_html() -> Result<()> {
    if !is_long("WordPress") {
        return Ok(());
    }
    let site = Site::new()?;
    for name in ["shortcode", "block"] {
        let (page, other) = (site.page(name)?, site.page("other")?);
        visit(&Look::desk(), async |browser| {
            browser.open(&page).await?;
            one_beside(browser, "main", "p.column").await.context(name.to_owned())?;
            browser.open(&other).await?;
            none(browser).await?;
            browser.host("history.back()").await?;
            one_beside(browser, "main", "p.column").await.context("back again")?;
            let tag = "return document.querySelector('script[src*=\"burnout-screener/files/\"]').cloneNode().outerHTML";
            let tag = browser.host(tag).await?.to_string();
            for mark in ["async", "nowprocket", "data-no-optimize", "data-cfasync"] {
                assert!(tag.contains(mark), "{mark}: {tag}");
            }
            Ok(())
        })?;
    }
    visit(&Look::desk(), async |browser| {
        browser.open(&site.page("attack")?).await?;
        one_beside(browser, "main", "p.column").await?;
        let set = "return document.querySelector('burnout-screener').getAttributeNames()";
        assert_eq!(browser.host(set).await?, json!(["contact-name"]), "what an author may not set");
        Ok(())
    })?;
    let log = fs::read_to_string(site.folder.join("debug.log")).unwrap_or_default();
    let ours = log.lines().filter(|line| line.contains("burnout-screener")).collect::<Vec<_>>();
    assert!(ours.is_empty(), "PHP complains: {ours:#?}");
    Ok(())
}
