//! `ListChampions`: by name, since nobody is ranked.

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::champions::v1::{ListChampionsRequest, ListChampionsResponse};
use tonic::{Request, Response};

use super::view;
use crate::{Champions, api::convert::reference_if_any, names::ProgrammeName, store};

pub(super) async fn list_champions(
    s: &Champions,
    request: Request<ListChampionsRequest>,
) -> Result<Response<ListChampionsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let programme: Option<ProgrammeName> =
        reference_if_any(&mut violations, "programme", &o, &request.programme);
    violations.check()?;

    let db = s.db.read();
    let programme = programme.as_ref().map(|p| p.programme.as_str());
    let after = page.after.as_deref().and_then(|key| key.rsplit_once('/'));
    let mut found = store::champion::list(db, &o, programme, request.show_ended, after, page.limit()).await?;
    let next_page_token = page.cut(&mut found, |c| format!("{}/{}", c.person_name, c.id));

    let champions = view::write(db, &o, &found).await?;
    Ok(Response::new(ListChampionsResponse { champions, next_page_token }))
}
