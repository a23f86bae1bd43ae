//! The job `tell_answers`.

use proto::feedback::v1::ProposalCommented;

use crate::support::{company, ids};

#[tokio::test]
async fn followers_hear_on_the_next_day_what_was_answered() {
    let company = company().await;
    let made = company.whisper("w1", "The CRM is slow", 1).await.unwrap();
    company.say("w2", &made.name, "When?").await.unwrap();
    company.whisper_back(1, "In the morning.").await.unwrap();
    let rude = company.whisper_back(1, "You fool.").await.unwrap();
    company.hide(&rude.name, "Rude").await.unwrap();
    // It is half past noon; at half past eleven in the evening it is still the same day.
    company.hours_pass(11).await;
    assert_eq!(company.heard::<ProposalCommented>().await, []);
    company.hours_pass(1).await;
    let told = company.heard::<ProposalCommented>().await;
    assert_eq!(told.len(), 1, "a hidden answer is not told");
    assert_eq!((ids(&told[0].people), told[0].excerpt.as_str()), (vec!["w2"], "In the morning."));
    assert_eq!(told[0].author_display_name, "");
    company.hours_pass(24).await;
    assert_eq!(company.heard::<ProposalCommented>().await.len(), 1, "and only once");
}
