//! The files under test, read once into memory: a build beside us cannot take them away, and a test can damage a copy.

use std::env;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use anyhow::{Context, Result, anyhow, ensure};
use xtask::build::dist_once;
use xtask::server::Route;

/// The variable that names another folder to test.
const NAMED: &str = "BURNOUT_SCREENER_DIST";

/// A copy of everything in `dist/`.
#[derive(Clone)]
pub struct Dist {
    files: Vec<(String, Vec<u8>)>,
}

impl Dist {
    /// What the sources of the moment make, or a folder of release files that the environment names.
    pub fn built() -> Result<Self> {
        static BUILT: OnceLock<Result<Dist, String>> = OnceLock::new();
        let read = || -> Result<Self> {
            let folder = match env::var_os(NAMED) {
                Some(folder) => folder.into(),
                None => dist_once()?,
            };
            let mut files = Vec::new();
            collect(&folder, &folder, &mut files)?;
            Ok(Self { files })
        };
        let built = BUILT.get_or_init(|| read().map_err(|error| format!("{error:#}")));
        built.clone().map_err(|message| anyhow!(message))
    }

    /// One file as text.
    pub fn text(&self, name: &str) -> Result<String> {
        let (_, bytes) = self.find(name)?;
        Ok(String::from_utf8(bytes.clone())?)
    }

    /// Every file below a path that ends in `/`, by its name there.
    pub fn below<'a>(&'a self, path: &'a str) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        let files = self.files.iter();
        files.filter_map(move |(name, bytes)| Some((name.strip_prefix(path)?, bytes.as_slice())))
    }

    /// One file as it is.
    pub fn bytes(&self, name: &str) -> Result<&[u8]> {
        Ok(&self.find(name)?.1)
    }

    /// The same without one file.
    #[must_use]
    pub fn without(mut self, name: &str) -> Self {
        self.files.retain(|(known, _)| known != name);
        self
    }

    /// The same with a passage of one file replaced.
    pub fn changed(mut self, name: &str, from: &str, to: &str) -> Result<Self> {
        let text = self.text(name)?;
        ensure!(text.contains(from), "{name} has no {from:?}");
        self.files.retain(|(known, _)| known != name);
        self.files.push((name.to_owned(), text.replacen(from, to, 1).into_bytes()));
        Ok(self)
    }

    /// Every file below a path that ends in `/`, each with the same headers.
    #[must_use]
    pub fn routes(&self, below: &str, headers: &[(String, String)]) -> Vec<Route> {
        let route = |(name, bytes): &(String, Vec<u8>)| {
            let route = Route::bytes(&format!("{below}{name}"), media_type(name), bytes.clone());
            headers.iter().fold(route, |route, (name, value)| route.header(name, value))
        };
        self.files.iter().map(route).collect()
    }

    fn find(&self, name: &str) -> Result<&(String, Vec<u8>)> {
        let found = self.files.iter().find(|(known, _)| known == name);
        found.with_context(|| format!("dist has no {name}"))
    }
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, Vec<u8>)>) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
            files.push((name, fs::read(&path)?));
        }
    }
    Ok(())
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}
