//! Servers that answer as little as it takes to see what somebody wants of them, and write down that it came.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream, UdpSocket};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

use anyhow::Result;
use serde_json::{Value, json};

use crate::network;

const POLL: Duration = Duration::from_millis(4);
/// How long a connection may be silent.
const SILENT: Duration = Duration::from_millis(300);
const ANSWER: &[u8] = b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
/// Every name that was asked for, whoever asked.
static NAMES: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());

type Record = Arc<Mutex<BTreeMap<&'static str, BTreeSet<&'static str>>>>;

/// A TCP and a UDP server for each way, on one port.
pub(crate) struct Arrivals {
    run: String,
    ports: BTreeMap<&'static str, u16>,
    record: Record,
    over: Arc<AtomicBool>,
}

impl Arrivals {
    /// Begins to listen.
    pub(crate) fn listen(run: &str, ways: &[&'static str]) -> Result<Self> {
        resolve()?;
        let record = Record::default();
        let over = Arc::new(AtomicBool::new(false));
        let mut ports = BTreeMap::new();
        let mut servers = Vec::new();
        for &way in ways {
            let (tcp, udp) = pair()?;
            ports.insert(way, tcp.local_addr()?.port());
            servers.push((way, tcp, udp));
        }
        let (written, ended) = (Arc::clone(&record), Arc::clone(&over));
        thread::spawn(move || {
            while !ended.load(Ordering::Relaxed) {
                for (way, tcp, udp) in &servers {
                    if let Ok((stream, _)) = tcp.accept() {
                        note(&written, way, "TCP");
                        let (way, written) = (*way, Arc::clone(&written));
                        thread::spawn(move || answer(way, &written, stream));
                    }
                    if udp.recv_from(&mut [0; 2048]).is_ok() {
                        note(&written, way, "UDP");
                    }
                }
                thread::sleep(POLL);
            }
        });
        Ok(Self { run: run.to_owned(), ports, record, over })
    }

    /// Where each of these ways leads, for the script that tries them.
    pub(crate) fn targets(&self, ways: &[&'static str]) -> Value {
        let ours = network::is_ours();
        let target = |way: &&'static str| {
            let host =
                if ours { format!("{way}.{}.leak.test", self.run) } else { "127.0.0.1".to_owned() };
            let ip = if ours { network::ADDRESS } else { Ipv4Addr::LOCALHOST };
            let port = self.ports.get(way).copied().unwrap_or_default();
            ((*way).to_owned(), json!({ "host": host, "port": port, "ip": ip.to_string() }))
        };
        Value::Object(ways.iter().map(target).collect())
    }

    /// What has come by each way so far.
    pub(crate) fn so_far(&self) -> BTreeMap<&'static str, BTreeSet<&'static str>> {
        let mut record = self.record.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let names = NAMES.lock().unwrap_or_else(PoisonError::into_inner);
        for &way in self.ports.keys() {
            if names.contains(&format!("{way}.{}.leak.test", self.run)) {
                record.entry(way).or_default().insert("DNS");
            }
        }
        record
    }
}

impl Drop for Arrivals {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
    }
}

fn note(record: &Record, way: &'static str, what: &'static str) {
    let mut record = record.lock().unwrap_or_else(PoisonError::into_inner);
    record.entry(way).or_default().insert(what);
}

/// Both on the same port; now and then one of the two is taken.
fn pair() -> Result<(TcpListener, UdpSocket)> {
    loop {
        let tcp = TcpListener::bind((Ipv4Addr::UNSPECIFIED, 0))?;
        if let Ok(udp) = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, tcp.local_addr()?.port())) {
            tcp.set_nonblocking(true)?;
            udp.set_nonblocking(true)?;
            return Ok((tcp, udp));
        }
    }
}

fn answer(way: &'static str, record: &Record, mut stream: TcpStream) {
    // One that says nothing has been noted already.
    let _ = stream.set_nonblocking(false);
    let _ = stream.set_read_timeout(Some(SILENT));
    let mut head = [0; 2048];
    if stream.read(&mut head).is_ok_and(|read| read > 0) {
        note(record, way, "data");
        let _ = stream.write_all(ANSWER);
    }
}

/// Where the network is ours, so is its name server: every name below `leak.test` is this machine.
fn resolve() -> Result<()> {
    static STARTED: OnceLock<Result<(), String>> = OnceLock::new();
    if !network::is_ours() {
        return Ok(());
    }
    let start = || -> Result<()> {
        let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 53))?;
        thread::spawn(move || {
            let mut query = [0; 512];
            while let Ok((length, from)) = socket.recv_from(&mut query) {
                if let Some(reply) = query.get(..length).and_then(reply) {
                    // Whoever asked may have gone.
                    let _ = socket.send_to(&reply, from);
                }
            }
        });
        Ok(())
    };
    let started = STARTED.get_or_init(|| start().map_err(|error| format!("{error:#}")));
    started.clone().map_err(|message| anyhow::anyhow!("no name server: {message}"))
}

/// The answer to one question, with the address of this machine if it is one of our names.
fn reply(query: &[u8]) -> Option<Vec<u8>> {
    let mut name = Vec::new();
    let mut at = 12;
    loop {
        let length = usize::from(*query.get(at)?);
        at += 1;
        if length == 0 {
            break;
        }
        name.push(String::from_utf8_lossy(query.get(at..at + length)?).to_lowercase());
        at += length;
    }
    let name = name.join(".");
    let address = query.get(at..at + 2)? == [0, 1];
    let ours = name.ends_with(".leak.test");
    NAMES.lock().unwrap_or_else(PoisonError::into_inner).insert(name);
    let mut reply = query.get(..2)?.to_vec();
    reply.extend([
        0x81,
        if ours { 0x80 } else { 0x83 },
        0,
        1,
        0,
        u8::from(ours && address),
        0,
        0,
        0,
        0,
    ]);
    reply.extend(query.get(12..at + 4)?);
    if ours && address {
        reply.extend([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 1, 0, 4]);
        reply.extend(network::ADDRESS.octets());
    }
    Some(reply)
}
