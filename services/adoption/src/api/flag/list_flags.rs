//! `ListFlags`: flags of the teams that the caller may see, newest first.

use kit::{auth::Caller, directory, error::Error, name::OrganizationName, page::Page, violation::Rule};
use proto::adoption::v1 as pb;
use tonic::{Request, Response};

use super::reply;
use crate::{
    Adoption,
    api::scope::Scope,
    domain::flag::Status,
    names::{ApplicationName, TeamName},
    store,
};

pub(super) async fn list_flags(
    s: &Adoption,
    request: Request<pb::ListFlagsRequest>,
) -> Result<Response<pb::ListFlagsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let parent: OrganizationName = who.parse("parent", &request.parent)?;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let mut statuses = Vec::new();
    for state in &request.states {
        match pb::FlagState::try_from(*state) {
            Ok(pb::FlagState::Flagged) => statuses.push(Status::Flagged),
            Ok(pb::FlagState::Snoozed) => statuses.push(Status::Snoozed),
            Ok(pb::FlagState::Cleared) => statuses.push(Status::Cleared),
            _ => violations.add(
                "states",
                state,
                Rule::unknown_value(&["FLAG_STATE_FLAGGED", "FLAG_STATE_SNOOZED", "FLAG_STATE_CLEARED"]),
            ),
        }
    }
    violations.check()?;
    if statuses.is_empty() {
        statuses = vec![Status::Flagged, Status::Snoozed];
    }
    let application: Option<ApplicationName> = optional(&who, "application", &request.application)?;
    let team: Option<TeamName> = optional(&who, "team", &request.team)?;

    let db = s.db.read();
    let tree = directory::teams(db, &parent.organization).await?;
    let filter = store::flag::Filter {
        statuses,
        application: application.as_ref().map(|a| a.application.as_str()),
        unit: None,
        teams: Scope::seeing(&who, &tree).teams(&tree, team.as_ref().map(|t| t.team.as_str())),
        after: page.after.clone(),
        limit: page.limit(),
    };
    let mut flags = store::flag::list(db, &parent.organization, &filter).await?;
    let next_page_token = page.cut(&mut flags, store::flag::key);
    let flags = flags.iter().map(|f| reply::short(&parent.organization, &tree, f)).collect();
    Ok(Response::new(pb::ListFlagsResponse { flags, next_page_token }))
}

/// A name that may be left out.
pub(in crate::api) fn optional<N: kit::name::ResourceName>(
    who: &Caller,
    field: &str,
    name: &str,
) -> Result<Option<N>, Error> {
    if name.is_empty() { Ok(None) } else { who.parse(field, name).map(Some) }
}
