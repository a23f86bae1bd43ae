//! What people said in feedback and in pulses, as evidence for WILLINGNESS and AWARENESS.

use proto::{
    adoption::v1 as pb,
    feedback::v1::{PulseKindMean, PulseQuestionKind, TeamVoices, ToneCount},
};

use crate::support::{DAYS, Stage, day, rows, team};

/// What is proposed for a team of which 2 of 8 are trained and so many have ever used it, when this was said.
async fn proposed(ever_used: f64, voices: TeamVoices) -> (Stage, pb::Barrier) {
    let stage = Stage::empty().await;
    stage.neighbours.answer_untrained();
    stage.neighbours.answer_ever_used(ever_used);
    stage.neighbours.answer_voices(voices);
    stage.count(0..DAYS, &rows(1)).await;
    stage.harness.settle().await;
    let barrier = stage.flag().await.proposed_barrier();
    (stage, barrier)
}

fn tones(people: i32, negative: i32) -> TeamVoices {
    let tones = ToneCount { people, positive: 10 - negative, neutral: 0, negative };
    TeamVoices { tones: Some(tones), ..TeamVoices::default() }
}

fn pulse(kind: PulseQuestionKind, mean: f64) -> TeamVoices {
    TeamVoices { pulses: vec![PulseKindMean { kind: kind.into(), mean, people: 6 }], ..TeamVoices::default() }
}

#[tokio::test]
async fn feedback_is_asked_about_the_teams_of_the_flag_and_its_28_days() {
    let (stage, _) = proposed(0.55, TeamVoices::default()).await;
    let asked = stage.neighbours.voices_asked();
    let last = asked.last().expect("asked");
    assert_eq!(last.teams, [team("w0")]);
    assert_eq!(
        (last.first_day.clone(), last.last_day.clone()),
        (day(DAYS - 28).to_string(), day(DAYS - 1).to_string())
    );
}

#[tokio::test]
async fn people_who_say_it_does_not_help_them_are_not_sent_to_a_course() {
    assert_eq!(proposed(0.55, tones(6, 4)).await.1, pb::Barrier::Willingness);
    assert_eq!(proposed(0.55, tones(6, 3)).await.1, pb::Barrier::Knowledge, "most say otherwise");
    assert_eq!(proposed(0.55, tones(4, 10)).await.1, pb::Barrier::Knowledge, "four are not asked by name");
}

#[tokio::test]
async fn a_pulse_tells_who_does_not_want_to_from_who_has_not_heard_of_it() {
    let unwilling = pulse(PulseQuestionKind::Willingness, 2.9);
    assert_eq!(proposed(0.55, unwilling).await.1, pb::Barrier::Willingness);
    let unaware = || pulse(PulseQuestionKind::Awareness, 2.9);
    assert_eq!(proposed(0.3, unaware()).await.1, pb::Barrier::Awareness);
    assert_eq!(proposed(0.55, unaware()).await.1, pb::Barrier::Knowledge, "most have used it");
}
