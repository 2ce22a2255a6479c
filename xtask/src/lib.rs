//! The build driver as a library: `cargo xtask` runs it, and the browser tests use its build and its server.
//!
//! - [`workspace`]: where things are, and reading them with errors that name the file
//! - [`tools`]: the programs that must be on the machine: the Wasm target, node with esbuild, a browser
//! - [`build`]: everything that ends up in `dist/`
//! - [`sizes`]: the size table, the budgets and the integrity of each file; [`twice`]: whether a second build is the same
//! - [`oldest`]: the oldest browsers that run it
//! - [`server`]: a local web server that records what it is asked for; [`slow`]: a slow line in front of it
//! - [`serve`], [`check`]: the commands `serve` and `test`
//! - [`tables`]: what is made of the table of attributes and messages: a part of the README, the types, the manifest
//! - [`accessibility`]: the report on WCAG 2.2, which names a test for what it says
//! - [`schema`]: the JSON Schema of an instrument's file
//! - [`tidy`]: the rules of the repository; [`supply`]: those for what it is made of
//! - [`validate`], [`bench`]: how well and how fast the classification does, on simulated people
//! - [`many`]: the built-in instrument with any number of items; [`optimised`]: validate and bench run in an optimised build
//!
//! **Invariant**: what is written to `dist/` is a function of the files in the repository alone; two builds are the
//! same to the byte.

pub mod accessibility;
pub mod bench;
pub mod build;
pub mod check;
pub mod many;
pub mod oldest;
pub mod optimised;
pub mod schema;
pub mod serve;
pub mod server;
pub mod sizes;
pub mod slow;
pub mod supply;
pub mod tables;
pub mod tidy;
pub mod tools;
pub mod twice;
pub mod validate;
pub mod workspace;
