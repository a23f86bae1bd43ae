//! `ListMyChampions`: whom the caller can ask, and the caller as a champion.

use kit::{auth::Caller, directory, error::Error, name::OrganizationName};
use proto::champions::v1::{ListMyChampionsRequest, ListMyChampionsResponse};
use tonic::{Request, Response};

use super::view;
use crate::{Champions, domain::champion::Champion, store};

/// Champions of one answer at most.
const MOST: usize = 100;

pub(super) async fn list_my_champions(
    s: &Champions,
    request: Request<ListMyChampionsRequest>,
) -> Result<Response<ListMyChampionsResponse>, Error> {
    let who = Caller::of(&request)?;
    let o = who.parse::<OrganizationName>("parent", &request.get_ref().parent)?.organization;
    let (db, me) = (s.db.read(), who.person()?);

    let mut champions = Vec::new();
    let person = directory::person(db, &o, me).await?;
    if let Some(membership) = person.as_ref().and_then(|p| p.membership_on(s.today())) {
        let people = store::people::champions_of(db, &o, &membership.team).await?;
        let above = directory::team(db, &o, &membership.team).await?.map(|t| t.ancestors).unwrap_or_default();
        champions = store::champion::of_people(db, &o, &people).await?;
        let covers = |team: &String| *team == membership.team || above.contains(team);
        champions.retain(|c| c.is_active() && c.person != me && c.teams.iter().any(covers));
        champions.sort_by(|a, b| (&a.person_name, &a.id).cmp(&(&b.person_name, &b.id)));
        champions.truncate(MOST);
    }
    let mut own = store::champion::of_person(db, &o, me).await?;
    own.retain(Champion::is_active);

    Ok(Response::new(ListMyChampionsResponse {
        champions: view::write(db, &o, &champions).await?,
        own: view::write(db, &o, &own).await?,
    }))
}
