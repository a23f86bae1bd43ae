//! `GetPreferences`.

use proto::notifications::v1::{GetPreferencesRequest, MailMode, NotificationKind};
use tonic::Code;

use crate::support::{name, office};

#[tokio::test]
async fn what_nobody_chose_is_as_usual() {
    let office = office().await;
    let request = GetPreferencesRequest { name: name("preferences", "sara") };
    let preferences = office.preferences_of("sara").get_preferences(request).await.unwrap().into_inner();
    assert_eq!(preferences.name, name("preferences", "sara"));
    assert_eq!(preferences.kinds.len(), 38, "every kind but the digest");
    let of = |kind| *preferences.kinds.iter().find(|k| k.kind() == kind).unwrap();
    let assigned = of(NotificationKind::EnrollmentAssigned);
    assert_eq!((assigned.mail(), assigned.inbox, assigned.fixed), (MailMode::Now, true, false));
    let cleared = of(NotificationKind::FlagCleared);
    assert_eq!((cleared.mail(), cleared.inbox, cleared.fixed), (MailMode::Digest, true, false));
    let reset = of(NotificationKind::PasswordReset);
    assert_eq!((reset.mail(), reset.inbox, reset.fixed), (MailMode::Now, false, true));
}

#[tokio::test]
async fn anothers_look_absent() {
    let office = office().await;
    for person in ["omid", "nobody"] {
        let request = GetPreferencesRequest { name: name("preferences", person) };
        let absent = office.preferences_of("sara").get_preferences(request).await.unwrap_err();
        assert_eq!(absent.code(), Code::NotFound);
    }
}
