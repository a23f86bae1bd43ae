//! Where every team stands on the last evaluated day.

use std::{collections::HashMap, sync::Arc};

use kit::{
    db::time::from_days,
    directory::{Team, TeamTree},
    error::Error,
    localize::{Language, Text},
};
use proto::adoption::v1 as pb;
use sea_orm::ConnectionTrait;

use super::standings::Standings;
use crate::{
    Adoption,
    api::convert,
    domain::{
        evaluator::NotJudged,
        figures,
        flag::{Finding, Flag, Status},
        rule::LEVEL_DAYS,
        sentence::{self, Unknown},
        standing::Day,
    },
    names::{FlagName, PositionName, TeamName},
    store::{self, unit_day::Kept},
};

/// Open flags of an application, at most; there are never more than units.
const MOST_FLAGS: u64 = 100_000;

/// Everything that statuses are made of.
pub(super) struct Picture {
    organization: String,
    /// The last evaluated day.
    pub(super) day: Option<Day>,
    standings: Arc<Standings>,
    /// Open flags, by unit.
    flags: HashMap<String, Flag>,
}

impl Picture {
    /// Loads it, with every open flag.
    pub(super) async fn load(s: &Adoption, organization: &str, application: &str) -> Result<Self, Error> {
        let db = s.db.read();
        let standings = s.standings.load(db, organization, application).await?;
        let filter = store::flag::Filter {
            statuses: vec![Status::Flagged, Status::Snoozed],
            application: Some(application),
            limit: MOST_FLAGS,
            ..Default::default()
        };
        let flags = store::flag::list(db, organization, &filter).await?;
        Ok(Self::of(organization, standings, flags))
    }

    /// The picture with some flags, of which only the open ones count.
    pub(super) fn of(organization: &str, standings: Arc<Standings>, flags: Vec<Flag>) -> Self {
        let open = flags.into_iter().filter(|f| f.status != Status::Cleared);
        Self {
            organization: organization.to_owned(),
            day: standings.day,
            standings,
            flags: open.map(|f| (f.unit.clone(), f)).collect(),
        }
    }

    /// The unit that a team is judged in.
    pub(super) fn unit(&self, team: &str) -> Option<&Kept> {
        self.standings.unit(team)
    }

    /// Whether there is anything to say about a team that was dissolved.
    pub(super) fn has(&self, team: &Team) -> bool {
        !team.dissolved || self.unit(&team.id).is_some()
    }

    /// The status of a team.
    pub(super) fn status(&self, team: &Team) -> pb::TeamStatus {
        let name = |id: &str| TeamName::new(&self.organization, id).to_string();
        let mut status = pb::TeamStatus {
            team: name(&team.id),
            team_display_name: team.display_name.clone(),
            parent_team: team.parent.as_deref().map(name).unwrap_or_default(),
            ..pb::TeamStatus::default()
        };
        let Some(unit) = self.unit(&team.id) else {
            status.set_not_judged_reason(pb::NotJudgedReason::NoCounts);
            return status;
        };
        status.position = PositionName::new(&self.organization, &unit.position).to_string();
        let together = is_together(unit, &team.id);
        if together {
            let others = unit.before.members.iter().filter(|m| **m != unit.anchor && **m != team.id);
            status.judged_with = others.chain([&unit.anchor]).map(|m| name(m)).collect();
            status.set_not_judged_reason(pb::NotJudgedReason::JudgedTogether);
        }
        if unit.not_judged != Some(NotJudged::TeamTooSmall) && is_shown(unit, &team.id) {
            status.set_size_band(convert::band(unit.figures.people));
        }
        match unit.not_judged {
            Some(reason) => status.set_not_judged_reason(convert::not_judged(reason).0),
            // A small team without siblings of its kind is reported in the team above, and only there.
            None if together && !is_shown(unit, &team.id) => {}
            None => self.fill(&mut status, unit),
        }
        status
    }

    fn fill(&self, status: &mut pb::TeamStatus, unit: &Kept) {
        let figures = &unit.figures;
        let (low, high) = figures.chance();
        status.index = Some(figures.shown_index());
        status.chance_low = Some(low);
        status.chance_high = Some(high);
        status.rate = Some(figures.rate());
        status.expected_rate = Some(figures.expected_rate());
        status.index_before = self.standings.index_before(&unit.unit);
        let flag = self.flags.get(&unit.unit);
        status.set_state(
            flag.map_or_else(|| convert::state(unit.before.standing.state), |f| convert::status(f.status)),
        );
        status.flag = flag.map(|f| FlagName::new(&self.organization, &f.id).to_string()).unwrap_or_default();
    }

    /// What is known about a team, or why nothing is.
    pub(super) fn sentence(&self, team: &str) -> Text {
        let Some(unit) = self.unit(team) else { return sentence::unknown(Unknown::NoCounts) };
        if let Some(reason) = unit.not_judged {
            return sentence::unknown(convert::not_judged(reason).1);
        }
        let flag = self.flags.get(&unit.unit);
        let finding = Finding::of(unit.figures.low, unit.figures.declining);
        let said = unit.figures.sentence(flag.map_or(finding, |f| Some(f.finding)));
        let said = said.unwrap_or_else(|| sentence::unknown(Unknown::TeamTooSmall));
        if !is_together(unit, team) {
            return said;
        }
        let why = sentence::unknown(Unknown::JudgedTogether);
        if !is_shown(unit, team) {
            return why;
        }
        let both = |language| format!("{} {}", why.get(language), said.get(language));
        Text::new(both(Language::En), both(Language::Fa), both(Language::Ar))
    }

    /// The range of chance by size, for the use that is usual in the application.
    pub(super) fn funnel(&self) -> Vec<pb::FunnelPoint> {
        let judged = || self.standings.units.iter().filter(|u| u.not_judged.is_none()).map(|u| &u.figures);
        let eligible: f64 = judged().map(|f| f.eligible).sum();
        if eligible <= 0.0 {
            return Vec::new();
        }
        let expected: f64 = judged().map(|f| f.expected).sum();
        figures::funnel(expected / eligible)
            .into_iter()
            .map(|(size, low, high)| pb::FunnelPoint { size: size.into(), low, high })
            .collect()
    }
}

/// Whether a team is judged together with others that it does not stand for.
fn is_together(unit: &Kept, team: &str) -> bool {
    unit.anchor != team && unit.before.members.len() > 1
}

/// Whether the figures of a unit are shown as those of a team: of small siblings, each shows those of all of them; of a
/// unit that a team above stands for, only this team does.
pub(super) fn is_shown(unit: &Kept, team: &str) -> bool {
    unit.anchor == team || unit.unit != unit.anchor
}

/// Positions in which nearly everybody is far below the target.
pub(super) async fn position_problems<C: ConnectionTrait>(
    db: &C,
    organization: &str,
    application: &str,
    tree_application: &str,
    day: Day,
) -> Result<Vec<pb::PositionProblem>, Error> {
    let mut problems = Vec::new();
    let days = f64::from(u32::try_from(LEVEL_DAYS).unwrap_or(28));
    for position in store::position_day::on(db, organization, application, day).await? {
        // The floor: five people on an average day, days off included.
        let is_shown = position.window.eligible / days >= f64::from(kit::privacy::FLOOR);
        let (true, Some(target), true) = (position.standing.is_problem(), position.target, is_shown) else {
            continue;
        };
        let since =
            store::position_day::problem_since(db, organization, application, &position.position, day)
                .await?;
        let rate = figures::of_hundred(position.window.active / position.window.eligible);
        let target = figures::of_hundred(target);
        problems.push(pb::PositionProblem {
            position: PositionName::new(organization, &position.position).to_string(),
            application: tree_application.to_owned(),
            start_day: from_days(since).to_string(),
            rate,
            target,
            sentence: Some(sentence::position_problem(rate, target).into()),
        });
    }
    Ok(problems)
}

/// The teams in the order of their names.
pub(super) fn by_name(tree: &TeamTree) -> Vec<&Team> {
    let mut teams: Vec<&Team> = tree.iter().collect();
    teams.sort_by(|a, b| (&a.display_name, &a.id).cmp(&(&b.display_name, &b.id)));
    teams
}
