use proto::feedback::v1::{GetOutcomeRequest, outcome_service_client::OutcomeServiceClient};
use tonic::Code;

use crate::support::committees::{committee, task};

#[tokio::test]
async fn those_concerned_see_it() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1"]).await;
    let made = c.leave(&meeting, task("s4", "2026-03-20")).await;
    let ask = GetOutcomeRequest { name: made.name.clone() };
    for who in ["w3", "s4", "hana"] {
        let seen = c.outcomes(who).get_outcome(ask.clone()).await.unwrap().into_inner();
        assert_eq!(seen.meeting_title.unwrap().en, "March", "{who}");
    }
    assert_eq!(c.outcomes("s5").get_outcome(ask.clone()).await.unwrap_err().code(), Code::NotFound);
    let mut stranger = OutcomeServiceClient::new(c.company.harness.as_stranger());
    assert_eq!(stranger.get_outcome(ask).await.unwrap_err().code(), Code::NotFound);
}
