//! Whom a pulse asks today, and the beginning of a round.

use jiff::{ToSpan, civil::Date};
use kit::{
    contract::localized,
    directory::{self, Person, TeamTree},
    error::Error,
    privacy::{FLOOR, plan},
};
use proto::feedback::v1::PulseOpened;

use crate::{
    Feedback,
    domain::pulse::{
        Pulse, Round,
        audience::{Audience, Candidate, is_spared},
    },
    names::{ApplicationName, PersonName, PulseRoundName},
    store::{self, ConnectionTrait, pulse_round::Invitation},
};

/// How many people one event tells of.
const PEOPLE_OF_AN_EVENT: usize = 500;

/// Whom a rule finds.
pub(crate) struct Found {
    /// Those who are asked.
    pub(crate) asked: Vec<Person>,
    /// How many more match, and were asked something else a short while ago.
    pub(crate) spared: usize,
}

/// Whom a rule finds today.
pub(crate) async fn find<C: ConnectionTrait>(
    db: &C,
    o: &str,
    audience: &Audience,
    today: Date,
) -> Result<Found, Error> {
    let tree = directory::teams(db, o).await?;
    let between = store::pulse::days_between(db, o).await?;
    let since = today.saturating_sub(i64::from(between).days());
    let last = store::pulse_round::last_asked(db, o, since).await?;
    let mut people = directory::everybody(db, o).await?;
    people.retain(|p| p.employed_on(today) && audience.matches(&candidate(p, &tree, today)));
    let matching = people.len();
    people.retain(|p| !is_spared(last.get(&p.id).copied(), today, between));
    Ok(Found { spared: matching - people.len(), asked: people })
}

fn candidate<'a>(person: &'a Person, tree: &'a TeamTree, today: Date) -> Candidate<'a> {
    let membership = person.membership_on(today);
    let team = membership.and_then(|m| tree.get(&m.team));
    Candidate {
        teams: team.map_or_else(Vec::new, |t| {
            t.ancestors.iter().map(String::as_str).chain([t.id.as_str()]).collect()
        }),
        position: membership.map(|m| m.position.as_str()),
        site: person.site.as_deref(),
    }
}

/// Begins the round that is due today, if one is: whoever is found is asked and told. Answers whether one began. The pulse
/// still has to be saved.
pub(crate) async fn begin_round<C: ConnectionTrait>(
    s: &Feedback,
    db: &C,
    o: &str,
    pulse: &mut Pulse,
    today: Date,
) -> Result<bool, Error> {
    let Some(mut round) = pulse.round_due(today) else { return Ok(false) };
    let mut found = find(db, o, &pulse.audience, today).await?;
    if found.asked.len() < FLOOR as usize {
        // What fewer say is never told: they are left in peace until they are asked with others.
        found.asked.clear();
    }
    round.asked = u32::try_from(found.asked.len()).unwrap_or(u32::MAX);
    round.spared = u32::try_from(found.spared).unwrap_or(u32::MAX);
    let tree = directory::teams(db, o).await?;
    let teams = blocks(&found.asked, &tree, today);
    let invitations = found.asked.iter().zip(teams).map(|(person, team)| Invitation {
        pulse: pulse.id.clone(),
        number: round.number,
        person: person.id.clone(),
        team,
        answered: false,
    });
    store::pulse_round::save(db, o, &pulse.id, &round).await?;
    store::pulse_round::invite(db, o, today, invitations.collect()).await?;
    for people in found.asked.chunks(PEOPLE_OF_AN_EVENT) {
        s.outbox.add(db, o, &opened(o, pulse, &round, people)).await?;
    }
    pulse.rounds_begun = round.number;
    pulse.revision += 1;
    Ok(true)
}

/// For each person the team for which the answer will count: the own one, or the next above with at least five who are asked,
/// so that not even the stored replies tell of a smaller team.
fn blocks(people: &[Person], tree: &TeamTree, today: Date) -> Vec<Option<String>> {
    let ids: Vec<&str> = tree.iter().map(|t| t.id.as_str()).collect();
    let place = |id: &str| ids.binary_search(&id).ok();
    let parents: Vec<Option<usize>> = tree.iter().map(|t| t.parent.as_deref().and_then(place)).collect();
    let own: Vec<Option<usize>> =
        people.iter().map(|p| p.membership_on(today).and_then(|m| place(&m.team))).collect();
    let mut members = vec![std::collections::BTreeMap::new(); ids.len()];
    for team in own.iter().flatten() {
        *members[*team].entry(0).or_insert(0) += 1;
    }
    let plan = plan(&parents, &members);
    own.into_iter().map(|team| team.and_then(|t| plan.entry[t]).map(|t| ids[t].to_owned())).collect()
}

fn opened(o: &str, pulse: &Pulse, round: &Round, people: &[Person]) -> PulseOpened {
    let about = pulse.application.as_ref().map(|id| ApplicationName::new(o, id));
    PulseOpened {
        round: PulseRoundName::new(o, &pulse.id, round.number.to_string()).to_string(),
        title: localized(&pulse.title),
        people: people.iter().map(|p| PersonName::new(o, &p.id).to_string()).collect(),
        close_day: round.close_day.to_string(),
        link: format!("/pulses/{}/rounds/{}", pulse.id, round.number),
        application: about.map(|name| name.to_string()).unwrap_or_default(),
    }
}
