//! Assignments as trainers see them: with the title of what they give, and how far their people are.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::Timestamp;
use kit::{
    directory::{self, Person},
    error::Error,
    localize::Text,
};
use proto::training::v1 as pb;

use crate::{
    api::convert,
    domain::{
        assignment::{Assignment, Target},
        enrollment::{Enrollment, EnrollmentState},
        floor::{Counts, Part},
    },
    store::{self, ConnectionTrait, calendars::Calendars},
};

/// One assignment.
pub(crate) async fn one<C: ConnectionTrait>(
    db: &C,
    o: &str,
    assignment: &Assignment,
    now: Timestamp,
) -> Result<pb::Assignment, Error> {
    let mut all = many(db, o, std::slice::from_ref(assignment), now).await?;
    all.pop().ok_or_else(|| Error::internal("an assignment went astray"))
}

/// Some assignments, in their order.
pub(crate) async fn many<C: ConnectionTrait>(
    db: &C,
    o: &str,
    assignments: &[Assignment],
    now: Timestamp,
) -> Result<Vec<pb::Assignment>, Error> {
    let titles = titles(db, o, assignments).await?;
    let people = by_person(db, o, assignments, now).await?;
    let counts = |a: &Assignment| {
        let mut counts = Counts::default();
        for (_, parts) in people.get(&a.id).into_iter().flatten() {
            counts.add(Counts::of_person(parts));
        }
        counts
    };
    let untitled = Text::default();
    let title = |a: &Assignment| titles.get(&a.id).unwrap_or(&untitled);
    Ok(assignments.iter().map(|a| convert::assignment::write(o, a, title(a), counts(a))).collect())
}

/// What each assignment gives is called.
async fn titles<C: ConnectionTrait>(
    db: &C,
    o: &str,
    assignments: &[Assignment],
) -> Result<HashMap<String, Text>, Error> {
    let course = |a: &Assignment| match &a.target {
        Target::Course(id) => Some(id.clone()),
        Target::Curriculum(_) => None,
    };
    let courses: Vec<String> = assignments.iter().filter_map(course).collect();
    let courses = store::course::titles(db, o, &courses).await?;
    let mut titles = HashMap::new();
    for assignment in assignments {
        let title = match &assignment.target {
            Target::Course(id) => courses.get(id).cloned(),
            Target::Curriculum(id) => store::curriculum::load(db, o, id).await?.map(|c| c.title),
        };
        titles.insert(assignment.id.clone(), title.unwrap_or_default());
    }
    Ok(titles)
}

/// People with what each has from an assignment, by assignment. Whoever was withdrawn or excused does not count.
pub(crate) type ByPerson = HashMap<String, BTreeMap<String, Vec<Part>>>;

/// The people of these assignments.
pub(crate) async fn by_person<C: ConnectionTrait>(
    db: &C,
    o: &str,
    assignments: &[Assignment],
    now: Timestamp,
) -> Result<ByPerson, Error> {
    let ids: Vec<String> = assignments.iter().map(|a| a.id.clone()).collect();
    let mut found = store::assignment::enrollments(db, o, &ids).await?;
    let kept = store::excuse::of_assignments(db, o, &ids).await?;
    let excused: HashSet<(&str, &str)> =
        kept.iter().map(|e| (e.assignment.as_str(), e.person.as_str())).collect();
    // What another assignment still asks for is open, and none of this one's business.
    found.retain(|(a, e)| {
        let out = e.state.is_open() && excused.contains(&(a.as_str(), e.person.as_str()));
        e.state != EnrollmentState::Withdrawn && !out
    });
    let people = people(db, o, found.iter().map(|(_, e)| e)).await?;
    let calendars = Calendars::load(db, o).await?;
    let mut out = ByPerson::new();
    for (assignment, enrollment) in found {
        let today = calendars.today(people.get(&enrollment.person), now);
        let part = Part {
            started: enrollment.state == EnrollmentState::Started,
            completed: enrollment.state == EnrollmentState::Completed,
            overdue: enrollment.overdue_on(today),
        };
        out.entry(assignment).or_default().entry(enrollment.person).or_default().push(part);
    }
    Ok(out)
}

/// How far the people of an assignment are, all together, as other services hear of it.
pub(crate) async fn counts<C: ConnectionTrait>(
    db: &C,
    o: &str,
    assignment: &Assignment,
    now: Timestamp,
) -> Result<Counts, Error> {
    let people = by_person(db, o, std::slice::from_ref(assignment), now).await?;
    let mut counts = Counts::default();
    for parts in people.get(&assignment.id).into_iter().flat_map(BTreeMap::values) {
        counts.add(Counts::of_person(parts));
    }
    Ok(counts)
}

/// The people of these enrolments, by id.
pub(crate) async fn people<'e, C: ConnectionTrait>(
    db: &C,
    o: &str,
    enrollments: impl Iterator<Item = &'e Enrollment>,
) -> Result<HashMap<String, Person>, Error> {
    let mut ids: Vec<String> = enrollments.map(|e| e.person.clone()).collect();
    ids.sort();
    ids.dedup();
    let people = directory::people(db, o, &ids).await?;
    Ok(people.into_iter().map(|p| (p.id.clone(), p)).collect())
}
