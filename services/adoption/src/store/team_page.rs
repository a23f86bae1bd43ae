//! What the page of a team shows, read in two goes: where it stands, then what is known of what it is judged in.

use kit::{
    db::Together,
    directory::{Team, ask_team},
    error::Error,
};
use sea_orm::ConnectionTrait;

use super::{count, count::Application, flag, week};
use crate::domain::{evaluator::UnitWeek, flag::Flag};

/// The team, and how far the application is evaluated; `None` for what is not there.
pub(crate) async fn standing<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    team: &str,
    application: &str,
) -> Result<(Option<Team>, Option<Application>), Error> {
    let mut ask = Together::new(db);
    let team = ask_team(&mut ask, organization, team);
    let application = count::ask_application(&mut ask, organization, application);
    let mut answers = ask.read(db).await?;
    Ok((answers.take(team)?.pop(), answers.take(application)?.pop()))
}

/// The newest weeks of a unit, oldest first, and its flags, newest first.
pub(crate) async fn of_unit<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    unit: &str,
    weeks: i32,
    flags: u64,
) -> Result<(Vec<UnitWeek>, Vec<Flag>), Error> {
    let mut ask = Together::new(db);
    let weeks = week::ask_newest(&mut ask, organization, application, unit, weeks);
    let filter = flag::Filter { application: Some(application), unit: Some(unit), ..Default::default() };
    let flags = flag::filtered(organization, &filter).ask::<flag::Row>(&mut ask, flag::NEWEST_FIRST, flags);
    let mut answers = ask.read(db).await?;
    let weeks = answers.take(weeks)?.into_iter().rev().map(UnitWeek::from).collect();
    let flags = answers.take(flags)?.into_iter().map(Flag::try_from).collect::<Result<_, _>>()?;
    Ok((weeks, flags))
}
