//! What the system proposes for a meeting: plays, flags of the teams concerned, overdue tasks, and what most people voted for.

use kit::{directory, error::Error};

use crate::{
    Feedback,
    adoption::OpenFlag,
    api::meetings::{convert::reader_in, seeing::Seen},
    domain::{
        agenda::{self, Suggestion, Voted, clusters},
        proposal::Status,
    },
    store::{
        self,
        proposal_find::{Filter, Order, Viewer},
    },
};

/// Proposals that are looked at: the most voted ones.
const PROPOSALS: u64 = 100;
/// Overdue tasks that are looked at.
const TASKS: u64 = 10;
/// Groups of proposals that are proposed.
const GROUPS: usize = 10;

/// The suggestions that are neither taken nor dismissed, and whether adoption answered.
pub(super) async fn for_meeting(
    s: &Feedback,
    o: &str,
    seen: &Seen,
) -> Result<(Vec<Suggestion>, bool), Error> {
    let flags = s.open_flags(o, seen.committee.application.as_deref()).await;
    let all = all(s, o, seen, flags.as_deref().unwrap_or_default()).await?;
    Ok((all, flags.is_some()))
}

/// The suggestion with this key, if it is still proposed.
pub(super) async fn find(s: &Feedback, o: &str, seen: &Seen, key: &str) -> Result<Option<Suggestion>, Error> {
    let (all, _) = for_meeting(s, o, seen).await?;
    Ok(all.into_iter().find(|one| one.key == key))
}

async fn all(s: &Feedback, o: &str, seen: &Seen, flags: &[OpenFlag]) -> Result<Vec<Suggestion>, Error> {
    let (db, committee) = (s.db.read(), &seen.committee);
    let (mut flagged, dismissed) = store::agenda::suggested(db, o, &committee.id).await?;
    let taken = store::agenda::taken(db, o, &committee.id).await?;
    let tree = directory::teams(db, o).await?;
    for flag in flags {
        let concerned = |team: &str| committee.teams.iter().any(|above| tree.is_within(team, above));
        // A flag that a play brought up already comes once.
        let brought_up = flagged.iter().any(|one| one.flag.as_ref() == Some(&flag.id));
        if (concerned(&flag.team) || flag.members.iter().any(|m| concerned(m))) && !brought_up {
            flagged.push(Suggestion::flag(&flag.id, &flag.team_name, flag.sentence.clone()));
        }
    }
    let mut others = Vec::new();
    let today = s.today(db, o).await?;
    let organization = directory::organization(db, o).await?;
    for outcome in store::outcome::overdue(db, o, Some(&committee.id), today, TASKS).await? {
        let Some(task) = &outcome.task else { continue };
        let due = |language| match &organization {
            Some(organization) => reader_in(organization, language).long(task.due),
            None => task.due.to_string(),
        };
        others.push(Suggestion::task(&outcome.id, &task.owner, &outcome.text, due));
    }
    let filter = Filter {
        statuses: vec![Status::Open],
        application: committee.application.clone(),
        viewer: Viewer::Person(String::new()),
        ..Filter::default()
    };
    let proposals = store::proposal_find::list(db, o, &filter, Order::Votes, None, PROPOSALS).await?;
    let voted =
        proposals.into_iter().map(|p| Voted { id: p.id, title: p.draft.title, votes: p.votes }).collect();
    others.extend(clusters(voted).iter().take(GROUPS).filter_map(|group| Suggestion::cluster(group)));
    for some in [&mut flagged, &mut others] {
        some.retain(|one| !taken.contains(&one.key) && !dismissed.contains(&one.key));
    }
    Ok(agenda::shown(flagged, others))
}
