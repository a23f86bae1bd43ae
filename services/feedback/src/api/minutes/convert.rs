//! Minutes as the contract has them.

use kit::{
    contract::{etag, instant},
    error::Error,
};
use proto::feedback::v1 as pb;

use crate::{
    api::meetings::convert::names,
    domain::minutes::{Minutes, State},
    names::{MinutesName, PersonName},
    store::{self, ConnectionTrait},
};

pub(super) async fn view<C: ConnectionTrait>(
    db: &C,
    o: &str,
    minutes: &Minutes,
) -> Result<pb::Minutes, Error> {
    let corrections = store::minutes::corrections(db, o, &minutes.meeting).await?;
    let people = corrections.iter().map(|c| c.person.clone()).chain(minutes.approver.clone()).collect();
    let called = names(db, o, people).await?;
    let name = |person: &String| called.get(person).cloned().unwrap_or_default();
    Ok(pb::Minutes {
        name: MinutesName::of(o, &minutes.meeting).to_string(),
        language: minutes.language.to_proto().into(),
        text: minutes.text.clone(),
        state: match minutes.state {
            State::Draft => pb::MinutesState::Draft,
            State::Approved => pb::MinutesState::Approved,
        }
        .into(),
        corrections: corrections
            .iter()
            .map(|c| pb::MinutesCorrection {
                person: PersonName::new(o, &c.person).to_string(),
                display_name: name(&c.person),
                time: instant(c.time),
                note: c.note.clone(),
            })
            .collect(),
        approver: minutes.approver.as_ref().map(|p| PersonName::new(o, p).to_string()).unwrap_or_default(),
        approver_display_name: minutes.approver.as_ref().map(name).unwrap_or_default(),
        create_time: instant(minutes.create_time),
        approve_time: instant(minutes.approve_time),
        etag: etag(minutes.revision),
    })
}
