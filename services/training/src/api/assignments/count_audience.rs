//! `CountAudience`: how many people a rule selects now.

use std::collections::{BTreeMap, HashMap};

use kit::{auth::Caller, error::Error, name::OrganizationName, violation::Rule};
use proto::training::v1::{AudienceCount, CountAudienceRequest};
use tonic::{Request, Response};

use super::look_up;
use crate::{
    Training,
    api::convert,
    domain::{
        assignment::Target,
        roster::{self, Need},
    },
    names::{CourseName, CurriculumName},
    store,
};

pub(super) async fn count_audience(
    s: &Training,
    request: Request<CountAudienceRequest>,
) -> Result<Response<AudienceCount>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let audience = convert::audience::read(&mut violations, "audience", &o, request.audience.as_ref());
    let target = match (request.target.parse::<CourseName>(), request.target.parse::<CurriculumName>()) {
        (Ok(name), _) if name.organization == o => Some(Target::Course(name.course)),
        (_, Ok(name)) if name.organization == o => Some(Target::Curriculum(name.curriculum)),
        _ if request.target.is_empty() => None,
        _ => {
            violations.add("target", &request.target, Rule::NotFound);
            None
        }
    };
    let db = s.db.read();
    look_up::audience(db, &o, &mut violations, &audience).await?;
    violations.check()?;

    let steps = match &target {
        Some(target) => Some(look_up::target(db, &o, target).await?.0),
        None => None,
    };
    let mut open: HashMap<String, BTreeMap<String, String>> = HashMap::new();
    for enrollment in store::enrollment::open(db, &o).await? {
        open.entry(enrollment.person).or_default().insert(enrollment.course, enrollment.id);
    }
    let (mut matching, mut completed, mut enrolled, mut to_enroll) = (0, 0, 0, 0);
    let candidates = store::candidates::load(db, &o, s.clock.now()).await?;
    let nothing = BTreeMap::new();
    for (_, person) in candidates.employed.iter().filter(|(_, c)| audience.matches(c)) {
        matching += 1;
        let Some(steps) = &steps else { continue };
        match roster::need(steps, person, open.get(&person.person).unwrap_or(&nothing)) {
            Need::Nothing => completed += 1,
            Need::Enrolled => enrolled += 1,
            Need::Enrollment => to_enroll += 1,
        }
    }

    Ok(Response::new(convert::audience::counted(matching, completed, enrolled, to_enroll)))
}
