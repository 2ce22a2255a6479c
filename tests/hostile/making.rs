//! Instruments of any kind and words for them, made at random.

use burnout_screener::instrument::Instrument;
use burnout_screener::locale::{
    BandText, BlockText, ContextText, InstrumentText, ScaleText, SignsText, Wording,
};
use burnout_screener::tree::Table;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value, json};

use crate::common::steady_json;
use crate::doc::{Doc, any_number, any_text};

/// Words for everything in an instrument, taken in turn.
pub(crate) fn words_for(instrument: &Instrument, words: &[String]) -> InstrumentText {
    let mut next = words.iter().cycle().cloned();
    let mut next = || next.next().unwrap();
    fn table<T>(ids: Vec<&String>, mut each: impl FnMut() -> T) -> Table<T> {
        Table::new(ids.into_iter().map(|id| (id.clone(), each())).collect())
    }
    let sets = instrument.option_sets().iter().map(|set| {
        let ids = set.options.iter().map(|option| &option.id).collect();
        (set.id.clone(), table(ids, &mut next))
    });
    let options = Table::new(sets.collect());
    let context = instrument.context().iter().map(|question| {
        let ids = question.options.iter().map(|option| &option.id).collect();
        let asked = ContextText { question: next(), options: table(ids, &mut next) };
        (question.id.clone(), asked)
    });
    let context = Table::new(context.collect());
    let mut wording = || {
        let [work, caring, helping] = [next(), next(), next()].map(Some);
        Wording { all: None, work, caring, helping }
    };
    let items = table(instrument.items().iter().map(|item| &item.id).collect(), &mut wording);
    let blocks = table(instrument.blocks().iter().map(|block| &block.id).collect(), || BlockText {
        look_back: Some(wording()),
        short: Some(wording()),
        hints: vec![wording()],
    });
    let names: Vec<Wording> = instrument.scales().iter().map(|_| wording()).collect();
    let scales = instrument.scales().iter().zip(names).map(|(scale, name)| {
        let facets = table(scale.parts().iter().map(|part| &part.id).collect(), &mut next);
        let bands = table(scale.bands.iter().map(|band| &band.id).collect(), || BandText {
            label: next(),
            text: Some(next()),
        });
        (scale.id.clone(), ScaleText { name, facets, bands })
    });
    let scales = Table::new(scales.collect());
    let [title, intro, look_back, stem] = [next(), next(), next(), next()].map(Some);
    let signs = (!instrument.signs().is_empty()).then(|| SignsText {
        question: next(),
        note: Some(next()),
        none: next(),
        domains: table(instrument.signs().iter().map(|sign| &sign.domain).collect(), &mut next),
        options: table(instrument.signs().iter().map(|sign| &sign.id).collect(), &mut next),
    });
    InstrumentText { title, intro, look_back, stem, options, blocks, items, scales, signs, context }
}

/// Words that pass as they are, whatever they try.
pub(crate) fn any_words() -> impl Strategy<Value = Vec<String>> {
    let word = any_text().prop_map(|mut text| {
        while text.len() > 2_000 {
            text.pop();
        }
        if text.chars().all(|c| c.is_whitespace() || c.is_control()) {
            "word".to_owned()
        } else {
            text
        }
    });
    prop::collection::vec(word, 1..24)
}

fn any_options() -> impl Strategy<Value = Value> {
    let values = prop::collection::btree_set(-1000_i16..=1000, 2..=11);
    (values, any::<bool>()).prop_map(|(values, falls)| {
        let mut values: Vec<i16> = values.into_iter().collect();
        if falls {
            values.reverse();
        }
        let options = values.into_iter().enumerate();
        options.map(|(place, value)| json!({ "id": format!("o{place}"), "value": value })).collect()
    })
}

/// The built-in instrument with other options and figures and another number of everything.
pub(crate) fn any_profiled() -> impl Strategy<Value = Doc> {
    let figures = prop::collection::vec(any_number(), 12);
    let sensible = (20.0..80.0, 5.0..45.0, 0.3..0.95, 0.3..0.95).prop_map(
        |(line, deviation, reliability, retest)| [line, deviation, reliability, retest].repeat(3),
    );
    let figures = prop_oneof![1 => figures, 3 => sensible];
    let drop = prop::collection::vec(any::<Index>(), 0..14);
    (any_options(), figures, drop, 1_usize..4).prop_map(|(options, figures, drop, times)| {
        let mut file = steady_json();
        file["option_sets"]["frequency"] = options;
        let items = file["items"].as_array_mut().unwrap();
        for place in drop {
            items.remove(place.index(items.len()));
        }
        let kept = items.clone();
        let turned = |id: &Value, turn: usize| json!(format!("{}-{turn}", id.as_str().unwrap()));
        let copies = (0..times).flat_map(|turn| {
            kept.iter().cloned().map(move |mut item| {
                item["id"] = turned(&item["id"], turn);
                item
            })
        });
        file["items"] = copies.collect();
        let known = |id: &Value| kept.iter().any(|item| item["id"] == *id);
        for scale in file["scales"].as_array_mut().unwrap() {
            for facet in scale["facets"].as_array_mut().unwrap() {
                let ids = facet["items"].as_array().unwrap().clone();
                let ids = ids.iter().filter(|id| known(id));
                facet["items"] =
                    ids.flat_map(|id| (0..times).map(move |turn| turned(id, turn))).collect();
            }
        }
        let mut doc = Doc::from(&file);
        let roles = ["burnout", "compassion_fatigue", "tired"];
        for ((scale, figures), role) in figures.chunks(4).enumerate().zip(roles) {
            *doc.at(&format!("profile.{role}.line")) = Doc::Number(figures[0]);
            let names = ["deviation", "reliability", "retest"];
            for (name, figure) in names.into_iter().zip(&figures[1..]) {
                *doc.at(&format!("scales.{scale}.precision.{name}")) = Doc::Number(*figure);
            }
        }
        doc
    })
}

/// A scale over some of eight items, as somebody may bring it.
fn any_scale() -> impl Strategy<Value = Value> {
    let items = prop::sample::subsequence((0..8).collect::<Vec<u8>>(), 1..=8);
    let minimum = prop_oneof![
        Just(json!("all")),
        (1_u8..9).prop_map(|count| json!({ "count": count })),
        (0.01..=1.0).prop_map(|share| json!({ "share": share })),
        (0.01..=1.0).prop_map(|share| json!({ "each_facet": share })),
    ];
    let precision = prop::option::of((0.1..500.0, 0.01..0.99, prop::option::of(0.01..0.99)));
    let norm = prop::option::of((-1e3..1e3, 0.1..1e3));
    let bands = prop::collection::btree_set(-200_i16..=200, 0..4);
    let method = prop::sample::select(vec!["sum", "mean", "percent"]);
    (items, method, minimum, precision, norm, bands, any::<[bool; 2]>()).prop_map(
        |(items, method, minimum, precision, norm, bands, [good, faceted])| {
            let ids: Vec<String> = items.iter().map(|item| format!("i{item}")).collect();
            let mut scale = json!({
                "method": method, "minimum": minimum, "direction": if good { "good" } else { "strain" },
            });
            if faceted {
                let (one, other) = ids.split_at(ids.len() / 2);
                let facets = [("one", one), ("other", other)].map(|(id, items)| json!({ "id": id, "items": items }));
                let facets = facets.into_iter().filter(|facet| facet["items"] != json!([]));
                scale["facets"] = facets.collect();
            } else {
                scale["items"] = json!(ids);
            }
            if let Some((deviation, reliability, retest)) = precision {
                scale["precision"] =
                    json!({ "deviation": deviation, "reliability": reliability, "retest": retest });
            }
            if let Some((mean, deviation)) = norm {
                scale["norm"] = json!({ "mean": mean, "deviation": deviation, "source": "s" });
            }
            if bands.len() > 1 {
                let bands = bands.into_iter().enumerate();
                scale["bands"] =
                    bands.map(|(place, from)| json!({ "id": format!("b{place}"), "from": from })).collect();
            }
            scale
        },
    )
}

/// An instrument without a profile: scales of every kind over eight items of two sets of options.
pub(crate) fn any_plain() -> impl Strategy<Value = Doc> {
    let item = (any::<bool>(), any::<bool>(), 1_u8..=100, prop::option::weighted(0.1, -50_i16..50));
    let items = prop::collection::vec(item, 8);
    let scales = prop::collection::vec(any_scale(), 1..5);
    (any_options(), any_options(), items, scales, any::<[bool; 2]>()).prop_map(
        |(one, other, items, scales, [total, asks_role])| {
            let mut scales = scales;
            // Every item stands in a scale.
            let all: Vec<String> = (0..8).map(|item| format!("i{item}")).collect();
            scales.push(json!({ "items": all, "method": "mean", "minimum": { "count": 1 } }));
            if total && scales.len() > 2 {
                scales.push(json!({ "of": ["s0", "s1"], "method": "sum" }));
            }
            for (place, scale) in scales.iter_mut().enumerate() {
                scale["id"] = json!(format!("s{place}"));
            }
            let items: Vec<Value> = (items.into_iter().enumerate())
                .map(|(place, (set, reversed, weight, alert))| {
                    json!({
                        "id": format!("i{place}"), "options": if set { "one" } else { "other" },
                        "keying": if reversed { "reversed" } else { "direct" }, "weight": weight,
                        "alert": alert,
                    })
                })
                .collect();
            Doc::from(&json!({
                "format": 2, "id": "plain", "version": "1", "validated": false, "asks_role": asks_role,
                "licence": { "terms": "free", "line": "(c) somebody" },
                "option_sets": { "one": one, "other": other }, "items": items, "scales": scales,
            }))
        },
    )
}
