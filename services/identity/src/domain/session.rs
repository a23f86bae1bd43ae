//! Sessions and their refresh tokens: each is good once, and its second use ends the session.

use jiff::{SignedDuration, Timestamp};

/// How long after its replacement a token may come again: two tabs may have asked at once.
pub const GRACE: SignedDuration = SignedDuration::from_secs(10);

/// A sign-in, from the password to the sign-out: the family of its refresh tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The id.
    pub id: String,
    /// Who signed in.
    pub person: String,
    /// When.
    pub create_time: Timestamp,
    /// When it was last renewed.
    pub refresh_time: Timestamp,
    /// When it ends unless it is renewed.
    pub expire_time: Timestamp,
    /// When it ended.
    pub end_time: Option<Timestamp>,
}

/// One refresh token of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// When it was traded for the next one.
    pub replace_time: Option<Timestamp>,
}

/// What to do with a refresh token that was presented.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refresh {
    /// It is the newest one: trade it for the next.
    Rotate,
    /// It was just traded by another tab: a new access token, no new cookie.
    Again,
    /// It was traded before: somebody has a copy. The session ends.
    Stolen,
    /// The session is over.
    Ended,
}

impl Session {
    /// Whether it can still be renewed.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.end_time.is_none() && now < self.expire_time
    }

    /// What to do with one of its tokens.
    pub fn refresh(&self, token: Token, now: Timestamp) -> Refresh {
        if !self.is_open(now) {
            return Refresh::Ended;
        }
        match token.replace_time {
            None => Refresh::Rotate,
            Some(replaced) if now.duration_since(replaced) <= GRACE => Refresh::Again,
            Some(_) => Refresh::Stolen,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).unwrap()
    }

    fn session() -> Session {
        Session {
            id: "s".into(),
            person: "p".into(),
            create_time: at(0),
            refresh_time: at(0),
            expire_time: at(1000),
            end_time: None,
        }
    }

    #[test]
    fn a_token_is_good_once() {
        let fresh = Token { replace_time: None };
        let used = Token { replace_time: Some(at(100)) };
        assert_eq!(session().refresh(fresh, at(999)), Refresh::Rotate);
        assert_eq!(session().refresh(used, at(110)), Refresh::Again);
        assert_eq!(session().refresh(used, at(111)), Refresh::Stolen);
    }

    #[test]
    fn an_ended_session_stays_ended() {
        let fresh = Token { replace_time: None };
        assert_eq!(session().refresh(fresh, at(1000)), Refresh::Ended);
        let mut ended = session();
        ended.end_time = Some(at(5));
        assert_eq!(ended.refresh(fresh, at(6)), Refresh::Ended);
    }
}
