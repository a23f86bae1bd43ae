//! Every change: its revision, its row and its event, in one transaction.

use kit::{db::Tx, error::Error};
use proto::identity::v1 as pb;

use crate::{
    Identity, convert,
    domain::{
        organization::Organization,
        person::Person,
        position::Position,
        site::Site,
        team::{Team, Tree},
    },
    store,
};

impl Identity {
    /// Writes a changed organization and tells of it.
    pub(crate) async fn put_organization(&self, tx: &Tx, mut o: Organization) -> Result<Organization, Error> {
        o.revision = store::organization::draw(tx, &o.id, 1).await?;
        store::organization::save(tx, &o).await?;
        let event = pb::OrganizationChanged { organization: Some(convert::organization(&o)) };
        self.outbox.add(tx, &o.id, &event).await?;
        Ok(o)
    }

    /// Writes a new or changed site and tells of it.
    pub(crate) async fn put_site(&self, tx: &Tx, organization: &str, mut site: Site) -> Result<Site, Error> {
        site.revision = store::organization::draw(tx, organization, 1).await?;
        store::site::save(tx, organization, &site).await?;
        let event = pb::SiteChanged { site: Some(convert::site(organization, &site)) };
        self.outbox.add(tx, organization, &event).await?;
        Ok(site)
    }

    /// Writes a new or changed position and tells of it.
    pub(crate) async fn put_position(
        &self,
        tx: &Tx,
        organization: &str,
        mut position: Position,
    ) -> Result<Position, Error> {
        position.revision = store::organization::draw(tx, organization, 1).await?;
        store::position::save(tx, organization, &position).await?;
        let event = pb::PositionChanged { position: Some(convert::position(organization, &position)) };
        self.outbox.add(tx, organization, &event).await?;
        Ok(position)
    }

    /// Writes a new or changed team and tells of it, and of every team below it: their ancestors may have changed. The
    /// tree follows.
    pub(crate) async fn put_team(
        &self,
        tx: &Tx,
        organization: &str,
        tree: &mut Tree,
        team: Team,
    ) -> Result<(), Error> {
        let id = team.id.clone();
        let moved = tree.get(&id).is_some_and(|old| old.parent != team.parent);
        tree.put(team);
        let mut changed = vec![id.clone()];
        if moved {
            changed.extend(tree.subtree(&id).into_iter().skip(1).map(str::to_owned));
        }
        self.write_teams(tx, organization, tree, &changed).await
    }

    /// Writes teams as the tree has them, and tells of each.
    pub(crate) async fn write_teams(
        &self,
        tx: &Tx,
        organization: &str,
        tree: &mut Tree,
        ids: &[String],
    ) -> Result<(), Error> {
        for id in ids {
            let Some(mut team) = tree.get(id).cloned() else { continue };
            team.revision = store::organization::draw(tx, organization, 1).await?;
            store::team::save(tx, organization, &team).await?;
            tree.put(team.clone());
            let event = pb::TeamChanged { team: Some(convert::team(organization, tree, &team)) };
            self.outbox.add(tx, organization, &event).await?;
        }
        Ok(())
    }

    /// Writes a new or changed person and tells of it.
    pub(crate) async fn put_person(
        &self,
        tx: &Tx,
        organization: &str,
        mut person: Person,
    ) -> Result<Person, Error> {
        person.revision = store::organization::draw(tx, organization, 1).await?;
        store::person::save(tx, organization, &person).await?;
        let event = pb::PersonChanged { person: Some(convert::person(organization, &person)) };
        self.outbox.add(tx, organization, &event).await?;
        Ok(person)
    }
}
