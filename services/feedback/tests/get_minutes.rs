use proto::{feedback::v1::GetMinutesRequest, localization::v1::Language};
use tonic::Code;

use crate::{
    draft_minutes::{draft, held, minutes_of},
    support::{committees::committee, reason},
};

#[tokio::test]
async fn members_read_them_once_they_are_drafted() {
    let c = committee().await;
    let meeting = held(&c).await;
    let ask = GetMinutesRequest { name: minutes_of(&meeting) };
    assert_eq!(reason(&c.minutes("w2").get_minutes(ask.clone()).await.unwrap_err()), "NO_MINUTES");
    let drafted = draft(&c, &meeting, Language::En).await;
    for who in ["w3", "boss", "hana"] {
        assert_eq!(c.minutes(who).get_minutes(ask.clone()).await.unwrap().into_inner(), drafted, "{who}");
    }
    assert_eq!(c.minutes("s5").get_minutes(ask).await.unwrap_err().code(), Code::NotFound);
}
