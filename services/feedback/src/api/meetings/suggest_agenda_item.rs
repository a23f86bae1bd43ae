//! `SuggestAgendaItem`: a playbook asks the committees that a team concerns.

use kit::{
    auth::Caller,
    contract::{Wanted, reference, reference_if_any, text_of},
    directory,
    error::Error,
    name::OrganizationName,
};
use proto::feedback::v1::{SuggestAgendaItemRequest, SuggestAgendaItemResponse};
use tonic::{Request, Response};

use crate::{
    Feedback,
    api::committees::rights::title,
    domain::agenda::{Source, Suggestion},
    names::{ApplicationName, CommitteeName, FlagName, TeamName},
    store,
};

pub(super) async fn suggest_agenda_item(
    s: &Feedback,
    request: Request<SuggestAgendaItemRequest>,
) -> Result<Response<SuggestAgendaItemResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let team: Option<TeamName> = reference(&mut violations, "team", &o, &request.team);
    let application: Option<ApplicationName> =
        reference_if_any(&mut violations, "application", &o, &request.application);
    let flag: Option<FlagName> = reference_if_any(&mut violations, "flag", &o, &request.flag);
    let title = title(&mut violations, "title", request.title.as_ref(), 200);
    let description =
        text_of(&mut violations, "description", request.description.as_ref(), Wanted::Optional, 2_000);
    violations.length("key", &request.key, 1..=200);
    violations.check()?;
    let Some(team) = team else { return Err(Error::not_found(&request.team)) };

    let tx = s.db.begin().await?;
    let today = s.today(&tx, &o).await?;
    let tree = directory::teams(&tx, &o).await?;
    let key = format!("play-{}", request.key);
    let one = Suggestion::new(Source::Play, key, &title, description);
    let one = Suggestion { flag: flag.map(|f| f.flag), ..one };
    let mut committees = Vec::new();
    for committee in store::committee::active(&tx, &o).await? {
        let about = application.as_ref().map(|a| &a.application);
        let fits = committee.meets_on(today)
            && (about.is_none()
                || committee.application.is_none()
                || committee.application.as_ref() == about)
            && committee.teams.iter().any(|above| tree.is_within(&team.team, above));
        if fits {
            store::agenda::suggest(&tx, &o, &committee.id, &one, s.clock.now()).await?;
            committees.push(CommitteeName::new(&o, &committee.id).to_string());
        }
    }
    tx.commit().await?;

    Ok(Response::new(SuggestAgendaItemResponse { committees }))
}
