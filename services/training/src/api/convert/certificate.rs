//! Certificates.

use jiff::civil::Date;
use proto::training::v1 as pb;

use super::{count, instant, localized};
use crate::{
    domain::certificate::{Certificate, CertificateState},
    names::{CertificateName, CourseName},
};

/// A certificate for whoever holds it.
pub(crate) fn own(organization: &str, certificate: &Certificate, today: Date) -> pb::Certificate {
    pb::Certificate {
        name: CertificateName::new(organization, &certificate.id).to_string(),
        course: CourseName::new(organization, &certificate.course).to_string(),
        course_title: localized(&certificate.course_title),
        course_version: count(certificate.course_version),
        person_display_name: certificate.person_display_name.clone(),
        code: certificate.code.clone(),
        state: state(certificate.state_on(today)).into(),
        issue_time: instant(certificate.issue_time),
        expire_day: certificate.expire_day.map(|d| d.to_string()).unwrap_or_default(),
    }
}

/// A certificate for whoever has its code.
pub(crate) fn verified(
    organization_display_name: String,
    certificate: &Certificate,
    today: Date,
) -> pb::VerifiedCertificate {
    pb::VerifiedCertificate {
        person_display_name: certificate.person_display_name.clone(),
        organization_display_name,
        course_title: localized(&certificate.course_title),
        state: state(certificate.state_on(today)).into(),
        issue_day: certificate.issue_day.to_string(),
        expire_day: certificate.expire_day.map(|d| d.to_string()).unwrap_or_default(),
        code: certificate.code.clone(),
    }
}

fn state(state: CertificateState) -> pb::CertificateState {
    match state {
        CertificateState::Valid => pb::CertificateState::Valid,
        CertificateState::Lapsed => pb::CertificateState::Lapsed,
        CertificateState::Renewed => pb::CertificateState::Renewed,
    }
}
