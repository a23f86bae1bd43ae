//! What is done about a flag, in the transaction of whoever does it: a line in its history, an intervention begun, an
//! intervention completed.

use kit::{
    db::{Tx, time::to_micros},
    directory::TeamTree,
    error::Error,
};

use crate::{
    Adoption,
    domain::{
        barrier::Barrier,
        flag::{Flag, Kind, Told},
        intervention::{self, Intervention, StepState, Task},
    },
    events,
    store::{self, count},
};

impl Adoption {
    /// Adds a line to the history of a flag.
    pub(crate) async fn tell(
        &self,
        tx: &Tx,
        organization: &str,
        flag: &str,
        told: &Told,
    ) -> Result<(), Error> {
        let time = to_micros(self.clock.now());
        store::flag_event::add(tx, organization, flag, time, told).await
    }

    /// The name of a team, as it is known here.
    pub(crate) fn team_name(tree: &TeamTree, team: &str) -> String {
        tree.get(team).map_or_else(|| team.to_owned(), |t| t.display_name.clone())
    }

    /// The last evaluated day of an application; yesterday before the first.
    pub(crate) async fn evaluated_day(
        &self,
        tx: &Tx,
        organization: &str,
        application: &str,
    ) -> Result<i32, Error> {
        let known = count::application(tx, organization, application).await?;
        Ok(known.and_then(|a| a.evaluated_day).unwrap_or_else(|| self.today() - 1))
    }

    /// Begins the intervention of a barrier's playbook. Jobs that follow assign retraining and ask others for help.
    pub(crate) async fn start_intervention(
        &self,
        tx: &Tx,
        organization: &str,
        flag: &Flag,
        barrier: Barrier,
        training: &str,
        automatic: bool,
    ) -> Result<(), Error> {
        let kept = store::playbook::load(tx, organization, barrier).await?;
        let tree = kit::directory::teams(tx, organization).await?;
        let team = Self::team_name(&tree, &flag.anchor);
        let started = Intervention {
            id: self.ids.next(),
            flag: flag.id.clone(),
            application: flag.application.clone(),
            unit: flag.unit.clone(),
            barrier,
            completed: false,
            start_day: self.today(),
            after_day: self.evaluated_day(tx, organization, &flag.application).await?,
            complete_time: None,
        };
        let plan =
            intervention::plan(&kept.playbook, &started.id, started.start_day, training, || self.ids.next());
        store::intervention::save(tx, organization, &started).await?;
        for step in &plan.trainings {
            store::training_step::save(tx, organization, step).await?;
        }
        for step in &plan.outreach {
            store::outreach::add(tx, organization, step).await?;
        }
        let event =
            events::intervention_started(organization, flag, &team, &started, &kept.playbook, automatic);
        self.outbox.add(tx, organization, &event).await?;
        for task in &plan.tasks {
            self.give_task(tx, organization, flag, &team, &started, task).await?;
        }
        let told = Told { barrier: Some(barrier), ..Told::system(Kind::InterventionStarted) };
        self.tell(tx, organization, &flag.id, &told).await
    }

    /// Gives a task and tells of it.
    pub(crate) async fn give_task(
        &self,
        tx: &Tx,
        organization: &str,
        flag: &Flag,
        team: &str,
        intervention: &Intervention,
        task: &Task,
    ) -> Result<(), Error> {
        store::task::save(tx, organization, task).await?;
        let event = events::task_assigned(organization, flag, team, intervention, task);
        self.outbox.add(tx, organization, &event).await?;
        Ok(())
    }

    /// Completes an intervention of which everything is done.
    pub(crate) async fn complete_if_done(
        &self,
        tx: &Tx,
        organization: &str,
        mut intervention: Intervention,
    ) -> Result<(), Error> {
        if intervention.completed {
            return Ok(());
        }
        let trainings = store::training_step::of(tx, organization, &intervention.id).await?;
        let tasks = store::task::of(tx, organization, &intervention.id).await?;
        let outreach = store::outreach::of(tx, organization, &intervention.id).await?;
        let over = trainings.iter().all(|s| s.state == StepState::Done)
            && outreach.iter().all(|s| s.state.is_over())
            && tasks.iter().all(|t| t.done);
        if over {
            intervention.completed = true;
            intervention.complete_time = Some(to_micros(self.clock.now()));
            store::intervention::save(tx, organization, &intervention).await?;
            let told = Told::system(Kind::InterventionCompleted);
            self.tell(tx, organization, &intervention.flag, &told).await?;
        }
        Ok(())
    }
}
