//! `ListMemberCandidates`: who could sit in a committee, by team and position.

use kit::{
    auth::Caller, contract::reference_if_any, directory, error::Error, text::normalize, violation::Rule,
};
use proto::feedback::v1::{ListMemberCandidatesRequest, ListMemberCandidatesResponse, MemberCandidate};
use tonic::{Request, Response};

use super::{convert::Words, rights};
use crate::{
    Feedback,
    names::{CommitteeName, PersonName, PositionName, TeamName},
};

/// How many are shown.
const MOST: usize = 50;

pub(super) async fn list_member_candidates(
    s: &Feedback,
    request: Request<ListMemberCandidatesRequest>,
) -> Result<Response<ListMemberCandidatesResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: CommitteeName = who.parse("parent", &request.parent)?;
    let (o, db) = (&name.organization, s.db.read());
    let committee = rights::load(db, &name).await?;
    let today = s.today(db, o).await?;
    let words = Words::of(db, o, today, &[]).await?;
    let mut violations = who.violations();
    let team: Option<TeamName> = reference_if_any(&mut violations, "team", o, &request.team);
    let position: Option<PositionName> = reference_if_any(&mut violations, "position", o, &request.position);
    if team.as_ref().is_some_and(|t| words.teams().get(&t.team).is_none()) {
        violations.add("team", &request.team, Rule::NotFound);
    }
    violations.length("query", &request.query, 0..=200);
    violations.check()?;

    let teams = match &team {
        Some(team) => words.teams().subtree(&team.team),
        None => words.teams().subtree_of(committee.teams.iter().map(String::as_str)),
    };
    let query = normalize(&request.query);
    let mut found = Vec::new();
    for person in directory::members_on(db, o, &teams, today).await? {
        let Some(seat) = person.membership_on(today) else { continue };
        let fits = position.as_ref().is_none_or(|p| p.position == seat.position)
            && normalize(&person.display_name).contains(&query)
            && !committee.has_from(&person.id, today);
        if fits {
            found.push(MemberCandidate {
                person: PersonName::new(o, &person.id).to_string(),
                team: TeamName::new(o, &seat.team).to_string(),
                team_display_name: words.team(&seat.team),
                position: PositionName::new(o, &seat.position).to_string(),
                position_display_name: words.position(&seat.position),
                display_name: person.display_name,
            });
        }
    }
    found.sort_by(|a, b| (&a.display_name, &a.person).cmp(&(&b.display_name, &b.person)));
    let more = found.len() > MOST;
    found.truncate(MOST);
    Ok(Response::new(ListMemberCandidatesResponse { candidates: found, more }))
}
