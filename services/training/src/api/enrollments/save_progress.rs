//! `SaveProgress`: where the learner stopped, and what is complete.

use kit::{auth::Caller, error::Error, violation::Rule};
use proto::training::v1::{Enrollment, SaveProgressRequest};
use tonic::{Request, Response};

use super::{completing, locked, module_of, own, view};
use crate::{Training, domain::enrollment::note, names::EnrollmentName, store};

/// No video is longer than this, in seconds.
const MAX_POSITION: f64 = 86_400.0;

pub(super) async fn save_progress(
    s: &Training,
    request: Request<SaveProgressRequest>,
) -> Result<Response<Enrollment>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let name: EnrollmentName = who.parse("name", &request.name)?;
    let (o, now) = (&name.organization, s.clock.now());
    let mut violations = who.violations();
    if !(0.0..=MAX_POSITION).contains(&request.position) {
        let rule = Rule::OutOfRange { min: "0".into(), max: MAX_POSITION.to_string() };
        violations.add("position", request.position, rule);
    }
    violations.check()?;

    let tx = s.db.begin().await?;
    let (mut enrollment, version) = own(&tx, &who, &name).await?;
    let module = module_of(who.violations(), &version, &request.module)?;
    enrollment.must_be_open_to_learn(locked(&tx, o, &enrollment).await?)?;
    let mut progress = store::progress::load(&tx, o, &enrollment.id).await?;
    note(&mut progress, module, request.position, request.completed, now)?;
    enrollment.visit(&module.id, now);
    let noted = progress.get(&module.id).copied().unwrap_or_default();
    store::progress::save(&tx, o, &enrollment.id, &module.id, noted).await?;
    completing::save(s, &tx, o, &mut enrollment, &version, &progress, now).await?;
    let reply = view::full(&tx, o, &enrollment, &version, false, now).await?;
    tx.commit().await?;

    Ok(Response::new(reply))
}
