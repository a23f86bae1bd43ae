//! Applications, features and core tasks.

use kit::testing::STRANGER;
use proto::{access::v1::Role, telemetry::v1::*};
use tonic::Code;

use crate::support::*;

#[tokio::test]
async fn an_application_is_entered_renamed_and_put_away() {
    let bench = Bench::empty().await;
    let mut client = bench.applications(Role::Admin);
    let request = CreateApplicationRequest {
        parent: organization(),
        application: Some(Application { title: Some(title("CRM")), ..Default::default() }),
        request_id: "once".into(),
    };
    let made = client.create_application(request.clone()).await.unwrap().into_inner();
    assert_eq!(
        client.create_application(request).await.unwrap().into_inner(),
        made,
        "the same request again"
    );

    let renamed = Application {
        name: made.name.clone(),
        title: Some(title("Sales")),
        etag: made.etag.clone(),
        ..Default::default()
    };
    let update = UpdateApplicationRequest { application: Some(renamed), update_mask: None };
    let after = client.update_application(update.clone()).await.unwrap().into_inner();
    assert_eq!(after.title, Some(title("Sales")));
    assert_eq!(client.update_application(update).await.unwrap_err().code(), Code::Aborted, "an old etag");

    let list = ListApplicationsRequest { parent: organization(), ..Default::default() };
    assert_eq!(
        client.list_applications(list.clone()).await.unwrap().into_inner().applications,
        std::slice::from_ref(&after)
    );
    let gone = client.delete_application(DeleteApplicationRequest { name: made.name.clone() }).await.unwrap();
    assert!(gone.into_inner().delete_time.is_some());
    assert!(client.list_applications(list).await.unwrap().into_inner().applications.is_empty());
    let got = client.get_application(GetApplicationRequest { name: made.name }).await.unwrap();
    assert!(got.into_inner().delete_time.is_some(), "it can still be looked at");
}

#[tokio::test]
async fn lists_come_in_pages() {
    let bench = Bench::empty().await;
    let application = bench.application("CRM").await;
    for code in ["ج", "a", "B"] {
        bench.feature(&application, code).await;
    }
    let mut client = bench.applications(Role::Member);
    let mut request = ListFeaturesRequest { parent: application, page_size: 2, ..Default::default() };
    let first = client.list_features(request.clone()).await.unwrap().into_inner();
    request.page_token = first.next_page_token;
    let second = client.list_features(request).await.unwrap().into_inner();
    let codes: Vec<_> = first.features.iter().chain(&second.features).map(|f| f.code.as_str()).collect();
    assert_eq!(codes, ["a", "B", "ج"]);
    assert!(second.next_page_token.is_empty());
}

#[tokio::test]
async fn bad_input_is_named_all_at_once() {
    let bench = Bench::empty().await;
    let mut client = bench.applications(Role::Admin);
    let request =
        CreateApplicationRequest { parent: organization(), application: None, request_id: "x".repeat(65) };
    let status = client.create_application(request).await.unwrap_err();
    assert_eq!(status.code(), Code::InvalidArgument);
    let found = violations(&status);
    assert_eq!(found.len(), 2, "{found:?}");

    let application = bench.application("CRM").await;
    bench.feature(&application, "Deals").await;
    let again = CreateFeatureRequest {
        parent: application.clone(),
        feature: Some(Feature { code: "deals".into(), ..Default::default() }),
        ..Default::default()
    };
    assert_eq!(client.create_feature(again).await.unwrap_err().code(), Code::AlreadyExists);
    let task = CoreTask {
        position: name("positions", "nobody"),
        feature: format!("{application}/features/99"),
        ..Default::default()
    };
    let request = CreateCoreTaskRequest { parent: application, core_task: Some(task) };
    let status = client.create_core_task(request).await.unwrap_err();
    let fields: Vec<_> = violations(&status).into_iter().map(|v| v.0).collect();
    assert_eq!(fields, ["core_task.position", "core_task.feature"]);
}

#[tokio::test]
async fn a_core_task_is_entered_once_and_taken_away() {
    let bench = Bench::empty().await;
    let application = bench.application("CRM").await;
    let feature = bench.feature(&application, "deals").await;
    let first = bench.core_task(&application, "seller", &feature).await;
    assert_eq!(bench.core_task(&application, "seller", &feature).await, first);
    bench.core_task(&application, "", "").await;
    let mut client = bench.applications(Role::Hr);
    let list = ListCoreTasksRequest { parent: application };
    assert_eq!(client.list_core_tasks(list.clone()).await.unwrap().into_inner().core_tasks.len(), 2);
    client.delete_core_task(DeleteCoreTaskRequest { name: first.clone() }).await.unwrap();
    let left = client.list_core_tasks(list).await.unwrap().into_inner().core_tasks;
    assert!(left.len() == 1 && left[0].position.is_empty() && left[0].feature.is_empty());
    let again = client.delete_core_task(DeleteCoreTaskRequest { name: first }).await.unwrap_err();
    assert_eq!(again.code(), Code::NotFound);
}

#[tokio::test]
async fn what_belongs_to_another_organization_is_absent() {
    let bench = Bench::empty().await;
    let application = bench.application("CRM").await;
    let foreign = application.replace(kit::testing::ORGANIZATION, STRANGER);
    let mut stranger = proto::telemetry::v1::application_service_client::ApplicationServiceClient::new(
        bench.harness.as_stranger(),
    );
    for name in [application, foreign] {
        let status = stranger.get_application(GetApplicationRequest { name }).await.unwrap_err();
        assert_eq!((status.code(), reason(&status).as_str()), (Code::NotFound, "NOT_FOUND"));
    }
}
