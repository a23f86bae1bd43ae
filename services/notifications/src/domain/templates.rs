//! The templates, embedded: one file per language and kind, two layouts that all mails share.

macro_rules! of_language {
    ($language:literal: $($name:literal),+) => {
        [$((
            concat!($language, "/", $name),
            include_str!(concat!("../../templates/", $language, "/", $name, ".jinja")),
        )),+]
    };
    ($($language:literal),+) => {
        [$(of_language!(
            $language: "person_invited", "password_reset", "enrollment_assigned", "enrollment_reminded",
            "enrollment_escalated", "enrollment_completed", "help_requested", "help_answered", "flag_raised",
            "flag_cleared", "intervention_started", "task_assigned", "pulse_opened", "proposal_answered",
            "proposal_commented", "person_mentioned", "meeting_invited", "meeting_updated",
            "meeting_cancelled", "minutes_approved", "outcome_task_assigned", "outcome_task_overdue", "nomination_requested", "nomination_decided", "champion_appointed", "champion_term_ended", "coverage_lost", "visit_requested", "help_forwarded", "post_answered", "follow_up_due", "champion_thanked", "challenge_started", "challenge_ended", "award_decided", "redemption_requested", "redemption_decided", "thanks_given", "digest", "frame",
            "barrier"
        )),+]
    };
}

/// Names and sources of the templates in each language: the kinds, the frame around every mail, the barriers.
pub(super) const WORDS: [[(&str, &str); 41]; 3] = of_language!("en", "fa", "ar");

/// Names and sources of the layouts. What ends in `.html` escapes its values.
pub(super) const LAYOUTS: [(&str, &str); 2] = [
    ("layout.html", include_str!("../../templates/layout.html.jinja")),
    ("layout.txt", include_str!("../../templates/layout.txt.jinja")),
];
