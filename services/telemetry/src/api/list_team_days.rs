//! `ListTeamDays`: pages through the counts of team days.

use kit::{auth::Caller, db::time::to_days, error::Error, page::Page, violation::Rule};
use proto::telemetry::v1::{ListTeamDaysRequest, ListTeamDaysResponse};
use tonic::{Request, Response};

use crate::{Telemetry, counting::days::team_day as convert, domain::name::ApplicationName, store::team_day};

/// The size of a page when nobody says how many.
const DEFAULT: i32 = 500;
/// The largest page.
const MOST: i32 = 5_000;

pub(super) async fn list_team_days(
    s: &Telemetry,
    request: Request<ListTeamDaysRequest>,
) -> Result<Response<ListTeamDaysResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let parent: ApplicationName = who.parse("parent", &request.parent)?;
    let mut violations = who.violations();
    // Larger pages than a screen's, so the size is read here and the token as everywhere.
    let token = Page::parse(&mut violations, 0, &request.page_token);
    if request.page_size < 0 {
        let rule = Rule::OutOfRange { min: "0".into(), max: MOST.to_string() };
        violations.add("page_size", request.page_size, rule);
    }
    let first = violations.optional_day("start_day", &request.start_day).map_or(-100_000_000, to_days);
    let last = violations.optional_day("end_day", &request.end_day).map_or(100_000_000, to_days);
    let after = token.after.as_deref().and_then(|t| {
        let (day, cell) = t.split_once(' ')?;
        Some((day.parse().ok()?, cell.parse().ok()?))
    });
    violations.check()?;
    let size = if request.page_size == 0 { DEFAULT } else { request.page_size.min(MOST) };
    let size = u64::try_from(size).unwrap_or(1);
    let page = Page { size, after: None };

    let tenant = s.ingest.names.tenant(&parent.organization).await?;
    let found = s.ingest.names.application(&tenant, &parent.application).await?;
    let ordinal = found.ok_or_else(|| Error::not_found(&parent))?.ordinal;
    let days = first..=last;
    let mut rows = team_day::page(s.db.read(), tenant.id, ordinal, days, after, page.limit()).await?;
    let next_page_token = page.cut(&mut rows, |(day, cell, _)| format!("{day} {cell}"));
    let cells = team_day::cells(s.db.read(), tenant.id).await?;
    let team_days = rows
        .into_iter()
        .filter_map(|(day, cell, counts)| Some(convert(&parent.organization, day, cells.get(&cell)?, counts)))
        .collect();
    Ok(Response::new(ListTeamDaysResponse { team_days, next_page_token }))
}
