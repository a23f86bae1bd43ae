//! Reading a file of team days: every bad row is told with its line, all at once.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, hash_map::Entry},
    fmt,
    io::Read,
};

use csv::{ByteRecord, ReaderBuilder, Trim};
use jiff::civil::Date;
use kit::{db::time::to_days, digits, text};

use super::{FileError, Table, Team};
use crate::domain::rule::{Cell, MOST_ELIGIBLE};

/// Bad rows that are told; the others are counted.
pub const MOST_BAD_ROWS: usize = 100;

const COLUMNS: [&str; 6] = ["team", "position", "site", "day", "eligible", "active"];
const TEAM: usize = 0;
const POSITION: usize = 1;
const SITE: usize = 2;
const DAY: usize = 3;
const ELIGIBLE: usize = 4;
const ACTIVE: usize = 5;

/// A row that breaks a rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadRow {
    /// Line in the file, the header being line 1.
    pub line: u64,
    /// What is wrong with it.
    pub problem: String,
}

impl fmt::Display for BadRow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.problem)
    }
}

/// The bad rows in words.
pub(super) fn describe(total: u64, first: &[BadRow]) -> String {
    let rows = if total == 1 { "row is" } else { "rows are" };
    let mut out = format!("{total} {rows} wrong");
    for row in first {
        out.push('\n');
        out.push_str(&row.to_string());
    }
    let more = total.saturating_sub(first.len() as u64);
    if more > 0 {
        out.extend(["\nand ", &more.to_string(), " more"]);
    }
    out
}

#[derive(Default)]
struct Rows {
    teams: BTreeMap<String, Seen>,
    positions: HashMap<String, u32>,
    sites: HashMap<String, u32>,
    bad: Vec<BadRow>,
    bad_total: u64,
}

/// What the rows of a team said so far.
struct Seen {
    line: u64,
    position: String,
    site: String,
    /// By day: line, eligible, active.
    days: HashMap<i32, (u64, u32, u32)>,
}

impl Rows {
    fn bad(&mut self, line: u64, problem: String) {
        self.bad_total += 1;
        if self.bad.len() < MOST_BAD_ROWS {
            self.bad.push(BadRow { line, problem });
        }
    }
}

/// Reads the whole file.
pub(super) fn table(reader: impl Read, progress: &mut impl FnMut(u64, u64)) -> Result<Table, FileError> {
    let mut csv = ReaderBuilder::new().flexible(true).trim(Trim::All).from_reader(reader);
    let columns = header(&mut csv)?;
    let mut rows = Rows::default();
    let mut record = ByteRecord::new();
    let mut count = 0_u64;
    while csv.read_byte_record(&mut record).map_err(io_error)? {
        // The reader counts lines at their start, blank ones included.
        let line = record.position().map_or(0, csv::Position::line);
        count += 1;
        if let Err(problem) = row(&mut rows, &columns, &record, line) {
            rows.bad(line, problem);
        }
        if count.is_multiple_of(50_000) {
            progress(count, count);
        }
    }
    progress(count, count);
    if rows.bad_total > 0 {
        return Err(FileError::Rows { total: rows.bad_total, first: rows.bad });
    }
    Ok(columnar(rows, count))
}

fn header<R: Read>(csv: &mut csv::Reader<R>) -> Result<[usize; COLUMNS.len()], FileError> {
    let header = csv.byte_headers().map_err(io_error)?.clone();
    let names: Vec<String> = header
        .iter()
        .map(|h| String::from_utf8_lossy(h).trim_start_matches('\u{FEFF}').trim().to_lowercase())
        .collect();
    if names.iter().all(String::is_empty) {
        return Err(FileError::Header("is missing: the file is empty".into()));
    }
    let mut missing = Vec::new();
    let mut twice = Vec::new();
    let mut columns = [0; COLUMNS.len()];
    for (at, column) in columns.iter_mut().zip(COLUMNS) {
        let mut places = names.iter().enumerate().filter(|(_, n)| *n == column).map(|(i, _)| i);
        match (places.next(), places.next()) {
            (Some(place), None) => *at = place,
            (Some(_), Some(_)) => twice.push(column),
            (None, _) => missing.push(column),
        }
    }
    if !missing.is_empty() {
        return Err(FileError::Header(format!("lacks {}", missing.join(", "))));
    }
    if !twice.is_empty() {
        return Err(FileError::Header(format!("has {} twice", twice.join(", "))));
    }
    Ok(columns)
}

fn io_error(error: csv::Error) -> FileError {
    FileError::Io(std::io::Error::other(error))
}

fn row(
    rows: &mut Rows,
    columns: &[usize; COLUMNS.len()],
    record: &ByteRecord,
    line: u64,
) -> Result<(), String> {
    let mut problems = Vec::new();
    let mut field = |column: usize| -> String {
        match record.get(columns[column]).map(std::str::from_utf8) {
            Some(Ok(value)) => text::clean(value),
            Some(Err(_)) => {
                problems.push(format!("{} is not UTF-8", COLUMNS[column]));
                String::new()
            }
            None => {
                problems.push(format!("{} is missing", COLUMNS[column]));
                String::new()
            }
        }
    };
    let [team, position, site, day, eligible, active] =
        [TEAM, POSITION, SITE, DAY, ELIGIBLE, ACTIVE].map(&mut field);
    if problems.is_empty() {
        for (column, value) in [(TEAM, &team), (POSITION, &position)] {
            if value.is_empty() {
                problems.push(format!("{} is empty", COLUMNS[column]));
            }
        }
    }
    let day = parse_day(&day, &mut problems);
    let eligible = parse_count(ELIGIBLE, &eligible, &mut problems);
    let active = parse_count(ACTIVE, &active, &mut problems);
    if let (Some(e), Some(a)) = (eligible, active)
        && a > e
    {
        problems.push(format!("active {a} is more than eligible {e}"));
    }
    let (Some(day), Some(eligible), Some(active), true) = (day, eligible, active, problems.is_empty()) else {
        return Err(problems.join("; "));
    };
    keep(rows, Row { line, team, position, site, day, eligible, active })
}

struct Row {
    line: u64,
    team: String,
    position: String,
    site: String,
    day: i32,
    eligible: u32,
    active: u32,
}

fn keep(rows: &mut Rows, row: Row) -> Result<(), String> {
    let next = number(rows.positions.len());
    rows.positions.entry(row.position.clone()).or_insert(next);
    let next = number(rows.sites.len());
    rows.sites.entry(row.site.clone()).or_insert(next);
    let seen = rows.teams.entry(row.team).or_insert_with(|| Seen {
        line: row.line,
        position: row.position.clone(),
        site: row.site.clone(),
        days: HashMap::new(),
    });
    if seen.position != row.position {
        return Err(format!("position {:?} where line {} says {:?}", row.position, seen.line, seen.position));
    }
    if seen.site != row.site {
        return Err(format!("site {:?} where line {} says {:?}", row.site, seen.line, seen.site));
    }
    match seen.days.entry(row.day) {
        Entry::Vacant(entry) => {
            entry.insert((row.line, row.eligible, row.active));
            Ok(())
        }
        Entry::Occupied(entry) if (entry.get().1, entry.get().2) == (row.eligible, row.active) => Ok(()),
        Entry::Occupied(entry) => {
            Err(format!("other counts than line {} for the same team and day", entry.get().0))
        }
    }
}

fn parse_day(value: &str, problems: &mut Vec<String>) -> Option<i32> {
    let latin = digits::to_latin(value);
    match latin.parse::<Date>() {
        Ok(date) if latin.len() == 10 => Some(to_days(date)),
        _ => {
            problems
                .push(format!("day {:?} is no day; it is written as 2026-03-31", text::truncate(value, 40)));
            None
        }
    }
}

fn parse_count(column: usize, value: &str, problems: &mut Vec<String>) -> Option<u32> {
    match digits::to_latin(value).parse::<u32>() {
        Ok(count) if count <= MOST_ELIGIBLE => Some(count),
        _ => {
            problems.push(format!(
                "{} {:?} is not a whole number from 0 to {MOST_ELIGIBLE}",
                COLUMNS[column],
                text::truncate(value, 40)
            ));
            None
        }
    }
}

fn columnar(rows: Rows, count: u64) -> Table {
    let days: BTreeSet<i32> = rows.teams.values().flat_map(|t| t.days.keys().copied()).collect();
    let days: Vec<i32> = days.into_iter().collect();
    let place: HashMap<i32, usize> = days.iter().enumerate().map(|(i, &d)| (d, i)).collect();
    let width = rows.teams.len();
    let mut table = Table {
        rows: count,
        active: vec![vec![0; width]; days.len()],
        eligible: vec![vec![0; width]; days.len()],
        days,
        teams: Vec::with_capacity(width),
    };
    for (number, (name, seen)) in rows.teams.into_iter().enumerate() {
        for (day, (_, eligible, active)) in seen.days {
            let day = place[&day];
            table.active[day][number] = active;
            table.eligible[day][number] = eligible;
        }
        let cell = Cell { position: rows.positions[&seen.position], site: rows.sites[&seen.site] };
        table.teams.push(Team { name, cell });
    }
    table
}

#[expect(clippy::cast_possible_truncation, reason = "as many names as rows at most, far below 2^32")]
fn number(count: usize) -> u32 {
    count as u32
}
