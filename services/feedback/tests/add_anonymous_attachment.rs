//! `AddAnonymousAttachment`.

use image::ImageFormat;
use proto::feedback::v1::AddAnonymousAttachmentRequest;
use tonic::Code;

use crate::support::{
    build::{picture, secret},
    company, fields, parent, reason,
};

#[tokio::test]
async fn whoever_has_the_secret_adds_a_picture_that_tells_of_nothing_else() {
    let company = company().await;
    let made = company.whisper("w1", "The CRM is slow", 1).await.unwrap();
    let add = async |number: u8, content: Vec<u8>| {
        let request = AddAnonymousAttachmentRequest {
            parent: parent(),
            secret: secret(number),
            content_type: "image/png".into(),
            content,
            description: "The hourglass".into(),
        };
        company.nobody().add_anonymous_attachment(request).await
    };
    let mut content = picture(ImageFormat::Png, 9, 9, 1);
    content.extend(b"taken by Sara");
    let added = add(1, content).await.unwrap().into_inner();
    assert!(added.name.starts_with(&made.name));
    assert_eq!(company.get("w3", &made.name).await.unwrap().attachments, [added]);
    assert_eq!(fields(&add(1, b"no image".to_vec()).await.unwrap_err()), ["content"]);
    assert_eq!(add(2, picture(ImageFormat::Png, 9, 9, 1)).await.unwrap_err().code(), Code::NotFound);
    for colour in 2..6 {
        add(1, picture(ImageFormat::Png, 9, 9, colour)).await.unwrap();
    }
    assert_eq!(
        reason(&add(1, picture(ImageFormat::Png, 9, 9, 9)).await.unwrap_err()),
        "TOO_MANY_ATTACHMENTS"
    );
}
