//! The archive to upload anywhere, unpacked as it is: its own page says whether it works there.

use std::io::{Cursor, Read};

use anyhow::Result;
use browser_tests::browser::visit;
use browser_tests::dist::Dist;
use browser_tests::look::Look;
use serde_json::Value;
use xtask::server::{Route, Server};
use xtask::workspace::Workspace;
use zip::ZipArchive;

use crate::standing::one;

#[test]
fn what_the_archive_unpacks_to_works_where_it_is_put() -> Result<()> {
    let dist = Dist::built()?;
    let folder = Workspace::here()?.scratch()?.join("upload");
    ZipArchive::new(Cursor::new(dist.bytes("burnout-screener.zip")?))?.extract(&folder)?;
    let server = Server::start(0, vec![Route::folder("/", &folder)])?;
    visit(&Look::desk(), async |browser| {
        browser.open(&server.url("/burnout-screener/")).await?;
        browser.excuse("favicon.ico");
        one(browser, "body").await
    })
}

#[test]
fn the_archive_holds_files_to_the_byte_and_what_their_fingerprints_are() -> Result<()> {
    let dist = Dist::built()?;
    let mut archive = ZipArchive::new(Cursor::new(dist.bytes("burnout-screener.zip")?))?;
    let mut read = |name: &str| -> Result<Vec<u8>> {
        let mut bytes = Vec::new();
        archive.by_name(&format!("burnout-screener/{name}"))?.read_to_end(&mut bytes)?;
        Ok(bytes)
    };
    let told: Value = serde_json::from_slice(&read("integrity.json")?)?;
    let all: Value = serde_json::from_str(&dist.text("integrity.json")?)?;
    let told = told.as_object().cloned().unwrap_or_default();
    assert!(told.len() > 5, "{told:?}");
    for (name, proof) in &told {
        assert_eq!(read(name)?, dist.bytes(name)?, "{name}");
        assert_eq!(all.get(name), Some(proof), "{name}");
    }
    for name in ["README.txt", "LICENSE-MIT", "LICENSE-APACHE"] {
        assert!(!read(name)?.is_empty(), "{name}");
    }
    Ok(())
}
