//! `ListMyThanks`: what others thank the caller for. Nobody else reads it, and nobody counts it.

use std::collections::HashMap;

use kit::{auth::Caller, error::Error, name::OrganizationName, page::Page};
use proto::champions::v1::{ChampionThanks, ListMyThanksRequest, ListMyThanksResponse};
use tonic::{Request, Response};

use crate::{
    Champions,
    api::convert::{called, instant, person},
    domain::space::Thanks,
    names::ThanksName,
    store,
};

pub(super) async fn list_my_thanks(
    s: &Champions,
    request: Request<ListMyThanksRequest>,
) -> Result<Response<ListMyThanksResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;

    let (db, before) = (s.db.read(), page.after.as_deref());
    let mut found = store::thanks::to(db, &o, who.person()?, before, page.limit()).await?;
    let next_page_token = page.cut(&mut found, |t| t.id.clone());
    let names =
        store::people::person_names(db, &o, store::people::ids(found.iter().map(|t| &t.person))).await?;

    let thanks = found.iter().map(|t| write(&o, t, &names)).collect();
    Ok(Response::new(ListMyThanksResponse { thanks, next_page_token }))
}

/// Thanks in words.
pub(super) fn write(o: &str, thanks: &Thanks, names: &HashMap<String, String>) -> ChampionThanks {
    ChampionThanks {
        name: ThanksName::new(o, &thanks.champion, &thanks.id).to_string(),
        person: person(o, &thanks.person),
        person_display_name: called(names, &thanks.person),
        text: thanks.text.clone(),
        create_time: instant(thanks.create_time),
    }
}
