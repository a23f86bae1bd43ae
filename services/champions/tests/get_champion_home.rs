//! `GetChampionHome`.

use proto::{
    adoption::v1::{
        ApplicationOverview, AssignTask, Barrier, Flag, FlagWithPlay, Playbook, PlaybookStep, RequestVisit,
        Task, TaskAssignee, TeamStatus, TeamsOverview, playbook_step::Step,
    },
    champions::v1::{CheckInKind, GetChampionHomeRequest},
};

use crate::{
    request_visit::ask,
    support::{Company, company, name, parent, reason, text},
};

fn known(company: &Company) {
    let status = |team: &str, index: i32| TeamStatus {
        team: name("teams", team),
        index: Some(index),
        ..Default::default()
    };
    let step = |assignee: TaskAssignee, title: &str| PlaybookStep {
        step: Some(Step::AssignTask(AssignTask {
            assignee: assignee.into(),
            title: text(title),
            ..Default::default()
        })),
    };
    let visit =
        PlaybookStep { step: Some(Step::RequestVisit(RequestVisit { reason: text("Listen"), due_days: 7 })) };
    let play = Playbook {
        summary: text("Sit beside them."),
        steps: vec![visit, step(TaskAssignee::Champion, "Show it"), step(TaskAssignee::Hr, "Ask IT")],
        ..Default::default()
    };
    let flag = |id: &str, team: &str| Flag {
        name: name("flags", id),
        team: name("teams", team),
        proposed_barrier: Barrier::Ability.into(),
        sentence: text("18 of 100 days."),
        ..Default::default()
    };
    let overview = TeamsOverview {
        applications: vec![ApplicationOverview {
            application: name("applications", "crm"),
            evaluated_day: "2026-03-01".into(),
            statuses: vec![status("west", 45), status("east", 100)],
        }],
        flags: vec![
            FlagWithPlay { flag: Some(flag("f1", "west")), play: Some(play) },
            FlagWithPlay { flag: Some(flag("f2", "east")), play: None },
        ],
        tasks: vec![Task { team: name("teams", "west"), title: text("Show it"), ..Default::default() }],
    };
    company.neighbours.change(|s| s.overview = overview);
}

fn get() -> GetChampionHomeRequest {
    GetChampionHomeRequest { parent: parent() }
}

#[tokio::test]
async fn everything_that_waits_is_in_one_answer_and_nothing_of_other_teams() {
    let company = company().await;
    company.with_champion().await;
    known(&company);
    ask(&company, "west", "i1").await.unwrap();
    ask(&company, "east", "i1").await.unwrap();
    company.ask_for_help("h1", "w3").await;
    company.ask_for_help("h2", "e3").await;
    company.check_in("w2", "west", CheckInKind::Demo, "2026-03-09").await.unwrap();
    let home = company.home("w2").get_champion_home(get()).await.unwrap().into_inner();
    assert_eq!((home.terms.len(), home.teams.len(), home.more_teams), (1, 1, false));
    let west = &home.teams[0];
    assert_eq!(
        (west.team_display_name.as_str(), west.people, west.last_check_in_day.as_str()),
        ("WEST", 6, "2026-03-02")
    );
    assert_eq!(west.adoption[0].status.as_ref().unwrap().index, Some(45));
    assert_eq!(home.flags.len(), 1);
    let flag = &home.flags[0];
    assert_eq!(
        (flag.barrier(), flag.confirmed, flag.team_display_name.as_str()),
        (Barrier::Ability, false, "WEST")
    );
    assert_eq!(
        (flag.play.clone(), flag.play_steps.clone()),
        (text("Sit beside them."), vec![text("Listen").unwrap(), text("Show it").unwrap()])
    );
    assert_eq!((home.tasks.len(), home.tasks[0].team_display_name.as_str()), (1, "WEST"));
    assert_eq!((home.visits.len(), home.help.len(), home.follow_ups.len()), (1, 1, 1));
    assert!(home.adoption_known);
}

#[tokio::test]
async fn it_opens_without_adoption_and_for_whoever_was_given_the_role_by_hand() {
    let company = company().await;
    let role = proto::identity::v1::RoleGrant { role: 4, teams: vec![name("teams", "sales")] };
    let by_hand = proto::identity::v1::Person {
        roles: vec![role],
        revision: 2,
        ..crate::support::person("w2", "west", "w1")
    };
    company.hire(by_hand).await;
    company.settle().await;
    company.neighbours.change(|s| s.down = true);
    let home = company.home("w2").get_champion_home(get()).await.unwrap().into_inner();
    let teams: Vec<_> = home.teams.iter().map(|t| t.team_display_name.as_str()).collect();
    assert_eq!(teams, ["EAST", "SALES", "WEST"]);
    assert!(home.terms.is_empty() && !home.adoption_known && home.flags.is_empty());
}

#[tokio::test]
async fn whoever_is_no_champion_has_none() {
    let company = company().await;
    let error = company.home("w3").get_champion_home(get()).await.unwrap_err();
    assert_eq!(reason(&error), "NOT_A_CHAMPION");
}
