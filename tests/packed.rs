//! What the one file for the built-in questions holds comes out of it as it was put in.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot read what it tests must fail"
)]

mod common;

use burnout_screener::instrument::{Construct, Instrument, Minimum};
use burnout_screener::locale::{Locale, Texts};
use burnout_screener::packed::{Packed, Unpacking};
use burnout_screener::regions::Regions;
use burnout_screener::tree::Tree;
use common::{built_in, english_file, regions};
use serde_json::json;

fn packed<T: Packed>(value: &T) -> Vec<Tree> {
    let mut packed = Vec::new();
    value.pack(&mut packed);
    packed
}

fn again<T: Packed>(value: &T) -> T {
    T::unpack(&mut Unpacking::new(Tree::List(packed(value))))
}

#[test]
fn the_built_in_questions_come_out_as_they_went_in() {
    let (instrument, out) = (built_in(), again(&built_in()));
    assert_eq!(packed(&out), packed(&instrument));
    assert_eq!(out.items(), instrument.items());
    assert_eq!(out.scales(), instrument.scales());
    assert_eq!(out.context(), instrument.context());
    assert_eq!(out.signs(), instrument.signs());
    let (profiled, out) = (instrument.profiled().unwrap(), out.profiled().unwrap());
    for construct in Construct::ALL {
        assert_eq!(out.line(construct), profiled.line(construct));
        assert_eq!(out.margins(construct), profiled.margins(construct));
    }
}

#[test]
fn all_words_come_out_as_they_went_in() {
    let texts: Texts = english_file().texts(&built_in()).unwrap();
    assert_eq!(again(&texts), texts);
    let locale = Locale::new(&english_file(), &regions()).unwrap();
    let mut packed = Vec::new();
    locale.pack(&regions(), &mut packed);
    assert_eq!(Locale::unpack(&mut Unpacking::new(Tree::List(packed)), &regions()), locale);
}

#[test]
fn a_region_of_a_host_goes_by_its_own_name() {
    let locale = Locale::new(&english_file(), &regions()).unwrap();
    let mut packed = Vec::new();
    locale.pack(&regions(), &mut packed);
    let brought: Regions = serde_json::from_value(json!({
        "regions": [{ "id": "clinic", "name": "Our clinic", "lines": [{ "id": "desk", "call": "1" }] }]
    }))
    .unwrap();
    let all = regions().with(brought);
    let locale = Locale::unpack(&mut Unpacking::new(Tree::List(packed)), &all);
    assert_eq!(locale.region(all.position("clinic").unwrap()), "Our clinic");
    assert_eq!(locale.region(all.position("DE").unwrap()), "Germany");
}

#[test]
fn every_way_to_ask_for_enough_answers_comes_out_as_it_went_in() {
    for minimum in [
        Minimum::All,
        Minimum::Count(3),
        Minimum::Share(0.5),
        Minimum::EachFacet(0.75),
        Minimum::ShareAndEach { share: 0.6, each: 2 },
    ] {
        assert_eq!(again(&minimum), minimum);
    }
}

#[test]
fn nothing_packed_is_nothing_and_no_panic() {
    let out = Instrument::unpack(&mut Unpacking::new(Tree::Null));
    assert!(out.items().is_empty() && out.profiled().is_none());
}
