//! `CreateCoreTask`: makes a feature, or any, a core task of a position.

use kit::{auth::Caller, db::time::to_micros, directory, error::Error, violation::Rule};
use proto::telemetry::v1::{CoreTask, CreateCoreTaskRequest};
use tonic::{Request, Response};

use super::{convert, scope};
use crate::{
    Telemetry,
    domain::{
        days::utc_day,
        name::{ApplicationName, FeatureName, PositionName},
        retention::first_raw_day,
    },
    error::Reason,
    store::{
        self, core_task,
        dirty::{self, What},
    },
};

/// The most core tasks of an application.
const MOST: usize = 2_000;

pub(super) async fn create_core_task(
    s: &Telemetry,
    request: Request<CreateCoreTaskRequest>,
) -> Result<Response<CoreTask>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let parent: ApplicationName = who.parse("parent", &request.parent)?;
    let wanted = request.core_task.unwrap_or_default();
    let application = scope::application(s, &parent).await?;
    let (organization, id) = (parent.organization.as_str(), parent.application.as_str());
    let mut violations = who.violations();
    let mut position = String::new();
    if !wanted.position.is_empty() {
        let name: PositionName = who.parse("core_task.position", &wanted.position)?;
        if directory::position(s.db.read(), organization, &name.position).await?.is_none() {
            violations.add("core_task.position", &wanted.position, Rule::NotFound);
        }
        position = name.position;
    }
    let mut feature = None;
    if !wanted.feature.is_empty() {
        let name: FeatureName = who.parse("core_task.feature", &wanted.feature)?;
        let ordinal = name.feature.parse().ok().filter(|_| name.application == parent.application);
        if let Some(ordinal) = ordinal
            && store::feature::load(s.db.read(), organization, id, ordinal).await?.is_some()
        {
            feature = Some(ordinal);
        } else {
            violations.add("core_task.feature", &wanted.feature, Rule::NotFound);
        }
    }
    violations.check()?;

    let tenant = s.ingest.names.tenant(organization).await?;
    let now = to_micros(s.clock.now());
    let tx = s.db.begin().await?;
    let tasks = core_task::list(&tx, organization, id).await?;
    if let Some(same) = tasks.iter().find(|t| t.position == position && t.feature == feature) {
        return Ok(Response::new(convert::core_task(&parent, same)));
    }
    if tasks.len() >= MOST {
        return Err(Reason::TooMany.because("the application has as many core tasks as it can have"));
    }
    let row = core_task::CoreTask { id: s.ids.next(), position, feature, create_time: now };
    core_task::insert(&tx, organization, id, &row).await?;
    let days = first_raw_day(utc_day(now))..=utc_day(now);
    dirty::mark(&tx, tenant.id, application.ordinal, What::Usage, days).await?;
    tx.commit().await?;
    Ok(Response::new(convert::core_task(&parent, &row)))
}
