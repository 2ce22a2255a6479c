//! Who races, and the pages that they start from.

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use browser_tests::dist::Dist;
use browser_tests::host::KIT;
use sha2::{Digest, Sha256};
use xtask::server::{Route, Server};
use xtask::tools;
use xtask::workspace::Workspace;

const CLOCK: &str = include_str!("../../start.js");
const FILE: &str = "burnout-screener.en.html";
const ICON: &str = r#"<link rel="icon" href="data:,">"#;
const BEGIN: &str = "<script>window.begun = performance.timeOrigin + performance.now()</script>";

/// One of those who race.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Racer {
    /// The self-check.
    Ours,
    /// What everyone is compared with.
    SurveyJs,
    /// A form library for Vue.
    FormKit,
    /// React and nothing else.
    React,
}

impl Racer {
    /// All of them.
    pub(crate) const ALL: [Self; 4] = [Self::Ours, Self::SurveyJs, Self::FormKit, Self::React];

    /// What people call it.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Ours => "burnout-screener",
            Self::SurveyJs => "SurveyJS",
            Self::FormKit => "FormKit",
            Self::React => "React by hand",
        }
    }

    /// Where its form is written, and which files of packages come before it.
    fn parts(self) -> Option<(&'static str, &'static [&'static str])> {
        match self {
            Self::Ours => None,
            Self::SurveyJs => Some((
                "surveyjs.js",
                &[
                    "survey-core/survey-core.fontless.min.css",
                    "survey-core/survey.core.min.js",
                    "survey-js-ui/survey-js-ui.min.js",
                ],
            )),
            Self::FormKit => Some(("formkit.js", &["@formkit/themes/dist/css/genesis/index.css"])),
            Self::React => Some(("react.js", &[])),
        }
    }
}

/// The clock for a browser that runs it in our frame by itself: there it weighs nothing on the line.
pub(crate) fn clock_in_frame() -> String {
    format!("if (parent !== top && parent.parent === top && parent[0] === self) {{{CLOCK}}}")
}

/// Who tells the time in our frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Clock {
    /// The browser, before anything else.
    Browser,
    /// A script in our file, which makes it heavier.
    File,
}

/// Everything that is served in the race.
pub(crate) struct Field {
    clocked: Vec<Route>,
    routes: Vec<(Racer, Vec<Route>)>,
}

impl Field {
    /// Builds the forms from the packages, and takes the self-check from `dist/`.
    pub(crate) fn new() -> Result<Self> {
        let workspace = Workspace::here()?;
        tools::packages(&workspace, "tests/browser")?;
        tools::node_modules(&workspace)?;
        let routes = |racer: Racer| -> Result<(Racer, Vec<Route>)> {
            let routes = match racer.parts() {
                None => ours(&Dist::built()?)?,
                Some((form, files)) => peer(&workspace, form, files)?,
            };
            Ok((racer, routes.into_iter().map(Route::gzipped).collect()))
        };
        let clocked = ours(&clocked()?)?.into_iter().map(Route::gzipped).collect();
        let routes = Racer::ALL.into_iter().map(routes).collect::<Result<_>>()?;
        Ok(Self { clocked, routes })
    }

    /// Serves what one of them needs.
    pub(crate) fn serve(&self, racer: Racer, clock: Clock) -> Result<Server> {
        let own = self.routes.iter().find(|(whose, _)| *whose == racer);
        let routes = match (racer, clock) {
            (Racer::Ours, Clock::File) => &self.clocked,
            _ => &own.context("nothing to serve")?.1,
        };
        Server::start(0, routes.clone())
    }
}

fn page(head: &str, body: &str) -> Route {
    let page = format!(
        r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title><script>(() => {{{CLOCK}}})()</script>
<meta name="viewport" content="width=device-width, initial-scale=1">{ICON}{head}</head><body><h3>A clinic</h3>{BEGIN}{body}</body></html>"#
    );
    Route::html("/", &page)
}

/// Our files, with the clock in the frame, whose policy lets it run.
fn clocked() -> Result<Dist> {
    let clock = format!("(() => {{{CLOCK}}})()");
    let known = format!("script-src 'sha256-{}' ", BASE64.encode(Sha256::digest(&clock)));
    let quoted = clock.replace('&', "&amp;").replace('\'', "&#39;");
    let head =
        "srcdoc='<!doctype html>\n<html lang=\"en\" dir=\"ltr\">\n<head>\n<meta charset=\"utf-8\">";
    let with_clock = format!("{head}<script>{quoted}</script>");
    Dist::built()?.changed(FILE, "script-src ", &known)?.changed(FILE, head, &with_clock)
}

/// A page with the tag, and these files of ours.
fn ours(dist: &Dist) -> Result<Vec<Route>> {
    let tag = format!(r#"<script async src="{KIT}burnout-screener.js"></script>"#);
    let mut routes = vec![page("", &tag)];
    routes.extend(dist.routes(KIT, &[]));
    Ok(routes)
}

fn peer(workspace: &Workspace, form: &str, files: &[&str]) -> Result<Vec<Route>> {
    let entry = workspace.path("tests/browser/peers").join(form);
    let entry = entry.to_str().context("the path of the repository is no text")?;
    let production = r#"--define:process.env.NODE_ENV="production""#;
    let script = tools::esbuild(workspace, &[entry, "--bundle", "--minify", production], None)?;
    let (mut head, mut body) = (String::new(), r#"<div id="form"></div>"#.to_owned());
    let mut routes = vec![Route::bytes("/form.js", "text/javascript", script)];
    for file in files {
        let path = workspace.path("tests/browser/node_modules").join(file);
        let bytes =
            std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let kind = match file.ends_with(".css") {
            true => {
                head.push_str(&format!(r#"<link rel="stylesheet" href="/{file}">"#));
                "text/css"
            }
            false => {
                body.push_str(&format!(r#"<script src="/{file}"></script>"#));
                "text/javascript"
            }
        };
        routes.push(Route::bytes(&format!("/{file}"), kind, bytes));
    }
    body.push_str(r#"<script src="/form.js"></script>"#);
    routes.push(page(&head, &body));
    Ok(routes)
}
