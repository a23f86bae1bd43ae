//! Enrols whoever matches an assignment and lacks what it gives, and withdraws whoever left.
//!
//! Whatever may change who matches marks the organization; this job looks the marked ones through, and every one now and
//! then, because time alone changes tenure, memberships and certificates.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    time::Duration,
};

use async_trait::async_trait;
use jiff::Timestamp;
use kit::{
    db::Tx,
    directory::Person,
    error::Error,
    module::{Job, Progress},
};

use crate::{
    Training,
    domain::{
        assignment::{Assignment, AssignmentState, Target},
        audience::Candidate,
        curriculum::Curriculum,
        enrollment::{Enrollment, EnrollmentState},
        reminder::{self, Reminded},
        roster::{self, Gift, Standing},
    },
    events::{progressed, published},
    store::{self, calendars::Calendars, candidates::Candidates, version::Heads},
};

/// See the module.
pub(crate) struct Enroll(pub(crate) Training);

#[async_trait]
impl Job for Enroll {
    fn name(&self) -> &'static str {
        "training.enroll"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(self.0.config.enroll_every_seconds)
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let Some(organization) = store::roster::next(self.0.db.read(), now).await? else {
            return Ok(Progress::Idle);
        };
        let tx = self.0.db.begin().await?;
        let more = anything(&tx, &organization).await?
            && Round::load(&self.0, &tx, &organization, now).await?.run().await?;
        store::roster::checked(&tx, &organization, more, now).await?;
        tx.commit().await?;
        Ok(Progress::Worked)
    }
}

/// Whether there is anything to give or to take back; if not, nobody needs to be looked at.
async fn anything(tx: &Tx, o: &str) -> Result<bool, Error> {
    let active = store::assignment::list(tx, o, &[AssignmentState::Active], None, Some(1)).await?;
    Ok(!active.is_empty() || store::enrollment::any_open(tx, o).await?)
}

/// One look through an organization, in one transaction.
struct Round<'a> {
    s: &'a Training,
    tx: &'a Tx,
    o: &'a str,
    now: Timestamp,
    candidates: Candidates,
    assignments: Vec<Assignment>,
    curricula: HashMap<String, Curriculum>,
    versions: BTreeMap<String, u32>,
    available: BTreeSet<String>,
    heads: Heads,
    open: HashMap<String, Enrollment>,
    standing: HashMap<String, Standing>,
    left: u64,
}

impl<'a> Round<'a> {
    async fn load(s: &'a Training, tx: &'a Tx, o: &'a str, now: Timestamp) -> Result<Self, Error> {
        let assignments = store::assignment::list(tx, o, &[AssignmentState::Active], None, None).await?;
        let everything = store::curriculum::Filter::default();
        let curricula = store::curriculum::list(tx, o, &everything, None, None).await?;
        let versions = store::course::published(tx, o).await?;
        let available: BTreeSet<String> = versions.keys().cloned().collect();
        let open = store::enrollment::open(tx, o).await?;
        let ids: Vec<String> = assignments.iter().map(|a| a.id.clone()).collect();
        let mut standing: HashMap<String, Standing> = HashMap::new();
        for enrollment in &open {
            let entry = standing.entry(enrollment.person.clone()).or_default();
            entry.open.insert(enrollment.course.clone(), enrollment.id.clone());
        }
        for (assignment, enrollment) in store::assignment::enrollments(tx, o, &ids).await? {
            let entry = standing.entry(enrollment.person).or_default();
            entry.given.insert((assignment, enrollment.course), enrollment.state);
        }
        for excuse in store::excuse::of_assignments(tx, o, &ids).await? {
            standing.entry(excuse.person).or_default().excused.insert(excuse.assignment);
        }
        let courses: Vec<String> = available.iter().cloned().collect();
        Ok(Self {
            s,
            tx,
            o,
            now,
            candidates: store::candidates::load(tx, o, now).await?,
            curricula: curricula.into_iter().map(|c| (c.id.clone(), c)).collect(),
            heads: store::version::heads(tx, o, &courses).await?,
            open: open.into_iter().map(|e| (e.id.clone(), e)).collect(),
            left: s.config.batch.max(1),
            assignments,
            versions,
            available,
            standing,
        })
    }

    /// Answers whether there is more to do than fits one transaction.
    async fn run(mut self) -> Result<bool, Error> {
        self.withdraw().await?;
        // Those that came first give first, so that an enrolment says the assignment that it owes its due day to.
        let mut assignments = std::mem::take(&mut self.assignments);
        assignments.sort_by(|a, b| a.id.cmp(&b.id));
        for assignment in &mut assignments {
            if !self.give(assignment).await? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whoever left has nothing left to complete.
    async fn withdraw(&mut self) -> Result<(), Error> {
        for enrollment in self.open.values_mut().filter(|e| self.candidates.gone.contains(&e.person)) {
            if enrollment.withdraw() {
                store::enrollment::save(self.tx, self.o, enrollment).await?;
            }
        }
        Ok(())
    }

    /// Gives what an assignment still has to give. Answers whether it is done with everybody.
    async fn give(&mut self, assignment: &mut Assignment) -> Result<bool, Error> {
        if !assignment.enrolls() {
            return Ok(true);
        }
        let curriculum = match &assignment.target {
            Target::Curriculum(id) => self.curricula.get(id).cloned(),
            Target::Course(_) => None,
        };
        let steps = assignment.steps(curriculum.as_ref());
        let employed = std::mem::take(&mut self.candidates.employed);
        let (mut given, mut done) = (false, true);
        for (person, candidate) in &employed {
            let standing = self.standing.entry(person.id.clone()).or_default();
            let gifts = roster::gifts(assignment, &steps, candidate, standing, &self.available);
            if gifts.is_empty() {
                continue;
            }
            if self.left == 0 {
                done = false;
                break;
            }
            self.left -= 1;
            given = true;
            self.give_to(assignment, person, candidate, gifts).await?;
        }
        self.candidates.employed = employed;
        let first = done && !assignment.first_done;
        if first {
            assignment.first_done = true;
            store::assignment::save(self.tx, self.o, assignment).await?;
        }
        // After the first time too when nobody lacked it: whoever asked for it has nothing to wait for.
        if given || first {
            progressed::tell(self.s, self.tx, self.o, assignment, self.now).await?;
        }
        Ok(done)
    }

    async fn give_to(
        &mut self,
        assignment: &Assignment,
        person: &Person,
        candidate: &Candidate,
        gifts: Vec<Gift>,
    ) -> Result<(), Error> {
        for gift in gifts {
            let mut enrollment = new(assignment, person, &gift, &self.candidates.calendars, self.now);
            let existing = gift.existing.as_ref().and_then(|id| self.open.get(id));
            if let Some(existing) = existing {
                // Two rules ask for the same: the sooner day counts.
                let due_day = enrollment.due_day.min(existing.due_day);
                let sooner = due_day < existing.due_day;
                let action_day = if sooner { Some(enrollment.given_day) } else { existing.action_day };
                enrollment = Enrollment { due_day, action_day, ..existing.clone() };
                store::enrollment::save(self.tx, self.o, &enrollment).await?;
            } else {
                enrollment.id = self.s.ids.next();
                enrollment.version = self.versions.get(&enrollment.course).copied().unwrap_or(0);
                store::enrollment::save(self.tx, self.o, &enrollment).await?;
                self.tell(assignment, &enrollment).await?;
            }
            store::assignment::link(self.tx, self.o, &assignment.id, &enrollment).await?;
            let standing = self.standing.entry(candidate.person.clone()).or_default();
            standing.open.insert(enrollment.course.clone(), enrollment.id.clone());
            let key = (assignment.id.clone(), enrollment.course.clone());
            standing.given.insert(key, enrollment.state);
            self.open.insert(enrollment.id.clone(), enrollment);
        }
        Ok(())
    }

    async fn tell(&self, assignment: &Assignment, enrollment: &Enrollment) -> Result<(), Error> {
        let head =
            self.heads.get(&(enrollment.course.clone(), enrollment.version)).cloned().unwrap_or_default();
        let source = crate::api::convert::assignment::source(self.o, assignment);
        let event = published::enrollment_assigned(self.o, enrollment, &head, source);
        self.s.outbox.add(self.tx, self.o, &event).await?;
        Ok(())
    }
}

/// A new enrolment, due in working days of the person's site.
fn new(
    assignment: &Assignment,
    person: &Person,
    gift: &Gift,
    calendars: &Calendars,
    now: Timestamp,
) -> Enrollment {
    let calendar = calendars.of(Some(person));
    let today = calendar.day_of(now);
    let due_day = calendar.add_working_days(today, gift.step.due_working_days);
    let look = reminder::due(&assignment.reminders, calendar, today, due_day, today, Reminded::default());
    Enrollment {
        id: String::new(),
        person: person.id.clone(),
        course: gift.step.course.clone(),
        version: 0,
        assignment: Some(assignment.id.clone()),
        curriculum: match &assignment.target {
            Target::Curriculum(id) => Some(id.clone()),
            Target::Course(_) => None,
        },
        step: gift.place,
        recertification: false,
        state: EnrollmentState::Assigned,
        given_day: today,
        due_day,
        current_module: None,
        reminded: Reminded::default(),
        action_day: look.next,
        enroll_time: now,
        start_time: None,
        complete_time: None,
        remind_time: None,
        escalate_time: None,
    }
}
