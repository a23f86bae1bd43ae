//! What tests send.

use proto::{
    feedback::v1::{self as pb, ProposalKind, ProposalTopic, Tone},
    identity::v1 as identity,
    localization::v1::Language,
};

use super::name;

pub(crate) fn person(id: &str, team: &str, position: &str) -> identity::Person {
    identity::Person {
        name: name("people", id),
        external_id: id.into(),
        display_name: id.to_uppercase(),
        site: name("sites", "tehran"),
        employment_start_day: "2025-03-02".into(),
        memberships: vec![identity::Membership {
            team: name("teams", team),
            position: name("positions", position),
            start_day: "2025-03-02".into(),
            ..Default::default()
        }],
        revision: 1,
        ..Default::default()
    }
}

/// A problem with the CRM, told with displeasure.
pub(crate) fn proposal(title: &str) -> pb::Proposal {
    pb::Proposal {
        kind: ProposalKind::Problem.into(),
        title: title.into(),
        language: Language::En.into(),
        application: name("applications", "crm"),
        topic: ProposalTopic::Speed.into(),
        tone: Tone::Negative.into(),
        ..Default::default()
    }
}

/// A secret that no other number makes.
pub(crate) fn secret(number: u8) -> Vec<u8> {
    (0..32).map(|i: u8| i.wrapping_mul(37).wrapping_add(number)).collect()
}

/// A picture of one colour.
pub(crate) fn picture(format: image::ImageFormat, width: u32, height: u32, colour: u8) -> Vec<u8> {
    let image = image::RgbImage::from_pixel(width, height, image::Rgb([colour, 0, 0]));
    let mut out = std::io::Cursor::new(Vec::new());
    image::DynamicImage::ImageRgb8(image).write_to(&mut out, format).unwrap();
    out.into_inner()
}
