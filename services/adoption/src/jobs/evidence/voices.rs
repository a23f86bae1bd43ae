//! What people said: feedback's answer.

use kit::db::time::from_days;
use proto::feedback::v1::{
    GetTeamVoicesRequest, PulseQuestionKind, TeamVoices, evidence_service_client::EvidenceServiceClient,
};
use tonic::Status;

use super::{DAYS, enough, teams};
use crate::{
    Adoption,
    domain::{barrier::Evidence, flag::Flag},
    names::{ApplicationName, PositionName},
};

/// The least number of pieces of feedback that make a share.
const PIECES: i32 = 5;

/// Asks feedback what the flag's people said.
pub(super) async fn ask(
    s: &Adoption,
    organization: &str,
    flag: &Flag,
    day: i32,
) -> Result<TeamVoices, Status> {
    let request = GetTeamVoicesRequest {
        parent: format!("organizations/{organization}"),
        teams: teams(organization, flag),
        positions: flag.positions.iter().map(|p| PositionName::new(organization, p).to_string()).collect(),
        application: ApplicationName::new(organization, &flag.application).to_string(),
        first_day: from_days(day - DAYS + 1).to_string(),
        last_day: from_days(day).to_string(),
    };
    let transport = s.transport.as_service("adoption", organization);
    Ok(EvidenceServiceClient::new(transport).get_team_voices(request).await?.into_inner())
}

/// Takes over what they said.
pub(super) fn take(evidence: &mut Evidence, answer: &TeamVoices) {
    if let Some(tones) = answer.tones.as_ref().filter(|t| enough(t.people).is_some()) {
        let pieces = tones.positive + tones.neutral + tones.negative;
        if pieces >= PIECES {
            evidence.negative_feedback = Some(f64::from(tones.negative) / f64::from(pieces));
        }
    }
    for pulse in answer.pulses.iter().filter(|p| enough(p.people).is_some()) {
        match pulse.kind() {
            PulseQuestionKind::Awareness => evidence.pulse_awareness = Some(pulse.mean),
            PulseQuestionKind::Willingness => evidence.pulse_willingness = Some(pulse.mean),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use proto::feedback::v1::{PulseKindMean, ToneCount};

    use super::*;

    #[test]
    fn tones_and_pulses_count_from_five_people_on() {
        let voices = |people: i32| TeamVoices {
            tones: Some(ToneCount { people, positive: 1, neutral: 2, negative: 2 }),
            pulses: vec![PulseKindMean { kind: PulseQuestionKind::Willingness.into(), mean: 2.5, people }],
            ..Default::default()
        };
        let mut evidence = Evidence::default();
        take(&mut evidence, &voices(4));
        assert_eq!(evidence, Evidence::default());
        take(&mut evidence, &voices(5));
        assert_eq!((evidence.negative_feedback, evidence.pulse_willingness), (Some(0.4), Some(2.5)));
        assert_eq!(evidence.pulse_awareness, None, "nobody was asked");
    }
}
