//! `hamgam.telemetry.v1.TeamDaysCounted`: keeps the counts and marks the day to be evaluated, with those after it.
//! Order and repetition do not matter: each cell keeps its newest revision.

use std::collections::{BTreeMap, BTreeSet};

use async_trait::async_trait;
use jiff::civil::Date;
use kit::{
    bus::{Consumer, Envelope},
    db::{Tx, time::to_days},
    error::Error,
};
use prost::Name;
use proto::telemetry::v1::TeamDaysCounted;

use crate::{
    domain::{
        evaluator::{CellKey, DayCount},
        rule::MOST_ELIGIBLE,
    },
    names::last,
    store::{
        count::{self, Cell},
        names::{self, NamesCache},
    },
};

/// The consumer.
pub(crate) struct TakeCounts(pub(crate) NamesCache);

#[async_trait]
impl Consumer for TakeCounts {
    fn name(&self) -> &'static str {
        "adoption.team_days_counted"
    }

    fn kinds(&self) -> Vec<String> {
        vec![TeamDaysCounted::full_name()]
    }

    async fn consume(&self, tx: &Tx, event: &Envelope) -> Result<(), Error> {
        let counted: TeamDaysCounted = event.decode()?;
        let application = last(&counted.application);
        let day =
            counted.day.parse::<Date>().map_err(|e| Error::internal(format!("day of team counts: {e}")))?;
        let day = to_days(day);
        let mut cells: BTreeMap<CellKey, Cell> = BTreeMap::new();
        for cell in &counted.cells {
            let key = CellKey {
                team: last(&cell.team).to_owned(),
                position: last(&cell.position).to_owned(),
                site: last(&cell.site).to_owned(),
            };
            let people = |n: i32| u32::try_from(n).unwrap_or(0).min(MOST_ELIGIBLE);
            let count = DayCount {
                eligible: people(cell.eligible),
                active: people(cell.active).min(people(cell.eligible)),
                new_members: people(cell.new_members),
            };
            let cell = Cell { count, revision: cell.revision };
            let newest = cells.entry(key).or_insert(cell);
            if newest.revision < cell.revision {
                *newest = cell;
            }
        }
        let organization = event.organization.as_str();
        let known = self.0.load(tx, organization, application).await?;
        let known = names::add(tx, organization, application, known, cells.keys()).await?;
        let numbered = cells.iter().filter_map(|(key, cell)| Some((known.find(key)?, *cell)));
        if count::put(tx, organization, application, day, numbered).await? {
            count::mark(tx, organization, application, day).await?;
            let sites: BTreeSet<&str> = cells.keys().map(|key| key.site.as_str()).collect();
            for site in sites {
                count::mark_site(tx, organization, application, site, day).await?;
            }
        }
        Ok(())
    }
}
