//! `cargo xtask serve`: the release files and the demo clinic page on a local port.

use anyhow::Result;

use crate::build;
use crate::server::{Route, Server};
use crate::workspace::Workspace;

/// Where a site is assumed to keep the release files.
const MOUNT: &str = "/burnout-screener/";

/// Builds everything, serves it and does not come back.
pub fn run(workspace: &Workspace, port: u16) -> Result<()> {
    // First the port: a mistake there should not cost a build.
    let server = Server::start(
        port,
        vec![
            Route::folder(MOUNT, workspace.path("dist")),
            Route::folder("/", workspace.path("www/demo")),
        ],
    )?;
    build::dist(workspace)?;
    println!("The demo clinic: {}", server.url("/"));
    println!(
        "The self-check by itself: {}",
        server.url("/burnout-screener/burnout-screener.en.html")
    );
    server.wait();
    Ok(())
}
