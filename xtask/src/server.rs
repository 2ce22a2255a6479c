//! A local web server: folders and pages kept in memory, each with the headers it is to have, and a record of what was
//! asked for. The browser tests read the record to see that nothing is asked for once the self-check has loaded.

use std::fs;
use std::io::Write as _;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Result, anyhow};
use flate2::Compression;
use flate2::write::GzEncoder;
use tiny_http::{Header, Request as Incoming, Response, Server as Http};

/// What a path answers with.
#[derive(Clone, Debug)]
pub struct Route {
    path: String,
    source: Source,
    headers: Vec<(String, String)>,
}

#[derive(Clone, Debug)]
enum Source {
    Folder(PathBuf),
    Page { media_type: String, body: Vec<u8> },
    Redirect,
}

impl Route {
    /// Everything in a folder, below a path that ends in `/`; a path ending in `/` answers with `index.html`.
    pub fn folder(path: &str, folder: impl Into<PathBuf>) -> Self {
        Self { path: path.to_owned(), source: Source::Folder(folder.into()), headers: Vec::new() }
    }

    /// One page of HTML.
    pub fn html(path: &str, body: &str) -> Self {
        Self::bytes(path, "text/html; charset=utf-8", body)
    }

    /// One file of any media type.
    pub fn bytes(path: &str, media_type: &str, body: impl Into<Vec<u8>>) -> Self {
        let source = Source::Page { media_type: media_type.to_owned(), body: body.into() };
        Self { path: path.to_owned(), source, headers: Vec::new() }
    }

    /// A path that leads on to another address.
    #[must_use]
    pub fn redirect(path: &str, to: &str) -> Self {
        let route = Self { path: path.to_owned(), source: Source::Redirect, headers: Vec::new() };
        route.header("Location", to)
    }

    fn status(&self) -> u16 {
        if matches!(self.source, Source::Redirect) { 302 } else { 200 }
    }

    /// Adds a response header, such as a Content-Security-Policy.
    #[must_use]
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    /// Compressed, as a server on the web sends what can be read.
    #[must_use]
    pub fn gzipped(mut self) -> Self {
        if let Source::Page { body, .. } = &mut self.source {
            let mut packed = GzEncoder::new(Vec::new(), Compression::best());
            // Nothing is lost on the way into memory.
            let done = packed.write_all(body).and_then(|()| packed.finish());
            *body = done.unwrap_or_default();
        }
        self.header("Content-Encoding", "gzip")
    }

    /// The media type and body for a path, when this route is responsible for it and has it.
    fn answer(&self, path: &str) -> Option<(String, Vec<u8>)> {
        match &self.source {
            Source::Page { media_type, body } => {
                (path == self.path).then(|| (media_type.clone(), body.clone()))
            }
            Source::Redirect => {
                (path == self.path).then(|| (media_type(path).to_owned(), Vec::new()))
            }
            Source::Folder(folder) => {
                let relative = path.strip_prefix(&self.path)?;
                let relative = if relative.is_empty() || relative.ends_with('/') {
                    format!("{relative}index.html")
                } else {
                    relative.to_owned()
                };
                let inside = Path::new(&relative)
                    .components()
                    .all(|part| matches!(part, Component::Normal(_)));
                let body = inside.then(|| fs::read(folder.join(&relative)).ok())??;
                Some((media_type(&relative).to_owned(), body))
            }
        }
    }
}

/// One request that came in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// `GET`, `HEAD`, …
    pub method: String,
    /// The path without its query.
    pub path: String,
    /// The status it was answered with.
    pub status: u16,
    /// When it came, counted from the start of the server.
    pub at: Duration,
}

/// A running server; it stops when dropped.
pub struct Server {
    http: Arc<Http>,
    port: u16,
    record: Arc<Mutex<Vec<Request>>>,
    workers: Vec<JoinHandle<()>>,
}

const WORKERS: usize = 4;

impl Server {
    /// Listens on 127.0.0.1; port 0 takes any that is free. The first route that has a path answers.
    pub fn start(port: u16, routes: Vec<Route>) -> Result<Self> {
        let http = Http::http(("127.0.0.1", port)).map_err(|error| {
            anyhow!("cannot listen on 127.0.0.1:{port}: {error}; choose another with --port")
        })?;
        let http = Arc::new(http);
        let port = http.server_addr().to_ip().map_or(port, |address| address.port());
        let record = Arc::new(Mutex::new(Vec::new()));
        let routes = Arc::new(routes);
        let begun = Instant::now();
        let workers = (0..WORKERS)
            .map(|_| {
                let (http, routes, record) =
                    (Arc::clone(&http), Arc::clone(&routes), Arc::clone(&record));
                thread::spawn(move || {
                    while let Ok(request) = http.recv() {
                        respond(request, &routes, &record, begun);
                    }
                })
            })
            .collect();
        Ok(Self { http, port, record, workers })
    }

    /// The port that the server listens on.
    pub fn port(&self) -> u16 {
        self.port
    }

    /// The full address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }

    /// Every request so far, in the order in which they came.
    pub fn requests(&self) -> Vec<Request> {
        self.record.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Waits for ever, as `cargo xtask serve` does.
    pub fn wait(mut self) {
        for worker in self.workers.drain(..) {
            // A worker that panicked has printed why.
            let _ = worker.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        for _ in 0..WORKERS {
            self.http.unblock();
        }
        for worker in self.workers.drain(..) {
            let _ = worker.join();
        }
    }
}

fn respond(request: Incoming, routes: &[Route], record: &Mutex<Vec<Request>>, begun: Instant) {
    let at = begun.elapsed();
    let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
    let found = routes.iter().find_map(|route| Some((route, route.answer(&path)?)));
    let (status, mut headers, body) = match found {
        Some((route, (media_type, body))) => {
            let mut headers = route.headers.clone();
            headers.push(("Content-Type".to_owned(), media_type));
            (route.status(), headers, body)
        }
        None => {
            let headers = vec![("Content-Type".to_owned(), "text/plain; charset=utf-8".to_owned())];
            (404, headers, format!("{path} is not here\n").into_bytes())
        }
    };
    if !headers.iter().any(|(name, _)| name == "Cache-Control") {
        headers.push(("Cache-Control".to_owned(), "no-store".to_owned()));
    }
    let entry = Request { method: request.method().to_string(), path, status, at };
    record.lock().unwrap_or_else(PoisonError::into_inner).push(entry);
    let headers = headers
        .iter()
        .filter_map(|(name, value)| Header::from_bytes(name.as_bytes(), value.as_bytes()).ok())
        .collect();
    let length = body.len();
    // A browser that has gone away is no error of ours.
    let _ =
        request.respond(Response::new(status.into(), headers, body.as_slice(), Some(length), None));
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json") => "application/json; charset=utf-8",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;
    use std::net::TcpStream;

    use super::*;

    fn get(server: &Server, path: &str) -> Result<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port()))?;
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    #[test]
    fn pages_have_their_headers_and_every_request_is_recorded() -> Result<()> {
        let page =
            Route::html("/", "<p>here").header("Content-Security-Policy", "default-src 'self'");
        let server = Server::start(0, vec![page])?;
        let answer = get(&server, "/?a=b")?;
        assert!(answer.contains("Content-Security-Policy: default-src 'self'"), "{answer}");
        assert!(answer.ends_with("<p>here"), "{answer}");
        get(&server, "/missing")?;
        let seen = server
            .requests()
            .into_iter()
            .map(|request| (request.path, request.status))
            .collect::<Vec<_>>();
        assert_eq!(seen, [("/".to_owned(), 200), ("/missing".to_owned(), 404)]);
        Ok(())
    }

    #[test]
    fn nothing_outside_of_a_folder_is_served() -> Result<()> {
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let server = Server::start(0, vec![Route::folder("/files/", source)])?;
        assert!(get(&server, "/files/lib.rs")?.starts_with("HTTP/1.1 200"));
        assert!(get(&server, "/files/../Cargo.toml")?.starts_with("HTTP/1.1 404"));
        assert!(get(&server, "/files//etc/passwd")?.starts_with("HTTP/1.1 404"));
        Ok(())
    }

    #[test]
    fn a_port_in_use_is_named() -> Result<()> {
        let server = Server::start(0, Vec::new())?;
        let second = Server::start(server.port(), Vec::new())
            .err()
            .map(|error| error.to_string())
            .unwrap_or_default();
        assert!(
            second.starts_with(&format!("cannot listen on 127.0.0.1:{}", server.port())),
            "{second}"
        );
        Ok(())
    }
}
