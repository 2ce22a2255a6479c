//! The recipes of docs/sites, each loaded as it stands there: one self-check, as wide as its place, through navigation and
//! history, and gone with its page. Frameworks are those that npm has; what takes minutes is left to the long run.

mod apps;
mod baked;
mod built;
mod elsewhere;
mod frameworks;
mod generator;
mod optimisers;
mod pages;
mod recipe;
mod room;
mod routers;
mod standing;
mod upload;
mod wordpress;
