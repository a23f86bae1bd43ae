//! `DeleteAttachment`.

use image::ImageFormat;
use proto::feedback::v1::{AddAttachmentRequest, DeleteAttachmentRequest};
use tonic::Code;

use crate::support::{build::picture, company};

#[tokio::test]
async fn its_owner_takes_it_away() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    let request = AddAttachmentRequest {
        parent: made.name.clone(),
        content_type: "image/webp".into(),
        content: picture(ImageFormat::WebP, 4, 4, 7),
        description: String::new(),
    };
    let added = company.attachments("w1").add_attachment(request).await.unwrap().into_inner();
    let request = || DeleteAttachmentRequest { name: added.name.clone() };
    let error = company.attachments("w2").delete_attachment(request()).await.unwrap_err();
    assert_eq!(error.code(), Code::PermissionDenied);
    company.attachments("w1").delete_attachment(request()).await.unwrap();
    assert_eq!(company.get("w1", &made.name).await.unwrap().attachments, []);
    assert_eq!(
        company.attachments("w1").delete_attachment(request()).await.unwrap_err().code(),
        Code::NotFound
    );
}
