//! Single acts at the desk, each with what has to come of it.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

use std::collections::BTreeMap;

use super::super::lock::Wanted;
use super::super::outside::Told;
use super::super::take::{File, Take};
use super::walk::checks;
use super::world::{Lying, World};
use crate::locale::Message;
use crate::session::Action;

const RIGHT: &str = "four calm words";
const SAVE: Take = Take::Write(File::CheckIn);

/// Three plain checks, two sealed ones, and a file without a check.
fn world() -> World {
    let file = |from, count, seal: Option<&str>| Lying {
        text: checks("helping-strain", 2, from, count).to_string(),
        seal: seal.map(str::to_owned),
    };
    let files = vec![file(2011, 3, None), file(2020, 2, Some(RIGHT)), file(2000, 0, None)];
    World::new(BTreeMap::new(), files, 1)
}

fn last(world: &World) -> &Lying {
    world.files.last().unwrap()
}

fn note(world: &World) -> &str {
    world.tabs[0].desk.note.as_deref().unwrap_or_default()
}

fn says(world: &World, message: Message) -> bool {
    note(world) == world.content(0).locale.text(message)
}

/// Opens the sealed file.
fn unseal(world: &mut World) {
    world.choose(0, 1);
    world.guess(0, RIGHT);
    world.finish(0, 0, true);
}

#[test]
fn what_was_opened_sealed_is_saved_sealed_with_the_same_passphrase() {
    let mut world = world();
    unseal(&mut world);
    world.take(0, SAVE);
    world.finish(0, 0, true);
    assert_eq!(last(&world).seal.as_deref(), Some(RIGHT));
}

#[test]
fn only_the_person_makes_a_plain_file_of_a_sealed_one_and_says_so_of_each() {
    let mut world = world();
    unseal(&mut world);
    world.want(0, Wanted::Plain);
    world.take(0, SAVE);
    world.finish(0, 0, true);
    assert_eq!(last(&world).seal, None);
    unseal(&mut world);
    world.take(0, SAVE);
    world.finish(0, 0, true);
    assert_eq!(last(&world).seal.as_deref(), Some(RIGHT));
}

#[test]
fn nothing_of_a_wrong_guess_is_kept() {
    let mut world = world();
    world.choose(0, 1);
    world.guess(0, "a wrong guess");
    world.finish(0, 0, true);
    assert!(says(&world, Message::EarlierWrong));
    world.take(0, SAVE);
    world.finish(0, 0, true);
    assert_eq!(last(&world).seal, None);
    assert!(!last(&world).text.contains("helping-strain-2020"));
}

#[test]
fn a_guess_that_is_being_tried_is_no_lock_for_a_file_that_another_one_opened() {
    let mut world = world();
    world.choose(0, 1);
    world.guess(0, RIGHT);
    // Another choice, before the first answer: that one is waited for, and not the first.
    world.choose(0, 1);
    world.guess(0, "a wrong guess");
    assert!(world.tabs[0].desk.is_busy());
    world.finish(0, 0, true);
    world.finish(0, 0, true);
    assert!(!world.tabs[0].desk.is_busy() && !world.tabs[0].desk.lock.was_sealed());
    assert!(world.tabs[0].desk.opened.is_empty());
}

#[test]
fn blanks_alone_are_refused_and_an_empty_new_passphrase_is_no_plain_file() {
    let mut world = world();
    world.type_new(0, " \u{3000}");
    world.take(0, SAVE);
    assert!(says(&world, Message::AgainBlank));
    world.type_new(0, "");
    unseal(&mut world);
    world.want(0, Wanted::New);
    world.take(0, SAVE);
    assert!(says(&world, Message::AgainBlank));
    world.type_new(0, "new");
    world.take(0, SAVE);
    world.finish(0, 0, true);
    assert_eq!(last(&world).seal.as_deref(), Some("new"));
}

#[test]
fn a_file_without_a_check_leaves_open_what_was_open() {
    let mut world = world();
    world.choose(0, 0);
    world.choose(0, 2);
    assert!(says(&world, Message::CheckInEmpty));
    assert_eq!(world.tabs[0].desk.history().checks().len(), 3);
}

#[test]
fn an_answer_that_comes_after_everything_was_erased_belongs_to_nothing() {
    for act in [Action::Erase, Action::StartOver] {
        let mut world = world();
        world.choose(0, 1);
        world.guess(0, RIGHT);
        world.act(0, act);
        world.finish(0, 0, true);
        assert!(world.tabs[0].desk.opened.is_empty() && note(&world).is_empty());
        assert!(!world.tabs[0].desk.lock.was_sealed());
    }
}

#[test]
fn no_request_gets_the_id_of_another_also_after_everything_was_erased() {
    let mut world = world();
    world.take(0, SAVE);
    world.act(0, Action::StartOver);
    world.take(0, SAVE);
    world.finish(0, 0, true);
    assert_eq!(note(&world), "", "the first file is no answer to the second request");
    world.finish(0, 0, true);
    assert!(note(&world).contains("self-check-2026-11-26.json"));
}

#[test]
fn while_a_passphrase_is_worked_in_nothing_else_is_asked_for_and_any_answer_ends_it() {
    for works in [true, false] {
        let mut world = world();
        world.type_new(0, "new");
        world.take(0, SAVE);
        assert!(world.tabs[0].desk.is_busy());
        world.take(0, Take::Print);
        world.finish(0, 0, works);
        assert!(!world.tabs[0].desk.is_busy());
        assert_eq!(says(&world, Message::TakeSealFailed), !works);
    }
}

#[test]
fn what_cannot_be_read_in_the_store_is_not_written_over() {
    for text in ["{", "{\"burnout-screener\":\"check-in\",\"format\":3}", "[]"] {
        let mut world = world();
        let key = "burnout-screener.helping-strain";
        world.store.insert(key.to_owned(), text.to_owned());
        world.take(0, Take::Write(File::Keep));
        world.finish(0, 0, true);
        assert!(says(&world, Message::AgainKeepUnreadable));
        assert_eq!(world.store[key], text);
    }
}

#[test]
fn a_check_is_kept_beside_what_another_tab_wrote_in_between() {
    let mut world = world();
    let key = "burnout-screener.helping-strain";
    world.take(0, Take::Write(File::Keep));
    world.store.insert(key.to_owned(), checks("helping-strain", 2, 1990, 2).to_string());
    for _ in 0..2 {
        world.finish(0, 0, true);
    }
    assert!(says(&world, Message::AgainKept));
    for id in ["helping-strain-1990", "helping-strain-1991", "drawn-1"] {
        assert!(world.store[key].contains(id), "{id}");
    }
}

#[test]
fn the_files_of_the_first_version_are_found_joined_and_only_then_removed() {
    let first = checks("helping-strain", 1, 1990, 2).to_string();
    let store = BTreeMap::from([("burnout-screener".to_owned(), first)]);
    let mut world = World::new(store, Vec::new(), 1);
    // Of other questions: they are kept, and never compared.
    let found = world.tabs[0].desk.history();
    assert_eq!((found.checks().len(), found.is_empty()), (0, false));
    world.take(0, Take::Write(File::Keep));
    world.finish(0, 0, true);
    assert_eq!(world.store.keys().collect::<Vec<_>>(), ["burnout-screener.helping-strain"]);
    assert!(world.store["burnout-screener.helping-strain"].contains("1991-06-01"));
}

#[test]
fn a_wrong_id_answers_nothing() {
    let mut world = world();
    world.take(0, Take::Print);
    let before = world.tabs[0].desk.note.clone();
    for told in [Told::Done(99, true), Told::Wrong(99), Told::Damaged(99), Told::Unreadable(99)] {
        world.tell(0, told);
        assert_eq!(world.tabs[0].desk.note, before);
    }
}

#[test]
fn what_fails_late_does_not_show_the_text_of_another_act() {
    let mut world = world();
    world.take(0, SAVE);
    world.take(0, Take::Write(File::Long));
    world.finish(0, 0, false);
    assert!(says(&world, Message::TakeSaveFailed) && !world.tabs[0].desk.text_shown);
    world.finish(0, 0, false);
    assert!(world.tabs[0].desk.text_shown);
    assert!(world.tabs[0].desk.text.starts_with("date,row,"));
}
