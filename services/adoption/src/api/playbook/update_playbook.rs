//! `UpdatePlaybook`: HR changes what is done for a barrier.

use kit::{auth::Caller, db::time::to_micros, error::Error, mask::Mask};
use proto::adoption::v1 as pb;
use tonic::{Request, Response};

use super::{read, steps};
use crate::{Adoption, domain::barrier::Barrier, names::PlaybookName, store};

pub(super) async fn update_playbook(
    s: &Adoption,
    request: Request<pb::UpdatePlaybookRequest>,
) -> Result<Response<pb::Playbook>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let wanted = request.playbook.unwrap_or_default();
    let name: PlaybookName = who.parse("playbook.name", &wanted.name)?;
    let barrier = Barrier::of(&name.playbook.to_uppercase())
        .filter(|b| read::name(&name.organization, *b) == wanted.name)
        .ok_or_else(|| Error::not_found(&name))?;
    let mut violations = who.violations();
    let allowed = &["barrier_label", "summary", "steps"];
    let mask = Mask::parse(&mut violations, request.update_mask.as_ref(), allowed);
    let label = mask
        .has("barrier_label")
        .then(|| read::words(&mut violations, "playbook.barrier_label", wanted.barrier_label, 80));
    let summary =
        mask.has("summary").then(|| read::words(&mut violations, "playbook.summary", wanted.summary, 500));
    let steps = if mask.has("steps") {
        Some(steps::steps(&who, &mut violations, barrier, wanted.steps)?)
    } else {
        None
    };
    violations.check()?;

    let tx = s.db.begin().await?;
    let mut kept = store::playbook::load(&tx, &name.organization, barrier).await?;
    if !wanted.etag.is_empty() && wanted.etag != kept.version.to_string() {
        return Err(Error::changed(&name));
    }
    if let Some(label) = label {
        kept.playbook.label = label;
    }
    if let Some(summary) = summary {
        kept.playbook.summary = summary;
    }
    if let Some(steps) = steps {
        kept.playbook.steps = steps;
    }
    kept.version += 1;
    kept.update_time = Some(to_micros(s.clock.now()));
    store::playbook::save(&tx, &name.organization, &kept).await?;
    tx.commit().await?;
    Ok(Response::new(read::reply(&name.organization, &kept)))
}
