//! `UpdatePreferences`.

use proto::notifications::v1::{
    KindPreference, MailMode, NotificationKind, Preferences, UpdatePreferencesRequest,
};
use tonic::{Code, Status};

use crate::support::{Office, assigned, fields, name, office};

fn choice(kind: NotificationKind, mail: MailMode, inbox: bool) -> KindPreference {
    KindPreference { kind: kind.into(), mail: mail.into(), inbox, fixed: false }
}

async fn choose(office: &Office, of: &str, kinds: Vec<KindPreference>) -> Result<Preferences, Status> {
    let preferences = Some(Preferences { name: name("preferences", of), kinds });
    let request = UpdatePreferencesRequest { preferences };
    Ok(office.preferences_of("sara").update_preferences(request).await?.into_inner())
}

#[tokio::test]
async fn what_is_chosen_is_what_happens() {
    let office = office().await;
    let kind = NotificationKind::EnrollmentAssigned;
    let after = choose(&office, "sara", vec![choice(kind, MailMode::Off, false)]).await.unwrap();
    let chosen = after.kinds.iter().find(|k| k.kind() == kind).unwrap();
    assert_eq!((chosen.mail(), chosen.inbox), (MailMode::Off, false));
    assert_eq!(after.kinds.len(), 38, "the others are as they were");

    office.harness.deliver(&assigned("sara", "CRM")).await;
    assert!(office.inbox("sara").await.is_empty());
    assert!(office.mails("sara").await.is_empty());

    choose(&office, "sara", vec![choice(kind, MailMode::Off, true)]).await.unwrap();
    office.harness.deliver(&assigned("sara", "CRM")).await;
    assert_eq!(office.inbox("sara").await.len(), 1);
    assert!(office.mails("sara").await.is_empty());
}

#[tokio::test]
async fn every_bad_choice_is_named_and_none_is_kept() {
    let office = office().await;
    let wrong = vec![
        choice(NotificationKind::EnrollmentAssigned, MailMode::Off, false),
        choice(NotificationKind::PasswordReset, MailMode::Off, false),
        choice(NotificationKind::FlagRaised, MailMode::Unspecified, true),
        choice(NotificationKind::EnrollmentAssigned, MailMode::Now, true),
        choice(NotificationKind::Digest, MailMode::Off, true),
        KindPreference { kind: 99, mail: MailMode::Now.into(), inbox: true, fixed: false },
    ];
    let refused = choose(&office, "sara", wrong).await.unwrap_err();
    let kinds = |i: usize, part: &str| format!("preferences.kinds[{i}].{part}");
    let expected = [kinds(1, "kind"), kinds(2, "mail"), kinds(3, "kind"), kinds(4, "kind"), kinds(5, "kind")];
    assert_eq!(fields(&refused), expected);

    let unchanged = choose(&office, "sara", vec![]).await.unwrap();
    let assigned = unchanged.kinds.iter().find(|k| k.kind() == NotificationKind::EnrollmentAssigned).unwrap();
    assert_eq!((assigned.mail(), assigned.inbox), (MailMode::Now, true));
}

#[tokio::test]
async fn nobody_chooses_for_another() {
    let office = office().await;
    let choice = choice(NotificationKind::EnrollmentAssigned, MailMode::Off, false);
    assert_eq!(choose(&office, "omid", vec![choice]).await.unwrap_err().code(), Code::NotFound);
    let nothing = UpdatePreferencesRequest { preferences: None };
    let refused = office.preferences_of("sara").update_preferences(nothing).await.unwrap_err();
    assert_eq!(fields(&refused), ["preferences.name"]);
}
