//! Where everything that is judged together stands on the last evaluated day, remembered until the next evaluation.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use kit::error::Error;
use sea_orm::ConnectionTrait;

use crate::{
    domain::{rule::LEVEL_DAYS, standing::Day},
    store::{
        self,
        count::{self, Application},
        unit_day::Kept,
    },
};

/// The units of a day, and which of them each team is in.
#[derive(Debug, Default)]
pub(super) struct Standings {
    /// The last evaluated day.
    pub(super) day: Option<Day>,
    pub(super) units: Vec<Kept>,
    /// The unit that each team's own people are in.
    unit_of: HashMap<String, usize>,
    /// The unit that each team stands for without being in it.
    stands_for: HashMap<String, usize>,
    /// The index four weeks before, by unit.
    before: HashMap<String, i32>,
}

/// What the evaluation of an application changes when it writes: the day, what waits, and the counts that it saw.
type Stamp = (Option<Day>, Option<Day>, i64);

/// By organization and application, the standings with the stamp that they had.
type Remembered = HashMap<(String, String), (Stamp, Arc<Standings>)>;

/// The standings of each application as they were read last.
#[derive(Debug, Clone, Default)]
pub(crate) struct StandingsCache(Arc<Mutex<Remembered>>);

impl StandingsCache {
    /// The standings of an application.
    pub(super) async fn load<C: ConnectionTrait>(
        &self,
        db: &C,
        organization: &str,
        application: &str,
    ) -> Result<Arc<Standings>, Error> {
        let Some(known) = count::application(db, organization, application).await? else {
            return Ok(Arc::default());
        };
        self.of(db, &known).await
    }

    /// The standings of an application of which it is known how far it is evaluated.
    pub(super) async fn of<C: ConnectionTrait>(
        &self,
        db: &C,
        known: &Application,
    ) -> Result<Arc<Standings>, Error> {
        let key = (known.organization.clone(), known.id.clone());
        let stamp = (known.evaluated_day, known.dirty_day, known.version);
        if let Some((of, standings)) = self.lock().get(&key)
            && *of == stamp
        {
            return Ok(standings.clone());
        }
        let standings = Arc::new(Standings::load(db, known).await?);
        self.lock().insert(key, (stamp, standings.clone()));
        Ok(standings)
    }

    fn lock(&self) -> MutexGuard<'_, Remembered> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Standings {
    async fn load<C: ConnectionTrait>(db: &C, application: &Application) -> Result<Self, Error> {
        let Some(day) = application.evaluated_day else { return Ok(Self::default()) };
        let (organization, id) = (&application.organization, &application.id);
        let units = store::unit_day::on(db, organization, id, day).await?;
        let four_weeks = Day::try_from(LEVEL_DAYS).unwrap_or(28);
        let earlier = store::unit_day::on(db, organization, id, day - four_weeks).await?;
        let mut unit_of = HashMap::new();
        for (number, unit) in units.iter().enumerate() {
            for member in &unit.before.members {
                unit_of.insert(member.clone(), number);
            }
        }
        let stands_for = units
            .iter()
            .enumerate()
            .filter(|(_, u)| u.unit == u.anchor && !u.before.members.contains(&u.anchor))
            .map(|(number, u)| (u.anchor.clone(), number))
            .collect();
        let before = earlier
            .into_iter()
            .filter(|u| u.not_judged.is_none())
            .map(|u| (u.unit, u.figures.shown_index()))
            .collect();
        Ok(Self { day: Some(day), units, unit_of, stands_for, before })
    }

    /// The unit that a team is judged in.
    pub(super) fn unit(&self, team: &str) -> Option<&Kept> {
        self.unit_of.get(team).or_else(|| self.stands_for.get(team)).map(|&n| &self.units[n])
    }

    /// The index of a unit four weeks before.
    pub(super) fn index_before(&self, unit: &str) -> Option<i32> {
        self.before.get(unit).copied()
    }
}
