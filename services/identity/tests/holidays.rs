//! `AddHolidays`, `RemoveHolidays`, `ListHolidaySets`.

use proto::{
    identity::v1::{AddHolidaysRequest, Holiday, ListHolidaySetsRequest, RemoveHolidaysRequest},
    localization::v1::LocalizedText,
};

use crate::support::{acme, broken};

#[tokio::test]
async fn nowruz_is_added_for_years_and_taken_back_by_day() {
    let acme = acme().await;
    let site = acme.site("Tehran", "Asia/Tehran").await;
    let request = AddHolidaysRequest {
        name: site.name.clone(),
        holiday_set: "holidaySets/nowruz".into(),
        first_year: 2026,
        last_year: 2027,
        holidays: vec![Holiday {
            day: "2026-05-01".into(),
            title: Some(LocalizedText { en: "Our birthday".into(), ..Default::default() }),
        }],
    };
    let added = acme.sites().add_holidays(request.clone()).await.unwrap().into_inner();
    assert_eq!(added.holidays.len(), 11);
    assert_eq!(added.holidays[0].day, "2026-03-21");
    assert_eq!(added.holidays[0].title.as_ref().unwrap().fa, "نوروز");
    let again = acme.sites().add_holidays(request).await.unwrap().into_inner();
    assert_eq!(again.revision, added.revision);

    let days = vec!["2026-03-21".to_owned(), "2030-01-01".to_owned()];
    let request = RemoveHolidaysRequest { name: site.name, days };
    let removed = acme.sites().remove_holidays(request).await.unwrap().into_inner();
    assert_eq!((removed.holidays.len(), removed.holidays[0].day.as_str()), (10, "2026-03-22"));
}

#[tokio::test]
async fn sets_are_shown_with_their_days() {
    let acme = acme().await;
    let request = ListHolidaySetsRequest { first_year: 2026, last_year: 0 };
    let sets = acme.sites().list_holiday_sets(request).await.unwrap().into_inner().holiday_sets;
    let names: Vec<_> = sets.iter().map(|s| s.name.as_str()).collect();
    assert!(names.contains(&"holidaySets/nowruz") && names.contains(&"holidaySets/eid-al-fitr"), "{names:?}");
    let eid = sets.iter().find(|s| s.name.ends_with("eid-al-fitr")).unwrap();
    assert_eq!(eid.holidays[0].day, "2026-03-20");
}

#[tokio::test]
async fn unknown_sets_and_years_are_refused() {
    let acme = acme().await;
    let site = acme.site("Tehran", "Asia/Tehran").await;
    let request = AddHolidaysRequest {
        name: site.name.clone(),
        holiday_set: "holidaySets/carnival".into(),
        first_year: 1800,
        last_year: 9999,
        holidays: vec![],
    };
    let rules = broken(acme.sites().add_holidays(request).await);
    assert_eq!(rules.iter().map(|r| r.1.as_str()).collect::<Vec<_>>(), ["UNKNOWN_VALUE", "OUT_OF_RANGE"]);
    let request = AddHolidaysRequest { name: site.name, ..Default::default() };
    assert_eq!(broken(acme.sites().add_holidays(request).await)[0].1, "REQUIRED");
}
