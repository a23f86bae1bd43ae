use proto::{
    feedback::v1::{ExportMinutesRequest, MinutesFormat},
    localization::v1::Language,
};
use tonic::Code;

use crate::{
    draft_minutes::{draft, held},
    support::{committees::committee, fields},
};

#[tokio::test]
async fn as_text_and_as_pages() {
    let c = committee().await;
    let meeting = held(&c).await;
    let drafted = draft(&c, &meeting, Language::Fa).await;
    let export = |format: i32| ExportMinutesRequest { name: drafted.name.clone(), format };
    let text =
        c.minutes("w3").export_minutes(export(MinutesFormat::Markdown.into())).await.unwrap().into_inner();
    assert_eq!(text.file_name, "minutes-2026-03-03.md");
    assert_eq!(text.content, drafted.text.as_bytes());
    let pages = c.minutes("w3").export_minutes(export(MinutesFormat::Pdf.into())).await.unwrap().into_inner();
    assert_eq!(
        (pages.file_name.as_str(), pages.content_type.as_str()),
        ("minutes-2026-03-03.pdf", "application/pdf")
    );
    assert!(
        pages.content.starts_with(b"%PDF-") && pages.content.len() < 200_000,
        "{} bytes",
        pages.content.len()
    );
    assert_eq!(fields(&c.minutes("w3").export_minutes(export(0)).await.unwrap_err()), ["format"]);
    let stranger = c.minutes("s5").export_minutes(export(MinutesFormat::Pdf.into())).await.unwrap_err();
    assert_eq!(stranger.code(), Code::NotFound);
}
