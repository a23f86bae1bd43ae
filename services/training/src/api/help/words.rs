//! What people, courses and modules of requests are called.

use kit::{directory, error::Error};

use crate::{
    api::convert::help::Words,
    domain::help::HelpRequest,
    store::{self, ConnectionTrait},
};

/// The words for these requests. A module is called as in the version that the learner has.
pub(crate) async fn of<C: ConnectionTrait>(
    db: &C,
    o: &str,
    requests: &[HelpRequest],
) -> Result<Words, Error> {
    let mut words = Words::default();
    let mut people: Vec<String> = requests.iter().map(|h| h.person.clone()).collect();
    people.extend(requests.iter().filter_map(|h| h.answer.as_ref()).map(|a| a.answerer.clone()));
    people.sort();
    people.dedup();
    for person in directory::people(db, o, &people).await? {
        words.people.insert(person.id, person.display_name);
    }
    let courses: Vec<String> = requests.iter().map(|h| h.course.clone()).collect();
    words.courses = store::course::titles(db, o, &courses).await?;
    let ids: Vec<String> = requests.iter().map(|h| h.enrollment.clone()).collect();
    let enrollments = store::enrollment::all_of(db, o, &ids).await?;
    for help in requests {
        let Some(module) = &help.module else { continue };
        let key = (help.course.clone(), module.clone());
        if words.modules.contains_key(&key) {
            continue;
        }
        if let Some(enrollment) = enrollments.get(&help.enrollment)
            && let Some(version) = store::version::load(db, o, &help.course, enrollment.version).await?
            && let Some(module) = version.module(module)
        {
            words.modules.insert(key, module.title.clone());
        }
    }
    Ok(words)
}
