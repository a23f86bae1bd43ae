//! `CreateSite`, `UpdateSite`, `GetSite`, `ListSites`.

use proto::identity::v1::{
    CreateSiteRequest, GetSiteRequest, ListSitesRequest, Site, SiteChanged, UpdateSiteRequest, WorkWeek,
};
use tonic::Code;

use crate::support::{acme, broken, parent, reason};

fn create(site: Site, request_id: &str) -> CreateSiteRequest {
    CreateSiteRequest { parent: parent(), site: Some(site), request_id: request_id.into() }
}

#[tokio::test]
async fn a_site_is_created_once_with_its_calendar() {
    let acme = acme().await;
    let site = Site {
        display_name: "دفتر مرکزی".into(),
        time_zone: "Asia/Tehran".into(),
        work_weeks: vec![
            WorkWeek { start_day: "2025-06-01".into(), work_days: vec![6, 7, 1, 2, 3] },
            WorkWeek { start_day: "2020-01-01".into(), work_days: vec![6, 7, 1, 2, 3, 4] },
        ],
        ..Default::default()
    };
    let first = acme.sites().create_site(create(site.clone(), "r1")).await.unwrap().into_inner();
    let again = acme.sites().create_site(create(site.clone(), "r1")).await.unwrap().into_inner();
    assert_eq!(first, again);
    assert_eq!(first.work_weeks[0].start_day, "2020-01-01");
    // The same name in Arabic letters.
    let other = Site { display_name: "دفتر مرکزی".replace('ی', "ي"), ..site.clone() };
    assert_eq!(reason(acme.sites().create_site(create(other.clone(), "")).await).0, Code::AlreadyExists);
    // The same id with other content.
    assert_eq!(reason(acme.sites().create_site(create(other, "r1")).await).0, Code::InvalidArgument);
    let listed = acme.sites().list_sites(ListSitesRequest { parent: parent() }).await.unwrap().into_inner();
    assert_eq!(listed.sites, std::slice::from_ref(&first));
    let got = acme.sites().get_site(GetSiteRequest { name: first.name.clone() }).await.unwrap().into_inner();
    assert_eq!(got, first);
    assert_eq!(acme.harness.published::<SiteChanged>().await.len(), 1);
}

#[tokio::test]
async fn a_site_without_a_week_gets_the_usual_one() {
    let acme = acme().await;
    let site = acme.site("Berlin", "Europe/Berlin").await;
    assert_eq!(site.work_weeks.len(), 1);
    assert_eq!(site.work_weeks[0].work_days, [1, 2, 3, 4, 5]);
}

#[tokio::test]
async fn a_site_changes_and_tells() {
    let acme = acme().await;
    let site = acme.site("Berlin", "Europe/Berlin").await;
    let new = Site {
        time_zone: "Asia/Riyadh".into(),
        work_weeks: vec![WorkWeek { start_day: "2026-01-01".into(), work_days: vec![7, 1, 2, 3, 4] }],
        ..site.clone()
    };
    let request = UpdateSiteRequest { site: Some(new.clone()), update_mask: None };
    let changed = acme.sites().update_site(request).await.unwrap().into_inner();
    assert_eq!((changed.time_zone.as_str(), changed.work_weeks.len()), ("Asia/Riyadh", 1));
    let told = acme.harness.published::<SiteChanged>().await;
    assert_eq!(told.last().unwrap().site, Some(changed));
}

#[tokio::test]
async fn a_broken_calendar_is_refused_with_every_place() {
    let acme = acme().await;
    let week = |start: &str, days: &[i32]| WorkWeek { start_day: start.into(), work_days: days.to_vec() };
    let site = Site {
        display_name: "x".repeat(201),
        time_zone: "Mars/Base".into(),
        work_weeks: vec![week("2026-02-30", &[]), week("2026-01-01", &[8]), week("2026-01-01", &[1])],
        ..Default::default()
    };
    let rules = broken(acme.sites().create_site(create(site, "")).await);
    let expected = [
        ("site.display_name", "TOO_LONG"),
        ("site.time_zone", "NOT_A_TIME_ZONE"),
        ("site.work_weeks[0].start_day", "NOT_A_DATE"),
        ("site.work_weeks[0].work_days", "REQUIRED"),
        ("site.work_weeks[1].work_days", "UNKNOWN_VALUE"),
        ("site.work_weeks[1].work_days", "REQUIRED"),
    ];
    assert_eq!(rules, expected.map(|(f, r)| (f.to_owned(), r.to_owned())));
}
