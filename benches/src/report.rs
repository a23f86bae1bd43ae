//! What was measured, as a table and as JSON files.

use std::{
    fs,
    io::{self, Write},
    path::PathBuf,
};

use serde::Serialize;

use crate::Options;

/// One measured figure beside another.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Row {
    /// What was measured.
    pub(crate) name: String,
    /// `events/s`, `ms`, …
    pub(crate) unit: &'static str,
    /// Hamgam's median.
    pub(crate) ours: f64,
    /// The other's median, if there is another.
    pub(crate) theirs: Option<f64>,
    /// Who the other is.
    pub(crate) against: &'static str,
    /// What is asked for, on the ratio of the two or on the figure itself.
    pub(crate) goal: Option<Goal>,
    /// Each round: Hamgam's figure and the other's.
    pub(crate) rounds: Vec<(f64, Option<f64>)>,
}

/// What is asked for.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Goal {
    /// Ours divided by theirs is at least this.
    RatioAtLeast(f64),
    /// Ours divided by theirs is at most this.
    RatioAtMost(f64),
    /// Ours is at most this.
    AtMost(f64),
}

impl Row {
    /// A figure beside another's, from rounds in turns.
    pub(crate) fn beside(
        name: impl Into<String>,
        unit: &'static str,
        against: &'static str,
        goal: Option<Goal>,
        rounds: &[(f64, f64)],
    ) -> Self {
        Self {
            name: name.into(),
            unit,
            ours: median(rounds.iter().map(|r| r.0)),
            theirs: Some(median(rounds.iter().map(|r| r.1))),
            against,
            goal,
            rounds: rounds.iter().map(|r| (r.0, Some(r.1))).collect(),
        }
    }

    /// A figure by itself.
    pub(crate) fn alone(
        name: impl Into<String>,
        unit: &'static str,
        goal: Option<Goal>,
        rounds: &[f64],
    ) -> Self {
        Self {
            name: name.into(),
            unit,
            ours: median(rounds.iter().copied()),
            theirs: None,
            against: "",
            goal,
            rounds: rounds.iter().map(|r| (*r, None)).collect(),
        }
    }

    fn ratio(&self) -> Option<f64> {
        self.theirs.map(|theirs| self.ours / theirs)
    }

    fn met(&self) -> Option<bool> {
        let ratio = self.ratio().unwrap_or(f64::NAN);
        self.goal.map(|goal| match goal {
            Goal::RatioAtLeast(least) => ratio >= least,
            Goal::RatioAtMost(most) => ratio <= most,
            Goal::AtMost(most) => self.ours <= most,
        })
    }
}

/// The middle of the figures.
pub(crate) fn median(figures: impl Iterator<Item = f64>) -> f64 {
    let mut all: Vec<f64> = figures.collect();
    all.sort_by(f64::total_cmp);
    match all.len() {
        0 => f64::NAN,
        n if n % 2 == 1 => all[n / 2],
        n => f64::midpoint(all[n / 2 - 1], all[n / 2]),
    }
}

/// All rows, and where they go.
pub(crate) struct Report {
    out: PathBuf,
    rows: Vec<Row>,
}

impl Report {
    /// An empty report.
    pub(crate) fn new(options: &Options) -> anyhow::Result<Self> {
        fs::create_dir_all(&options.out)?;
        Ok(Self { out: options.out.clone(), rows: Vec::new() })
    }

    /// Keeps the rows of one measurement and writes its file.
    pub(crate) fn add(&mut self, file: &str, rows: Vec<Row>) -> anyhow::Result<()> {
        self.write(file, &rows)?;
        self.rows.extend(rows);
        Ok(())
    }

    /// Writes the file of a measurement that goes on, and says its last row.
    pub(crate) fn write(&self, file: &str, rows: &[Row]) -> anyhow::Result<()> {
        let json = serde_json::to_string_pretty(rows)?;
        fs::write(self.out.join(format!("{file}.json")), json)?;
        rows.last().map_or(Ok(()), |row| say(&line(row)))?;
        Ok(())
    }

    /// Prints everything at once.
    pub(crate) fn print(&self) -> anyhow::Result<()> {
        say("")?;
        say(&format!(
            "{:<64} {:>12} {:>12} {:>8}  {:<8} {:<12} goal",
            "median of the rounds", "Hamgam", "other", "ratio", "unit", "against"
        ))?;
        for row in &self.rows {
            say(&line(row))?;
        }
        Ok(())
    }

    /// Whether every goal is met.
    pub(crate) fn all_met(&self) -> bool {
        self.rows.iter().all(|r| r.met() != Some(false))
    }
}

fn line(row: &Row) -> String {
    let number = |n: f64| if n >= 1000.0 { format!("{n:.0}") } else { format!("{n:.2}") };
    let goal = match (row.goal, row.met()) {
        (Some(goal), Some(met)) => {
            let words = match goal {
                Goal::RatioAtLeast(n) => format!("at least {n} of it"),
                Goal::RatioAtMost(n) => format!("at most {n} of it"),
                Goal::AtMost(n) => format!("at most {n}"),
            };
            format!("{words}: {}", if met { "met" } else { "MISSED" })
        }
        _ => String::new(),
    };
    format!(
        "{:<64} {:>12} {:>12} {:>8}  {:<8} {:<12} {goal}",
        row.name,
        number(row.ours),
        row.theirs.map(number).unwrap_or_default(),
        row.ratio().map(|r| format!("{r:.2}")).unwrap_or_default(),
        row.unit,
        row.against
    )
}

/// A line for whoever waits.
pub(crate) fn say(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")?;
    out.flush()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_goal_is_met_by_the_ratio_of_the_medians() {
        let rounds = [(50.0, 100.0), (60.0, 100.0), (55.0, 100.0)];
        let row = Row::beside("x", "events/s", "bare", Some(Goal::RatioAtLeast(0.5)), &rounds);
        assert_eq!((row.ours, row.met()), (55.0, Some(true)));
        let row = Row::beside("x", "ms", "bare", Some(Goal::RatioAtMost(0.5)), &rounds);
        assert_eq!(row.met(), Some(false));
        assert!(median([1.0, 2.0].into_iter()) > 1.0);
    }
}
