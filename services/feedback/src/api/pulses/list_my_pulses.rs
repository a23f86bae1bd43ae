//! `ListMyPulses`: what the caller is asked and has not answered, soonest to close first.

use jiff::ToSpan;
use kit::{auth::Caller, contract::localized, error::Error, name::OrganizationName};
use proto::feedback::v1::{ListMyPulsesRequest, ListMyPulsesResponse, MyPulse};
use tonic::{Request, Response};

use super::convert;
use crate::{Feedback, names::PulseRoundName, store};

/// No round is open for longer.
const LONGEST_DAYS: i32 = 31;

pub(super) async fn list_my_pulses(
    s: &Feedback,
    request: Request<ListMyPulsesRequest>,
) -> Result<Response<ListMyPulsesResponse>, Error> {
    let who = Caller::of(&request)?;
    let o = who.parse::<OrganizationName>("parent", &request.get_ref().parent)?.organization;
    let (person, db) = (who.person()?, s.db.read());

    let today = store::days::today(db, &o, s.clock.now()).await?;
    let since = today.saturating_sub(LONGEST_DAYS.days());
    let mut open = Vec::new();
    for invitation in store::pulse_round::unanswered(db, &o, person, since).await? {
        let round = store::pulse_round::load(db, &o, &invitation.pulse, invitation.number).await?;
        let Some(round) = round.filter(|r| r.is_open(today)) else { continue };
        let Some(pulse) = store::pulse::load(db, &o, &invitation.pulse).await? else { continue };
        open.push((round, pulse));
    }
    open.sort_by_key(|(round, _)| round.close_day);

    let pulses = open.into_iter().map(|(round, pulse)| MyPulse {
        name: PulseRoundName::new(&o, &pulse.id, round.number.to_string()).to_string(),
        title: localized(&pulse.title),
        questions: pulse.questions.iter().map(convert::question).collect(),
        close_day: round.close_day.to_string(),
    });
    Ok(Response::new(ListMyPulsesResponse { pulses: pulses.collect() }))
}
