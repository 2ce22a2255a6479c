//! Blocks, the bank, signs and when a question is asked: what a file may say, and what is said of its mistakes.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read its own file has failed"
)]

mod common;
mod instruments;

use burnout_screener::history::{Check, Date, History};
use burnout_screener::instrument::{ItemMeaning, Meaning, SignMeaning, When};
use burnout_screener::response::Responses;
use burnout_screener::session::Voice;
use common::read_history;
use instruments::{BANKED, FINE, brought, changed, file, remove};
use serde_json::{Value, json};

fn said(change: impl FnOnce(&mut Value)) -> Vec<String> {
    changed(BANKED, change)
}

#[test]
fn a_file_with_everything_is_read_as_it_says() {
    let (instrument, texts) = brought(file(BANKED)).unwrap();
    let blocks: Vec<&str> = instrument.blocks().iter().map(|block| block.id.as_str()).collect();
    assert_eq!((blocks, instrument.core()), (vec!["rest", "helping"], 0..30));
    let items = instrument.items();
    assert_eq!((items[3].block, items[4].block, items[30].block), (Some(0), Some(1), Some(1)));
    assert_eq!((items[29].bank, items[30].bank), (false, true));
    assert_eq!(items[5].means, Some(ItemMeaning::RestFails));
    assert_eq!(instrument.signs()[6].means, Some(SignMeaning::Drinking));
    let times: Vec<When> = instrument.context().iter().map(|question| question.when).collect();
    assert_eq!(times, [When::Before, When::After, When::After, When::After]);
    assert_eq!(instrument.context()[3].options[3].means, Some(Meaning::VeryHighImpact));

    assert_eq!(texts.hinted(), [false, true]);
    assert_eq!(texts.block_short(1, Voice::Caring), "Past 4 weeks, while caring or after it");
    assert_eq!(texts.hints(1, Voice::Work).count(), 3);
    let someone =
        [Voice::Caring, Voice::Helping].map(|voice| texts.hints(1, voice).last().unwrap());
    assert!(someone[0].starts_with("“Someone in my care”"), "one voice has words of its own");
    assert!(someone[1].starts_with("“Someone I helped”"), "and the others those of all");
    let signs = texts.signs();
    assert_eq!(
        (signs.options[6].as_str(), signs.domains[6].as_str()),
        ("Alcohol or drugs to cope", "What you do")
    );
}

#[test]
fn every_item_names_one_of_the_blocks_and_blocks_keep_together() {
    assert_eq!(
        said(|d| _ = remove(&mut d["items"][2], "block")),
        ["items[2].block must name a block, as the file has blocks"]
    );
    assert_eq!(
        said(|d| d["items"][2]["block"] = json!("rset")),
        ["items[2].block names 'rset', but there is no block with this id"]
    );
    assert_eq!(
        said(|d| d["items"][9]["block"] = json!("rest")),
        [
            "items[9].block comes too late for 'rest': items of one block stand together, and blocks in their order"
        ]
    );
    assert_eq!(
        said(|d| d["blocks"].as_array_mut().unwrap().push(json!({ "id": "third" }))),
        ["blocks[2].id has no items"]
    );
    assert_eq!(
        said(|d| d["blocks"][1]["id"] = json!("rest")),
        ["blocks[1].id is 'rest' a second time: every id stands once"]
    );
    let without = said(|d| {
        remove(d, "blocks");
        remove(&mut d["text"], "blocks");
    });
    assert_eq!(without.len(), 42);
    assert_eq!(without[0], "items[0].block names a block, but the file has no blocks");
}

#[test]
fn the_bank_stands_last_and_needs_a_profile() {
    assert_eq!(
        said(|d| d["items"][20]["bank"] = json!(true))[0],
        "items[21].bank must be true: items of the bank stand last"
    );
    assert_eq!(
        said(|d| _ = remove(d, "profile")),
        ["items[30].bank is true, but without a profile nothing more is ever offered"]
    );
    assert_eq!(
        said(|d| d["items"][0]["bank"] = json!("yes")),
        ["items[0].bank must be true or false"]
    );
}

#[test]
fn signs_stand_together_by_their_domains() {
    assert_eq!(
        said(|d| d["signs"].as_array_mut().unwrap().swap(0, 3)),
        ["signs[3].domain comes too late: signs of one domain stand together"]
    );
    assert_eq!(
        said(|d| d["signs"][0]["domain"] = json!("Body")),
        [
            "signs[0].domain must be 1 to 64 of the characters a-z, 0-9, - and _",
            "text.signs.domains.Body must be there"
        ]
    );
    assert_eq!(
        said(|d| d["signs"][6]["means"] = json!("smoking")),
        ["signs[6].means must be drinking, drawing_back, poor_sleep or eating_screens"]
    );
}

#[test]
fn what_an_answer_means_and_when_it_is_asked_are_words_that_are_known() {
    assert_eq!(
        said(|d| d["items"][0]["means"] = json!("tired")),
        [
            "items[0].means must be rest_fails, alarm, guilt, helpless, support, switch_off or good_seen"
        ]
    );
    assert_eq!(
        said(|d| d["context"][1]["when"] = json!("later")),
        ["context[1].when must be before or after"]
    );
}

#[test]
fn words_of_blocks_and_signs_are_all_there_and_belong_to_something() {
    assert_eq!(
        said(|d| _ = remove(&mut d["text"]["signs"]["options"], "numb")),
        ["text.signs.options.numb must be there"]
    );
    assert_eq!(
        said(|d| _ = remove(&mut d["text"], "signs")),
        ["text.signs must be there: the words of the signs, by their ids"]
    );
    assert_eq!(
        said(|d| d["text"]["blocks"]["resting"] = json!({ "short": "Past 4 weeks" })),
        ["text.blocks.resting belongs to no block of this instrument"]
    );
    assert_eq!(
        said(|d| d["text"]["blocks"]["helping"]["hints"][0] = json!({ "work": "At work." })),
        ["text.blocks.helping.hints[0] has no words for caring and helping"]
    );
    assert_eq!(
        said(|d| _ = remove(&mut d["text"], "blocks")),
        FINE,
        "a block may go without words"
    );
    assert_eq!(
        said(|d| d["text"]["items"]["felt_bitter"] =
            json!({ "work": "a", "caring": "b", "both": "c" })),
        [
            "text.items.felt_bitter.both is not known: there can be all, work, caring, helping",
            "text.items.felt_bitter has no words for helping"
        ]
    );
}

#[test]
fn ticks_and_answers_to_the_bank_come_back_from_a_check_in_file_as_they_were() {
    let (instrument, texts) = brought(file(BANKED)).unwrap();
    for (ticked, bank) in [(None, None), (Some(vec![]), Some(2)), (Some(vec![0, 6]), Some(0))] {
        let mut responses = Responses::new(&instrument);
        responses.set_item(&instrument, 0, Some(1));
        responses.set_item(&instrument, 33, bank);
        responses.set_signs(&instrument, ticked.as_deref());
        let date = Date::new("2026-11-26").unwrap();
        let check = Check { date, id: "a".to_owned(), role: None, responses, raw: None };
        let history = History::default().with(check);
        let locale = common::english();
        let source = burnout_screener::export::Source {
            instrument: &instrument,
            texts: &texts,
            locale: &locale,
            history: &history,
        };
        let written = burnout_screener::export::json(&source);
        let read = read_history(&instrument, &serde_json::from_str(&written).unwrap());
        assert_eq!(read.as_ref(), Ok(&history), "{written}");
    }
}
