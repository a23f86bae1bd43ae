//! The same `request_id` gives the same answer for seven days.

use kit::{
    error::Error,
    localize::Language,
    module::Module,
    request_id::RequestId,
    testing::{ORGANIZATION, World},
};
use proto::imports::v1::{ImportCount, ImportNotice};

use crate::support::Counter;

#[tokio::test]
async fn the_answer_is_remembered_for_seven_days_and_other_content_is_refused() {
    let world = World::new().await;
    let counter = Counter::open(&world.context).await;
    let request = ImportCount { kind: "a".into(), ..ImportCount::default() };
    let answer = ImportNotice { code: "done".into(), ..ImportNotice::default() };
    let now = world.context.clock.now();

    let tx = counter.db().begin().await.unwrap();
    let id = RequestId::new(ORGANIZATION, "Create", "r1", &request, now);
    assert_eq!(id.replay::<ImportNotice>(&tx, Language::En).await.unwrap(), None);
    id.remember(&tx, &answer).await.unwrap();
    tx.commit().await.unwrap();

    let tx = counter.db().begin().await.unwrap();
    assert_eq!(id.replay(&tx, Language::En).await.unwrap(), Some(answer.clone()));

    let other = ImportCount { kind: "b".into(), ..ImportCount::default() };
    let reused = RequestId::new(ORGANIZATION, "Create", "r1", &other, now);
    assert!(matches!(reused.replay::<ImportNotice>(&tx, Language::Fa).await, Err(Error::Invalid(_))));

    let elsewhere = RequestId::new("globex", "Create", "r1", &request, now);
    assert_eq!(elsewhere.replay::<ImportNotice>(&tx, Language::En).await.unwrap(), None);

    let week = jiff::SignedDuration::from_hours(7 * 24);
    let later = RequestId::new(ORGANIZATION, "Create", "r1", &request, now + week);
    assert_eq!(later.replay::<ImportNotice>(&tx, Language::En).await.unwrap(), None);
    later.remember(&tx, &answer).await.unwrap();
}
