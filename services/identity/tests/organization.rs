//! `GetOrganization`, `UpdateOrganization`, `CreateOrganization`, `ListOrganizations`.

use kit::testing::ORGANIZATION;
use proto::{
    identity::v1::{
        CreateOrganizationRequest, GetOrganizationRequest, ListOrganizationsRequest, Organization,
        OrganizationChanged, UpdateOrganizationRequest,
        organization_service_client::OrganizationServiceClient,
    },
    localization::v1::{Calendar, Language},
};
use tonic::Code;

use crate::support::{acme, broken, parent, reason};

#[tokio::test]
async fn an_administrator_changes_what_people_read() {
    let acme = acme().await;
    let organization =
        acme.organizations().get_organization(GetOrganizationRequest { name: parent() }).await.unwrap();
    let mut organization = organization.into_inner();
    let before = organization.etag.clone();
    organization.languages = vec![Language::Fa as i32, Language::En as i32];
    organization.calendar = Calendar::Jalali as i32;
    let request = UpdateOrganizationRequest { organization: Some(organization.clone()), update_mask: None };
    let changed = acme.organizations().update_organization(request.clone()).await.unwrap().into_inner();
    assert_eq!(changed.languages, organization.languages);
    assert!(changed.revision > organization.revision);

    // Somebody else still has the old state on the screen.
    assert_eq!(reason(acme.organizations().update_organization(request).await).0, Code::Aborted);
    let again = Organization { etag: String::new(), ..changed.clone() };
    let request = UpdateOrganizationRequest { organization: Some(again), update_mask: None };
    let same = acme.organizations().update_organization(request).await.unwrap().into_inner();
    assert_eq!(same.revision, changed.revision, "nothing changed, so nothing is told");
    assert_ne!(same.etag, before);
    let told = acme.harness.published::<OrganizationChanged>().await;
    assert_eq!(told.last().unwrap().organization, Some(changed));
}

#[tokio::test]
async fn every_broken_rule_comes_at_once() {
    let acme = acme().await;
    let organization = Organization {
        name: parent(),
        display_name: " \u{202E} ".into(),
        languages: vec![Language::En as i32, Language::En as i32, 77],
        calendar: 9,
        digits: 9,
        ..Default::default()
    };
    let request = UpdateOrganizationRequest { organization: Some(organization), update_mask: None };
    let rules = broken(acme.organizations().update_organization(request).await);
    let fields: Vec<_> = rules.iter().map(|r| r.0.trim_start_matches("organization.")).collect();
    assert_eq!(fields, ["display_name", "display_name", "languages", "languages", "calendar", "digits"]);
}

#[tokio::test]
async fn services_found_organizations_once_and_list_them() {
    let acme = acme().await;
    let mut client = OrganizationServiceClient::new(acme.harness.as_service("demo"));
    let wanted = |display_name: &str, id: &str| CreateOrganizationRequest {
        organization_id: id.into(),
        organization: Some(Organization {
            display_name: display_name.into(),
            languages: vec![Language::Ar as i32],
            ..Default::default()
        }),
    };
    let first = client.create_organization(wanted("Initech", "initech")).await.unwrap().into_inner();
    let again = client.create_organization(wanted("Other", "initech")).await.unwrap().into_inner();
    assert_eq!((first.display_name.as_str(), &first), ("Initech", &again));
    assert_eq!(broken(client.create_organization(wanted("X", "In Itech")).await)[0].1, "MALFORMED");

    let request = ListOrganizationsRequest { page_size: 2, page_token: String::new() };
    let page = client.list_organizations(request).await.unwrap().into_inner();
    let names: Vec<_> = page.organizations.iter().map(|o| o.name.as_str()).collect();
    assert_eq!(names, [format!("organizations/{ORGANIZATION}").as_str(), "organizations/globex"]);
    let request = ListOrganizationsRequest { page_size: 2, page_token: page.next_page_token };
    let page = client.list_organizations(request).await.unwrap().into_inner();
    assert_eq!((page.organizations.len(), page.next_page_token.as_str()), (1, ""));

    let request = wanted("Mine", "mine");
    assert_eq!(reason(acme.organizations().create_organization(request).await).0, Code::PermissionDenied);
}
