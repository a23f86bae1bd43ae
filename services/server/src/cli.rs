//! The command line: what can be asked of `hamgam`, and with which words.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Gets an organization's people to really use new business software.
#[derive(Debug, Parser)]
#[command(
    name = "hamgam",
    version,
    after_help = "Exit codes: 0 done; 1 failed; 2 wrong words on the command line; 3 the file has bad rows."
)]
pub(crate) struct Cli {
    /// The settings file. Without it: hamgam.toml in this folder if it is there, else the defaults. `HAMGAM_SECTION__KEY` in
    /// the environment wins over the file.
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Serves the app, gRPC, gRPC-Web and ingestion on one address.
    Serve,
    /// Serves a made-up organization of about 400 people, with a clock that you can move.
    Demo(Demo),
    /// Creates an organization and its first administrator, and prints the password.
    Setup(Setup),
    /// Imports a file: a directory of people, or usage.
    #[command(subcommand)]
    Import(Import),
    /// Evaluates team days from a file with rule R, and writes a row per team and day to standard output.
    ///
    /// Input columns, in any order, rows in any order: team, position, site, day, eligible, active.
    /// Output columns: `team`, `day`, `p_low`, `p_decline`, `flagged`, `state`.
    Evaluate(Evaluate),
    /// Brings the databases of all services up to date, and stops.
    Migrate,
    /// The keys that sign access tokens.
    #[command(subcommand)]
    Keys(Keys),
    /// Shows the settings.
    #[command(subcommand)]
    Config(Config),
    /// Asks a running server whether it serves; for containers. Exit code 0 if it does.
    Healthcheck(Healthcheck),
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// The address to serve on.
    #[arg(long, default_value = "127.0.0.1:8080", value_name = "ADDRESS")]
    pub(crate) listen: std::net::SocketAddr,
    /// Where the demo is kept, so that the next start is quick. Without it: a temporary folder, gone at the end.
    #[arg(long, value_name = "FOLDER")]
    pub(crate) data: Option<PathBuf>,
    /// Another number makes another organization.
    #[arg(long, default_value_t = 1, value_name = "NUMBER")]
    pub(crate) seed: u64,
}

#[derive(Debug, Args)]
pub(crate) struct Setup {
    /// The organization's id in addresses: lowercase letters, digits and hyphens.
    #[arg(long, value_name = "ID")]
    pub(crate) organization: String,
    /// The organization's name as people read it.
    #[arg(long, value_name = "NAME")]
    pub(crate) name: String,
    /// The mail address of the first administrator.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) admin_email: String,
    /// The name of the first administrator.
    #[arg(long, value_name = "NAME", default_value = "Administrator")]
    pub(crate) admin_name: String,
    /// A file whose first line is the administrator's password; without it one is made up and printed, once.
    #[arg(long, value_name = "FILE")]
    pub(crate) password_file: Option<PathBuf>,
    /// Where most people work, as in the IANA list.
    #[arg(long, value_name = "ZONE", default_value = "UTC")]
    pub(crate) time_zone: String,
    /// The days that are not worked.
    #[arg(long, value_enum, default_value_t = Weekend::SatSun)]
    pub(crate) weekend: Weekend,
}

/// The days of the week that are not worked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Weekend {
    /// Saturday and Sunday.
    SatSun,
    /// Thursday and Friday.
    ThuFri,
    /// Friday and Saturday.
    FriSat,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Import {
    /// People, teams, positions and memberships.
    Directory(ImportFile),
    /// Acts of people in applications.
    Usage(ImportFile),
}

#[derive(Debug, Args)]
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
pub(crate) struct ImportFile {
    /// The CSV file, in UTF-8.
    pub(crate) file: PathBuf,
    /// The organization's id; needed when there is more than one.
    #[arg(long, value_name = "ID")]
    pub(crate) organization: Option<String>,
    /// Which column of the file holds which field, as FIELD=COLUMN; repeat it. Without it: the mapping that was saved for a
    /// file with these columns, or one guessed from their names.
    #[arg(long = "map", value_name = "FIELD=COLUMN", value_parser = pair)]
    pub(crate) columns: Vec<(String, String)>,
    /// A value for a field that the file has no column for, as FIELD=VALUE; repeat it.
    #[arg(long = "set", value_name = "FIELD=VALUE", value_parser = pair)]
    pub(crate) constants: Vec<(String, String)>,
    /// Shows what would change, and changes nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Imports the good rows when there are bad ones; without it nothing is imported then.
    #[arg(long)]
    pub(crate) skip_invalid: bool,
    /// Usage only: the title of the application whose usage it is. Needed once; the mapping remembers it.
    #[arg(long, value_name = "TITLE")]
    pub(crate) application: Option<String>,
    /// Usage only: enters the application if nobody has yet. Any act in it counts until core tasks are chosen.
    #[arg(long, requires = "application")]
    pub(crate) create_application: bool,
    /// Usage only: keeps features that nobody entered aside, instead of entering them.
    #[arg(long)]
    pub(crate) keep_unknown_features: bool,
}

#[derive(Debug, Args)]
pub(crate) struct Evaluate {
    /// The CSV file of team days.
    pub(crate) file: PathBuf,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Keys {
    /// Makes a new signing key, without a restart: every running server publishes it within seconds, signs with it after ten
    /// minutes, and publishes the one before until its last token has expired. Put it into your calendar, twice a year.
    ///
    /// All servers of an installation read the same file, `signing_key` in `[server]`.
    Rotate(RotateKeys),
}

#[derive(Debug, Args)]
pub(crate) struct RotateKeys {
    /// The keys so far are trusted no longer, as when somebody else may have read the file: the new one signs now, and every
    /// access token of the others ends. Browsers renew theirs by themselves.
    #[arg(long)]
    pub(crate) at_once: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Config {
    /// Prints all settings in force, in the form of a settings file.
    Print,
}

#[derive(Debug, Args)]
pub(crate) struct Healthcheck {
    /// The server to ask. Without it: the listen address of the settings.
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) address: Option<std::net::SocketAddr>,
}

fn pair(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((field, value)) if !field.is_empty() && !value.is_empty() => {
            Ok((field.to_owned(), value.to_owned()))
        }
        _ => Err(format!("`{text}` is not of the form FIELD=VALUE")),
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_mapping_keeps_equals_signs_of_the_column() {
        assert_eq!(pair("team=A=B"), Ok(("team".into(), "A=B".into())));
        assert!(pair("team").is_err());
        assert!(pair("=x").is_err());
    }
}
