//! A network of the test's own, with nothing in it but us.

use std::env;
use std::fs;
use std::io;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};
use browser_tests::engine::Engine;
use xtask::build::dist_once;

/// Says to the second start that it is one.
const INSIDE: &str = "BURNOUT_SCREENER_NETWORK";
const DIST: &str = "BURNOUT_SCREENER_DIST";
/// The machine's address in that network. Browsers do not look for a way out over loopback.
pub(crate) const ADDRESS: Ipv4Addr = Ipv4Addr::new(10, 77, 0, 1);
/// Whatever asks for a name asks us.
const SET_UP: &str = r#"set -e
ip link set lo up
ip link add out type veth peer name far
ip addr add 10.77.0.1/24 dev out
ip link set out up
ip link set far up
ip route add default via 10.77.0.2
mount --bind "$1" /etc/resolv.conf
[ "$2" = --check ] || exec "$2"
"#;

/// Whether this process is in such a network.
pub(crate) fn is_ours() -> bool {
    env::var_os(INSIDE).is_some()
}

/// Starts this program again in a network of its own and gives whether that passed. `None` means: go on here.
pub(crate) fn enter() -> Result<Option<bool>> {
    if is_ours() {
        return Ok(None);
    }
    // What needs the real network comes before.
    let dist = match env::var_os(DIST) {
        Some(folder) => PathBuf::from(folder),
        None => dist_once()?,
    };
    for engine in Engine::ALL {
        engine.find()?;
    }
    let names = env::temp_dir().join(format!("burnout-screener-names-{}", std::process::id()));
    fs::write(&names, "nameserver 10.77.0.1\noptions timeout:1 attempts:1\n")?;
    let unshare = |map: &[&str]| {
        let mut command = Command::new("unshare");
        command.args(["--net", "--mount"]).args(map).args(["sh", "-c", SET_UP, "sh"]).arg(&names);
        command
    };
    let maps: [&[&str]; 2] = [&[], &["--map-root-user"]];
    let possible = |map: &&&[&str]| {
        let tried = unshare(map).arg("--check").output();
        tried.is_ok_and(|tried| tried.status.success())
    };
    let Some(map) = maps.iter().find(possible) else {
        eprintln!(
            "\nNOT MEASURED: DNS and WebRTC. No network of our own can be made here: it needs root (or user namespaces) with `ip` and `unshare`"
        );
        return Ok(None);
    };
    let own = env::current_exe().context("this program has no path")?;
    let done = unshare(map).arg(own).env(INSIDE, "1").env(DIST, dist).status();
    let removed: io::Result<()> = fs::remove_file(&names);
    removed?;
    Ok(Some(done?.success()))
}
