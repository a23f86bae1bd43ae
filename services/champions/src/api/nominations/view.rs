//! Nominations as they are answered.

use kit::{
    auth::{Caller, Role},
    error::Error,
};
use proto::{
    champions::v1 as pb,
    training::v1::{GetCurriculumProgressRequest, evidence_service_client::EvidenceServiceClient},
};

use crate::{
    Champions,
    api::convert::{self, called, instant, localized, person},
    domain::nomination::{Kind, Nomination},
    names::{CurriculumName, NominationName, ProgrammeName},
    store::{self, ConnectionTrait},
};

/// Nominations in words, for whoever asks.
pub(super) async fn write<C: ConnectionTrait>(
    db: &C,
    who: &Caller,
    o: &str,
    nominations: &[Nomination],
) -> Result<Vec<pb::Nomination>, Error> {
    let people = nominations.iter().flat_map(|n| [&n.nominee, &n.nominator].into_iter().chain(&n.manager));
    let names = store::people::person_names(db, o, store::people::ids(people)).await?;
    let titles =
        store::programme::titles(db, o, store::people::ids(nominations.iter().map(|n| &n.programme))).await?;
    let me = who.person().unwrap_or_default();
    let written = nominations.iter().map(|n| {
        let manager = n.manager.as_deref().unwrap_or_default();
        let told = who.has(Role::Hr) || n.nominee == me || manager == me;
        pb::Nomination {
            name: NominationName::new(o, &n.id).to_string(),
            programme: ProgrammeName::new(o, &n.programme).to_string(),
            programme_title: titles.get(&n.programme).and_then(localized),
            nominee: person(o, &n.nominee),
            nominee_display_name: called(&names, &n.nominee),
            nominator: person(o, &n.nominator),
            nominator_display_name: called(&names, &n.nominator),
            manager: person(o, manager),
            manager_display_name: called(&names, manager),
            kind: match n.kind {
                Kind::Own => pb::NominationKind::Self_,
                Kind::Colleague => pb::NominationKind::Colleague,
                Kind::Manager => pb::NominationKind::Manager,
            }
            .into(),
            reason: n.reason.clone(),
            state: convert::nomination_state(n.state).into(),
            decline_reason: if told { n.decline_reason.clone() } else { String::new() },
            training: None,
            create_time: instant(n.create_time),
            ask_time: instant(n.ask_time),
            decide_time: instant(n.decide_time),
        }
    });
    Ok(written.collect())
}

/// One nomination in words.
pub(super) async fn one<C: ConnectionTrait>(
    db: &C,
    who: &Caller,
    o: &str,
    nomination: &Nomination,
) -> Result<pb::Nomination, Error> {
    let mut all = write(db, who, o, std::slice::from_ref(nomination)).await?;
    all.pop().ok_or_else(|| Error::internal("a nomination was not written"))
}

/// How much of a curriculum a person has complete. Training may not answer.
pub(in crate::api) async fn training(
    s: &Champions,
    o: &str,
    curriculum: &str,
    nominee: &str,
) -> Result<pb::ChampionTraining, Error> {
    let curriculum = CurriculumName::new(o, curriculum).to_string();
    let request = GetCurriculumProgressRequest { curriculum: curriculum.clone(), person: person(o, nominee) };
    let progress =
        EvidenceServiceClient::new(s.others(o)).get_curriculum_progress(request).await?.into_inner();
    Ok(pb::ChampionTraining { curriculum, courses: progress.courses, completed: progress.completed })
}
