//! Committees as the contract has them.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use kit::{
    contract::{count, etag, instant, localized},
    directory::{self, Person, TeamTree},
    error::Error,
};
use proto::feedback::v1 as pb;

use crate::{
    domain::committee::{Committee, Kind, Member, Role, State},
    names::{ApplicationName, CommitteeName, PersonName, PositionName, TeamName},
    store::ConnectionTrait,
};

pub(crate) fn kind(kind: Kind) -> pb::CommitteeKind {
    match kind {
        Kind::Users => pb::CommitteeKind::Users,
        Kind::Steering => pb::CommitteeKind::Steering,
        Kind::DataQuality => pb::CommitteeKind::DataQuality,
        Kind::Process => pb::CommitteeKind::Process,
        Kind::Change => pb::CommitteeKind::Change,
        Kind::Other => pb::CommitteeKind::Other,
    }
}

pub(crate) fn role(role: Option<Role>) -> pb::CommitteeRole {
    match role {
        None => pb::CommitteeRole::Unspecified,
        Some(Role::Chair) => pb::CommitteeRole::Chair,
        Some(Role::Secretary) => pb::CommitteeRole::Secretary,
        Some(Role::Member) => pb::CommitteeRole::Member,
    }
}

/// What people, teams and positions are called.
pub(crate) struct Words {
    people: BTreeMap<String, Person>,
    teams: TeamTree,
    positions: BTreeMap<String, String>,
    today: Date,
}

impl Words {
    /// The words for these committees.
    pub(crate) async fn of<C: ConnectionTrait>(
        db: &C,
        o: &str,
        today: Date,
        committees: &[Committee],
    ) -> Result<Self, Error> {
        let ids: BTreeSet<String> =
            committees.iter().flat_map(|c| &c.members).map(|m| m.person.clone()).collect();
        let people = directory::people(db, o, &ids.into_iter().collect::<Vec<_>>()).await?;
        let positions = directory::positions(db, o).await?;
        Ok(Self {
            people: people.into_iter().map(|p| (p.id.clone(), p)).collect(),
            teams: directory::teams(db, o).await?,
            positions: positions.into_iter().map(|p| (p.id, p.display_name)).collect(),
            today,
        })
    }

    pub(crate) fn teams(&self) -> &TeamTree {
        &self.teams
    }

    pub(crate) fn team(&self, id: &str) -> String {
        self.teams.get(id).map(|t| t.display_name.clone()).unwrap_or_default()
    }

    pub(crate) fn position(&self, id: &str) -> String {
        self.positions.get(id).cloned().unwrap_or_default()
    }

    /// The team and position of a person today.
    pub(crate) fn seat(&self, person: &str) -> Option<(&str, &str)> {
        let membership = self.people.get(person)?.membership_on(self.today)?;
        Some((&membership.team, &membership.position))
    }

    fn member(&self, o: &str, committee: &Committee, member: &Member) -> pb::CommitteeMember {
        let (team, position) = self.seat(&member.person).unwrap_or_default();
        let name = |id: &str, name: String| if id.is_empty() { String::new() } else { name };
        pb::CommitteeMember {
            person: PersonName::new(o, &member.person).to_string(),
            display_name: self.people.get(&member.person).map(|p| p.display_name.clone()).unwrap_or_default(),
            role: role(Some(member.role)).into(),
            start_day: member.start.to_string(),
            end_day: member.end.map(|d| d.to_string()).unwrap_or_default(),
            team: name(team, TeamName::new(o, team).to_string()),
            team_display_name: self.team(team),
            position: name(position, PositionName::new(o, position).to_string()),
            position_display_name: self.position(position),
            current: committee.role_on(&member.person, self.today).is_some(),
        }
    }

    /// A committee, as somebody sees it.
    pub(crate) fn view(&self, o: &str, committee: &Committee, viewer: Option<&str>) -> pb::Committee {
        let mut members: Vec<pb::CommitteeMember> =
            committee.members.iter().map(|m| self.member(o, committee, m)).collect();
        let order = |m: &pb::CommitteeMember| (!m.current, m.role, m.display_name.clone(), m.person.clone());
        members.sort_by_key(order);
        let own = viewer.and_then(|p| committee.role_on(p, self.today));
        pb::Committee {
            name: CommitteeName::new(o, &committee.id).to_string(),
            title: localized(&committee.title),
            purpose: localized(&committee.purpose),
            kind: kind(committee.kind).into(),
            application: committee
                .application
                .as_ref()
                .map(|a| ApplicationName::new(o, a).to_string())
                .unwrap_or_default(),
            teams: committee.teams.iter().map(|t| TeamName::new(o, t).to_string()).collect(),
            team_display_names: committee.teams.iter().map(|t| self.team(t)).collect(),
            start_day: committee.start.to_string(),
            end_day: committee.end.map(|d| d.to_string()).unwrap_or_default(),
            quorum_percent: count(committee.quorum_percent),
            state: match committee.state {
                State::Active => pb::CommitteeState::Active,
                State::Ended => pb::CommitteeState::Ended,
            }
            .into(),
            members,
            own_role: role(own).into(),
            create_time: instant(committee.create_time),
            etag: etag(committee.revision),
        }
    }
}

/// One committee, as somebody sees it.
pub(crate) async fn view<C: ConnectionTrait>(
    db: &C,
    o: &str,
    today: Date,
    committee: &Committee,
    viewer: Option<&str>,
) -> Result<pb::Committee, Error> {
    let words = Words::of(db, o, today, std::slice::from_ref(committee)).await?;
    Ok(words.view(o, committee, viewer))
}
