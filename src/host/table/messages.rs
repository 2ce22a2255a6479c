//! What passes between the script tag's code and the isolated frame, and what that frame may do.

use super::Named;

/// What the isolated frame says to the script tag's code: all that ever comes out of it.
pub const SAID: [Named; 6] = [
    Named {
        name: "ready",
        meaning: "The self-check is there, and can be configured; and which release it is: a script tag of another release shows the panel",
    },
    Named {
        name: "height",
        meaning: "How high it is. That depends on the step and the width alone, never on an answer: every place whose text depends on answers is as large as the largest text that could stand there",
    },
    Named {
        name: "step",
        meaning: "The step changed, and whether it asks, so that the page can scroll. All questions together are one step: between the first and the result nothing is said",
    },
    Named {
        name: "language",
        meaning: "The person has pressed the name of another language, and which: its words are wanted. It is said upon that press alone",
    },
    Named { name: "leave", meaning: "The person wants to leave" },
    Named {
        name: "no-wasm",
        meaning: "WebAssembly is switched off in that frame: the script tag puts the file there that does without. Said in place of `ready`",
    },
];

/// What the frame is told: each is the answer to something that it said.
pub const TOLD: [Named; 2] = [
    Named {
        name: "configure",
        meaning: "The attributes, and the files that they name: the answer to `ready`",
    },
    Named {
        name: "words",
        meaning: "The words of that language, which are public: the answer to `language`. The frame takes none but those that it was built to know",
    },
];

/// What either frame may do, in the words of its `sandbox` attribute.
pub const SANDBOX: [Named; 4] = [
    Named { name: "allow-scripts", meaning: "The self-check is a script" },
    Named { name: "allow-modals", meaning: "It prints, and asks before a reload" },
    Named { name: "allow-downloads", meaning: "It hands files to the person" },
    Named {
        name: "allow-top-navigation-to-custom-protocols",
        meaning: "A crisis line can be called by a tap",
    },
];
