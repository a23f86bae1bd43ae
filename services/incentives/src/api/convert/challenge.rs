//! Challenges.

use std::collections::BTreeSet;

use jiff::{ToSpan, civil::Date};
use kit::{
    contract::{Wanted, count, etag, instant, len, localized, number, reference, reference_if_any, text_of},
    directory::TeamTree,
    localize::Text,
    privacy::FLOOR,
    violation::{Rule, Violations},
};
use proto::incentives::v1 as pb;

use super::{choice, money, read_money, title};
use crate::{
    domain::{
        challenge::{Challenge, Draft, Figures, Measure, State, Team},
        guards::{Guard, Held},
        progress::progress,
        roster::overlapping,
        sentence::{rounded, sentence},
    },
    names::{ApplicationName, AwardName, BudgetName, ChallengeName, CourseName, InterventionName, TeamName},
};

const MAX_TEAMS: usize = 20;
const MAX_COURSES: usize = 10;

/// The fields that HR writes.
pub(crate) const FIELDS: &[&str] = &[
    "title",
    "description",
    "measure",
    "application",
    "courses",
    "teams",
    "start_day",
    "weeks",
    "target_percent",
    "participation_percent",
    "prize",
    "budget",
];

/// A draft of which nothing is written.
pub(crate) fn blank(today: Date) -> Draft {
    Draft {
        title: Text::default(),
        description: Text::default(),
        measure: Measure::AdoptionIndex,
        application: String::new(),
        courses: Vec::new(),
        teams: Vec::new(),
        start_day: today,
        weeks: 6,
        target_percent: 10,
        participation_percent: 60,
        prize: None,
        budget: None,
    }
}

/// Writes the named fields of a request over a draft.
pub(crate) fn edit(
    v: &mut Violations,
    o: &str,
    tree: &TeamTree,
    draft: &mut Draft,
    given: &pb::Challenge,
    fields: &[&str],
) {
    let has = |field: &str| fields.contains(&field);
    if has("title") {
        draft.title = title(v, "challenge.title", given.title.as_ref(), Wanted::Required, 120);
    }
    if has("description") {
        let field = "challenge.description";
        draft.description = text_of(v, field, given.description.as_ref(), Wanted::Optional, 2_000);
    }
    if has("measure") {
        let name = pb::Measure::try_from(given.measure).ok().map(|m| m.as_str_name());
        if let Some(measure) = choice(v, "challenge.measure", name, "MEASURE_", &Measure::ALL) {
            draft.measure = measure;
        }
    }
    if has("application") {
        let name: Option<ApplicationName> = reference(v, "challenge.application", o, &given.application);
        draft.application = name.map(|n| n.application).unwrap_or_default();
    }
    if has("courses") {
        draft.courses = courses(v, o, &given.courses);
    }
    if has("teams") {
        let names: Vec<&str> = given.teams.iter().map(|t| t.team.as_str()).collect();
        draft.teams = teams(v, "challenge.teams", o, tree, &names);
    }
    if has("start_day")
        && let Some(day) = v.day("challenge.start_day", &given.start_day)
    {
        draft.start_day = day;
    }
    if has("weeks") {
        draft.weeks = number(v, "challenge.weeks", given.weeks, 4, 26);
    }
    if has("target_percent") {
        draft.target_percent = number(v, "challenge.target_percent", given.target_percent, 5, 100);
    }
    if has("participation_percent") {
        let field = "challenge.participation_percent";
        draft.participation_percent = number(v, field, given.participation_percent, 50, 100);
    }
    if has("prize") {
        draft.prize = given.prize.as_ref().and_then(|p| read_money(v, "challenge.prize", Some(p), 1));
    }
    if has("budget") {
        let name: Option<BudgetName> = reference_if_any(v, "challenge.budget", o, &given.budget);
        draft.budget = name.map(|n| n.budget);
    }
    fits(v, draft);
}

/// What must be true of all fields together.
fn fits(v: &mut Violations, draft: &Draft) {
    if draft.measure == Measure::CourseCompletion && draft.courses.is_empty() {
        v.add("challenge.courses", "", Rule::Required);
    }
    if draft.measure == Measure::Cooperation && draft.teams.len() < 2 {
        v.add("challenge.teams", draft.teams.len(), Rule::TooFew { min: 2 });
    }
}

/// Whether a start day can be one that is announced today.
pub(crate) fn starts_in_time(v: &mut Violations, start_day: Date, today: Date) {
    let latest = today.saturating_add(60.days());
    if start_day < today {
        v.add("challenge.start_day", start_day, Rule::TooEarly { earliest: today.to_string() });
    } else if start_day > latest {
        let rule = Rule::OutOfRange { min: today.to_string(), max: latest.to_string() };
        v.add("challenge.start_day", start_day, rule);
    }
}

fn courses(v: &mut Violations, o: &str, given: &[String]) -> Vec<String> {
    if !v.count("challenge.courses", given.len(), MAX_COURSES) {
        return Vec::new();
    }
    let mut seen = BTreeSet::new();
    let mut read = Vec::new();
    for (i, course) in given.iter().enumerate() {
        let field = format!("challenge.courses[{i}]");
        let Some(name) = reference::<CourseName>(v, &field, o, course) else { continue };
        if seen.insert(name.course.clone()) {
            read.push(name.course);
        } else {
            v.add(field, course, Rule::Duplicate);
        }
    }
    read
}

/// Reads the teams of a challenge: they exist, and none is below another.
pub(crate) fn teams(
    v: &mut Violations,
    field: &str,
    o: &str,
    tree: &TeamTree,
    given: &[&str],
) -> Vec<String> {
    if given.is_empty() {
        v.add(field, "", Rule::Required);
    }
    if !v.count(field, given.len(), MAX_TEAMS) {
        return Vec::new();
    }
    let mut read: Vec<String> = Vec::new();
    for (i, team) in given.iter().enumerate() {
        let field = format!("{field}[{i}]");
        let Some(name) = reference::<TeamName>(v, &field, o, team) else { continue };
        match tree.get(&name.team) {
            Some(t) if !t.dissolved && !read.contains(&name.team) => read.push(name.team),
            Some(t) if !t.dissolved => v.add(field, team, Rule::Duplicate),
            _ => v.add(field, team, Rule::NotFound),
        }
    }
    for (a, b) in overlapping(tree, &read) {
        v.add(field, format!("{a}, {b}"), Rule::Overlaps);
    }
    read
}

/// A challenge of the contract.
pub(crate) fn write(o: &str, challenge: &Challenge, tree: &TeamTree, figures: &Figures) -> pb::Challenge {
    let draft = &challenge.draft;
    let measure = format!("MEASURE_{}", draft.measure.code());
    let state = format!("CHALLENGE_STATE_{}", challenge.state.code());
    let frozen = challenge.announced.map(|a| a.frozen());
    pb::Challenge {
        name: ChallengeName::new(o, &challenge.id).to_string(),
        title: localized(&draft.title),
        description: localized(&draft.description),
        measure: pb::Measure::from_str_name(&measure).unwrap_or_default().into(),
        application: ApplicationName::new(o, &draft.application).to_string(),
        courses: draft.courses.iter().map(|c| CourseName::new(o, c).to_string()).collect(),
        teams: challenge.teams.iter().map(|t| team(o, t, tree)).collect(),
        start_day: draft.start_day.to_string(),
        weeks: count(draft.weeks),
        end_day: challenge.end_day().to_string(),
        target_percent: count(draft.target_percent),
        participation_percent: count(draft.participation_percent),
        prize: draft.prize.map(money),
        budget: draft.budget.as_ref().map(|b| BudgetName::new(o, b).to_string()).unwrap_or_default(),
        state: pb::ChallengeState::from_str_name(&state).unwrap_or_default().into(),
        source: challenge
            .source
            .as_ref()
            .map(|s| InterventionName::new(o, s).to_string())
            .unwrap_or_default(),
        baseline_start_day: frozen.map(|f| f.baseline_start.to_string()).unwrap_or_default(),
        baseline_end_day: frozen.map(|f| f.baseline_end.to_string()).unwrap_or_default(),
        progress: challenge.announced.map(|_| write_progress(challenge, figures)),
        award: challenge.award.as_ref().map(|a| AwardName::new(o, a).to_string()).unwrap_or_default(),
        cancel_reason: challenge.cancel_reason.clone(),
        announce_time: instant(challenge.announced.map(|a| a.time)),
        etag: etag(challenge.revision),
    }
}

fn team(o: &str, team: &Team, tree: &TeamTree) -> pb::ChallengeTeam {
    let part = team.part.and_then(|p| pb::TeamPart::from_str_name(&format!("TEAM_PART_{}", p.code())));
    pb::ChallengeTeam {
        team: TeamName::new(o, &team.team).to_string(),
        team_display_name: tree.get(&team.team).map(|t| t.display_name.clone()).unwrap_or_default(),
        part: part.unwrap_or_default().into(),
        qualifies_day: team.qualifies_day.map(|d| d.to_string()).unwrap_or_default(),
        member_count: (team.members >= FLOOR).then(|| count(team.members)),
    }
}

fn write_progress(challenge: &Challenge, figures: &Figures) -> pb::ChallengeProgress {
    let progress = progress(challenge, figures);
    let through = progress.weeks.checked_sub(1).map(|last| challenge.week(last).1.to_string());
    let guards = progress.guards.iter().map(|(guard, held)| pb::GuardResult {
        guard: match guard {
            Guard::DataQuality => pb::Guard::DataQuality,
            Guard::Participation => pb::Guard::Participation,
            Guard::Roster => pb::Guard::Roster,
            Guard::NobodyLeftBehind => pb::Guard::NobodyLeftBehind,
        }
        .into(),
        state: match held {
            Held::Holds => pb::GuardState::Holds,
            Held::Fails => pb::GuardState::Fails,
            Held::NotMeasured => pb::GuardState::NotMeasured,
        }
        .into(),
    });
    pb::ChallengeProgress {
        through_day: through.unwrap_or_default(),
        weeks: len(progress.weeks),
        improvement_percent: progress.percent.map(rounded),
        beyond_chance: progress.beyond_chance,
        guards: if progress.weeks == 0 { Vec::new() } else { guards.collect() },
        sentence: localized(&sentence(challenge.draft.measure, progress.weeks, &progress)),
    }
}

/// Reads the states of a list.
pub(crate) fn states(v: &mut Violations, given: &[i32]) -> Vec<State> {
    given
        .iter()
        .enumerate()
        .filter_map(|(i, state)| {
            let name = pb::ChallengeState::try_from(*state).ok().map(|s| s.as_str_name());
            choice(v, &format!("states[{i}]"), name, "CHALLENGE_STATE_", &State::ALL)
        })
        .collect()
}
