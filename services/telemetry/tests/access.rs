//! Who may record, and who may not.

use proto::{access::v1::Role, telemetry::v1::*};
use tonic::Code;

use crate::support::*;

#[tokio::test]
async fn recording_needs_a_key_or_a_role() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let request = RecordUsageRequest {
        application: crm,
        events: vec![event("1", "2026-03-02T08:00:00Z", "E0", "deals")],
    };
    for role in [Role::Admin, Role::Hr] {
        bench.usage(role).record_usage(request.clone()).await.unwrap();
    }
    for role in [Role::Trainer, Role::Champion, Role::Sponsor, Role::Member] {
        let status = bench.usage(role).record_usage(request.clone()).await.unwrap_err();
        assert_eq!(status.code(), Code::PermissionDenied, "{role:?}");
    }
    let mut anybody = usage_service_client::UsageServiceClient::new(bench.harness.as_anonymous());
    assert_eq!(anybody.record_usage(request.clone()).await.unwrap_err().code(), Code::Unauthenticated);
    let mut stranger = usage_service_client::UsageServiceClient::new(bench.harness.as_stranger());
    assert_eq!(stranger.record_usage(request).await.unwrap_err().code(), Code::NotFound);
}

#[tokio::test]
async fn exact_counts_are_for_services_only() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let days = ListTeamDaysRequest { parent: crm.clone(), ..Default::default() };
    let evidence =
        GetTeamEvidenceRequest { team: name("teams", "a"), application: crm, day: "2026-03-01".into() };
    for role in [Role::Admin, Role::Hr, Role::Sponsor] {
        let mut client = bench.reports(role);
        assert_eq!(client.list_team_days(days.clone()).await.unwrap_err().code(), Code::PermissionDenied);
        assert_eq!(
            client.get_team_evidence(evidence.clone()).await.unwrap_err().code(),
            Code::PermissionDenied
        );
    }
    bench.service().list_team_days(days).await.unwrap();
    let nothing = bench.service().get_team_evidence(evidence).await.unwrap().into_inner();
    assert!(nothing.end_day.is_empty() && nothing.ever_used_share.is_none());
}
