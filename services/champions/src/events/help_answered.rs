//! `HelpAnswered`: whoever answered, champions have nothing left to do.

use async_trait::async_trait;
use kit::{
    bus::{Consumer, Envelope},
    db::Tx,
    error::Error,
};
use prost::Name;
use proto::training::v1::HelpAnswered;

use super::last_id;
use crate::{domain::help::ForwardedHelp, store};

/// Takes answered requests off the champions' lists.
pub(crate) struct SettleHelp;

#[async_trait]
impl Consumer for SettleHelp {
    fn name(&self) -> &'static str {
        "champions.help_answered"
    }

    fn kinds(&self) -> Vec<String> {
        vec![HelpAnswered::full_name()]
    }

    async fn consume(&self, tx: &Tx, event: &Envelope) -> Result<(), Error> {
        let (o, answered) = (event.organization.as_str(), event.decode::<HelpAnswered>()?);
        let id = last_id(&answered.help_request);
        let help = match store::help::load(tx, o, id).await? {
            Some(help) if help.answer_time.is_some() => return Ok(()),
            Some(help) => ForwardedHelp { answer: answered.answer, answer_time: Some(event.time), ..help },
            // The answer overtook the question: kept without a team, so that the question finds nothing to forward.
            None => ForwardedHelp {
                id: id.to_owned(),
                team: String::new(),
                person: last_id(&answered.person).to_owned(),
                course_title: answered.course_title.into(),
                question: String::new(),
                answer: answered.answer,
                answerer: None,
                create_time: event.time,
                answer_time: Some(event.time),
            },
        };
        store::help::save(tx, o, &help).await
    }
}
