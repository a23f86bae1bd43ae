//! Collects what is known about a team: its own figures, and the answers of telemetry, training, feedback and
//! notifications. What has no source yet stays missing.

mod messages;
mod voices;

use kit::{db::time::from_days, privacy::FLOOR};
use proto::{
    telemetry::v1::{GetTeamEvidenceRequest, TeamEvidence, report_service_client::ReportServiceClient},
    training::v1::{
        GetTeamTrainingFactsRequest, TeamTrainingFacts, evidence_service_client::EvidenceServiceClient,
    },
};
use tonic::{Code, Status};

use crate::{
    Adoption,
    domain::{barrier::Evidence, flag::Flag},
    names::{ApplicationName, TeamName},
};

/// The days that evidence is about.
const DAYS: i32 = 28;
/// Working days of four weeks, where telemetry does not say how many there were.
const WORKING_DAYS: u32 = 20;

/// Evidence, and whether everybody who was asked has answered.
pub(super) struct Collected {
    pub(super) evidence: Evidence,
    pub(super) complete: bool,
}

/// Asks everybody.
pub(super) async fn collect(s: &Adoption, organization: &str, flag: &Flag, day: i32) -> Collected {
    let mut evidence = own(flag);
    let telemetry = telemetry(s, organization, flag, day).await;
    let training = training(s, organization, flag, day).await;
    let feedback = voices::ask(s, organization, flag, day).await;
    let opens = messages::ask(s, organization, flag, day).await;
    let errors =
        [telemetry.as_ref().err(), training.as_ref().err(), feedback.as_ref().err(), opens.as_ref().err()];
    let complete = !errors.into_iter().any(is_passing);
    match telemetry {
        Ok(answer) => take_telemetry(&mut evidence, &answer),
        Err(status) => tracing::debug!(code = ?status.code(), "no evidence from telemetry"),
    }
    match training {
        Ok(answer) => take_training(&mut evidence, &answer),
        Err(status) => tracing::debug!(code = ?status.code(), "no evidence from training"),
    }
    match feedback {
        Ok(answer) => voices::take(&mut evidence, &answer),
        Err(status) => tracing::debug!(code = ?status.code(), "no evidence from feedback"),
    }
    match opens {
        Ok(answer) => messages::take(&mut evidence, &answer),
        Err(status) => tracing::debug!(code = ?status.code(), "no evidence from notifications"),
    }
    Collected { evidence, complete }
}

/// The teams whose people the flag is about.
fn teams(organization: &str, flag: &Flag) -> Vec<String> {
    let teams = if flag.members.is_empty() { std::slice::from_ref(&flag.anchor) } else { &flag.members };
    teams.iter().map(|t| TeamName::new(organization, t).to_string()).collect()
}

/// Whether asking again soon may help: not where the question itself is refused.
pub(super) fn is_passing(status: Option<&Status>) -> bool {
    let lasting = [
        Code::NotFound,
        Code::InvalidArgument,
        Code::FailedPrecondition,
        Code::PermissionDenied,
        Code::Unimplemented,
    ];
    status.is_some_and(|s| !lasting.contains(&s.code()))
}

fn own(flag: &Flag) -> Evidence {
    let figures = &flag.figures;
    Evidence {
        declined: Some(figures.declining),
        index_before: (figures.index_before > 0.0).then_some(figures.index_before / 100.0),
        turnover: figures.turnover,
        feed_gap: Some(is_gap(figures.void_days, WORKING_DAYS)),
        ..Evidence::default()
    }
}

/// A gap counts when it took more than one working day of ten, as working access below 90 % does.
fn is_gap(days: u32, of: u32) -> bool {
    days * 10 > of
}

async fn telemetry(s: &Adoption, organization: &str, flag: &Flag, day: i32) -> Result<TeamEvidence, Status> {
    let request = GetTeamEvidenceRequest {
        team: TeamName::new(organization, &flag.anchor).to_string(),
        application: ApplicationName::new(organization, &flag.application).to_string(),
        day: from_days(day).to_string(),
    };
    let transport = s.transport.as_service("adoption", organization);
    Ok(ReportServiceClient::new(transport).get_team_evidence(request).await?.into_inner())
}

fn take_telemetry(evidence: &mut Evidence, answer: &TeamEvidence) {
    if enough(answer.people).is_none() {
        return;
    }
    evidence.ever_used = answer.ever_used_share;
    evidence.breadth = answer.breadth_ratio;
    evidence.data_errors = answer.data_error_ratio;
    let days = |n: i32| u32::try_from(n).unwrap_or(0);
    if answer.working_days > 0 {
        let gap = is_gap(days(answer.feed_gap_days), days(answer.working_days));
        evidence.feed_gap = Some(gap || evidence.feed_gap == Some(true));
    }
}

async fn training(
    s: &Adoption,
    organization: &str,
    flag: &Flag,
    day: i32,
) -> Result<TeamTrainingFacts, Status> {
    let request = GetTeamTrainingFactsRequest {
        team: TeamName::new(organization, &flag.anchor).to_string(),
        position: String::new(),
        application: ApplicationName::new(organization, &flag.application).to_string(),
        day: from_days(day).to_string(),
    };
    let transport = s.transport.as_service("adoption", organization);
    Ok(EvidenceServiceClient::new(transport).get_team_training_facts(request).await?.into_inner())
}

fn take_training(evidence: &mut Evidence, answer: &TeamTrainingFacts) {
    let Some(people) = enough(answer.people) else { return };
    if answer.courses > 0 {
        evidence.trained = Some(f64::from(answer.trained) / people);
    }
    if let Some(invited) = enough(answer.invited) {
        evidence.enrolled = Some(f64::from(answer.enrolled) / invited);
    }
    if let Some(peers) = enough(answer.peer_people) {
        let (own, theirs) =
            (f64::from(answer.help_requests) / people, f64::from(answer.peer_help_requests) / peers);
        // Nobody elsewhere asked: a ratio says something only if nobody here did either.
        if theirs > 0.0 {
            evidence.help_requests = Some(own / theirs);
        } else if answer.help_requests == 0 {
            evidence.help_requests = Some(1.0);
        }
    }
}

/// A number of people, if they are enough to say something about.
fn enough(people: i32) -> Option<f64> {
    (people >= i32::try_from(FLOOR).unwrap_or(i32::MAX)).then(|| f64::from(people))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_taken_from_five_people_on() {
        let mut evidence = Evidence::default();
        take_training(
            &mut evidence,
            &TeamTrainingFacts { people: 4, courses: 1, trained: 4, ..Default::default() },
        );
        assert_eq!(evidence, Evidence::default());
        let facts = TeamTrainingFacts {
            people: 10,
            courses: 1,
            trained: 4,
            invited: 4,
            help_requests: 4,
            peer_people: 20,
            peer_help_requests: 4,
            ..Default::default()
        };
        take_training(&mut evidence, &facts);
        assert_eq!(
            (evidence.trained, evidence.enrolled, evidence.help_requests),
            (Some(0.4), None, Some(2.0))
        );
    }

    #[test]
    fn without_a_course_nobody_knows_who_is_trained() {
        let mut evidence = Evidence::default();
        take_training(&mut evidence, &TeamTrainingFacts { people: 10, ..Default::default() });
        assert_eq!(evidence.trained, None);
    }
}
