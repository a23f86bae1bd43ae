//! `ListHolidaySets`: the holidays that Hamgam knows, in some years.

use kit::{auth::Caller, error::Error};
use proto::identity::v1::{HolidaySet, ListHolidaySetsRequest, ListHolidaySetsResponse};
use tonic::{Request, Response};

use super::add_holidays::check_years;
use crate::{Identity, convert, domain::holiday_set::HOLIDAY_SETS};

pub(super) fn list_holiday_sets(
    s: &Identity,
    request: Request<ListHolidaySetsRequest>,
) -> Result<Response<ListHolidaySetsResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let first = if request.first_year == 0 { i32::from(s.today().year()) } else { request.first_year };
    let last = if request.last_year == 0 { first } else { request.last_year };
    let mut violations = who.violations();
    check_years(&mut violations, first, last);
    violations.check()?;
    let sets = HOLIDAY_SETS.iter().map(|set| HolidaySet {
        name: format!("holidaySets/{}", set.id),
        title: Some(set.title().into()),
        holidays: set.holidays(first, last).iter().map(convert::holiday).collect(),
    });
    Ok(Response::new(ListHolidaySetsResponse { holiday_sets: sets.collect() }))
}
