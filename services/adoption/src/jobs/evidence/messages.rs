//! What people opened of the messages about the application: the answer of notifications.

use kit::db::time::from_days;
use proto::notifications::v1::{
    GetTeamOpensRequest, TeamOpens, message_evidence_service_client::MessageEvidenceServiceClient,
};
use tonic::Status;

use super::{DAYS, enough, teams};
use crate::{
    Adoption,
    domain::{barrier::Evidence, flag::Flag},
    names::ApplicationName,
};

/// Asks notifications how many of the messages to the flag's teams were opened.
pub(super) async fn ask(
    s: &Adoption,
    organization: &str,
    flag: &Flag,
    day: i32,
) -> Result<TeamOpens, Status> {
    let request = GetTeamOpensRequest {
        parent: format!("organizations/{organization}"),
        teams: teams(organization, flag),
        first_day: from_days(day - DAYS + 1).to_string(),
        last_day: from_days(day).to_string(),
        application: ApplicationName::new(organization, &flag.application).to_string(),
    };
    let transport = s.transport.as_service("adoption", organization);
    Ok(MessageEvidenceServiceClient::new(transport).get_team_opens(request).await?.into_inner())
}

/// Takes it over, where messages went to five people or more.
pub(super) fn take(evidence: &mut Evidence, answer: &TeamOpens) {
    if enough(answer.people).is_some() && answer.messages > 0 {
        evidence.message_opened = Some(f64::from(answer.opened) / f64::from(answer.messages));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opens_count_where_five_people_were_told_something() {
        let of = |people: i32, messages: i32, opened: i32| {
            let mut evidence = Evidence::default();
            take(&mut evidence, &TeamOpens { people, messages, opened });
            evidence.message_opened
        };
        assert_eq!(of(4, 40, 0), None);
        assert_eq!(of(0, 0, 0), None, "nobody was told anything");
        assert_eq!(of(5, 10, 6), Some(0.6));
        assert_eq!(of(8, 16, 0), Some(0.0));
    }
}
