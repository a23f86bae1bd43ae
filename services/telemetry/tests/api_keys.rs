//! API keys.

use futures::StreamExt as _;
use kit::client::Outgoing;
use proto::{access::v1::Role, telemetry::v1::*};
use tonic::{Code, Request};

use crate::support::*;

async fn key(bench: &Bench, application: &str) -> ApiKey {
    let api_key = Some(ApiKey { display_name: "the CRM itself".into(), ..Default::default() });
    let request = CreateApiKeyRequest { parent: application.into(), api_key };
    bench.applications(Role::Admin).create_api_key(request).await.unwrap().into_inner()
}

fn with_key(secret: &str, application: &str, id: &str) -> Request<RecordUsageRequest> {
    let events = vec![event(id, "2026-03-02T08:00:00Z", "E0", "deals")];
    let mut request = Request::new(RecordUsageRequest { application: application.into(), events });
    request.metadata_mut().insert("authorization", format!("Bearer {secret}").parse().unwrap());
    request
}

fn anybody(bench: &Bench) -> usage_service_client::UsageServiceClient<Outgoing> {
    usage_service_client::UsageServiceClient::new(bench.harness.as_anonymous())
}

#[tokio::test]
async fn a_key_is_shown_once_and_opens_its_own_application() {
    let bench = Bench::new().await;
    let (crm, other) = (bench.crm().await, bench.application("ERP").await);
    let made = key(&bench, &crm).await;
    assert!(made.secret.starts_with("hgk_") && made.secret.starts_with(made.prefix.trim_end_matches('…')));
    let listed =
        bench.applications(Role::Admin).list_api_keys(ListApiKeysRequest { parent: crm.clone() }).await;
    let listed = listed.unwrap().into_inner().api_keys;
    assert_eq!(listed, [ApiKey { secret: String::new(), ..made.clone() }]);

    let mut client = anybody(&bench);
    for application in ["", crm.as_str()] {
        let answer =
            client.record_usage(with_key(&made.secret, application, "1")).await.unwrap().into_inner();
        assert_eq!(answer.summary.unwrap().unknown_people, 0);
    }
    let status = client.record_usage(with_key(&made.secret, &other, "1")).await.unwrap_err();
    assert_eq!(status.code(), Code::NotFound, "another application's name");
}

#[tokio::test]
async fn a_wrong_or_revoked_key_is_refused() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let made = key(&bench, &crm).await;
    let mut client = anybody(&bench);
    let mut wrong = made.secret.clone();
    wrong.pop();
    wrong.push(if made.secret.ends_with('0') { '1' } else { '0' });
    for secret in ["hgk_", "hgk_nonsense", wrong.as_str()] {
        let status = client.record_usage(with_key(secret, "", "1")).await.unwrap_err();
        assert_eq!((status.code(), reason(&status).as_str()), (Code::Unauthenticated, "API_KEY_NOT_VALID"));
    }
    client.record_usage(with_key(&made.secret, "", "1")).await.unwrap();
    let revoke = RevokeApiKeyRequest { name: made.name.clone() };
    let first = bench.applications(Role::Admin).revoke_api_key(revoke.clone()).await.unwrap().into_inner();
    assert!(first.revoke_time.is_some());
    let again = bench.applications(Role::Admin).revoke_api_key(revoke).await.unwrap().into_inner();
    assert_eq!(again, first);
    let status = client.record_usage(with_key(&made.secret, "", "2")).await.unwrap_err();
    assert_eq!(status.code(), Code::Unauthenticated);
}

#[tokio::test]
async fn a_key_that_is_revoked_during_a_stream_records_nothing_more() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let made = key(&bench, &crm).await;
    let batch = |id: &str| StreamUsageRequest {
        application: String::new(),
        events: vec![event(id, "2026-03-02T08:00:00Z", "E0", "deals")],
    };
    let (first, second) = (batch("1"), batch("2"));
    let mut applications = bench.applications(Role::Admin);
    let revoke = RevokeApiKeyRequest { name: made.name.clone() };
    let later = async move {
        // Long enough for the first batch to be on disk.
        tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        applications.revoke_api_key(revoke).await.unwrap();
        second
    };
    let stream = futures::stream::iter([first]).chain(futures::stream::once(later));
    let mut request = Request::new(stream);
    request.metadata_mut().insert("authorization", format!("Bearer {}", made.secret).parse().unwrap());
    let status = anybody(&bench).stream_usage(request).await.unwrap_err();
    assert_eq!((status.code(), reason(&status).as_str()), (Code::Unauthenticated, "API_KEY_NOT_VALID"));
    let both = [("1", 1), ("2", 0)];
    for (id, duplicate) in both {
        let again = vec![event(id, "2026-03-02T08:00:00Z", "E0", "deals")];
        assert_eq!(bench.record(&crm, again).await.duplicate, duplicate, "event {id}");
    }
}

#[tokio::test]
async fn an_application_put_away_takes_nothing_more() {
    let bench = Bench::new().await;
    let crm = bench.crm().await;
    let made = key(&bench, &crm).await;
    bench.applications(Role::Admin).delete_application(DeleteApplicationRequest { name: crm }).await.unwrap();
    let status = anybody(&bench).record_usage(with_key(&made.secret, "", "1")).await.unwrap_err();
    assert_eq!(reason(&status), "APPLICATION_DELETED");
}
