//! People open what they were sent, most of them within a few days.

use jiff::civil::Date;
use kit::client::Outgoing;
use proto::notifications::v1::{MarkAllReadRequest, inbox_service_client::InboxServiceClient};
use rand::Rng;

use super::folk::{Folk, parent};
use crate::{
    demo::world::{Team, teams::Uptake},
    import::in_words,
};

/// Everybody looks about once in so many days.
const EVERY: usize = 6;

/// Some people look into their inbox. The visitor reads in place of the cast.
pub(super) async fn look(folk: &Folk, date: Date, visited: bool) -> anyhow::Result<()> {
    let turn = usize::try_from(date.day_of_year()).unwrap_or(0);
    for (number, person) in folk.world.people.iter().enumerate() {
        if (number + turn) % EVERY != 0 || person.start > date || visited && folk.is_cast(person) {
            continue;
        }
        let mut random = folk.world.random_of(date, 7_000_003 + number as u64);
        if random.random_bool(interest(person.team)) {
            open(folk.way_of(person)?).await?;
        }
    }
    Ok(())
}

/// How likely a look is. Who was left out of the courses, or lost interest, hears less of the CRM and looks less.
fn interest(team: &Team) -> f64 {
    match team.uptake {
        Uptake::Low(_) => 0.35,
        Uptake::Declining { .. } => 0.5,
        Uptake::Steady | Uptake::Busy { .. } => 0.8,
    }
}

async fn open(way: Outgoing) -> anyhow::Result<()> {
    let request = MarkAllReadRequest { parent: parent(), until_time: None };
    InboxServiceClient::new(way).mark_all_read(request).await.map_err(in_words)?;
    Ok(())
}
