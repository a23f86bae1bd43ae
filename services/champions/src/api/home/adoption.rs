//! What adoption knows about a champion's teams. It is asked as a service, and about nothing but these teams; without an answer
//! the home is shown without it.

use std::collections::HashMap;

use proto::{
    adoption::v1::{
        self as adoption, TeamsOverview, playbook_step::Step,
        team_adoption_service_client::TeamAdoptionServiceClient,
    },
    champions::v1::{ChampionHome, HomeAdoption, HomeFlag},
};

use crate::{Champions, api::convert::team, store::people::CoveredTeam};

/// What adoption answered, with the names that it does not know.
pub(super) struct Known {
    overview: TeamsOverview,
    /// By resource name.
    names: HashMap<String, String>,
}

/// Asks.
pub(super) async fn ask(s: &Champions, o: &str, covered: &[CoveredTeam]) -> Option<Known> {
    let request = adoption::GetTeamsOverviewRequest {
        parent: format!("organizations/{o}"),
        teams: covered.iter().map(|t| team(o, &t.team)).collect(),
    };
    let answer = TeamAdoptionServiceClient::new(s.others(o)).get_teams_overview(request).await;
    match answer {
        Ok(answer) => Some(Known {
            overview: answer.into_inner(),
            names: covered.iter().map(|t| (team(o, &t.team), t.display_name.clone())).collect(),
        }),
        Err(error) => {
            tracing::warn!(%error, "adoption did not answer for a champion's home");
            None
        }
    }
}

impl Known {
    /// Fills in what is known.
    pub(super) fn fill(self, home: &mut ChampionHome) {
        home.adoption_known = true;
        for application in self.overview.applications {
            let mut by_team: HashMap<String, adoption::TeamStatus> =
                application.statuses.into_iter().map(|s| (s.team.clone(), s)).collect();
            for team in &mut home.teams {
                if let Some(status) = by_team.remove(&team.team) {
                    team.adoption.push(HomeAdoption {
                        application: application.application.clone(),
                        status: Some(status),
                        evaluated_day: application.evaluated_day.clone(),
                    });
                }
            }
        }
        let names = &self.names;
        let called = |team: &String| names.get(team).cloned().unwrap_or_default();
        home.flags = self.overview.flags.into_iter().filter_map(|f| flag(f, called)).collect();
        home.tasks = self.overview.tasks;
        for task in &mut home.tasks {
            task.team_display_name = called(&task.team);
        }
    }
}

fn flag(flag: adoption::FlagWithPlay, called: impl Fn(&String) -> String) -> Option<HomeFlag> {
    let (play, flag) = (flag.play, flag.flag?);
    let chosen = flag.barrier() != adoption::Barrier::Unspecified;
    let barrier = if chosen { flag.barrier() } else { flag.proposed_barrier() };
    let steps = play.iter().flat_map(|p| &p.steps).filter_map(|s| match &s.step {
        Some(Step::AssignTask(task)) if task.assignee() == adoption::TaskAssignee::Champion => {
            task.title.clone()
        }
        Some(Step::RequestVisit(visit)) => visit.reason.clone(),
        _ => None,
    });
    Some(HomeFlag {
        team_display_name: called(&flag.team),
        barrier: barrier.into(),
        confirmed: chosen,
        play_steps: steps.collect(),
        play: play.as_ref().and_then(|p| p.summary.clone()),
        flag: flag.name,
        team: flag.team,
        application: flag.application,
        sentence: flag.sentence,
        raised_day: flag.raised_day,
    })
}
