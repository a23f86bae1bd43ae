//! The rows as they are stored. They never leave `store`.

pub(super) mod proposal;
pub(super) mod proposal_attachment;
pub(super) mod proposal_change;
pub(super) mod proposal_comment;
pub(super) mod pulse;
pub(super) mod pulse_invitation;
pub(super) mod pulse_reply;
pub(super) mod pulse_round;
pub(super) mod pulse_settings;
