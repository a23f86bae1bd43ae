//! `AddAttachment`.

use image::ImageFormat;
use proto::feedback::v1::{AddAttachmentRequest, ProposalStatus};
use tonic::Code;

use crate::support::{build::picture, company, reason, violations};

fn request(proposal: &str, content_type: &str, content: Vec<u8>) -> AddAttachmentRequest {
    AddAttachmentRequest {
        parent: proposal.into(),
        content_type: content_type.into(),
        content,
        description: "The hourglass".into(),
    }
}

#[tokio::test]
async fn an_image_is_added_and_the_same_one_once() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    for _ in 0..2 {
        let content = picture(ImageFormat::Png, 30, 20, 7);
        let added = company.attachments("w1").add_attachment(request(&made.name, "image/png", content)).await;
        let added = added.unwrap().into_inner();
        assert_eq!((added.width, added.height, added.description.as_str()), (30, 20, "The hourglass"));
    }
    let seen = company.get("w2", &made.name).await.unwrap();
    assert_eq!((seen.attachments.len(), seen.attachments[0].content_type.as_str()), (1, "image/png"));
}

#[tokio::test]
async fn what_is_not_what_it_says_is_refused() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    let png = picture(ImageFormat::Png, 4, 4, 7);
    let mut program = png[..16].to_vec();
    program.extend(b"MZ\x90 a program behind the first bytes of an image");
    for (content_type, content, field, rule) in [
        ("image/jpeg", png.clone(), "content", "NOT_AN_IMAGE"),
        ("image/png", b"<svg onload=alert(1)>".to_vec(), "content", "NOT_AN_IMAGE"),
        ("image/png", program, "content", "NOT_AN_IMAGE"),
        ("image/svg+xml", b"<svg/>".to_vec(), "content_type", "UNKNOWN_VALUE"),
        ("application/pdf", png.clone(), "content_type", "UNKNOWN_VALUE"),
        ("image/png", Vec::new(), "content", "EMPTY_FILE"),
        ("image/png", vec![0x89; 1_000_000], "content", "TOO_MANY_BYTES"),
        ("image/png", picture(ImageFormat::Png, 8_001, 1, 0), "content", "TOO_MANY_PIXELS"),
    ] {
        let answer =
            company.attachments("w1").add_attachment(request(&made.name, content_type, content)).await;
        assert_eq!(violations(&answer.unwrap_err()), [(field.to_owned(), rule.to_owned())], "{content_type}");
    }
    assert_eq!(company.get("w1", &made.name).await.unwrap().attachments, []);
}

#[tokio::test]
async fn five_are_enough_and_only_for_ones_own_open_proposal() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    let add = async |who: &str, colour: u8| {
        let content = picture(ImageFormat::Png, 4, 4, colour);
        company.attachments(who).add_attachment(request(&made.name, "image/png", content)).await
    };
    assert_eq!(add("w2", 1).await.unwrap_err().code(), Code::PermissionDenied);
    for colour in 0..5 {
        add("w1", colour).await.unwrap();
    }
    assert_eq!(reason(&add("w1", 9).await.unwrap_err()), "TOO_MANY_ATTACHMENTS");
    add("w1", 2).await.unwrap();
    company.answer(&made.name, ProposalStatus::Declined, "No").await.unwrap();
    assert_eq!(reason(&add("w1", 2).await.unwrap_err()), "PROPOSAL_CLOSED");
}
