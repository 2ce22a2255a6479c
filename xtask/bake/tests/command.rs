//! The command as somebody runs it, on a small file with a place for settings.
#![allow(clippy::unwrap_used, reason = "a test that cannot run the command has failed")]

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use tempfile::TempDir;

const FILE: &str = "<!doctype html><iframe srcdoc='<script type=\"application/json\" id=\"baked\">{}</script>'></iframe>\n";

struct Table {
    folder: TempDir,
}

impl Table {
    fn with(text: &str) -> Self {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("whole.html"), text).unwrap();
        Self { folder }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn bake(&self, options: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_burnout-screener"));
        command.current_dir(self.folder.path()).args(["bake", "whole.html", "--to", "own.html"]);
        command.args(options).output().unwrap()
    }
}

fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn settings_go_into_the_file_and_the_file_stays_as_it_is() {
    let table = Table::with(FILE);
    let done = table.bake(&["--region", "GB", "--contact-name", "Tea & \"talk\""]);
    assert!(done.status.success(), "{}", told(&done));
    let block = "{\n  \"region\": \"GB\",\n  \"contact-name\": \"Tea \\u0026 \\\"talk\\\"\"\n}";
    assert_eq!(fs::read_to_string(table.path("own.html")).unwrap(), FILE.replace("{}", block));
    assert_eq!(fs::read_to_string(table.path("whole.html")).unwrap(), FILE);
}

#[test]
fn every_value_that_would_not_be_used_is_named_and_nothing_is_written() {
    let table = Table::with(FILE);
    let done = table.bake(&["--region", "XX", "--contact-phone", "call us"]);
    assert!(!done.status.success());
    let told = told(&done);
    for name in ["region=\"XX\"", "contact-phone=\"call us\""] {
        assert!(told.contains(name), "{told}");
    }
    assert!(!table.path("own.html").exists());
}

#[test]
fn a_file_without_a_place_for_settings_is_refused() {
    let done = Table::with("<p>a page</p>").bake(&[]);
    assert!(!done.status.success());
    assert!(told(&done).contains("no file of the self-check"), "{}", told(&done));
}

#[test]
fn the_baked_file_never_takes_the_place_of_the_one_it_is_made_from() {
    let table = Table::with(FILE);
    let mut command = Command::new(env!("CARGO_BIN_EXE_burnout-screener"));
    command.current_dir(table.folder.path()).args(["bake", "whole.html", "--to", "whole.html"]);
    assert!(!command.output().unwrap().status.success());
    assert_eq!(fs::read_to_string(table.path("whole.html")).unwrap(), FILE);
}

#[test]
fn there_is_an_option_for_everything_that_a_file_by_itself_can_be_set() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_burnout-screener"));
    let help =
        String::from_utf8(command.args(["bake", "--help"]).output().unwrap().stdout).unwrap();
    for known in burnout_screener::baking::inside() {
        assert!(help.contains(&format!("--{} ", known.name)), "{}: {help}", known.name);
    }
}
