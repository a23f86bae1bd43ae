//! `EndEmployment`: a last day.

use kit::{
    auth::{Caller, Role},
    error::Error,
    violation::Rule,
};
use proto::identity::v1::{EndEmploymentRequest, Person};
use tonic::{Request, Response};

use crate::{Identity, convert, error, names::PersonName, store};

pub(super) async fn end_employment(
    s: &Identity,
    request: Request<EndEmploymentRequest>,
) -> Result<Response<Person>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: PersonName = who.parse("name", &request.name)?;
    let mut v = who.violations();
    let end = v.day("end_day", &request.end_day);

    let tx = s.db.begin().await?;
    let o = &name.organization;
    let old = store::person::load(&tx, o, &name.person).await?.ok_or_else(|| Error::not_found(&name))?;
    if let Some(end) = end.filter(|end| *end < old.start_day) {
        v.add("end_day", end, Rule::TooEarly { earliest: old.start_day.to_string() });
    }
    v.check()?;
    let mut new = old.clone();
    if let Some(end) = end {
        new.end_employment(end);
    }
    if new != old {
        if old.is_admin()
            && store::person::others_with_role(&tx, o, Role::Admin, &old.id, s.today()).await? == 0
        {
            return Err(error::last_admin());
        }
        if new.has_left(s.today()) {
            store::session::end_others(&tx, o, &new.id, "", s.clock.now()).await?;
            store::link::forget_of(&tx, o, &new.id).await?;
        }
        new = s.put_person(&tx, o, new).await?;
        tx.commit().await?;
    }
    Ok(Response::new(convert::person(o, &new)))
}
