//! A line so slow that the one file stops halfway: its first words are there, and its engine comes when the test says so.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result};
use xtask::server::Route;

use crate::dist::Dist;
use crate::host::{Host, KIT};

const FILE: &str = "burnout-screener.en.html";
/// Where the second frame begins.
const STORE: &str = "<iframe sandbox=\"allow-scripts\"";
/// A test that forgets to let it go on must not hang.
const LONGEST: Duration = Duration::from_secs(60);

/// The rest of the file, which is held back.
pub struct Held(Sender<()>);

impl Held {
    /// The host page, whose one file comes over such a line.
    pub fn on(host: Host) -> Result<(Host, Self)> {
        let text = Dist::built()?.text(FILE)?;
        let place = text.find(STORE).context("the one file has no second frame")?;
        let listener = TcpListener::bind(("127.0.0.1", 0))?;
        let address = format!("http://{}/{FILE}", listener.local_addr()?);
        let (release, released) = channel();
        thread::spawn(move || {
            // One frame asks once.
            if let Ok((stream, _)) = listener.accept() {
                // A browser that has gone away is no error of ours.
                let _ = answer(stream, &text, place, &released);
            }
        });
        let host = host.dist(|dist| dist.without(FILE));
        Ok((host.also(Route::redirect(&format!("{KIT}{FILE}"), &address)), Self(release)))
    }

    /// Lets the rest come.
    pub fn comes(&self) -> Result<()> {
        self.0.send(()).context("nobody waits for the rest of the file")
    }
}

fn answer(mut stream: TcpStream, text: &str, place: usize, go_on: &Receiver<()>) -> Result<()> {
    let mut asked = [0; 4096];
    let _ = stream.read(&mut asked)?;
    let (first, rest) = text.split_at_checked(place).context("the place lies within a letter")?;
    let head =
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store";
    write!(stream, "{head}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{first}", text.len())?;
    stream.flush()?;
    go_on.recv_timeout(LONGEST)?;
    stream.write_all(rest.as_bytes())?;
    Ok(())
}
