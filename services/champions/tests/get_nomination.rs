//! `GetNomination`.

use proto::{
    champions::v1::{DecideNominationRequest, GetNominationRequest, Programme},
    training::v1::CurriculumProgress,
};
use tonic::Code;

use crate::support::{company, name, programme};

#[tokio::test]
async fn whom_it_concerns_sees_it_and_why_not_is_not_for_whoever_nominated() {
    let company = company().await;
    let crm = company.programme(programme()).await.name;
    let made = company.nominate(&crm, "w3", "w2").await.unwrap().name;
    let get = || GetNominationRequest { name: made.clone() };
    assert_eq!(
        company.nominations("w1").get_nomination(get()).await.unwrap_err().code(),
        Code::NotFound,
        "not asked yet"
    );
    let yes = proto::champions::v1::AcceptNominationRequest { name: made.clone() };
    company.nominations("w2").accept_nomination(yes).await.unwrap();
    let no = DecideNominationRequest { name: made.clone(), consent: false, decline_reason: "Audit.".into() };
    company.nominations("w1").decide_nomination(no).await.unwrap();
    for (who, told) in [("w1", "Audit."), ("w2", "Audit."), ("w3", "")] {
        let seen = company.nominations(who).get_nomination(get()).await.unwrap().into_inner();
        assert_eq!(seen.decline_reason, told, "{who}");
    }
    let other = company.nominations("w4").get_nomination(get()).await.unwrap_err();
    assert_eq!(other.code(), Code::NotFound);
    assert_eq!(
        company.nominations_of_hr().get_nomination(get()).await.unwrap().into_inner().decline_reason,
        "Audit."
    );
}

#[tokio::test]
async fn it_says_how_much_is_learned_and_is_there_when_training_is_not() {
    let company = company().await;
    let with = Programme { curriculum: name("curricula", "champion"), ..programme() };
    let crm = company.programme(with).await.name;
    company.neighbours.change(|s| s.progress = CurriculumProgress { courses: 3, completed: 1 });
    let made = company.nominate(&crm, "w2", "w2").await.unwrap().name;
    let get = || GetNominationRequest { name: made.clone() };
    let seen = company.nominations("w2").get_nomination(get()).await.unwrap().into_inner().training.unwrap();
    assert_eq!((seen.courses, seen.completed), (3, 1));
    company.neighbours.change(|s| s.down = true);
    let seen = company.nominations("w2").get_nomination(get()).await.unwrap().into_inner();
    assert_eq!(seen.training, None);
}
