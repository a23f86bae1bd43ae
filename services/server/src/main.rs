//! The binary `hamgam`: the only crate that knows all services.
//!
//! `cli` says what can be asked, `modules` lists the services, `app` puts them together; then a file per command.

mod app;
mod cli;
mod demo;
mod evaluate;
mod healthcheck;
mod import;
mod keys;
mod migrate;
mod modules;
mod output;
mod serve;
mod settings;
mod setup;

use std::process::ExitCode;

use clap::Parser;
use mimalloc::MiMalloc;
use tracing_subscriber::{EnvFilter, fmt};

use self::cli::{Cli, Command, Config, Keys};

/// The services answer many small calls, each of them with many small pieces of memory.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let cli = Cli::parse();
    log_to_standard_error();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return output::failed(&error.into()),
    };
    match runtime.block_on(run(cli)) {
        Ok(code) => code,
        Err(error) => output::failed(&error),
    }
}

async fn run(cli: Cli) -> anyhow::Result<ExitCode> {
    let file = cli.config.as_deref();
    match cli.command {
        Command::Serve => serve::serve(app::settings(file)?).await?,
        Command::Demo(options) => demo::demo(options).await?,
        Command::Setup(options) => setup::setup(app::settings(file)?, options).await?,
        Command::Import(what) => return import::import(app::settings(file)?, what).await,
        Command::Evaluate(options) => return evaluate::evaluate(&options),
        Command::Migrate => migrate::migrate(app::settings(file)?).await?,
        Command::Keys(Keys::Rotate(options)) => keys::rotate(&app::settings(file)?, &options).await?,
        Command::Config(Config::Print) => settings::print(app::settings(file)?)?,
        Command::Healthcheck(options) => {
            let address = options.address.unwrap_or(app::settings(file)?.server.listen);
            return Ok(healthcheck::healthcheck(address).await);
        }
    }
    Ok(ExitCode::SUCCESS)
}

/// Logs are lines on standard error; `RUST_LOG` chooses how much.
fn log_to_standard_error() {
    let filter = EnvFilter::try_from_default_env()
        .unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn,sea_orm_migration=warn,hyper=warn"));
    fmt().with_env_filter(filter).with_writer(std::io::stderr).with_target(false).init();
}
