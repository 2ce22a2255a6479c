//! A slow line in front of a local server: a round trip before each answer, as many bytes a second as the line has, shared
//! by all connections, and of each connection at first only as much in a round trip as a server dares to send.
//!
//! It stands below HTTP, so that no browser can tell it from a network, and works the same for all of them.

use std::io::{self, Read, Write};
use std::net::{Shutdown, TcpListener, TcpStream};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::server::Server;

/// What fits into one packet.
const PACKET: usize = 1460;
/// How many packets a server sends before it has heard of the first (RFC 6928); with each round trip twice as many.
const BEGINNING: usize = 10;

/// A kind of network.
#[derive(Clone, Copy, Debug)]
pub struct Line {
    /// From a question to the first byte of its answer, and once more to connect.
    pub round_trip: Duration,
    /// Towards the browser, in bytes a second.
    pub speed: f64,
}

impl Line {
    /// 1.6 Mbit/s and 150 ms: what WebPageTest calls 3G Fast.
    pub const FAST_3G: Self = Self { round_trip: Duration::from_millis(150), speed: 200_000.0 };
    /// 9 Mbit/s and 170 ms: what WebPageTest calls 4G.
    pub const FOUR_G: Self = Self { round_trip: Duration::from_millis(170), speed: 1_125_000.0 };
}

/// A running line; it stops when dropped.
pub struct Slow {
    port: u16,
    over: Arc<AtomicBool>,
    listening: Option<JoinHandle<()>>,
}

impl Slow {
    /// Puts a line in front of a server.
    pub fn before(server: &Server, line: Line) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).context("no port is free")?;
        let port = listener.local_addr()?.port();
        let over = Arc::new(AtomicBool::new(false));
        let (behind, ended) = (server.port(), Arc::clone(&over));
        let free = Arc::new(Mutex::new(Instant::now()));
        let listening = thread::spawn(move || {
            for visitor in listener.incoming() {
                if ended.load(Ordering::Relaxed) {
                    break;
                }
                let free = Arc::clone(&free);
                // A browser that has gone away is no error of ours.
                thread::spawn(move || {
                    visitor.and_then(|visitor| carry(visitor, behind, line, &free))
                });
            }
        });
        Ok(Self { port, over, listening: Some(listening) })
    }

    /// The full address of a path at the browser's end of the line.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}{path}", self.port)
    }
}

impl Drop for Slow {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        // Whoever waits for a visitor looks up when one comes.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
        if let Some(listening) = self.listening.take() {
            let _ = listening.join();
        }
    }
}

/// One connection, until either end closes it.
fn carry(visitor: TcpStream, port: u16, line: Line, free: &Mutex<Instant>) -> io::Result<()> {
    let server = TcpStream::connect(("127.0.0.1", port))?;
    for end in [&visitor, &server] {
        end.set_nodelay(true)?;
    }
    thread::sleep(line.round_trip);
    let (mut asking, mut asked) = (visitor.try_clone()?, server.try_clone()?);
    let asks = thread::spawn(move || -> io::Result<()> {
        let mut question = [0; 8192];
        loop {
            let length = asking.read(&mut question)?;
            if length == 0 {
                return asked.shutdown(Shutdown::Write);
            }
            thread::sleep(line.round_trip);
            asked.write_all(question.get(..length).unwrap_or_default())?;
        }
    });
    let answered = answer(server, &visitor, line, free);
    visitor.shutdown(Shutdown::Both)?;
    // It ends by itself, as its end of the connection is closed.
    let _ = asks.join();
    answered
}

fn answer(
    mut from: TcpStream,
    mut to: &TcpStream,
    line: Line,
    free: &Mutex<Instant>,
) -> io::Result<()> {
    let mut packet = [0; PACKET];
    // In bytes: a server fills its packets.
    let mut dared = BEGINNING.saturating_mul(PACKET);
    let mut begun = Instant::now();
    let mut left = dared;
    loop {
        let room = if left == 0 { PACKET } else { left.min(PACKET) };
        let length = from.read(packet.get_mut(..room).unwrap_or_default())?;
        if length == 0 {
            return Ok(());
        }
        if left == 0 {
            until(begun + line.round_trip);
            dared = dared.saturating_mul(2);
        }
        // A new round: everything before has been heard of.
        if left == 0 || begun.elapsed() > line.round_trip {
            (begun, left) = (Instant::now(), dared);
        }
        left = left.saturating_sub(length);
        until(turn(free, length as f64 / line.speed));
        to.write_all(packet.get(..length).unwrap_or_default())?;
    }
}

/// Takes the line for so many seconds after whoever has it now, and says when that is over.
fn turn(free: &Mutex<Instant>, seconds: f64) -> Instant {
    let mut free = free.lock().unwrap_or_else(PoisonError::into_inner);
    *free = (*free).max(Instant::now()) + Duration::from_secs_f64(seconds);
    *free
}

fn until(moment: Instant) {
    thread::sleep(moment.saturating_duration_since(Instant::now()));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::server::Route;

    fn seconds(line: Line, size: usize) -> Result<f64> {
        let page = Route::bytes("/page", "text/plain", vec![b'a'; size]);
        let server = Server::start(0, vec![page])?;
        let slow = Slow::before(&server, line)?;
        let begun = Instant::now();
        let mut stream = TcpStream::connect(("127.0.0.1", slow.port))?;
        write!(stream, "GET /page HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        assert!(answer.len() > size, "{} of {size} bytes came", answer.len());
        Ok(begun.elapsed().as_secs_f64())
    }

    #[test]
    fn no_answer_comes_sooner_than_two_round_trips_or_than_the_line_can_carry_it() -> Result<()> {
        let line = Line { round_trip: Duration::from_millis(100), speed: 1_000_000.0 };
        // A busy machine may take longer, but nothing comes sooner than the line lets it.
        let small = seconds(line, 1_000)?;
        assert!((0.2..5.0).contains(&small), "{small}");
        // 14.6 KB in the first round, 29.2 in the second, 58.4 in the third: after that the line is full.
        let large = seconds(line, 500_000)?;
        assert!((0.65..9.0).contains(&large), "{large}");
        Ok(())
    }

    #[test]
    fn two_answers_at_once_share_the_line() {
        let free = Mutex::new(Instant::now());
        let begun = Instant::now();
        let ends = [turn(&free, 0.05), turn(&free, 0.05)].map(|end| end - begun);
        assert!(ends[1] >= ends[0] + Duration::from_millis(50), "{ends:?}");
    }
}
