//! The events of this service.

use kit::{contract::localized, localize::Text};
use proto::incentives::v1 as pb;

use crate::{
    api::convert,
    domain::{
        award::{Award, Redemption},
        challenge::{Challenge, State},
        recognition::Recognition,
    },
    names::{
        ApplicationName, AwardName, ChallengeName, PersonName, RecognitionName, RedemptionName, TeamName,
    },
};

fn teams<'a>(organization: &str, teams: impl IntoIterator<Item = &'a String>) -> Vec<String> {
    teams.into_iter().map(|t| TeamName::new(organization, t).to_string()).collect()
}

fn application(organization: &str, challenge: &Challenge) -> String {
    ApplicationName::new(organization, &challenge.draft.application).to_string()
}

/// A challenge was announced.
pub(crate) fn challenge_started(organization: &str, challenge: &Challenge) -> pb::ChallengeStarted {
    pb::ChallengeStarted {
        challenge: ChallengeName::new(organization, &challenge.id).to_string(),
        title: localized(&challenge.draft.title),
        teams: teams(organization, &challenge.draft.teams),
        start_day: challenge.draft.start_day.to_string(),
        end_day: challenge.end_day().to_string(),
        prize: challenge.draft.prize.map(convert::money),
        link: format!("/challenges/{}", challenge.id),
        application: application(organization, challenge),
    }
}

/// A challenge is over.
pub(crate) fn challenge_ended(
    organization: &str,
    challenge: &Challenge,
    sentence: &Text,
) -> pb::ChallengeEnded {
    let reached = challenge.state == State::Reached;
    pb::ChallengeEnded {
        challenge: ChallengeName::new(organization, &challenge.id).to_string(),
        title: localized(&challenge.draft.title),
        teams: teams(organization, &challenge.draft.teams),
        reached,
        cancelled: challenge.state == State::Cancelled,
        sentence: localized(sentence),
        link: if reached { "/rewards".into() } else { format!("/challenges/{}", challenge.id) },
        application: application(organization, challenge),
    }
}

/// The members have chosen.
pub(crate) fn award_decided(organization: &str, award: &Award, redemption: &Redemption) -> pb::AwardDecided {
    pb::AwardDecided {
        award: AwardName::new(organization, &award.id).to_string(),
        teams: teams(organization, &award.teams),
        reward_title: localized(&redemption.reward_title),
        link: "/rewards".into(),
    }
}

/// A reward waits for approval.
pub(crate) fn redemption_requested(
    organization: &str,
    redemption: &Redemption,
    team_display_names: Vec<String>,
) -> pb::RedemptionRequested {
    pb::RedemptionRequested {
        redemption: RedemptionName::new(organization, &redemption.id).to_string(),
        team_display_names,
        reward_title: localized(&redemption.reward_title),
        cost: Some(convert::money(redemption.cost)),
        link: "/rewards".into(),
    }
}

/// A reward was approved or rejected.
pub(crate) fn redemption_decided(
    organization: &str,
    award: &Award,
    redemption: &Redemption,
    approved: bool,
) -> pb::RedemptionDecided {
    pb::RedemptionDecided {
        redemption: RedemptionName::new(organization, &redemption.id).to_string(),
        teams: teams(organization, &award.teams),
        reward_title: localized(&redemption.reward_title),
        approved,
        reject_reason: redemption.reject_reason.clone(),
        link: "/rewards".into(),
    }
}

/// Somebody thanks.
pub(crate) fn thanks_given(
    organization: &str,
    recognition: &Recognition,
    giver_display_name: String,
    value_title: &Text,
) -> pb::ThanksGiven {
    pb::ThanksGiven {
        recognition: RecognitionName::new(organization, &recognition.id).to_string(),
        giver_display_name,
        people: recognition.people.iter().map(|p| PersonName::new(organization, p).to_string()).collect(),
        team: recognition
            .team
            .as_ref()
            .map(|t| TeamName::new(organization, t).to_string())
            .unwrap_or_default(),
        value_title: localized(value_title),
        message: recognition.message.clone(),
        link: "/recognition".into(),
    }
}
