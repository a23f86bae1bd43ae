//! Who sees a meeting, and what they may do with it. For whoever may not see it, it does not exist.

use kit::{auth::Caller, error::Error};
use proto::access::v1::Role as Grant;

use crate::{
    Feedback,
    api::committees::rights::sees_all,
    domain::{
        committee::{Committee, Role},
        meeting::{Attendee, Meeting},
    },
    names::MeetingName,
    store::{self, ConnectionTrait},
};

/// A meeting, and what the caller is in it.
pub(crate) struct Seen {
    pub(crate) committee: Committee,
    pub(crate) meeting: Meeting,
    /// What the caller is in the committee today.
    pub(crate) role: Option<Role>,
    hr: bool,
}

impl Seen {
    /// The meeting with this name, if the caller may see it.
    pub(crate) async fn load<C: ConnectionTrait>(
        s: &Feedback,
        db: &C,
        who: &Caller,
        name: &MeetingName,
    ) -> Result<Self, Error> {
        let o = &name.organization;
        let absent = || Error::not_found(name);
        let meeting = store::meeting::load(db, o, &name.meeting).await?.ok_or_else(absent)?;
        let committee = store::committee::load(db, o, &meeting.committee).await?.ok_or_else(absent)?;
        let today = s.today(db, o).await?;
        let role = committee.role_on(who.person()?, today);
        let seen = Self { hr: who.has(Grant::Hr), role, committee, meeting };
        if seen.role.is_none() && seen.own(who)?.is_none() && !sees_all(who) {
            return Err(absent());
        }
        Ok(seen)
    }

    /// The caller among those who are invited.
    pub(crate) fn own(&self, who: &Caller) -> Result<Option<&Attendee>, Error> {
        Ok(self.meeting.attendee(who.person()?))
    }

    /// Whether the caller prepares and holds the committee's meetings.
    pub(crate) fn leads(&self) -> bool {
        self.role.is_some_and(Role::leads)
    }

    /// Refuses whoever is neither chair nor secretary.
    pub(crate) fn must_lead(&self) -> Result<(), Error> {
        if self.leads() { Ok(()) } else { Err(Error::Denied) }
    }

    /// The same, but HR may help.
    pub(crate) fn must_prepare(&self) -> Result<(), Error> {
        if self.hr { Ok(()) } else { self.must_lead() }
    }

    /// Refuses whoever is not in the committee; HR may help.
    pub(crate) fn must_belong(&self) -> Result<(), Error> {
        if self.hr || self.role.is_some() { Ok(()) } else { Err(Error::Denied) }
    }

    /// Refuses whoever is not the chair.
    pub(crate) fn must_chair(&self) -> Result<(), Error> {
        if self.role == Some(Role::Chair) { Ok(()) } else { Err(Error::Denied) }
    }
}
