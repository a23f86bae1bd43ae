//! `ListExcuses`: who is excused from an assignment, newest first.

use std::collections::HashMap;

use kit::{auth::Caller, db::time::to_micros, directory, error::Error, page::Page, violation::Rule};
use proto::training::v1::{ListExcusesRequest, ListExcusesResponse};
use tonic::{Request, Response};

use crate::{
    Training,
    api::convert::excuse,
    names::AssignmentName,
    store::{self, excuse::Place},
};

pub(super) async fn list_excuses(
    s: &Training,
    request: Request<ListExcusesRequest>,
) -> Result<Response<ListExcusesResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: AssignmentName = who.parse("parent", &request.parent)?;
    let (db, o) = (s.db.read(), &name.organization);
    let mut v = who.violations();
    let page = Page::parse(&mut v, request.page_size, &request.page_token);
    let after = page.after.as_deref().and_then(place);
    if let (Some(token), None) = (&page.after, &after) {
        v.add("page_token", token, Rule::Malformed { expected: "next_page_token".into() });
    }
    v.check()?;
    if store::assignment::load(db, o, &name.assignment).await?.is_none() {
        return Err(Error::not_found(&name));
    }

    let mut found = store::excuse::list(db, o, &name.assignment, after.as_ref(), page.limit()).await?;
    let next_page_token = page.cut(&mut found, |e| format!("{}/{}", to_micros(e.time), e.person));
    let ids: Vec<String> = found.iter().map(|e| e.person.clone()).collect();
    let people: HashMap<String, String> =
        directory::people(db, o, &ids).await?.into_iter().map(|p| (p.id, p.display_name)).collect();
    let called = |id: &str| people.get(id).map(String::as_str).unwrap_or_default();
    let excuses = found.iter().map(|e| excuse::write(o, e, called(&e.person))).collect();
    Ok(Response::new(ListExcusesResponse { excuses, next_page_token }))
}

fn place(token: &str) -> Option<Place> {
    let (time, person) = token.split_once('/')?;
    Some(Place { time: time.parse().ok()?, person: person.to_owned() })
}
