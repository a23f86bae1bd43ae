//! `ListInterventions`: interventions for the teams that the caller may see, newest first.

use kit::{auth::Caller, directory, error::Error, name::OrganizationName, page::Page, violation::Rule};
use proto::adoption::v1 as pb;
use tonic::{Request, Response};

use super::reply;
use crate::{
    Adoption,
    api::{flag::list_flags::optional, scope::Scope},
    names::{FlagName, TeamName},
    store,
};

pub(super) async fn list_interventions(
    s: &Adoption,
    request: Request<pb::ListInterventionsRequest>,
) -> Result<Response<pb::ListInterventionsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let parent: OrganizationName = who.parse("parent", &request.parent)?;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let completed = match pb::InterventionState::try_from(request.state) {
        Ok(pb::InterventionState::Unspecified) => None,
        Ok(pb::InterventionState::Active) => Some(false),
        Ok(pb::InterventionState::Completed) => Some(true),
        Err(_) => {
            let allowed = &["INTERVENTION_STATE_ACTIVE", "INTERVENTION_STATE_COMPLETED"];
            violations.add("state", request.state, Rule::unknown_value(allowed));
            None
        }
    };
    violations.check()?;
    let flag: Option<FlagName> = optional(&who, "flag", &request.flag)?;
    let team: Option<TeamName> = optional(&who, "team", &request.team)?;

    let (db, organization) = (s.db.read(), parent.organization.as_str());
    let tree = directory::teams(db, organization).await?;
    let filter = store::intervention::Filter {
        completed,
        flag: flag.as_ref().map(|f| f.flag.as_str()),
        teams: Scope::seeing(&who, &tree).teams(&tree, team.as_ref().map(|t| t.team.as_str())),
        after: page.after.clone(),
        limit: page.limit(),
    };
    let mut found = store::intervention::list(db, organization, &filter).await?;
    let next_page_token = page.cut(&mut found, |i| i.id.clone());
    let mut interventions = Vec::with_capacity(found.len());
    for intervention in &found {
        if let Some(flag) = store::flag::load(db, organization, &intervention.flag).await? {
            interventions.push(reply::whole(db, organization, &tree, &flag, intervention).await?);
        }
    }
    Ok(Response::new(pb::ListInterventionsResponse { interventions, next_page_token }))
}
