//! Forwarded requests as they are answered.

use kit::error::Error;
use proto::champions::v1 as pb;

use crate::{
    api::convert::{called, instant, localized, person, team},
    domain::help::ForwardedHelp,
    names::ForwardedHelpName,
    store::{
        ConnectionTrait,
        people::{self, Names},
    },
};

/// Forwarded requests in words.
pub(in crate::api) async fn write<C: ConnectionTrait>(
    db: &C,
    o: &str,
    help: &[ForwardedHelp],
) -> Result<Vec<pb::ForwardedHelp>, Error> {
    let names = Names {
        people: people::person_names(db, o, people::ids(help.iter().map(|h| &h.person))).await?,
        teams: people::team_names(db, o, people::ids(help.iter().map(|h| &h.team))).await?,
        ..Names::default()
    };
    Ok(with_names(o, help, &names))
}

/// Requests in words, with names that are there already.
pub(in crate::api) fn with_names(o: &str, help: &[ForwardedHelp], names: &Names) -> Vec<pb::ForwardedHelp> {
    let written = help.iter().map(|h| pb::ForwardedHelp {
        name: ForwardedHelpName::new(o, &h.id).to_string(),
        team: team(o, &h.team),
        team_display_name: called(&names.teams, &h.team),
        person: person(o, &h.person),
        person_display_name: called(&names.people, &h.person),
        course_title: localized(&h.course_title),
        question: h.question.clone(),
        answer: h.answer.clone(),
        create_time: instant(h.create_time),
        answer_time: instant(h.answer_time),
    });
    written.collect()
}
