//! The rows as they are stored. They never leave `store`.

pub(super) mod agenda_item;
pub(super) mod agenda_suggestion;
pub(super) mod committee;
pub(super) mod committee_member;
pub(super) mod meeting;
pub(super) mod meeting_attendee;
pub(super) mod minutes;
pub(super) mod minutes_correction;
pub(super) mod outcome;
pub(super) mod outcome_proposal;
pub(super) mod poll;
pub(super) mod poll_stance;
pub(super) mod proposal;
pub(super) mod proposal_attachment;
pub(super) mod proposal_change;
pub(super) mod proposal_comment;
pub(super) mod pulse;
pub(super) mod pulse_invitation;
pub(super) mod pulse_reply;
pub(super) mod pulse_round;
pub(super) mod pulse_settings;
