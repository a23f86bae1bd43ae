//! How everything that is judged together stood after each day: a row per day.

use kit::{
    db::{
        Tx,
        sql::{execute, one},
    },
    error::Error,
};
use prost::Message;
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::domain::{
    evaluator::{Before, DayResult, NotJudged},
    flag::Figures,
    standing::{Day, Standing, State},
};

/// A unit after a day.
#[derive(Debug, Clone)]
pub(crate) struct Kept {
    pub(crate) unit: String,
    pub(crate) anchor: String,
    pub(crate) position: String,
    pub(crate) before: Before,
    pub(crate) not_judged: Option<NotJudged>,
    pub(crate) figures: Figures,
}

/// All units of a day, as they are kept.
#[derive(Clone, PartialEq, Message)]
struct PackedDay {
    #[prost(message, repeated, tag = "1")]
    units: Vec<PackedUnit>,
}

/// A unit, as it is kept.
#[derive(Clone, PartialEq, Message)]
struct PackedUnit {
    #[prost(string, tag = "1")]
    unit: String,
    /// Empty: the unit.
    #[prost(string, tag = "2")]
    anchor: String,
    /// Empty: the unit alone.
    #[prost(string, repeated, tag = "3")]
    members: Vec<String>,
    #[prost(string, tag = "4")]
    position: String,
    #[prost(string, tag = "5")]
    state: String,
    #[prost(uint32, tag = "6")]
    calm_days: u32,
    #[prost(sint32, tag = "7")]
    quiet_until: i32,
    #[prost(sint32, tag = "8")]
    baseline_day: i32,
    /// Empty: it is judged.
    #[prost(string, tag = "9")]
    not_judged: String,
    #[prost(message, required, tag = "10")]
    figures: PackedFigures,
}

/// [`Figures`], as they are kept.
#[derive(Clone, PartialEq, Message)]
struct PackedFigures {
    #[prost(double, tag = "1")]
    active: f64,
    #[prost(double, tag = "2")]
    eligible: f64,
    #[prost(double, tag = "3")]
    expected: f64,
    #[prost(double, tag = "4")]
    days: f64,
    #[prost(double, tag = "5")]
    p_low: f64,
    #[prost(double, tag = "6")]
    p_decline: f64,
    #[prost(bool, tag = "7")]
    low: bool,
    #[prost(bool, tag = "8")]
    declining: bool,
    #[prost(bool, tag = "9")]
    strict: bool,
    #[prost(double, tag = "10")]
    index: f64,
    #[prost(double, tag = "11")]
    index_before: f64,
    #[prost(uint32, tag = "12")]
    people: u32,
    #[prost(uint32, tag = "13")]
    peers: u32,
    #[prost(double, optional, tag = "14")]
    turnover: Option<f64>,
    #[prost(uint32, tag = "15")]
    void_days: u32,
}

impl From<Figures> for PackedFigures {
    fn from(f: Figures) -> Self {
        Self {
            active: f.active,
            eligible: f.eligible,
            expected: f.expected,
            days: f.days,
            p_low: f.p_low,
            p_decline: f.p_decline,
            low: f.low,
            declining: f.declining,
            strict: f.strict,
            index: f.index,
            index_before: f.index_before,
            people: f.people,
            peers: f.peers,
            turnover: f.turnover,
            void_days: f.void_days,
        }
    }
}

impl From<PackedFigures> for Figures {
    fn from(f: PackedFigures) -> Self {
        Self {
            active: f.active,
            eligible: f.eligible,
            expected: f.expected,
            days: f.days,
            p_low: f.p_low,
            p_decline: f.p_decline,
            low: f.low,
            declining: f.declining,
            strict: f.strict,
            index: f.index,
            index_before: f.index_before,
            people: f.people,
            peers: f.peers,
            turnover: f.turnover,
            void_days: f.void_days,
        }
    }
}

impl PackedUnit {
    fn unpack(self, day: Day) -> Kept {
        let standing = Standing {
            day,
            state: State::of(&self.state),
            calm_days: self.calm_days,
            quiet_until: self.quiet_until,
        };
        let or_unit = |anchor: String| if anchor.is_empty() { self.unit.clone() } else { anchor };
        let members = if self.members.is_empty() { vec![self.unit.clone()] } else { self.members };
        Kept {
            anchor: or_unit(self.anchor),
            position: self.position,
            before: Before { standing, members, baseline_day: self.baseline_day },
            not_judged: NotJudged::of(&self.not_judged),
            figures: self.figures.into(),
            unit: self.unit,
        }
    }
}

/// A day as it is kept. Packing takes time, so it is done before the transaction.
pub(crate) fn pack(day: Day, result: &DayResult) -> Vec<u8> {
    let unit = |unit: &crate::domain::evaluator::UnitDay| {
        let standing = &unit.before.standing;
        let group = &unit.group;
        PackedUnit {
            unit: group.id.clone(),
            anchor: if group.anchor == group.id { String::new() } else { group.anchor.clone() },
            members: if group.members == [group.id.as_str()] { Vec::new() } else { group.members.clone() },
            position: unit.position.clone(),
            state: standing.state.as_str().to_owned(),
            calm_days: standing.calm_days,
            quiet_until: standing.quiet_until,
            baseline_day: unit.before.baseline_day,
            not_judged: unit.not_judged.map_or("", NotJudged::as_str).to_owned(),
            figures: Figures::of(unit).into(),
        }
    };
    let mut units: Vec<PackedUnit> = result.units.iter().map(unit).collect();
    for team in &result.too_small {
        // A small team that stands for others and is too small by itself appears once, as the others' unit.
        if result.units.binary_search_by(|u| u.group.id.cmp(&team.team)).is_err() {
            units.push(PackedUnit {
                unit: team.team.clone(),
                position: team.position.clone(),
                state: State::Cleared.as_str().to_owned(),
                quiet_until: Day::MIN,
                baseline_day: day,
                not_judged: NotJudged::TeamTooSmall.as_str().to_owned(),
                ..PackedUnit::default()
            });
        }
    }
    units.sort_by(|a, b| a.unit.cmp(&b.unit));
    PackedDay { units }.encode_to_vec()
}

/// Replaces everything about a day by what was packed.
pub(crate) async fn replace(
    tx: &Tx,
    organization: &str,
    application: &str,
    day: Day,
    packed: Vec<u8>,
) -> Result<(), Error> {
    let sql = "INSERT INTO units_of_day (organization, application, day, units) VALUES ($1, $2, $3, $4) \
               ON CONFLICT (organization, application, day) DO UPDATE SET units = excluded.units";
    execute(tx, sql, vec![organization.into(), application.into(), day.into(), packed.into()]).await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Row {
    units: Vec<u8>,
}

/// Everything about a day, by unit.
pub(crate) async fn on<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    day: Day,
) -> Result<Vec<Kept>, Error> {
    let sql = "SELECT units FROM units_of_day WHERE organization = $1 AND application = $2 AND day = $3";
    let row: Option<Row> = one(db, sql, vec![organization.into(), application.into(), day.into()]).await?;
    let Some(row) = row else { return Ok(Vec::new()) };
    let packed = PackedDay::decode(row.units.as_slice())?;
    Ok(packed.units.into_iter().map(|unit| unit.unpack(day)).collect())
}

/// Some units of a day, by unit.
pub(crate) async fn of<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    day: Day,
    units: &[String],
) -> Result<Vec<Kept>, Error> {
    let mut all = on(db, organization, application, day).await?;
    all.retain(|kept| units.contains(&kept.unit));
    Ok(all)
}
