//! `ListDue`: who has something to complete, for those who must follow up. By due day, never by score. A manager sees the
//! own people, and only what is overdue: that is what is escalated.

use std::collections::{BTreeSet, HashMap};

use jiff::{Timestamp, civil::Date};
use kit::{
    auth::{Caller, Role},
    directory::{self, Person, TeamTree},
    error::Error,
    localize::Text,
    name::OrganizationName,
    page::Page,
    violation::{Rule, Violations},
};
use proto::training::v1::{DueEnrollment, ListDueRequest, ListDueResponse};
use tonic::{Request, Response};

use super::view;
use crate::{
    Training,
    api::convert::{instant, localized, reference_if_any},
    domain::enrollment::{Enrollment, EnrollmentState},
    names::{AssignmentName, CourseName, EnrollmentName, PersonName, TeamName},
    store::{self, ConnectionTrait, calendars::Calendars, enrollment::DuePlace},
};

/// How many enrolments are read at a time until the page is full.
const BATCH: u64 = 500;
/// How many people one question to the database names.
const FEW: usize = 1_000;

pub(super) async fn list_due(
    s: &Training,
    request: Request<ListDueRequest>,
) -> Result<Response<ListDueResponse>, Error> {
    let who = Caller::of(&request)?;
    let request = request.into_inner();
    let o = who.parse::<OrganizationName>("parent", &request.parent)?.organization;
    let mut violations = who.violations();
    let page = Page::parse(&mut violations, request.page_size, &request.page_token);
    let until = violations.optional_day("due_until", &request.due_until);
    let (assignment, team): (Option<AssignmentName>, Option<TeamName>) = (
        reference_if_any(&mut violations, "assignment", &o, &request.assignment),
        reference_if_any(&mut violations, "team", &o, &request.team),
    );
    let after = place(&mut violations, page.after.as_deref());
    violations.check()?;

    let (db, now) = (s.db.read(), s.clock.now());
    let desk = Desk::load(db, &o, now).await?;
    let managed = if who.has_any(&[Role::Hr, Role::Trainer]) {
        None
    } else {
        Some(managed_by(db, &o, who.person()?).await?)
    };
    let overdue = request.overdue || managed.is_some();
    // So few that the database can be asked for them by name.
    let few: Option<Vec<String>> =
        managed.as_ref().filter(|m| m.len() <= FEW).map(|m| m.iter().cloned().collect());
    let teams = team.map(|t| desk.teams.subtree(&t.team).into_iter().collect::<BTreeSet<_>>());
    let of_assignment = match assignment {
        Some(name) => Some(enrollments_of(db, &o, &name.assignment).await?),
        None => None,
    };
    let (mut found, mut after, limit) =
        (Vec::new(), after, usize::try_from(page.limit()).unwrap_or(usize::MAX));
    while found.len() < limit {
        let batch = store::enrollment::due(db, &o, few.as_deref(), until, after.as_ref(), BATCH).await?;
        let Some(last) = batch.last() else { break };
        after = Some(DuePlace { due_day: last.due_day, id: last.id.clone() });
        let people = view::people(db, &o, batch.iter()).await?;
        found.extend(batch.into_iter().filter_map(|e| {
            let person = people.get(&e.person)?;
            let wanted = managed.as_ref().is_none_or(|m| m.contains(&e.person))
                && of_assignment.as_ref().is_none_or(|ids| ids.contains(&e.id))
                && (!overdue || e.overdue_on(desk.calendars.today(Some(person), now)))
                && teams.as_ref().is_none_or(|t| desk.team(person).is_some_and(|own| t.contains(own)));
            wanted.then(|| (e, person.clone()))
        }));
    }
    let next_page_token = page.cut(&mut found, |(e, _)| format!("{}/{}", e.due_day, e.id));
    let courses: Vec<String> = found.iter().map(|(e, _)| e.course.clone()).collect();
    let titles = store::course::titles(db, &o, &courses).await?;

    let due = found.iter().map(|(e, person)| desk.write(&o, e, person, &titles)).collect();
    Ok(Response::new(ListDueResponse { due, next_page_token }))
}

fn place(violations: &mut Violations, token: Option<&str>) -> Option<DuePlace> {
    let token = token?;
    let place = token
        .split_once('/')
        .and_then(|(day, id)| Some(DuePlace { due_day: day.parse::<Date>().ok()?, id: id.to_owned() }));
    if place.is_none() {
        violations.add("page_token", token, Rule::Malformed { expected: "next_page_token".into() });
    }
    place
}

async fn enrollments_of<C: ConnectionTrait>(
    db: &C,
    o: &str,
    assignment: &str,
) -> Result<BTreeSet<String>, Error> {
    let found = store::assignment::enrollments(db, o, &[assignment.to_owned()]).await?;
    Ok(found.into_iter().map(|(_, e)| e.id).collect())
}

/// Whom somebody manages.
async fn managed_by<C: ConnectionTrait>(db: &C, o: &str, manager: &str) -> Result<BTreeSet<String>, Error> {
    let people = directory::people_by_manager(db, o, manager).await?;
    Ok(people.into_iter().map(|p| p.id).collect())
}

/// What is needed to put an enrolment into words.
struct Desk {
    teams: TeamTree,
    calendars: Calendars,
    now: Timestamp,
}

impl Desk {
    async fn load<C: ConnectionTrait>(db: &C, o: &str, now: Timestamp) -> Result<Self, Error> {
        Ok(Self { teams: directory::teams(db, o).await?, calendars: Calendars::load(db, o).await?, now })
    }

    fn team<'p>(&self, person: &'p Person) -> Option<&'p String> {
        person.membership_on(self.calendars.today(Some(person), self.now)).map(|m| &m.team)
    }

    fn write(
        &self,
        o: &str,
        enrollment: &Enrollment,
        person: &Person,
        titles: &HashMap<String, Text>,
    ) -> DueEnrollment {
        let team = self.team(person);
        let team_title = team.and_then(|t| self.teams.get(t)).map(|t| t.display_name.clone());
        let assignment = enrollment.assignment.as_ref();
        DueEnrollment {
            enrollment: EnrollmentName::new(o, &enrollment.id).to_string(),
            person: PersonName::new(o, &enrollment.person).to_string(),
            person_display_name: person.display_name.clone(),
            team: team.map(|t| TeamName::new(o, t).to_string()).unwrap_or_default(),
            team_title: team_title.unwrap_or_default(),
            course: CourseName::new(o, &enrollment.course).to_string(),
            course_title: titles.get(&enrollment.course).and_then(localized),
            assignment: assignment.map(|a| AssignmentName::new(o, a).to_string()).unwrap_or_default(),
            due_day: enrollment.due_day.to_string(),
            overdue: enrollment.overdue_on(self.calendars.today(Some(person), self.now)),
            started: enrollment.state == EnrollmentState::Started,
            remind_time: instant(enrollment.remind_time),
            escalate_time: instant(enrollment.escalate_time),
        }
    }
}
