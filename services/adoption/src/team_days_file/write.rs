//! Writing the result.

use std::{borrow::Cow, io::Write};

use kit::db::time::from_days;

use super::{FileError, Line, Table};

/// One row per team and day, by team, then by day. Numbers keep their full precision.
pub(super) fn lines(
    writer: impl Write,
    table: &Table,
    lines: &[Vec<Line>],
    progress: &mut impl FnMut(u64, u64),
) -> Result<(), FileError> {
    let mut csv = csv::Writer::from_writer(writer);
    let days: Vec<String> = table.days.iter().map(|&d| from_days(d).to_string()).collect();
    csv.write_record(["team", "day", "p_low", "p_decline", "flagged", "state"]).map_err(io_error)?;
    for (number, team) in table.teams.iter().enumerate() {
        for (day, lines) in days.iter().zip(lines) {
            let line = &lines[number];
            csv.write_record([
                unarmed(&team.name).as_ref(),
                day.as_str(),
                format!("{:?}", line.p_low).as_str(),
                format!("{:?}", line.p_decline).as_str(),
                if line.found { "1" } else { "0" },
                line.state.as_str(),
            ])
            .map_err(io_error)?;
        }
        progress((days.len() + number + 1) as u64, (days.len() + table.teams.len()) as u64);
    }
    csv.flush()?;
    Ok(())
}

/// A name that a spreadsheet would run as a formula gets an apostrophe in front.
fn unarmed(name: &str) -> Cow<'_, str> {
    if name.starts_with(['=', '+', '-', '@']) { Cow::Owned(format!("'{name}")) } else { Cow::Borrowed(name) }
}

fn io_error(error: csv::Error) -> FileError {
    FileError::Io(std::io::Error::other(error))
}
