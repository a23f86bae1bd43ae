//! `GetAttachment`.

use image::ImageFormat;
use proto::feedback::v1::{AddAttachmentRequest, GetAttachmentRequest};
use tonic::Code;

use crate::support::{build::picture, company};

#[tokio::test]
async fn what_comes_back_is_the_picture_and_nothing_that_hid_behind_it() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    let mut content = picture(ImageFormat::Jpeg, 30, 20, 200);
    content.extend(b"<script>alert('Sara')</script>");
    let request = AddAttachmentRequest {
        parent: made.name.clone(),
        content_type: "image/jpeg".into(),
        content,
        description: String::new(),
    };
    let added = company.attachments("w1").add_attachment(request).await.unwrap().into_inner();
    let request = || GetAttachmentRequest { name: added.name.clone() };
    let got = company.attachments("s1").get_attachment(request()).await.unwrap().into_inner();
    assert_eq!(got.attachment.as_ref(), Some(&added));
    let shown = image::load_from_memory_with_format(&got.content, ImageFormat::Jpeg).unwrap();
    assert_eq!((shown.width(), shown.height()), (30, 20));
    assert!(!got.content.windows(4).any(|w| w == b"Sara"));
    assert_eq!(i32::try_from(got.content.len()).unwrap(), added.size);

    company.hide(&made.name, "Rude").await.unwrap();
    let error = company.attachments("s1").get_attachment(request()).await.unwrap_err();
    assert_eq!(error.code(), Code::NotFound, "what is hidden has no pictures either");
}
