//! The largest results there can be, made up.
//!
//! The report itself is asked, about every finding in every voice, so that nothing is measured that is
//! put together in another way than what is read. The longest of each kind stays; what does not follow from
//! the finding is put in at its longest.

use super::said::{self, FirstStep, Quote, Said};
use crate::guidance::{ADVICE, Advice, Because, FIRST_STEPS, When, Who};
use crate::instrument::{
    Construct, ItemMeaning, Meaning, Part, PartSet, PerConstruct, Profiled, Scale,
};
use crate::locale::Message;
use crate::profile::{
    Band, Classification, Exposure, Finding, Impact, Rest, StrainVerdict, Tired, classify,
};
use crate::report::{REASONS, Report, Words};
use crate::response::Responses;
use crate::session::Voice;
use crate::ui::View;
use crate::ui::hue::Hue;
use crate::ui::steady::{longest, width};

/// More answers than are ever asked for.
const MORE: &str = "88";

/// Results that cannot be one another: the longest of one need not stand beside the longest of another.
#[derive(Clone, Copy)]
enum Kind {
    Strain,
    Open,
    Ordinary,
}

impl Kind {
    const ALL: [Kind; 3] = [Kind::Strain, Kind::Open, Kind::Ordinary];

    fn has(self, found: &Classification) -> bool {
        let open = found.burnout.is_open() || found.compassion_fatigue.is_open();
        match self {
            Kind::Open => open,
            Kind::Ordinary => found.finding.is_ordinary(),
            Kind::Strain => !open && !found.finding.is_ordinary(),
        }
    }
}

impl Said {
    /// The largest of each kind.
    pub(in crate::ui) fn largest(view: &View<'_>, profiled: Profiled<'_>) -> [Self; 3] {
        let mut kinds = Kind::ALL.map(|_| Self::default());
        for (voice, much) in
            Voice::ALL.into_iter().flat_map(|voice| [(voice, true), (voice, false)])
        {
            let words = Words { voice, ..view.report() };
            let responses = answered(profiled, much);
            made_up(&mut |found| {
                let report = Report { words, profiled, responses: &responses, found };
                for (largest, kind) in kinds.iter_mut().zip(Kind::ALL) {
                    if kind.has(found) {
                        let said = Self::told(view, &report);
                        if said.room() > largest.room() {
                            *largest = said;
                        }
                    }
                }
            });
        }
        let all = answered(profiled, true);
        let found = classify(profiled, &all);
        let report = Report { words: view.report(), profiled, responses: &all, found: &found };
        kinds.map(|said| Self { signs: said::signs(&report), ..said.filled(view) })
    }

    /// About how much room it takes, in thirds of a letter: a paragraph more costs half a line.
    fn room(&self) -> usize {
        // The letters of the headline are larger, and so are the gaps between its lines: on a phone they
        // take twice the room, on a wide screen four times.
        let headline = 3 * width(&self.headline);
        let lines = self.lines.iter().map(|line| width(&line.words));
        let texts =
            [&self.sure, &self.lead, &self.about, &self.professional, &self.carries, &self.more];
        headline + lines.sum::<usize>() + texts.map(|text| width(text) + 60).iter().sum::<usize>()
    }

    /// What does not follow from the finding, at its longest.
    fn filled(mut self, view: &View<'_>) -> Self {
        let locale = &view.content.locale;
        let texts = &view.content.texts;
        let said = |message| longest(Voice::ALL.map(|voice| locale.said(message, voice)));
        let any = |messages: &[Message]| longest(messages.iter().map(|&message| said(message)));
        let changed = |message, asked: &str| locale.fill(message, &[("question", asked)]);
        let statement = texts.largest().first().map_or("", String::as_str);
        let questions = view.session.instrument().context().len();
        let question = longest((0..questions).map(|question| texts.context(question).0));
        let one = changed(Message::SureOneChanged, statement);
        let other = changed(Message::SureOneChangedContext, question);
        let chosen = longest(texts.all_options().flatten().map(String::as_str));
        // No statement is quoted twice.
        let quote = |statement: &String| Quote {
            hue: Hue::Burnout,
            statement: statement.clone(),
            chosen: chosen.to_owned(),
        };
        self.steps = largest_steps(view);
        self.suggested = true;
        self.here = crate::ui::map::longest(view);
        self.quotes = texts.largest().iter().take(REASONS).map(quote).collect();
        self.why = any(&[
            Message::JoinedOwnLife,
            Message::JoinedCauseAgrees,
            Message::JoinedCauseDiffers,
            Message::SureAlike,
        ])
        .to_owned();
        self.rests = vec![
            longest([one.as_str(), other.as_str()]).to_owned(),
            [Message::SureBounds, Message::SurePart, Message::SureAlways]
                .map(said)
                .join(locale.between(Message::JoinSentences)),
        ];
        self.organisation = said(Message::JoinedOrganisation).to_owned();
        if !self.more.is_empty() {
            self.more = locale.fill(Message::ResultMore, &[("count", MORE)]);
        }
        self
    }
}

/// Three first steps, each of the longest words: a title that breaks takes a line of its own, so that no piece
/// of advice is the longest in every width.
fn largest_steps(view: &View<'_>) -> [FirstStep; FIRST_STEPS] {
    let locale = &view.content.locale;
    let because = Because::ALL
        .iter()
        .flat_map(|because| Voice::ALL.map(|voice| locale.said(because.message(), voice)));
    let because = longest(because);
    let today: fn(&Advice) -> bool =
        |advice| advice.who != Who::Organisation && advice.when == When::Today;
    // A habit that takes long is no first step for somebody alone.
    let others: fn(&Advice) -> bool = |advice| {
        let soon = advice.who == Who::Others || advice.when != When::OverTime;
        advice.who != Who::Organisation && soon
    };
    [today, others, others].map(|among| {
        let words = || {
            let all = ADVICE.iter().filter(|advice| among(advice));
            all.filter_map(|advice| locale.advice(advice.id))
        };
        FirstStep {
            when: view.text(Message::StepsThird).to_owned(),
            title: longest(words().map(|words| words.title.as_str())).to_owned(),
            text: longest(words().map(|words| words.text.as_str())).to_owned(),
            because: because.to_owned(),
        }
    })
}

/// `much`: of all that adds sentences as much as can be; without it, what asks for other ones.
fn answered(profiled: Profiled<'_>, much: bool) -> Responses {
    let instrument = profiled.instrument();
    let mut responses = Responses::new(instrument);
    for item in profiled.carries().into_iter().flat_map(Scale::items) {
        let low = instrument.items().get(item).is_some_and(|asked| {
            matches!(asked.means, Some(ItemMeaning::Support | ItemMeaning::SwitchOff))
        });
        let options = instrument.options(item).len();
        let at = |option: &u8| instrument.keyed(item, *option);
        let options = 0..u8::try_from(options).unwrap_or(u8::MAX);
        let option = if low && !much { options.min_by_key(at) } else { options.max_by_key(at) };
        responses.set_item(instrument, item, option);
    }
    if much {
        let all: Vec<usize> = (0..instrument.signs().len()).collect();
        responses.set_signs(instrument, Some(&all));
        for (place, question) in instrument.context().iter().enumerate() {
            let lasted = question
                .options
                .iter()
                .position(|option| option.means == Some(Meaning::OverFourWeeks));
            let option = lasted.and_then(|option| u8::try_from(option).ok());
            responses.set_context(instrument, place, option);
        }
    }
    responses
}

const ABOVE: StrainVerdict = StrainVerdict { band: Some(Band::ClearlyAbove), by_bounds: true };
const NEAR: StrainVerdict = StrainVerdict { band: Some(Band::JustAbove), by_bounds: false };
const BELOW: StrainVerdict = StrainVerdict { band: Some(Band::ClearlyBelow), by_bounds: true };
const VERDICTS: [StrainVerdict; 4] = [ABOVE, NEAR, BELOW, StrainVerdict::OPEN];

/// Parts that stand out and parts worth watching, as many as the lines leave room for.
const PARTS: [(&[Part], &[Part]); 9] = [
    (&[], &[Part::Exhaustion, Part::Effectiveness, Part::Intrusion]),
    (&[Part::Exhaustion], &[Part::Effectiveness, Part::Intrusion]),
    (&[Part::Exhaustion, Part::Effectiveness, Part::Intrusion], &[]),
    (&[Part::Exhaustion], &[]),
    (&[Part::Distance], &[]),
    (&[Part::Effectiveness], &[]),
    (&[Part::Intrusion], &[]),
    (&[Part::Avoidance], &[]),
    (&[Part::Alarm], &[]),
];
/// The same beside a strain that is near its line.
const BESIDE: &[Part] = &[Part::Exhaustion, Part::Effectiveness, Part::Intrusion, Part::Alarm];

/// Every word on tiredness and every word on rest, in the pairs that findings are made of.
const TIREDNESS: [(Tired, Rest); 8] = [
    (Tired::Yes, Rest::Helps),
    (Tired::Yes, Rest::InPart),
    (Tired::Yes, Rest::DoesNotHelp),
    (Tired::Yes, Rest::NotSaid),
    (Tired::Somewhat, Rest::InPart),
    (Tired::Somewhat, Rest::NotSaid),
    (Tired::No, Rest::DoesNotHelp),
    (Tired::NotSaid, Rest::NotSaid),
];

/// Every finding, with all that may stand beside it.
fn made_up(each: &mut dyn FnMut(&Classification)) {
    for (b, c) in VERDICTS.into_iter().flat_map(|b| VERDICTS.map(|c| (b, c))) {
        for exposure in [Exposure::Met, Exposure::Never, Exposure::NotSaid] {
            let mut found = Classification {
                burnout: b,
                compassion_fatigue: c,
                scores: PerConstruct::default(),
                tired: Tired::Yes,
                rest: Rest::DoesNotHelp,
                exposure,
                impact: Impact::VeryMuch,
                raised: beside(b, c),
                watched: PartSet::default(),
                finding: Finding::NotEnough,
                lead: None,
            };
            if b == BELOW && c == BELOW {
                for (raised, watched) in PARTS {
                    (found.raised, found.watched) = (set(raised), set(watched));
                    each(&found.settled());
                }
                (found.raised, found.watched) = (PartSet::default(), PartSet::default());
                for (tired, rest) in TIREDNESS {
                    for impact in [Impact::VeryMuch, Impact::Ordinary] {
                        (found.tired, found.rest, found.impact) = (tired, rest, impact);
                        each(&found.settled());
                    }
                }
                continue;
            }
            each(&found.settled());
            if b == ABOVE && c == ABOVE {
                for lead in Construct::STRAINS {
                    found.lead = Some(lead);
                    each(&found.settled());
                }
            }
        }
    }
}

/// Of a strain that is clearly above its line no part is counted.
fn beside(b: StrainVerdict, c: StrainVerdict) -> PartSet {
    let counted = |part: &&Part| match part.strain() {
        Construct::Burnout => b != ABOVE,
        _ => c != ABOVE,
    };
    BESIDE.iter().filter(counted).fold(PartSet::default(), |set, &part| set.with(part))
}

fn set(parts: &[Part]) -> PartSet {
    parts.iter().fold(PartSet::default(), |set, &part| set.with(part))
}
