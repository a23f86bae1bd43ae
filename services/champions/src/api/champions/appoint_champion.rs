//! `AppointChampion`: both said yes and the curriculum is complete.

use kit::{auth::Caller, directory, error::Error, text::normalize};
use proto::champions::v1::{AppointChampionRequest, Champion as Reply};
use tonic::{Request, Response};

use super::{teams, view};
use crate::{
    Champions,
    api::nominations::view::training,
    coverage,
    domain::{
        champion::{Champion, homes},
        nomination::State,
        programme::Programme,
    },
    error::{Reason, Refuse},
    events::published,
    names::NominationName,
    store,
};

pub(super) async fn appoint_champion(
    s: &Champions,
    request: Request<AppointChampionRequest>,
) -> Result<Response<Reply>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: NominationName = who.parse("nomination", &request.nomination)?;
    let o = &name.organization;
    let mut violations = who.violations();
    let covered = teams::teams(&mut violations, o, &request.teams);
    let focus_areas = teams::focus_areas(&mut violations, &request.focus_areas);
    let nomination = store::nomination::load(s.db.read(), o, &name.nomination).await?;
    let nomination = nomination.ok_or_else(|| Error::not_found(&name))?;
    let programme = store::programme::load(s.db.read(), o, &nomination.programme).await?;
    let programme = programme.ok_or_else(|| Error::not_found(&name))?;
    let end_day = teams::end_day(&mut violations, &request.end_day, s.today(), programme.term_days);
    violations.check()?;
    if nomination.state == State::Consented {
        has_learned(s, o, &programme, &nomination.nominee).await?; // asked before anything is locked
    }

    let tx = s.db.begin().await?;
    if let Some(before) = store::champion::of_nomination(&tx, o, &name.nomination).await? {
        return Ok(Response::new(view::one(&tx, o, &before).await?));
    }
    let nomination = store::nomination::load(&tx, o, &name.nomination).await?;
    let mut nomination = nomination.ok_or_else(|| Error::not_found(&name))?;
    if nomination.state != State::Consented {
        return Err(Reason::NotConsented.refuse("the nominee and the manager have not both said yes"));
    }
    teams::check(s, &tx, &who, o, &covered).await?;
    let person = directory::person(&tx, o, &nomination.nominee).await?;
    let person = person.filter(|p| p.employed_on(s.today()));
    let person = person.ok_or_else(|| Reason::PersonLeft.refuse("the person left the organization"))?;
    let tree = directory::teams(&tx, o).await?;
    let champion = Champion {
        id: s.ids.next(),
        programme: programme.id,
        nomination: nomination.id.clone(),
        person_name: normalize(&person.display_name),
        homes: homes(&covered, &person, &tree, s.today()),
        person: person.id,
        teams: covered,
        focus_areas,
        granted: Vec::new(),
        start_day: s.today(),
        end_day,
        end_reason: None,
        moved: false,
        reminded: false,
        pending: true,
        attempt: 1,
        revision: 1,
        create_time: s.clock.now(),
    };
    nomination.state = State::Appointed;
    store::nomination::save(&tx, o, &nomination).await?;
    store::champion::save(&tx, o, &champion).await?;
    coverage::recount_person(&tx, o, &champion.person).await?;
    let reply = view::one(&tx, o, &champion).await?;
    s.outbox.add(&tx, o, &published::champion_appointed(&reply)).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}

/// The programme's curriculum must be complete. Whether it is, only training knows.
async fn has_learned(s: &Champions, o: &str, programme: &Programme, nominee: &str) -> Result<(), Error> {
    let Some(curriculum) = &programme.curriculum else { return Ok(()) };
    match training(s, o, curriculum, nominee).await {
        Ok(progress) if progress.completed >= progress.courses => Ok(()),
        Ok(_) => Err(Reason::TrainingIncomplete.refuse("the programme's curriculum is not complete")),
        Err(error) => {
            tracing::warn!(%error, "training did not say how much of a curriculum is complete");
            Err(Reason::TrainingUnreachable.refuse("training does not answer"))
        }
    }
}
