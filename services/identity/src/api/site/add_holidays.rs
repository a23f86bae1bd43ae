//! `AddHolidays`: a known set for some years, or days of one's own.

use kit::{
    auth::Caller,
    error::Error,
    violation::{Rule, Violations},
};
use proto::identity::v1::{AddHolidaysRequest, Site};
use tonic::{Request, Response};

use super::fields;
use crate::{
    Identity, convert,
    domain::{
        holiday_set::{FIRST_YEAR, HOLIDAY_SETS, HolidaySet, LAST_YEAR},
        site::{HOLIDAYS, Holiday},
    },
    names::SiteName,
    store,
};

/// How many years a set is added for at most.
pub(super) const YEARS: i32 = 20;

pub(super) async fn add_holidays(
    s: &Identity,
    request: Request<AddHolidaysRequest>,
) -> Result<Response<Site>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: SiteName = who.parse("name", &request.name)?;
    let mut violations = who.violations();
    let mut days = known(&mut violations, &request);
    days.extend(fields::holidays(&mut violations, &request.holidays));
    if request.holiday_set.is_empty() && request.holidays.is_empty() {
        violations.add("holidays", "", Rule::Required);
    }
    violations.check()?;

    let tx = s.db.begin().await?;
    let old = store::site::load(&tx, &name.organization, &name.site).await?;
    let old = old.ok_or_else(|| Error::not_found(&name))?;
    let mut new = old.clone();
    new.add_holidays(days);
    let mut violations = who.violations();
    violations.count("holidays", new.holidays.len(), HOLIDAYS);
    violations.check()?;
    if new != old {
        new = s.put_site(&tx, &name.organization, new).await?;
        tx.commit().await?;
    }
    Ok(Response::new(convert::site(&name.organization, &new)))
}

/// The days of the set that the request names.
fn known(violations: &mut Violations, request: &AddHolidaysRequest) -> Vec<Holiday> {
    if request.holiday_set.is_empty() {
        return Vec::new();
    }
    let id = request.holiday_set.trim_start_matches("holidaySets/");
    let set = HolidaySet::find(id);
    if set.is_none() {
        let all: Vec<String> = HOLIDAY_SETS.iter().map(|s| format!("holidaySets/{}", s.id)).collect();
        violations.add("holiday_set", &request.holiday_set, Rule::unknown_value(&all));
    }
    let good = check_years(violations, request.first_year, request.last_year);
    set.filter(|_| good).map(|s| s.holidays(request.first_year, request.last_year)).unwrap_or_default()
}

/// Whether the years are in the range that the calendars know, in order, and not too many.
pub(super) fn check_years(violations: &mut Violations, first: i32, last: i32) -> bool {
    violations.range("first_year", first, FIRST_YEAR..=LAST_YEAR)
        && violations.range("last_year", last, first..=LAST_YEAR.min(first + YEARS))
}
