use proto::{
    feedback::v1::{Minutes, UpdateMinutesRequest},
    localization::v1::Language,
};
use tonic::Code;

use crate::{
    draft_minutes::{draft, held},
    support::{committees::committee, fields},
};

fn correct(minutes: &Minutes, text: &str) -> UpdateMinutesRequest {
    UpdateMinutesRequest {
        minutes: Some(Minutes { text: text.into(), ..minutes.clone() }),
        note: "The number of fields.".into(),
    }
}

#[tokio::test]
async fn who_was_there_corrects_and_it_is_written_down() {
    let c = committee().await;
    let meeting = held(&c).await;
    let drafted = draft(&c, &meeting, Language::En).await;
    let seen = c.minutes("s1").update_minutes(correct(&drafted, "39 fields.")).await.unwrap().into_inner();
    assert_eq!(seen.text, "39 fields.");
    let by: Vec<(&str, &str)> =
        seen.corrections.iter().map(|x| (x.display_name.as_str(), x.note.as_str())).collect();
    assert_eq!(by, [("S1", "The number of fields.")]);
    let stale = c.minutes("w2").update_minutes(correct(&drafted, "38 fields.")).await.unwrap_err();
    assert_eq!(stale.code(), Code::Aborted, "s1 saved meanwhile");
    let absent = c.minutes("w3").update_minutes(correct(&seen, "38 fields.")).await.unwrap_err();
    assert_eq!(absent.code(), Code::PermissionDenied, "w3 was not there");
    assert_eq!(
        fields(&c.minutes("s1").update_minutes(correct(&seen, " ")).await.unwrap_err()),
        ["minutes.text"]
    );
    let long = correct(&seen, &"x".repeat(60_001));
    assert_eq!(fields(&c.minutes("s1").update_minutes(long).await.unwrap_err()), ["minutes.text"]);
}
