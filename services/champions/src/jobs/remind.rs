//! Ends terms that are over or whose champion left, announces those that end soon, and reminds champions to look again.

use std::{collections::HashMap, time::Duration};

use async_trait::async_trait;
use jiff::{Timestamp, ToSpan, civil::Date, tz::TimeZone};
use kit::{
    directory,
    error::Error,
    module::{Job, Progress},
};

use crate::{
    Champions,
    api::write_champion,
    coverage,
    domain::champion::{Champion, EndReason},
    events::published,
    store::{self, ConnectionTrait},
};

/// Follow-ups of one step.
const BATCH: u64 = 200;

/// The job.
pub(super) struct Remind(pub(super) Champions);

#[async_trait]
impl Job for Remind {
    fn name(&self) -> &'static str {
        "champions.remind"
    }

    fn every(&self) -> Duration {
        Duration::from_secs(self.0.config.remind_every_seconds)
    }

    async fn run(&self, now: Timestamp) -> Result<Progress, Error> {
        let (s, today) = (&self.0, now.to_zoned(TimeZone::UTC).date());
        let mut worked = false;
        for organization in directory::organizations(s.db.read()).await? {
            worked |= end_terms(s, &organization.id, today).await?;
        }
        let tx = s.db.begin().await?;
        let due = store::check_in::to_remind(&tx, today, BATCH).await?;
        for (o, mut check_in) in due {
            let names = store::people::team_names(&tx, &o, store::people::ids([&check_in.team])).await?;
            let name = names.get(&check_in.team).cloned().unwrap_or_default();
            s.outbox.add(&tx, &o, &published::follow_up_due(&o, &check_in, &name)).await?;
            check_in.reminded = true;
            store::check_in::save(&tx, &o, &check_in).await?;
            worked = true;
        }
        tx.commit().await?;
        Ok(if worked { Progress::Worked } else { Progress::Idle })
    }
}

/// What has to happen to a term today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Due {
    End(EndReason),
    Announce,
}

/// Whether anything was due.
async fn end_terms(s: &Champions, o: &str, today: Date) -> Result<bool, Error> {
    let settings = store::coverage::settings(s.db.read(), o).await?;
    let remind_days = i32::try_from(settings.remind_days).unwrap_or(0);
    let due = due(s.db.read(), o, today, remind_days).await?;
    for (id, what) in &due {
        let tx = s.db.begin().await?;
        let Some(mut term) = store::champion::load(&tx, o, id).await? else { continue };
        match what {
            Due::End(reason) => {
                if !term.end(*reason, today) {
                    continue;
                }
            }
            Due::Announce => term.reminded = true,
        }
        store::champion::save(&tx, o, &term).await?;
        coverage::recount_person(&tx, o, &term.person).await?;
        let reply = write_champion(&tx, o, &term).await?;
        s.outbox.add(&tx, o, &published::champion_term_ended(&reply)).await?;
        tx.commit().await?;
    }
    Ok(!due.is_empty())
}

async fn due<C: ConnectionTrait>(
    db: &C,
    o: &str,
    today: Date,
    remind_days: i32,
) -> Result<HashMap<String, Due>, Error> {
    let terms = store::champion::active(db, o, None).await?;
    let ids: Vec<String> = terms.iter().map(|t| t.person.clone()).collect();
    let people: HashMap<String, directory::Person> =
        directory::people(db, o, &ids).await?.into_iter().map(|p| (p.id.clone(), p)).collect();
    let left =
        |term: &Champion| people.get(&term.person).is_some_and(|p| p.end_day.is_some_and(|d| d < today));
    let soon = today.checked_add(remind_days.days()).unwrap_or(Date::MAX);
    let what = |term: &Champion| {
        if left(term) {
            Some(Due::End(EndReason::Left))
        } else if term.end_day < today {
            Some(Due::End(EndReason::Term))
        } else {
            (!term.reminded && term.end_day <= soon).then_some(Due::Announce)
        }
    };
    Ok(terms.iter().filter_map(|t| what(t).map(|w| (t.id.clone(), w))).collect())
}
