//! Where the demo is kept: a folder that is named, or a temporary one; and what time it is there.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::Context as _;
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use kit::clock::Clock;

use super::world;

const CLOCK: &str = "clock";
const SEEDED: &str = "seeded";
const RETRAINED: &str = "retrained";

/// The demo's folder.
#[derive(Debug)]
pub(crate) struct Store {
    folder: PathBuf,
    temporary: bool,
}

impl Store {
    /// The named folder, or a temporary one that goes away with this value.
    pub(crate) fn open(named: Option<PathBuf>) -> anyhow::Result<Self> {
        let temporary = named.is_none();
        let folder =
            named.unwrap_or_else(|| std::env::temp_dir().join(format!("hamgam-demo-{}", std::process::id())));
        fs::create_dir_all(&folder).with_context(|| format!("cannot create {}", folder.display()))?;
        let store = Self { folder, temporary };
        let begun = fs::read_dir(&store.folder)?
            .filter_map(Result::ok)
            .any(|entry| entry.path().extension().is_some_and(|e| e == "sqlite"));
        if begun && !store.is_seeded() {
            anyhow::bail!(
                "{} holds a demo that was not finished; remove it and start again",
                store.folder.display()
            );
        }
        Ok(store)
    }

    /// The folder itself.
    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Whether the organisation is in it, whole.
    pub(crate) fn is_seeded(&self) -> bool {
        self.folder.join(SEEDED).exists()
    }

    /// Says that the organisation is in it, whole.
    pub(crate) fn seeded(&self) -> anyhow::Result<()> {
        Ok(fs::write(self.folder.join(SEEDED), "")?)
    }

    /// What time it was when the demo was last kept; else the morning of the first day.
    pub(crate) fn now(&self) -> anyhow::Result<Timestamp> {
        match fs::read_to_string(self.folder.join(CLOCK)) {
            Ok(text) => text.trim().parse().context("the demo's clock file cannot be read"),
            Err(_) => Ok(world::World::first_day().at(0, 30, 0, 0).to_zoned(TimeZone::UTC)?.timestamp()),
        }
    }

    /// The teams that were retrained, with the day from which it shows.
    pub(crate) fn retrained(&self) -> Vec<(String, Date)> {
        let text = fs::read_to_string(self.folder.join(RETRAINED)).unwrap_or_default();
        text.lines()
            .filter_map(|l| l.split_once(' '))
            .filter_map(|(t, d)| Some((t.to_owned(), d.parse().ok()?)))
            .collect()
    }

    /// Keeps which teams were retrained.
    pub(crate) fn keep_retrained(&self, teams: &[(String, Date)]) -> anyhow::Result<()> {
        let lines: Vec<String> = teams.iter().map(|(team, day)| format!("{team} {day}")).collect();
        Ok(fs::write(self.folder.join(RETRAINED), lines.join("\n"))?)
    }

    /// Keeps the time.
    pub(crate) fn keep(&self, clock: &dyn Clock) -> anyhow::Result<()> {
        Ok(fs::write(self.folder.join(CLOCK), clock.now().to_string())?)
    }
}

impl Drop for Store {
    fn drop(&mut self) {
        if self.temporary {
            let _ = fs::remove_dir_all(&self.folder);
        }
    }
}
