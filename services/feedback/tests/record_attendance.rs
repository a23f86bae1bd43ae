use proto::feedback::v1::RecordAttendanceRequest;
use tonic::Code;

use crate::support::{committees::committee, fields, name, reason};

#[tokio::test]
async fn a_quorum_is_there_when_enough_members_are() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1", "e1", "w2"]).await;
    let quorum = meeting.quorum.unwrap();
    assert_eq!((quorum.members, quorum.present, quorum.needed, quorum.reached), (6, 3, 4, false));
    let quorum = c.attend(&meeting, &["w1", "e1", "w2", "s1"]).await.quorum.unwrap();
    assert_eq!((quorum.present, quorum.reached), (4, true));
    let quorum = c.attend(&meeting, &["w1"]).await.quorum.unwrap();
    assert_eq!((quorum.present, quorum.reached), (1, false), "the list replaces the one before");
}

#[tokio::test]
async fn nobody_attends_who_is_not_invited() {
    let c = committee().await;
    let meeting = c.open_meeting(&["w1"]).await;
    let attend = |present: Vec<String>| RecordAttendanceRequest { name: meeting.name.clone(), present };
    let strangers = attend(vec![name("people", "w1"), name("people", "s5")]);
    assert_eq!(fields(&c.meetings("w1").record_attendance(strangers).await.unwrap_err()), ["present[1]"]);
    assert_eq!(
        fields(&c.meetings("w1").record_attendance(attend(vec!["w1".into()])).await.unwrap_err()),
        ["present[0]"]
    );
    let member = c.meetings("w2").record_attendance(attend(vec![])).await.unwrap_err();
    assert_eq!(member.code(), Code::PermissionDenied);
    c.close(&meeting).await;
    let late = c.meetings("w1").record_attendance(attend(vec![])).await.unwrap_err();
    assert_eq!(reason(&late), "MEETING_NOT_OPEN");
}
