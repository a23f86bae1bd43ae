//! Which ways one notification takes to one person.

use super::kind::{Kind, MailMode, Preference};

/// What happens by mail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mail {
    /// A mail of its own, at once.
    Now,
    /// It waits for the digest.
    Digest,
    /// None.
    None,
}

/// The ways that one notification takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Plan {
    /// Whether the inbox shows it.
    pub inbox: bool,
    /// What happens by mail.
    pub mail: Mail,
}

/// What is known of the person when something is to be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reach {
    /// Whether there is a mail address.
    pub has_address: bool,
    /// Mails of their own that the person already got on this day, those about the account left out.
    pub mails_today: u64,
    /// How many there may be.
    pub mails_per_day: u64,
}

/// Decides the ways: as the person prefers, mail only with an address, and at most so many mails a day; what is over
/// that waits for the digest. What is fixed goes out whatever the person prefers.
pub fn plan(kind: Kind, preference: Preference, reach: Reach) -> Plan {
    let Preference { mail, inbox } = if kind.is_fixed() { kind.usual() } else { preference };
    let mail = match mail {
        _ if !reach.has_address => Mail::None,
        MailMode::Now if kind.is_fixed() || kind.has_calendar() => Mail::Now,
        MailMode::Now if reach.mails_today < reach.mails_per_day => Mail::Now,
        MailMode::Now | MailMode::Digest => Mail::Digest,
        MailMode::Off => Mail::None,
    };
    Plan { inbox, mail }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Preference = Preference { mail: MailMode::Now, inbox: true };
    const NOTHING: Preference = Preference { mail: MailMode::Off, inbox: false };

    fn reach(mails_today: u64) -> Reach {
        Reach { has_address: true, mails_today, mails_per_day: 3 }
    }

    #[test]
    fn the_day_s_limit_sends_the_rest_to_the_digest() {
        let ways = |today| plan(Kind::FlagRaised, NOW, reach(today)).mail;
        assert_eq!([ways(0), ways(2), ways(3), ways(40)], [Mail::Now, Mail::Now, Mail::Digest, Mail::Digest]);
    }

    #[test]
    fn off_is_off() {
        assert_eq!(plan(Kind::FlagRaised, NOTHING, reach(0)), Plan { inbox: false, mail: Mail::None });
    }

    #[test]
    fn a_password_reset_comes_whatever_was_chosen_and_however_many_mails_came() {
        for kind in [Kind::PasswordReset, Kind::PersonInvited] {
            assert_eq!(plan(kind, NOTHING, reach(99)), Plan { inbox: false, mail: Mail::Now });
        }
    }

    #[test]
    fn without_an_address_there_is_the_inbox() {
        let reach = Reach { has_address: false, ..reach(0) };
        assert_eq!(plan(Kind::EnrollmentAssigned, NOW, reach), Plan { inbox: true, mail: Mail::None });
    }
}
