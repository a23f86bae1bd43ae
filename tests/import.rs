//! The commands of the real binary, from set-up over files as people bring them to the evaluation of a file.

mod commands;
mod directory;
mod usage;

use lab::{
    Home,
    home::Ran,
    world::{PEOPLE_MAPPING, map_words},
};

use crate::BINARY;

/// The exit code for a file with bad rows.
const BAD_ROWS: i32 = 3;

/// `hamgam import` of a file with this content.
fn import(home: &Home, kind: &str, content: impl AsRef<[u8]>, more: &[&str]) -> Ran {
    let file = home.write("file.csv", content);
    let words = ["import", kind, file.to_str().expect("a path")];
    home.run(words.iter().chain(more))
}

/// The numbers of a kind in a report: new, changed, unchanged.
fn counts(report: &str, kind: &str) -> (i64, i64, i64) {
    let line =
        report.lines().find(|l| l.trim_start().starts_with(kind)).unwrap_or_else(|| panic!("{report}"));
    let numbers: Vec<i64> = line.split_whitespace().filter_map(|w| w.parse().ok()).collect();
    (numbers[0], numbers[1], numbers[2])
}

/// An organization with the people of a small made-up world.
fn with_people(world: &lab::World) -> Home {
    let home = Home::set_up(BINARY);
    let mapping = map_words(PEOPLE_MAPPING);
    let mapping: Vec<&str> = mapping.iter().map(String::as_str).collect();
    import(&home, "directory", world.people_csv(), &mapping).good();
    home
}
