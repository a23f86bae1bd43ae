//! `EvaluateNow`: evaluates days of an application again. The days wait for the job; the run says how far it is.

use kit::{
    auth::Caller,
    db::{
        Tx,
        time::{to_days, to_micros},
    },
    error::Error,
    name::OrganizationName,
    violation::Rule,
};
use proto::adoption::v1 as pb;
use tonic::{Request, Response};

use crate::{
    Adoption,
    api::{convert, flag::list_flags::optional},
    domain::standing::Day,
    names::{ApplicationName, SiteName},
    store::{self, count, run::Run},
};

pub(super) async fn evaluate_now(
    s: &Adoption,
    request: Request<pb::EvaluateNowRequest>,
) -> Result<Response<pb::EvaluationRun>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let parent: OrganizationName = who.parse("parent", &request.parent)?;
    let application: ApplicationName = who.parse("application", &request.application)?;
    let site: Option<SiteName> = optional(&who, "site", &request.site)?;
    let mut violations = who.violations();
    let start = violations.optional_day("start_day", &request.start_day).map(to_days);
    let end = violations.optional_day("end_day", &request.end_day).map(to_days);
    if let (Some(start), Some(end)) = (start, end)
        && end < start
    {
        violations.add("end_day", &request.end_day, Rule::EndsBeforeStart);
    }
    violations.check()?;

    let (tx, organization) = (s.db.begin().await?, parent.organization.as_str());
    let site = site.as_ref().map(|s| s.site.as_str());
    let counted = counted(&tx, organization, &application.application, site).await?;
    let range = counted.and_then(|(first, last)| {
        let (start, end) = (start.unwrap_or(first).max(first), end.unwrap_or(last).min(last));
        (start <= end).then_some((start, end))
    });
    if let Some(range) = range
        && let Some(going) = store::run::going(&tx, organization, &application.application, range).await?
    {
        return Ok(Response::new(convert::run(organization, &going)));
    }
    let now = to_micros(s.clock.now());
    let today = s.today();
    let (first, last) = range.unwrap_or((start.unwrap_or(today), end.unwrap_or(today)));
    let run = Run {
        id: s.ids.next(),
        application: application.application.clone(),
        start_day: first,
        end_day: last,
        state: if range.is_some() { "PENDING" } else { "EMPTY" }.to_owned(),
        days_done: 0,
        teams_judged: 0,
        flags_open: 0,
        create_time: now,
        end_time: range.is_none().then_some(now),
    };
    store::run::save(&tx, organization, &run).await?;
    if let Some((first, _)) = range {
        count::mark(&tx, organization, &application.application, first).await?;
    }
    tx.commit().await?;
    Ok(Response::new(convert::run(organization, &run)))
}

/// The first and last day with counts, of a site if one is given.
async fn counted(
    tx: &Tx,
    organization: &str,
    application: &str,
    site: Option<&str>,
) -> Result<Option<(Day, Day)>, Error> {
    if let Some(site) = site {
        return count::range_of_site(tx, organization, application, site).await;
    }
    let known = count::application(tx, organization, application).await?;
    Ok(known.map(|a| (a.first_day, a.last_day)))
}
