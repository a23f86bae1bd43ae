//! `ListOutcomes`: those that the caller may see, newest first.

use kit::{
    auth::Caller, contract::reference_if_any, error::Error, name::OrganizationName, page::Page,
    violation::Rule,
};
use proto::feedback::v1::{ListOutcomesRequest, ListOutcomesResponse, OutcomeKind};
use tonic::{Request, Response};

use super::convert;
use crate::{
    Feedback,
    api::{committees::rights::sees_all, meetings::list_meetings::own_committees},
    domain::outcome::Kind,
    names::{CommitteeName, MeetingName},
    store::{self, outcome::Filter},
};

pub(super) async fn list_outcomes(
    s: &Feedback,
    request: Request<ListOutcomesRequest>,
) -> Result<Response<ListOutcomesResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let committee: Option<CommitteeName> =
        reference_if_any(&mut violations, "committee", &o, &request.committee);
    let meeting: Option<MeetingName> = reference_if_any(&mut violations, "meeting", &o, &request.meeting);
    let kind = match OutcomeKind::try_from(request.kind) {
        Ok(OutcomeKind::Unspecified) => None,
        Ok(OutcomeKind::Information) => Some(Kind::Information),
        Ok(OutcomeKind::Decision) => Some(Kind::Decision),
        Ok(OutcomeKind::Task) => Some(Kind::Task),
        Err(_) => {
            let allowed = ["INFORMATION", "DECISION", "TASK"];
            violations.add("kind", request.kind, Rule::unknown_value(&allowed));
            None
        }
    };
    violations.check()?;

    let (db, person) = (s.db.read(), who.person()?);
    let viewer = if sees_all(&who) { None } else { Some(own_committees(s, &o, person).await?) };
    let filter = Filter {
        committee: committee.map(|c| c.committee),
        meeting: meeting.map(|m| m.meeting),
        kind,
        owner: request.mine.then(|| person.to_owned()),
        open_only: request.open_only,
        viewer,
    };
    let mut found = store::outcome::list(db, &o, &filter, page.after.as_deref(), page.limit()).await?;
    let next_page_token = page.cut(&mut found, |x| x.id.clone());

    let outcomes = convert::outcomes(db, &o, s.today(db, &o).await?, &found).await?;
    Ok(Response::new(ListOutcomesResponse { outcomes, next_page_token }))
}
