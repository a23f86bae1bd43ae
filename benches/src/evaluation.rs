//! One day's evaluation of 2,000 and of 20,000 teams: the rule alone, and the whole job from counts in the database to
//! standings in the database, with the team tree beside it; and a day on which late counts restate the three before it.

use std::{sync::Arc, time::Instant};

use adoption::domain::rule::{Cell, Engine, History, Judgement, Units, bases};
use anyhow::Context as _;
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use kit::{
    auth::Keys,
    bus::Envelope,
    client::Transport,
    clock::SteppedClock,
    config::Config,
    id::Ids,
    module::{Context, Job, Module},
};
use prost::Name;
use proto::{
    identity::v1::{Team, TeamChanged},
    telemetry::v1::{TeamDay, TeamDaysCounted},
};
use rand::{Rng, SeedableRng, rngs::StdRng};

use crate::{
    Options,
    report::{Goal, Report, Row, median, say},
};

const TEAMS: usize = 2_000;
/// Days before the first that is measured: what the rule looks back on.
const WARM_DAYS: usize = 140;
/// Days of the rule in one round, of which the middle one counts: one is over within a time slice of a busy machine.
const DAYS: usize = 9;
const ORGANIZATION: &str = "acme";

/// Measures both sizes in turns.
pub(crate) async fn measure(options: &Options, report: &mut Report) -> anyhow::Result<()> {
    let (mut small, mut large) = (Rule::new(TEAMS), Rule::new(10 * TEAMS));
    let mut rule = Vec::new();
    for _ in 0..options.rounds {
        let small = median((0..DAYS).map(|_| small.day()));
        rule.push((median((0..DAYS).map(|_| large.day())), small));
    }
    let alone: Vec<f64> = rule.iter().map(|r| r.1).collect();
    let rows = vec![
        Row::alone("one day's rule, 2,000 teams", "ms", Some(Goal::AtMost(50.0)), &alone),
        Row::beside(
            "one day's rule, 20,000 teams",
            "ms",
            "2,000 teams",
            Some(Goal::RatioAtMost(10.5)),
            &rule,
        ),
    ];
    // The history of the second part takes minutes to arrive: what is known is told first.
    report.add("evaluation_rule", rows)?;
    let mut whole = Vec::new();
    let mut restated = Vec::new();
    let (mut small, mut large) = (Whole::new(TEAMS).await?, Whole::new(10 * TEAMS).await?);
    for _ in 0..options.rounds {
        let day = small.day().await?;
        whole.push((large.day().await?, day));
        restated.push(small.restated_day().await?);
    }
    let alone: Vec<f64> = whole.iter().map(|r| r.1).collect();
    let goal = Some(Goal::RatioAtMost(10.5));
    let rows = vec![
        Row::alone("one day's job with database, 2,000 teams", "ms", Some(Goal::AtMost(50.0)), &alone),
        Row::beside("one day's job with database, 20,000 teams", "ms", "2,000 teams", goal, &whole),
        Row::alone("a day and three restated ones, with database, 2,000 teams", "ms", None, &restated),
    ];
    report.add("evaluation_job", rows)
}

/// Counts of teams of 4 to 40 people of 20 positions at 4 sites.
struct Counts {
    dice: StdRng,
    sizes: Vec<u32>,
}

impl Counts {
    fn new(teams: usize) -> Self {
        let mut dice = StdRng::seed_from_u64(7);
        let sizes = (0..teams).map(|_| dice.random_range(4..40)).collect();
        Self { dice, sizes }
    }

    fn day(&mut self) -> (Vec<u32>, Vec<u32>) {
        let dice = &mut self.dice;
        let active = self.sizes.iter().map(|n| (0..*n).filter(|_| dice.random_bool(0.5)).count());
        (active.map(|a| u32::try_from(a).unwrap_or(u32::MAX)).collect(), self.sizes.clone())
    }

    fn cell(team: usize) -> Cell {
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Cell { position: number(team % 20), site: number(team / 20 % 4) }
    }
}

/// The rule in memory.
struct Rule {
    engine: Engine,
    units: Units,
    judged: Vec<Judgement>,
    counts: Counts,
    days: usize,
}

impl Rule {
    fn new(teams: usize) -> Self {
        let mut engine = Engine::new();
        let cells: Vec<Cell> = (0..teams).map(Counts::cell).collect();
        for cell in &cells {
            engine.add(*cell);
        }
        let mut units = Units::default();
        for (number, basis) in bases(&cells).into_iter().enumerate() {
            units.add(basis.map(|b| (number, b)), History::default());
        }
        let mut new = Self { engine, units, judged: Vec::new(), counts: Counts::new(teams), days: 0 };
        for _ in 0..WARM_DAYS {
            new.day();
        }
        new
    }

    /// Milliseconds of one day.
    fn day(&mut self) -> f64 {
        let (active, eligible) = self.counts.day();
        self.days += 1;
        self.units.set_histories(|_| History::whole(self.days));
        let begin = Instant::now();
        self.engine.push(&active, &eligible);
        self.engine.judge_into(&self.units, &mut self.judged);
        let took = begin.elapsed();
        assert_eq!(self.judged.len(), self.units.len(), "every unit is judged");
        took.as_secs_f64() * 1e3
    }
}

/// The adoption service over a database of its own.
struct Whole {
    service: Arc<adoption::Adoption>,
    job: Arc<dyn Job>,
    counts: Counts,
    clock: Arc<SteppedClock>,
    today: Date,
    events: u64,
    /// Of the counts: it grows when days are restated.
    revision: i64,
    _folder: tempfile::TempDir,
}

impl Whole {
    async fn new(teams: usize) -> anyhow::Result<Self> {
        let folder = tempfile::tempdir()?;
        let start: Timestamp = "2026-03-02T09:00:00Z".parse()?;
        let clock = Arc::new(SteppedClock::at(start));
        let mut config = Config::default();
        config.database.url = format!("sqlite:{}", folder.path().display());
        let context = Context {
            clock: clock.clone(),
            ids: Ids::system(clock.clone()),
            config: Arc::new(config),
            transport: Transport::new(),
            keys: Arc::new(Keys::from_seed(&[1; 32])?),
        };
        let service = adoption::open(&context).await?;
        let job = service
            .jobs()
            .into_iter()
            .find(|j| j.name() == "adoption.evaluate")
            .context("adoption has no job that evaluates")?;
        let today = start.to_zoned(TimeZone::UTC).date();
        let mut new = Self {
            service,
            job,
            counts: Counts::new(teams),
            clock,
            today,
            events: 0,
            revision: 1,
            _folder: folder,
        };
        new.tell_directory(teams).await?;
        let begin = Instant::now();
        for _ in 0..WARM_DAYS {
            new.count().await?;
        }
        let taken = begin.elapsed().as_secs_f64();
        new.evaluate().await?;
        let evaluated = begin.elapsed().as_secs_f64() - taken;
        say(&format!(
            "{teams} teams with {WARM_DAYS} days of history: taken in {taken:.1} s ({:.0} cells/s), evaluated in \
             {evaluated:.1} s",
            (teams * WARM_DAYS) as f64 / taken
        ))?;
        Ok(new)
    }

    /// The teams, twenty under each of the ones above.
    async fn tell_directory(&mut self, teams: usize) -> anyhow::Result<()> {
        let name = |id: String| format!("organizations/{ORGANIZATION}/teams/{id}");
        let above = |team: usize| name(format!("above{}", team / 20));
        for team in 0..teams {
            let mut told = vec![(name(format!("teams{team}")), above(team))];
            if team % 20 == 0 {
                told.insert(0, (above(team), String::new()));
            }
            for (name, parent) in told {
                let ancestors = Some(parent.clone()).filter(|p| !p.is_empty()).into_iter().collect();
                let display_name = name.clone();
                let team = Team { name, display_name, parent, ancestors, revision: 1, ..Team::default() };
                self.deliver(&TeamChanged { team: Some(team) }).await?;
            }
        }
        Ok(())
    }

    /// Milliseconds of one more day.
    async fn day(&mut self) -> anyhow::Result<f64> {
        self.count().await?;
        let begin = Instant::now();
        self.evaluate().await?;
        Ok(begin.elapsed().as_secs_f64() * 1e3)
    }

    /// Milliseconds of one more day on which events come late for the three days before.
    async fn restated_day(&mut self) -> anyhow::Result<f64> {
        let today = self.today;
        self.revision += 1;
        for back in (0..3).rev() {
            self.today = today.checked_sub((1 + back).days())?;
            self.count().await?;
        }
        self.count().await?;
        let begin = Instant::now();
        self.evaluate().await?;
        Ok(begin.elapsed().as_secs_f64() * 1e3)
    }

    async fn evaluate(&self) -> anyhow::Result<()> {
        use kit::{clock::Clock as _, module::Progress};
        while self.job.run(self.clock.now()).await? == Progress::Worked {}
        Ok(())
    }

    /// The counts of the next day arrive, as telemetry sends them.
    async fn count(&mut self) -> anyhow::Result<()> {
        let (active, eligible) = self.counts.day();
        self.today = self.today.checked_add(1.day())?;
        let name = |kind: &str, id: u32| format!("organizations/{ORGANIZATION}/{kind}/{kind}{id}");
        let number = |n: u32| i32::try_from(n).unwrap_or(i32::MAX);
        let cells: Vec<TeamDay> = active
            .iter()
            .zip(&eligible)
            .enumerate()
            .map(|(team, (active, eligible))| {
                let cell = Counts::cell(team);
                TeamDay {
                    day: self.today.to_string(),
                    team: name("teams", u32::try_from(team).unwrap_or(u32::MAX)),
                    position: name("positions", cell.position),
                    site: name("sites", cell.site),
                    eligible: number(*eligible),
                    active: number(*active),
                    revision: self.revision,
                    new_members: 0,
                }
            })
            .collect();
        for part in cells.chunks(1_000) {
            let event = TeamDaysCounted {
                application: name("applications", 1),
                day: self.today.to_string(),
                cells: part.to_vec(),
            };
            self.deliver(&event).await?;
        }
        Ok(())
    }

    async fn deliver<E: Name>(&mut self, event: &E) -> anyhow::Result<()> {
        use kit::clock::Clock as _;
        self.events += 1;
        let envelope = Envelope {
            id: format!("event{}", self.events),
            time: self.clock.now(),
            organization: ORGANIZATION.into(),
            kind: E::full_name(),
            payload: event.encode_to_vec(),
        };
        for consumer in self.service.consumers() {
            if consumer.kinds().contains(&envelope.kind) {
                let tx = self.service.db().begin().await?;
                consumer.consume(&tx, &envelope).await?;
                tx.commit().await?;
            }
        }
        Ok(())
    }
}
