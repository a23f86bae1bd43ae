//! `CreateApplication`: enters an application.

use kit::{auth::Caller, db::time::to_micros, error::Error, name::OrganizationName, request_id::RequestId};
use proto::telemetry::v1::{Application, CreateApplicationRequest};
use tonic::{Request, Response};

use super::{convert, scope};
use crate::{
    Telemetry,
    store::{self, application},
};

pub(super) async fn create_application(
    s: &Telemetry,
    request: Request<CreateApplicationRequest>,
) -> Result<Response<Application>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let parent: OrganizationName = who.parse("parent", &request.parent)?;
    let mut violations = who.violations();
    violations.length("request_id", &request.request_id, 0..=64);
    let title = request.application.as_ref().and_then(|a| a.title.as_ref());
    let title = scope::title(&mut violations, "application.title", title, true);
    violations.check()?;

    let organization = parent.organization.as_str();
    let now = s.clock.now();
    let once = RequestId::new(organization, "CreateApplication", &request.request_id, &request, now);
    let tx = s.db.begin().await?;
    if let Some(before) = once.replay(&tx, who.language()).await? {
        return Ok(Response::new(before));
    }
    store::tenant::ensure(&tx, organization).await?;
    let row = application::Application {
        id: s.ids.next(),
        ordinal: application::next_ordinal(&tx, organization).await?,
        title,
        create_time: to_micros(now),
        delete_time: None,
        last_event_time: None,
        revision: 1,
    };
    application::save(&tx, organization, &row).await?;
    let answer = convert::application(organization, &row);
    once.remember(&tx, &answer).await?;
    tx.commit().await?;
    Ok(Response::new(answer))
}
