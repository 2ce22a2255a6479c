//! The page of a clinic that embeds the self-check, served as the clinic would.

use anyhow::Result;
use xtask::server::{Route, Server};

use crate::browser::Browser;
use crate::dist::Dist;
use crate::engine::Engine;

/// Where the clinic keeps the files.
pub const KIT: &str = "/kit/";
const ICON: &str = r#"<svg xmlns="http://www.w3.org/2000/svg"/>"#;

/// What writes down in a document what it can hear, once.
pub(crate) const WATCH: &str =
    concat!("window.watched || (() => {", include_str!("watch.js"), "})()");

/// A host page before it is served.
pub struct Host {
    head: String,
    body: String,
    headers: Vec<(String, String)>,
    kit_headers: Vec<(String, String)>,
    more: Vec<Route>,
    dist: Dist,
}

impl Host {
    /// A page with the bare tag between two links.
    pub fn plain() -> Result<Self> {
        Self::with("")
    }

    /// A page with the tag and these attributes on it.
    pub fn with(attributes: &str) -> Result<Self> {
        Ok(Self {
            head: String::new(),
            body: tag(attributes),
            headers: Vec::new(),
            kit_headers: Vec::new(),
            more: Vec::new(),
            dist: Dist::built()?,
        })
    }

    /// Something else between the two links than the tag.
    #[must_use]
    pub fn body(mut self, body: &str) -> Self {
        body.clone_into(&mut self.body);
        self
    }

    /// More in the head.
    #[must_use]
    pub fn head(mut self, head: &str) -> Self {
        self.head.push_str(head);
        self
    }

    /// A response header of the page.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// A Content-Security-Policy of the page.
    #[must_use]
    pub fn policy(self, policy: &str) -> Self {
        self.header("Content-Security-Policy", policy)
    }

    /// A response header of our own files.
    #[must_use]
    pub fn kit_header(mut self, name: &str, value: &str) -> Self {
        self.kit_headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// One more file on the clinic's site.
    #[must_use]
    pub fn also(mut self, route: Route) -> Self {
        self.more.push(route);
        self
    }

    /// Other files of ours than the ones that were built.
    #[must_use]
    pub fn dist(mut self, change: impl FnOnce(Dist) -> Dist) -> Self {
        self.dist = change(self.dist);
        self
    }

    /// Serves the page and opens it.
    pub async fn open(self, browser: &Browser) -> Result<Site> {
        let site = self.serve(browser.engine)?;
        browser.open(&site.url("/")).await?;
        Ok(site)
    }

    /// The same with what [`Host::open`] leaves to the driver in the page itself: a tab that comes back by itself
    /// is loaded before a driver is in it.
    #[must_use]
    pub fn watched(self) -> Self {
        self.head(&watch())
    }

    /// Serves the page.
    pub fn serve(self, engine: Engine) -> Result<Site> {
        // Elsewhere the driver puts this in.
        let watch = match engine {
            Engine::Chromium => String::new(),
            Engine::Firefox | Engine::WebKit => watch(),
        };
        let page = format!(
            r##"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A host page</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="icon" href="/icon.svg">{watch}{}</head>
<body><p><a id="before" href="#before">Before</a></p>
{}
<p><a id="after" href="#after">After</a></p></body></html>"##,
            self.head, self.body
        );
        let page = self
            .headers
            .iter()
            .fold(Route::html("/", &page), |route, (name, value)| route.header(name, value));
        let mut routes = vec![page, Route::bytes("/icon.svg", "image/svg+xml", ICON)];
        routes.extend(self.dist.routes(KIT, &self.kit_headers));
        routes.extend(self.more);
        Ok(Site { server: Server::start(0, routes)? })
    }
}

fn watch() -> String {
    format!("<script>{WATCH}</script>")
}

/// The script tag with more attributes.
#[must_use]
pub fn tag(attributes: &str) -> String {
    format!(r#"<script async src="{KIT}burnout-screener.js" {attributes}></script>"#)
}

/// A host page that is being served.
pub struct Site {
    server: Server,
}

impl Site {
    /// The address of a path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        self.server.url(path)
    }

    /// Every path that was asked for, in order, with the status it got.
    #[must_use]
    pub fn requests(&self) -> Vec<(String, u16)> {
        let requests = self.server.requests();
        requests.into_iter().map(|request| (request.path, request.status)).collect()
    }
}
