//! What a champion needs to know about some teams, read together: rows of the teams, and one for each
//! application and barrier. To find open flags, SQLite goes through all that are open in the organization.

use std::collections::HashMap;

use kit::{db::Together, error::Error};
use sea_orm::ConnectionTrait;

use super::{count, count::Application, flag, playbook, playbook::Kept, task};
use crate::domain::{
    barrier::Barrier,
    flag::{Flag, Status},
    intervention::Task,
};

/// What there is of some teams.
pub(crate) struct Overview {
    /// How far each application is evaluated, by id.
    pub(crate) applications: Vec<Application>,
    /// Open flags, newest first.
    pub(crate) open: Vec<Flag>,
    /// Open tasks of champions, the earliest due first, each with the flag that it is about.
    pub(crate) tasks: Vec<(Task, Flag)>,
    playbooks: HashMap<Barrier, Kept>,
}

impl Overview {
    /// The playbook of a barrier.
    pub(crate) fn playbook(&self, barrier: Barrier) -> Kept {
        self.playbooks.get(&barrier).cloned().unwrap_or_else(|| Kept::at_first(barrier))
    }
}

/// Reads it of these teams, at most so many flags and tasks.
pub(crate) async fn read<C: ConnectionTrait>(
    db: &C,
    o: &str,
    teams: &[String],
    most: u64,
) -> Result<Overview, Error> {
    let mut ask = Together::new(db);
    let applications = count::ask_applications(&mut ask, o);
    let open = flag::Filter {
        statuses: vec![Status::Flagged, Status::Snoozed],
        teams: Some(teams.to_vec()),
        limit: most,
        ..flag::Filter::default()
    };
    let open = flag::filtered(o, &open).ask::<flag::Row>(&mut ask, flag::NEWEST_FIRST, most);
    let filter = task::Filter { done: false, champion_of: Some(teams.to_vec()), after: None, limit: most };
    let tasks = task::filtered(o, &filter).ask::<task::OfFlag>(&mut ask, task::EARLIEST_FIRST, most);
    let playbooks = playbook::ask_all(&mut ask, o);

    let mut answers = ask.read(db).await?;
    let open: Vec<Flag> = answers.take(open)?.into_iter().map(Flag::try_from).collect::<Result<_, _>>()?;
    let mut known: HashMap<String, Flag> = open.iter().map(|f| (f.id.clone(), f.clone())).collect();
    let mut tasks_of = Vec::new();
    for task::OfFlag { task, flag: id } in answers.take(tasks)? {
        if !known.contains_key(&id)
            && let Some(flag) = flag::load(db, o, &id).await?
        {
            known.insert(id.clone(), flag);
        }
        if let Some(flag) = known.get(&id) {
            tasks_of.push((task.try_into()?, flag.clone()));
        }
    }
    let mut kept = HashMap::new();
    for row in answers.take(playbooks)? {
        if let Some((barrier, playbook)) = row.read()? {
            kept.insert(barrier, playbook);
        }
    }
    Ok(Overview { applications: answers.take(applications)?, open, tasks: tasks_of, playbooks: kept })
}
