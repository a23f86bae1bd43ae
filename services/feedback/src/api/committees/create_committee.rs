//! `CreateCommittee`: people from several teams begin to meet.

use kit::{auth::Caller, error::Error, name::OrganizationName, request_id::RequestId, violation::Rule};
use proto::feedback::v1::{Committee as Reply, CreateCommitteeRequest};
use tonic::{Request, Response};

use super::{convert, edit};
use crate::{
    Feedback,
    domain::committee::{Committee, Kind, MAX_MEMBERS, Role, State, USUAL_QUORUM_PERCENT},
    store,
};

pub(super) async fn create_committee(
    s: &Feedback,
    request: Request<CreateCommitteeRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let given = request.committee.clone().unwrap_or_default();
    let (now, mut violations) = (s.clock.now(), who.violations());

    let once = RequestId::new(&o, "CreateCommittee", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(reply) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(reply));
    }
    let today = s.today(&tx, &o).await?;
    let mut committee = Committee {
        id: s.ids.next(),
        title: kit::localize::Text::default(),
        purpose: kit::localize::Text::default(),
        kind: Kind::Other,
        application: None,
        teams: Vec::new(),
        start: today,
        end: None,
        quorum_percent: USUAL_QUORUM_PERCENT,
        state: State::Active,
        members: Vec::new(),
        create_time: now,
        revision: 1,
    };
    edit::edit(&tx, &mut violations, &o, &mut committee, &given, edit::FIELDS).await?;
    if violations.count("members", request.members.len(), MAX_MEMBERS) {
        for (i, given) in request.members.iter().enumerate() {
            let field = format!("members[{i}]");
            let Some(member) = edit::member(&tx, &mut violations, &o, &field, given, today).await? else {
                continue;
            };
            let chair = |m: &crate::domain::committee::Member| m.role == Role::Chair;
            if committee.members.iter().any(|m| m.person == member.person) {
                violations.add(format!("{field}.person"), &given.person, Rule::Duplicate);
            } else if chair(&member) && committee.members.iter().any(chair) {
                violations.add(format!("{field}.role"), "CHAIR", Rule::Duplicate);
            } else {
                committee.members.push(member);
            }
        }
    }
    violations.check()?;
    store::committee::save(&tx, &o, &committee).await?;
    let reply = convert::view(&tx, &o, today, &committee, who.person().ok()).await?;
    once.remember(&tx, &reply).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
