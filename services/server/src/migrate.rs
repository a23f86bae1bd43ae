//! `hamgam migrate`: brings the databases of all services up to date, and stops.

use std::sync::Arc;

use kit::{clock::SystemClock, config::Config};

use crate::{app::App, output};

/// Opening the services is what migrates them.
pub(crate) async fn migrate(config: Config) -> anyhow::Result<()> {
    let url = config.database.url.clone();
    App::open(config, Arc::new(SystemClock)).await?;
    // The password of a database address is nobody's business on a screen.
    let shown = url.rsplit_once('@').map_or(url.as_str(), |(_, host)| host);
    output::print(&format!("The databases of all services in {shown} are up to date."))?;
    Ok(())
}
