//! `ListTasks`: what the caller has to do, the earliest due first.

use std::collections::HashMap;

use kit::{auth::Caller, directory, error::Error, name::OrganizationName, page::Page};
use proto::{access::v1::Role, adoption::v1 as pb};
use tonic::{Request, Response};

use super::reply;
use crate::{Adoption, api::scope::Scope, domain::flag::Flag, store};

pub(super) async fn list_tasks(
    s: &Adoption,
    request: Request<pb::ListTasksRequest>,
) -> Result<Response<pb::ListTasksResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let parent: OrganizationName = who.parse("parent", &request.parent)?;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    violations.check()?;

    let (db, organization) = (s.db.read(), parent.organization.as_str());
    let tree = directory::teams(db, organization).await?;
    // HR sees all tasks: who has a champion is known to identity only.
    let teams = if who.has(Role::Hr) { None } else { Scope::acting(&who, &tree).teams(&tree, None) };
    let after = page.after.as_deref().and_then(|key| {
        let (day, id) = key.split_once('/')?;
        Some((day.parse().ok()?, id.to_owned()))
    });
    let filter =
        store::task::Filter { done: request.show_done, champion_of: teams, after, limit: page.limit() };
    let mut found = store::task::list(db, organization, &filter).await?;
    let next_page_token = page.cut(&mut found, |t| format!("{}/{}", t.due_day, t.id));
    let mut flags: HashMap<String, Flag> = HashMap::new();
    let mut tasks = Vec::with_capacity(found.len());
    for task in &found {
        if !flags.contains_key(&task.intervention)
            && let Some(intervention) =
                store::intervention::load(db, organization, &task.intervention).await?
            && let Some(flag) = store::flag::load(db, organization, &intervention.flag).await?
        {
            flags.insert(task.intervention.clone(), flag);
        }
        if let Some(flag) = flags.get(&task.intervention) {
            tasks.push(reply::task(organization, &tree, flag, task));
        }
    }
    Ok(Response::new(pb::ListTasksResponse { tasks, next_page_token }))
}
