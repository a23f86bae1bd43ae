//! Who may do what with a committee.

use jiff::civil::Date;
use kit::{auth::Caller, error::Error, violation::Violations};
use proto::access::v1::Role;

use crate::{
    Feedback,
    domain::committee::{Committee, State},
    error::{Reason, Refuse},
    names::CommitteeName,
    store::{self, ConnectionTrait},
};

/// The committee with this name.
pub(crate) async fn load<C: ConnectionTrait>(db: &C, name: &CommitteeName) -> Result<Committee, Error> {
    let found = store::committee::load(db, &name.organization, &name.committee).await?;
    found.ok_or_else(|| Error::not_found(name))
}

/// The same, if it has not ended.
pub(crate) async fn load_active<C: ConnectionTrait>(
    db: &C,
    name: &CommitteeName,
) -> Result<Committee, Error> {
    let committee = load(db, name).await?;
    if committee.state == State::Ended {
        return Err(Reason::CommitteeEnded.refuse("the committee has ended"));
    }
    Ok(committee)
}

/// Whether the caller sees everything that committees do.
pub(crate) fn sees_all(who: &Caller) -> bool {
    who.has_any(&[Role::Hr, Role::Sponsor])
}

impl Feedback {
    /// The organization's day.
    pub(crate) async fn today<C: ConnectionTrait>(&self, db: &C, organization: &str) -> Result<Date, Error> {
        store::days::today(db, organization, self.clock.now()).await
    }
}

/// Reads a title: a name by which people know something.
pub(crate) fn title(
    violations: &mut Violations,
    field: &str,
    given: Option<&proto::localization::v1::LocalizedText>,
    max: usize,
) -> kit::localize::Text {
    if let Some(given) = given {
        for (language, words) in [("en", &given.en), ("fa", &given.fa), ("ar", &given.ar)] {
            violations.direction(&format!("{field}.{language}"), words);
        }
    }
    kit::contract::text_of(violations, field, given, kit::contract::Wanted::Required, max)
}
