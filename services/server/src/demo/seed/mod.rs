//! The first morning: the organisation is set up through the same calls as a customer's.

mod crm;
mod directory;
mod training;

use kit::client::Outgoing;

use super::world::{ORGANIZATION, World};
use crate::app::App;

/// Sets the organisation up: people, the CRM, courses and who is to take them.
pub(crate) async fn found(app: &App, world: &World) -> anyhow::Result<()> {
    directory::found(app, world).await?;
    let crm = crm::connect(app).await?;
    training::publish(app, &crm).await?;
    app.runtime.settle().await?;
    Ok(())
}

/// Calls as the demo itself.
fn way(app: &App) -> Outgoing {
    app.context.transport.as_service("demo", ORGANIZATION)
}

fn parent() -> String {
    format!("organizations/{ORGANIZATION}")
}
