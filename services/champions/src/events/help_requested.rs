//! `HelpRequested`: a learner asks, and the champions of the learner's team hear of it, besides the trainers.

use async_trait::async_trait;
use jiff::tz::TimeZone;
use kit::{
    bus::{Consumer, Envelope},
    db::Tx,
    directory,
    error::Error,
};
use prost::Name;
use proto::training::v1::HelpRequested;

use super::{last_id, published};
use crate::{Champions, domain::help::ForwardedHelp, store};

/// Forwards requests for help.
pub(crate) struct ForwardHelp(pub(crate) Champions);

#[async_trait]
impl Consumer for ForwardHelp {
    fn name(&self) -> &'static str {
        "champions.help_requested"
    }

    fn kinds(&self) -> Vec<String> {
        vec![HelpRequested::full_name()]
    }

    async fn consume(&self, tx: &Tx, event: &Envelope) -> Result<(), Error> {
        let (o, asked) = (event.organization.as_str(), event.decode::<HelpRequested>()?);
        let id = last_id(&asked.help_request);
        if store::help::load(tx, o, id).await?.is_some() {
            return Ok(()); // its answer overtook it, or it came before
        }
        let person = directory::person(tx, o, last_id(&asked.person)).await?;
        let person = person.ok_or_else(|| Error::internal("the person of the event is not known yet"))?;
        let day = event.time.to_zoned(TimeZone::UTC).date();
        let Some(membership) = person.membership_on(day) else { return Ok(()) };
        let help = ForwardedHelp {
            id: id.to_owned(),
            team: membership.team.clone(),
            person: person.id.clone(),
            course_title: asked.course_title.clone().into(),
            question: asked.question.clone(),
            answer: String::new(),
            answerer: None,
            create_time: event.time,
            answer_time: None,
        };
        store::help::save(tx, o, &help).await?;
        let mut champions = store::people::champions_of(tx, o, &help.team).await?;
        champions.retain(|c| *c != person.id);
        if !champions.is_empty() {
            self.0
                .outbox
                .add(tx, o, &published::help_forwarded(o, &help, &person.display_name, &champions))
                .await?;
        }
        Ok(())
    }
}
