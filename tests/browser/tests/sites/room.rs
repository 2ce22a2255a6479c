//! A site that is served for a test: pages, and the files of ours where every recipe has them.

use anyhow::Result;
use browser_tests::dist::Dist;
use xtask::server::{Route, Server};

/// Where a recipe has our files.
pub(crate) const KIT: &str = "/burnout-screener/";

/// A column as many sites have it, narrower than the window.
pub(crate) const COLUMN: &str =
    "<style>main { width: 600px; margin: 0 auto; padding: 0 20px; }</style>";

/// Serves these routes, and our files beside them.
pub(crate) fn serve(mut routes: Vec<Route>) -> Result<Server> {
    routes.extend(Dist::built()?.routes(KIT, &[]));
    Server::start(0, routes)
}

/// A page with something in its head, and something in a column.
pub(crate) fn page(head: &str, column: &str) -> String {
    format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>A site</title><meta name=\"viewport\" \
         content=\"width=device-width\"><link rel=\"icon\" href=\"data:,\">{COLUMN}{head}</head><body><header>A site</header>\
         <main>{column}</main><footer>The end</footer></body></html>"
    )
}
