//! Excuses.

use proto::training::v1 as pb;

use super::instant;
use crate::{
    domain::excuse::Excuse,
    names::{AssignmentName, PersonName},
};

/// An excuse for the contract, with what its person is called.
pub(crate) fn write(o: &str, excuse: &Excuse, person_display_name: &str) -> pb::Excuse {
    let excuser = excuse.excuser.as_ref();
    pb::Excuse {
        assignment: AssignmentName::new(o, &excuse.assignment).to_string(),
        person: PersonName::new(o, &excuse.person).to_string(),
        person_display_name: person_display_name.to_owned(),
        reason: excuse.reason.clone(),
        excuser: excuser.map(|e| PersonName::new(o, e).to_string()).unwrap_or_default(),
        excuse_time: instant(excuse.time),
    }
}
