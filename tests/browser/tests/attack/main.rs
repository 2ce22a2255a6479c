//! Answers cannot leave the widget, tried the way an attacker would: from the host page around it. One file a noun.

mod copies;
mod counted;
mod endurance;
mod events;
mod folders;
mod forged;
mod hanging;
mod haul;
mod inline;
mod isolated;
mod journey;
mod leftovers;
mod window;
