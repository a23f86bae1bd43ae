//! What keeps the copy up to date.

use async_trait::async_trait;
use prost::Name;
use proto::identity::v1 as pb;

use super::{migration::Parts, organization, people, position, row::last_id, site, team};
use crate::{
    bus::{Consumer, Envelope},
    db::Tx,
    error::Error,
};

/// Takes identity's events into the copy.
#[derive(Debug)]
pub struct Replica {
    name: &'static str,
    parts: Parts,
}

impl Replica {
    /// The consumer of one service. `name` never changes: `training.directory`.
    pub fn new(name: &'static str, parts: Parts) -> Self {
        Self { name, parts }
    }
}

#[async_trait]
impl Consumer for Replica {
    fn name(&self) -> &'static str {
        self.name
    }

    fn kinds(&self) -> Vec<String> {
        let mut kinds = vec![
            pb::OrganizationChanged::full_name(),
            pb::SiteChanged::full_name(),
            pb::PositionChanged::full_name(),
            pb::TeamChanged::full_name(),
        ];
        if self.parts == Parts::All {
            kinds.push(pb::PersonChanged::full_name());
        }
        kinds
    }

    async fn consume(&self, tx: &Tx, event: &Envelope) -> Result<(), Error> {
        let o = event.organization.as_str();
        if event.is::<pb::PersonChanged>() {
            // Never stored where nobody's data belongs, whatever the bus delivers.
            if self.parts == Parts::All
                && let Some(person) = event.decode::<pb::PersonChanged>()?.person
            {
                people::put(tx, o, &person).await?;
            }
        } else if event.is::<pb::TeamChanged>() {
            if let Some(team) = event.decode::<pb::TeamChanged>()?.team {
                team::put(tx, o, &team).await?;
            }
        } else if event.is::<pb::PositionChanged>() {
            if let Some(position) = event.decode::<pb::PositionChanged>()?.position {
                position::put(tx, o, &position).await?;
            }
        } else if event.is::<pb::SiteChanged>() {
            if let Some(site) = event.decode::<pb::SiteChanged>()?.site {
                site::put(tx, o, &site).await?;
            }
        } else if event.is::<pb::OrganizationChanged>()
            && let Some(organization) = event.decode::<pb::OrganizationChanged>()?.organization
        {
            organization::put(tx, last_id(&organization.name), &organization).await?;
        }
        Ok(())
    }
}
