//! What an assignment names must exist.

use kit::{
    directory,
    error::Error,
    violation::{Rule, Violations},
};

use crate::{
    domain::{
        assignment::Target,
        audience::{Audience, Condition},
        curriculum::{Curriculum, Step},
    },
    error::{Reason, Refuse},
    names::{CourseName, CurriculumName},
    store::{self, ConnectionTrait},
};

/// Every team, position, site and course of a rule exists.
pub(crate) async fn audience<C: ConnectionTrait>(
    db: &C,
    o: &str,
    violations: &mut Violations,
    audience: &Audience,
) -> Result<(), Error> {
    let field = "audience";
    let teams = directory::teams(db, o).await?;
    for condition in audience.conditions() {
        match condition {
            Condition::Team(ids) => {
                for id in ids.iter().filter(|id| teams.get(id).is_none()) {
                    violations.add(field, id, Rule::NotFound);
                }
            }
            Condition::Position(ids) => {
                for id in ids {
                    if directory::position(db, o, id).await?.is_none() {
                        violations.add(field, id, Rule::NotFound);
                    }
                }
            }
            Condition::Site(ids) => {
                for id in ids {
                    if directory::site(db, o, id).await?.is_none() {
                        violations.add(field, id, Rule::NotFound);
                    }
                }
            }
            Condition::NotCompleted(id) | Condition::HasCompleted(id) => {
                if store::course::titles(db, o, std::slice::from_ref(id)).await?.is_empty() {
                    violations.add(field, id, Rule::NotFound);
                }
            }
            Condition::Level(_) | Condition::Tenure { .. } => {}
        }
    }
    Ok(())
}

/// What is given exists and can be given: its courses, in their order.
pub(crate) async fn target<C: ConnectionTrait>(
    db: &C,
    o: &str,
    target: &Target,
) -> Result<(Vec<Step>, Option<Curriculum>), Error> {
    match target {
        Target::Course(id) => {
            let course = store::course::load(db, o, id).await?;
            course.ok_or_else(|| Error::not_found(CourseName::new(o, id)))?.must_be_published()?;
            Ok((vec![Step { course: id.clone(), due_working_days: 0 }], None))
        }
        Target::Curriculum(id) => {
            let curriculum = store::curriculum::load(db, o, id).await?;
            let curriculum = curriculum.ok_or_else(|| Error::not_found(CurriculumName::new(o, id)))?;
            if curriculum.archived {
                return Err(Reason::CurriculumArchived.refuse("the curriculum is archived"));
            }
            Ok((curriculum.steps.clone(), Some(curriculum)))
        }
    }
}
