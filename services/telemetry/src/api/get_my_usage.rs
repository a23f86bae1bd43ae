//! `GetMyUsage`: what is held about the person who asks.

use kit::{
    auth::Caller,
    db::time::{from_days, from_micros, to_proto},
    directory,
    error::Error,
    text::normalize,
};
use proto::telemetry::v1::{GetMyUsageRequest, MyApplicationUsage, MyFeatureUsage, MyUsage};
use tonic::{Request, Response};

use crate::{
    Telemetry,
    domain::{
        name::ApplicationName,
        retention::{first_mark_day, first_raw_day},
    },
    store::{application, event, feature, mark, subject},
};

pub(super) async fn get_my_usage(
    s: &Telemetry,
    request: Request<GetMyUsageRequest>,
) -> Result<Response<MyUsage>, Error> {
    let who = Caller::of(&request)?;
    let organization = who.organization();
    let Some(person) = directory::person(s.db.read(), organization, who.person()?).await? else {
        return Ok(Response::new(MyUsage::default()));
    };
    let key = normalize(&person.external_id);
    let found = subject::find(s.db.read(), organization, std::slice::from_ref(&key)).await?;
    let Some(me) = found.get(&key).map(|s| s.ordinal) else { return Ok(Response::new(MyUsage::default())) };
    let tenant = s.ingest.names.tenant(organization).await?;
    let today = s.today();

    let mut usage = MyUsage::default();
    for app in application::everything(s.db.read(), organization).await? {
        let days = first_raw_day(today)..=today + 1;
        let acts = event::acts::of_person(s.db.read(), tenant.id, app.ordinal, me, days).await?;
        let marks = first_mark_day(today)..=today + 1;
        let active = mark::days_of(s.db.read(), tenant.id, app.ordinal, me, marks).await?;
        if acts.is_empty() && active.is_empty() {
            continue;
        }
        let codes = feature::all_codes(s.db.read(), organization, &app.id).await?;
        let count = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        let instant = |micros: i64| to_proto(from_micros(micros));
        usage.applications.push(MyApplicationUsage {
            application: ApplicationName::new(organization, &app.id).to_string(),
            event_count: count(acts.iter().map(|a| a.count).sum()),
            first_event_time: acts.iter().map(|a| a.first).min().map(instant),
            last_event_time: acts.iter().map(|a| a.last).max().map(instant),
            features: acts
                .iter()
                .map(|a| MyFeatureUsage {
                    feature: codes.get(&a.feature).cloned().unwrap_or_default(),
                    event_count: count(a.count),
                })
                .collect(),
            active_days: active.into_iter().map(|d| from_days(d).to_string()).collect(),
        });
    }
    Ok(Response::new(usage))
}
