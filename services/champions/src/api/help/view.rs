//! Forwarded requests as they are answered.

use kit::error::Error;
use proto::champions::v1 as pb;

use crate::{
    api::convert::{called, instant, localized, person, team},
    domain::help::ForwardedHelp,
    names::ForwardedHelpName,
    store::{self, ConnectionTrait},
};

/// Forwarded requests in words.
pub(in crate::api) async fn write<C: ConnectionTrait>(
    db: &C,
    o: &str,
    help: &[ForwardedHelp],
) -> Result<Vec<pb::ForwardedHelp>, Error> {
    let people =
        store::people::person_names(db, o, store::people::ids(help.iter().map(|h| &h.person))).await?;
    let teams = store::people::team_names(db, o, store::people::ids(help.iter().map(|h| &h.team))).await?;
    let written = help.iter().map(|h| pb::ForwardedHelp {
        name: ForwardedHelpName::new(o, &h.id).to_string(),
        team: team(o, &h.team),
        team_display_name: called(&teams, &h.team),
        person: person(o, &h.person),
        person_display_name: called(&people, &h.person),
        course_title: localized(&h.course_title),
        question: h.question.clone(),
        answer: h.answer.clone(),
        create_time: instant(h.create_time),
        answer_time: instant(h.answer_time),
    });
    Ok(written.collect())
}
