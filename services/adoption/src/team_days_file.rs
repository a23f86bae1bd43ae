//! `hamgam evaluate team_days.csv > flags.csv`: Rule R on a file.
//!
//! Columns `team,position,site,day,eligible,active` in any order, rows in any order. A day that is missing for a team
//! counts as nobody eligible; a day that no team has is no day. Every team keeps one position and one site.

mod read;
mod write;

use std::io::{Read, Write};

pub use read::{BadRow, MOST_BAD_ROWS};

use crate::domain::{
    rule::{self, Cell, Engine, History, Judgement, Units},
    standing::{self, Decisions, Standing, State},
};

/// What was found in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Summary {
    /// Rows read.
    pub rows: u64,
    /// Teams.
    pub teams: u64,
    /// Days.
    pub days: u64,
    /// Teams without enough others of the same position to be compared with; they are never found.
    pub teams_without_peers: u64,
    /// Teams that are FLAGGED on the last day.
    pub flagged: u64,
}

/// Why a file could not be evaluated.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// The file could not be read, or the result not written.
    #[error("{0}")]
    Io(#[from] std::io::Error),
    /// A column is missing, given twice, or there is no header at all.
    #[error("the header {0}; the columns are team, position, site, day, eligible, active, in any order")]
    Header(String),
    /// Rows break a rule; nothing was evaluated.
    #[error("{}", read::describe(*total, first))]
    Rows {
        /// How many rows are bad.
        total: u64,
        /// The first of them, at most [`MOST_BAD_ROWS`].
        first: Vec<BadRow>,
    },
}

/// Counts of teams and days, as a table.
#[derive(Debug, Default)]
struct Table {
    rows: u64,
    /// By name.
    teams: Vec<Team>,
    /// In order, as days since 1970-01-01.
    days: Vec<i32>,
    /// By day, then by team.
    active: Vec<Vec<u32>>,
    eligible: Vec<Vec<u32>>,
}

#[derive(Debug)]
struct Team {
    name: String,
    cell: Cell,
}

/// One line of the result.
#[derive(Debug, Clone, Copy)]
struct Line {
    p_low: f64,
    p_decline: f64,
    found: bool,
    state: State,
}

/// Evaluates every day of a file and writes a row per team and day: `team,day,p_low,p_decline,flagged,state`, by team,
/// then by day. `flagged` is what the rule says of that day, `state` what a person would be told. `progress` is told
/// `(done, of)`: rows while the file is read, of which the number is not known before, then days and teams.
pub fn evaluate_csv(
    reader: impl Read,
    writer: impl Write,
    progress: impl FnMut(u64, u64),
) -> Result<(), FileError> {
    evaluate(reader, writer, progress).map(|_| ())
}

/// [`evaluate_csv`], which also says what was found.
pub fn evaluate(
    reader: impl Read,
    writer: impl Write,
    mut progress: impl FnMut(u64, u64),
) -> Result<Summary, FileError> {
    let table = read::table(reader, &mut progress)?;
    let mut engine = Engine::new();
    for team in &table.teams {
        engine.add(team.cell);
    }
    let mut units = units(&table.teams);
    let without_peers = (0..units.len()).filter(|&unit| units.is_alone(unit)).count();
    let decisions = Decisions::default();
    let mut standings = vec![Standing::default(); table.teams.len()];
    let mut lines = Vec::with_capacity(table.days.len());
    for (number, ((active, eligible), axis)) in table.active.iter().zip(&table.eligible).zip(0..).enumerate()
    {
        engine.push(active, eligible);
        units.set_histories(|_| History::whole(number + 1));
        let judged = engine.judge(&units);
        lines.push(
            judged.iter().zip(&mut standings).map(|(j, s)| line(j, s, axis, &decisions)).collect::<Vec<_>>(),
        );
        progress(number as u64 + 1, (table.days.len() + table.teams.len()) as u64);
    }
    write::lines(writer, &table, &lines, &mut progress)?;
    Ok(Summary {
        rows: table.rows,
        teams: table.teams.len() as u64,
        days: table.days.len() as u64,
        teams_without_peers: without_peers as u64,
        flagged: standings.iter().filter(|s| s.state == State::Flagged).count() as u64,
    })
}

fn line(judgement: &Judgement, standing: &mut Standing, day: i32, decisions: &Decisions) -> Line {
    *standing = standing::step(standing, day, judgement.is_found(), judgement.certainty(), decisions);
    Line {
        p_low: judgement.p_low,
        p_decline: judgement.p_decline,
        found: judgement.is_found(),
        state: standing.state,
    }
}

/// Each team is judged by itself, against its position and site where there are enough teams, else its position.
fn units(teams: &[Team]) -> Units {
    let cells: Vec<Cell> = teams.iter().map(|t| t.cell).collect();
    let mut units = Units::default();
    for (number, basis) in rule::bases(&cells).into_iter().enumerate() {
        units.add(basis.map(|b| (number, b)), History::default());
    }
    units
}
