//! `EndCommittee`: it no longer meets.

use jiff::Timestamp;
use kit::{auth::Caller, error::Error};
use proto::feedback::v1::{Committee, EndCommitteeRequest};
use tonic::{Request, Response};

use super::{convert, rights};
use crate::{Feedback, domain::committee::State, names::CommitteeName, store};

pub(super) async fn end_committee(
    s: &Feedback,
    request: Request<EndCommitteeRequest>,
) -> Result<Response<Committee>, Error> {
    let who = Caller::of(&request)?;
    let name: CommitteeName = who.parse("name", &request.get_ref().name)?;
    let o = &name.organization;

    let tx = s.db.begin().await?;
    let mut committee = rights::load(&tx, &name).await?;
    let today = s.today(&tx, o).await?;
    if committee.state == State::Active {
        committee.state = State::Ended;
        committee.end = Some(committee.end.map_or(today, |end| end.min(today)).max(committee.start));
        committee.revision += 1;
        store::committee::save(&tx, o, &committee).await?;
        // Whatever is still to come, and whatever should have taken place and was never opened.
        for mut meeting in store::meeting::to_come(&tx, o, &committee.id, Timestamp::UNIX_EPOCH).await? {
            s.call_off(&tx, o, &committee, &mut meeting, String::new()).await?;
        }
    }
    let reply = convert::view(&tx, o, today, &committee, who.person().ok()).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
