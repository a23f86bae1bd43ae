//! `make bench`: Hamgam beside what it is compared with, in one run, in turns.
//!
//! Every figure is the median of at least five rounds. In each round both sides take their turn on the same machine, so
//! that a slow minute hurts both. The server is the release binary, met from outside.
//!
//! | to see | look in |
//! |---|---|
//! | usage events in batches and one by one, against bare rusqlite | [`ingestion`] |
//! | active people, against `DuckDB` | [`activity`] |
//! | one day's evaluation | [`evaluation`] |
//! | the team page, against an empty call | [`team_page`] |
//! | a champion's home, against an empty call | [`champion_home`] |
//! | suggestions while typing, against an empty call | [`suggestion`] |
//! | memory, and the time to serving | [`footprint`] |

#![expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "counts of a benchmark are far below 2^52"
)]

mod activity;
mod champion_home;
mod evaluation;
mod footprint;
mod ingestion;
mod plain;
mod report;
mod suggestion;
mod team_page;

use std::{path::PathBuf, process::ExitCode};

use clap::{Parser, ValueEnum};
use mimalloc::MiMalloc;

use self::report::Report;

/// As the release binary's: one day's evaluation runs in this process.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

/// What can be measured, and how much of it.
#[derive(Debug, Parser)]
#[command(name = "bench", about = "Measures Hamgam beside what it is compared with.")]
pub(crate) struct Options {
    /// The release binary.
    #[arg(long, default_value = "target/release/hamgam", value_name = "FILE")]
    pub(crate) binary: PathBuf,
    /// A Python that has `DuckDB`.
    #[arg(long, default_value = "target/bench/venv/bin/python", value_name = "FILE")]
    pub(crate) python: PathBuf,
    /// Where the JSON files go.
    #[arg(long, default_value = "target/bench", value_name = "FOLDER")]
    pub(crate) out: PathBuf,
    /// Rounds; at least five.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(5..), value_name = "NUMBER")]
    pub(crate) rounds: u32,
    /// Only these; repeat it.
    #[arg(long, value_enum, value_name = "WHAT")]
    pub(crate) only: Vec<What>,
    /// Millions of stored events up to which ingestion is followed.
    #[arg(long, default_value_t = 50, value_name = "MILLIONS")]
    pub(crate) stored: u64,
    /// People in the organization of the team page.
    #[arg(long, default_value_t = 100_000, value_name = "NUMBER")]
    pub(crate) people: usize,
}

/// One of the measurements.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum What {
    /// Usage events in batches, and how that changes as they pile up.
    Batches,
    /// Usage events one by one.
    Singles,
    /// Active people.
    Activity,
    /// One day's evaluation.
    Evaluation,
    /// The team page.
    TeamPage,
    /// A champion's home.
    ChampionHome,
    /// Suggestions while typing.
    Suggestion,
    /// Memory, and the time to serving.
    Footprint,
}

#[tokio::main]
async fn main() -> anyhow::Result<ExitCode> {
    let mut options = Options::parse();
    // Commands run in folders of their own.
    options.binary = options.binary.canonicalize()?;
    let wanted = |what: What| options.only.is_empty() || options.only.contains(&what);
    let mut report = Report::new(&options)?;
    if wanted(What::Footprint) {
        footprint::measure(&options, &mut report).await?;
    }
    if wanted(What::Singles) {
        ingestion::singles(&options, &mut report).await?;
    }
    if wanted(What::Batches) {
        ingestion::batches(&options, &mut report).await?;
    }
    if wanted(What::Evaluation) {
        evaluation::measure(&options, &mut report).await?;
    }
    if wanted(What::Activity) {
        activity::measure(&options, &mut report).await?;
    }
    if wanted(What::TeamPage) {
        team_page::measure(&options, &mut report).await?;
    }
    if wanted(What::ChampionHome) {
        champion_home::measure(&options, &mut report).await?;
    }
    if wanted(What::Suggestion) {
        suggestion::measure(&options, &mut report).await?;
    }
    report.print()?;
    Ok(if report.all_met() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
