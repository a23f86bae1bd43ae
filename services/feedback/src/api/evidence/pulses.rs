//! What pulses found in some teams, by kind of question.

use std::collections::BTreeMap;

use jiff::civil::Date;
use kit::{contract::count, directory::TeamTree, error::Error};
use proto::feedback::v1::PulseKindMean;

use crate::{
    api::pulses::convert::kind,
    domain::pulse::{
        question::Kind,
        results::{Mean, Parents, evidence, tellable},
    },
    store::{self, ConnectionTrait},
};

/// The means of the rounds that ended within some days, over the teams with all below them; a kind that fewer than five people
/// answered is left out. Replies have no position, so that positions do not narrow them.
pub(super) async fn of_teams<C: ConnectionTrait>(
    db: &C,
    o: &str,
    tree: &TeamTree,
    teams: &[String],
    application: &str,
    (first, last): (Date, Date),
) -> Result<Vec<PulseKindMean>, Error> {
    let parents: Parents = tree.iter().map(|t| (t.id.clone(), t.parent.clone())).collect();
    // A team below another one of them is counted there.
    let is_below = |t: &String| teams.iter().any(|above| above != t && tree.is_within(t, above));
    let outermost: Vec<&String> = teams.iter().filter(|t| !is_below(t)).collect();
    let pulses = store::pulse::about(db, o, application).await?;
    let ids: Vec<String> = pulses.iter().map(|p| p.id.clone()).collect();
    let mut rounds = store::pulse_round::of_pulses(db, o, &ids).await?;
    let mut means = BTreeMap::<Kind, Mean>::new();
    for pulse in &pulses {
        let mut replies = Vec::new();
        for round in rounds.remove(&pulse.id).unwrap_or_default() {
            if round.is_over(last) && (first..=last).contains(&round.close_day.min(last)) {
                replies.push(store::pulse_reply::of_round(db, o, &pulse.id, round.number).await?);
            }
        }
        let replies = tellable(replies);
        for team in &outermost {
            for (kind, mean) in evidence(&pulse.questions, &replies, &parents, team) {
                means.entry(kind).or_default().add(mean);
            }
        }
    }
    let told = means.into_iter().filter_map(|(k, mean)| {
        Some(PulseKindMean { kind: kind(k).into(), mean: mean.value()?, people: count(mean.people) })
    });
    Ok(told.collect())
}
