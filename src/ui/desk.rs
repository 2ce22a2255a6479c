//! What lies beside the answers while the widget runs: earlier check-ins, and what became of what the
//! person asked for. All of it is forgotten together with the answers.

use super::Content;
use super::outside::Told;
use crate::checkin::{Date, History};
use crate::locale::Message;
use crate::report::REASONS;

/// What may stand on the sheet for supervision: the result, the map, and the strongest answers.
pub(super) const RESULT: usize = 0;
pub(super) const MAP: usize = 1;
pub(super) const SIGNS: usize = 2;

#[derive(Clone, Debug)]
pub(super) struct Desk {
    /// The earlier check-ins, from a file or from this browser.
    pub(super) history: Option<History>,
    /// The day, as the browser has it.
    pub(super) today: Option<Date>,
    /// What this browser keeps.
    pub(super) stored: Option<History>,
    /// What it was last asked to keep.
    pub(super) storing: Option<History>,
    /// What to say about the last thing that was asked for.
    pub(super) note: Option<String>,
    /// What to say once the page around has done what was asked for, or could not.
    pub(super) pending: [Option<Message>; 2],
    /// What was last to be copied or saved, to be copied by hand where the browser does neither.
    pub(super) text: String,
    /// The name of the file that was last saved.
    pub(super) file: String,
    /// Whether that text is shown.
    pub(super) text_shown: bool,
    /// The address that was last copied.
    pub(super) copied: String,
    /// Whether the file that was chosen waits for its passphrase.
    pub(super) locked: bool,
    pub(super) passphrase: String,
    /// Whether the warning stands there that the answers will soon be erased.
    pub(super) idle: bool,
    /// Whether the browser refused to reach an address, once that was tried.
    pub(super) proof: Option<bool>,
    /// What is ticked for the sheet for supervision. The answers are left to the person's own choice.
    pub(super) included: [bool; SIGNS + REASONS],
    /// Whether the handout lists everything, so that nothing can be read from the choice.
    pub(super) everything: bool,
}

impl Desk {
    /// `stored`: the check-ins that this browser keeps.
    pub(super) fn new(stored: Option<History>, today: Option<Date>) -> Self {
        Self {
            history: stored.clone(),
            stored,
            storing: None,
            today,
            note: None,
            pending: [None; 2],
            text: String::new(),
            file: String::new(),
            copied: String::new(),
            text_shown: false,
            locked: false,
            passphrase: String::new(),
            idle: false,
            proof: None,
            included: [true, true, false, false, false],
            everything: false,
        }
    }

    /// Takes in what the page around tells of a request, a file or the store.
    pub(super) fn hear(&mut self, told: Told, content: &Content) {
        let locale = &content.locale;
        let say = |message| Some(locale.text(message).to_owned());
        self.note = match told {
            Told::Done(done) => {
                let [worked, failed] = self.pending;
                // What could not be copied or saved is there to be copied by hand.
                self.text_shown = !done && !self.text.is_empty();
                if done && worked == Some(Message::AgainKept) {
                    self.stored = self.storing.take();
                }
                (if done { worked } else { failed })
                    .map(|message| locale.fill(message, &[("name", &self.file)]))
            }
            Told::Opened(file) => {
                self.locked = false;
                self.passphrase.clear();
                match History::read(&file, &content.instrument) {
                    Ok(history) => {
                        self.history = Some(history);
                        None
                    }
                    Err(error) => Some(error.told(locale)),
                }
            }
            Told::Locked => {
                self.locked = true;
                None
            }
            Told::Wrong => say(Message::EarlierWrong),
            Told::Unreadable => say(Message::EarlierUnreadable),
            Told::Forgotten(gone) => {
                if gone {
                    (self.stored, self.history) = (None, None);
                }
                say(if gone { Message::AgainForgotten } else { Message::AgainNotForgotten })
            }
            Told::Proof(refused) => {
                self.proof = Some(refused);
                return;
            }
            // The session is wiped, not the desk alone.
            Told::Idle(_) | Told::Wipe => return,
        };
    }
}
