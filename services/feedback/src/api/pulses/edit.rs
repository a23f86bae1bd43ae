//! What HR writes, read with every mistake at once.

use jiff::civil::Date;
use kit::{
    contract::{Wanted, number, reference_if_any, text_of},
    directory,
    error::Error,
    localize::{Language, Text},
    name::ResourceName,
    violation::{Rule, Violations},
};
use proto::{feedback::v1 as pb, localization::v1::LocalizedText};

use super::convert::kind_of;
use crate::{
    domain::pulse::{
        Pulse,
        audience::Audience,
        question::{Kind, Question},
        schedule::Schedule,
    },
    names::{ApplicationName, PositionName, SiteName, TeamName},
    store::ConnectionTrait,
};

/// The fields that can be changed.
pub(super) const FIELDS: &[&str] = &["title", "application", "questions", "audience", "schedule"];
const MOST_QUESTIONS: usize = 10;
const MOST_CHOICES: usize = 8;
const MOST_OF_A_LIST: usize = 50;
const OPEN_DAYS: i32 = 7;

/// Takes over the given fields.
pub(super) fn edit(
    v: &mut Violations,
    o: &str,
    pulse: &mut Pulse,
    given: &pb::Pulse,
    fields: &[&str],
    today: Date,
) {
    for field in fields {
        match *field {
            "title" => pulse.title = title(v, given.title.as_ref()),
            "application" => {
                let name = reference_if_any::<ApplicationName>(v, "pulse.application", o, &given.application);
                pulse.application = name.map(|n| n.application);
            }
            "questions" => pulse.questions = questions(v, &given.questions),
            "audience" => pulse.audience = audience(v, "pulse.audience", o, given.audience.as_ref()),
            "schedule" => pulse.schedule = schedule(v, given.schedule.as_ref(), today),
            _ => {}
        }
    }
}

fn title(v: &mut Violations, given: Option<&LocalizedText>) -> Text {
    let words = given.map(Text::from).unwrap_or_default();
    for language in Language::ALL {
        v.direction(&format!("pulse.title.{}", language.code()), words.exact(language));
    }
    text_of(v, "pulse.title", given, Wanted::Required, 120)
}

fn questions(v: &mut Violations, given: &[pb::PulseQuestion]) -> Vec<Question> {
    if given.is_empty() {
        v.add("pulse.questions", "", Rule::TooFew { min: 1 });
    }
    v.count("pulse.questions", given.len(), MOST_QUESTIONS);
    given.iter().take(MOST_QUESTIONS).enumerate().filter_map(|(i, q)| question(v, i, q)).collect()
}

fn question(v: &mut Violations, index: usize, given: &pb::PulseQuestion) -> Option<Question> {
    let field = format!("pulse.questions[{index}]");
    let Some(kind) = kind_of(given.kind) else {
        v.add(format!("{field}.kind"), given.kind, Rule::Required);
        return None;
    };
    let wanted = if kind.is_own() { Wanted::Required } else { Wanted::Optional };
    let mut text = text_of(v, &format!("{field}.text"), given.text.as_ref(), wanted, 300);
    if text.is_empty() {
        text = kind.usual_words();
    }
    let choices_field = format!("{field}.choices");
    if kind == Kind::Choice {
        if given.choices.len() < 2 {
            v.add(&choices_field, given.choices.len(), Rule::TooFew { min: 2 });
        }
        v.count(&choices_field, given.choices.len(), MOST_CHOICES);
    } else {
        v.count(&choices_field, given.choices.len(), 0);
    }
    let choice = |(i, choice): (usize, &LocalizedText)| {
        text_of(v, &format!("{choices_field}[{i}]"), Some(choice), Wanted::Required, 120)
    };
    let choices = given.choices.iter().take(MOST_CHOICES).enumerate().map(choice).collect();
    Some(Question { id: format!("q{}", index + 1), kind, text, choices, required: given.required })
}

/// Reads whom to ask; what it names is looked up by [`look_up`].
pub(super) fn audience(
    v: &mut Violations,
    field: &str,
    o: &str,
    given: Option<&pb::PulseAudience>,
) -> Audience {
    let Some(given) = given else { return Audience::default() };
    Audience {
        teams: ids(v, &format!("{field}.teams"), o, &given.teams, |n: TeamName| n.team),
        positions: ids(v, &format!("{field}.positions"), o, &given.positions, |n: PositionName| n.position),
        sites: ids(v, &format!("{field}.sites"), o, &given.sites, |n: SiteName| n.site),
    }
}

fn ids<N: ResourceName>(
    v: &mut Violations,
    field: &str,
    o: &str,
    given: &[String],
    id: impl Fn(N) -> String,
) -> Vec<String> {
    v.count(field, given.len(), MOST_OF_A_LIST);
    let mut all: Vec<String> = Vec::new();
    for (i, name) in given.iter().take(MOST_OF_A_LIST).enumerate() {
        let Some(found) = kit::contract::reference::<N>(v, &format!("{field}[{i}]"), o, name) else {
            continue;
        };
        let found = id(found);
        if all.contains(&found) {
            v.add(format!("{field}[{i}]"), name, Rule::Duplicate);
        } else {
            all.push(found);
        }
    }
    all
}

/// Every team, position and site exists.
pub(super) async fn look_up<C: ConnectionTrait>(
    db: &C,
    v: &mut Violations,
    field: &str,
    o: &str,
    audience: &Audience,
) -> Result<(), Error> {
    let teams = directory::teams(db, o).await?;
    for id in audience.teams.iter().filter(|id| teams.get(id).is_none_or(|t| t.dissolved)) {
        v.add(format!("{field}.teams"), TeamName::new(o, id), Rule::NotFound);
    }
    for id in &audience.positions {
        if directory::position(db, o, id).await?.is_none() {
            v.add(format!("{field}.positions"), PositionName::new(o, id), Rule::NotFound);
        }
    }
    for id in &audience.sites {
        if directory::site(db, o, id).await?.is_none() {
            v.add(format!("{field}.sites"), SiteName::new(o, id), Rule::NotFound);
        }
    }
    Ok(())
}

fn schedule(v: &mut Violations, given: Option<&pb::PulseSchedule>, today: Date) -> Schedule {
    let given = given.cloned().unwrap_or_default();
    let or = |value: i32, usual: i32| if value == 0 { usual } else { value };
    let first_day = v.optional_day("pulse.schedule.first_day", &given.first_day);
    if let Some(day) = first_day.filter(|day| *day < today) {
        v.add("pulse.schedule.first_day", day, Rule::TooEarly { earliest: today.to_string() });
    }
    let rounds = number(v, "pulse.schedule.rounds", or(given.rounds, 1), 1, 52);
    let least = i32::from(rounds > 1);
    let every_weeks = number(v, "pulse.schedule.every_weeks", given.every_weeks, least, 52);
    // A round ends before the next begins: nobody has two to answer.
    let most = if rounds > 1 { i32::try_from(every_weeks * 7).unwrap_or(30).clamp(1, 30) } else { 30 };
    Schedule {
        first_day,
        open_days: number(v, "pulse.schedule.open_days", or(given.open_days, OPEN_DAYS), 1, most),
        every_weeks,
        rounds,
    }
}
