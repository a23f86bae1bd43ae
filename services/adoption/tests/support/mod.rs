//! A small organization whose counts are known, and services that stand in for telemetry and training.

mod neighbours;

use std::{collections::BTreeMap, ops::Range, sync::Arc};

use jiff::{
    Span,
    civil::{Date, date},
};
use kit::{
    client::Outgoing,
    testing::{Harness, World},
};
use prost::Name;
use prost_types::FieldMask;
use proto::{
    access::v1::Role,
    adoption::v1::{
        self as pb, flag_service_client::FlagServiceClient,
        intervention_service_client::InterventionServiceClient,
        playbook_service_client::PlaybookServiceClient,
    },
    identity::v1 as identity,
    localization::v1::LocalizedText,
    telemetry::v1 as telemetry,
};
use tonic::{Code, Status};
use tonic_types::StatusExt;

pub(crate) use neighbours::Neighbours;

pub(crate) const PARENT: &str = "organizations/acme";
pub(crate) const CRM: &str = "organizations/acme/applications/crm";
/// The first day with counts, a Monday.
pub(crate) const FIRST: Date = date(2026, 1, 19);
/// Days with counts; the last is a Sunday, the day before tests begin.
pub(crate) const DAYS: i32 = 42;

/// The service with its neighbours, and a directory:
/// - west: w0 to w9, sales teams of eight that use it every second day; w0 hardly does;
/// - south: s1 and s2, sales teams of three, too small to be judged by themselves;
/// - legal: a team of six in a position of its own;
/// - tiny: two people and nothing around them.
pub(crate) struct Stage {
    pub(crate) harness: Harness,
    pub(crate) neighbours: Arc<Neighbours>,
    _world: World,
}

pub(crate) fn team(id: &str) -> String {
    format!("{PARENT}/teams/{id}")
}

/// So many hours, to move the clock.
pub(crate) fn hours(hours: u64) -> std::time::Duration {
    std::time::Duration::from_secs(hours * 3_600)
}

pub(crate) fn day(number: i32) -> Date {
    FIRST.checked_add(Span::new().days(number)).expect("a day")
}

/// Team, position, people, and how many of them use it on a working day.
pub(crate) type Row = (String, &'static str, i32, i32);

pub(crate) fn rows(use_of_w0: i32) -> Vec<Row> {
    let mut rows: Vec<Row> =
        (0..10).map(|t| (format!("w{t}"), "sales", 8, if t == 0 { use_of_w0 } else { 4 })).collect();
    rows.extend([("s1".into(), "sales", 3, 2), ("s2".into(), "sales", 3, 1)]);
    rows.extend([("legal".into(), "lawyer", 6, 3), ("tiny".into(), "clerk", 2, 1)]);
    rows
}

/// The event that tells of a day; nobody works on weekends.
pub(crate) fn counted(number: i32, rows: &[Row], revision: i64) -> telemetry::TeamDaysCounted {
    let day = day(number);
    let works = day.weekday().to_monday_zero_offset() < 5;
    let of = |n: i32| if works { n } else { 0 };
    telemetry::TeamDaysCounted {
        application: CRM.into(),
        day: day.to_string(),
        cells: rows
            .iter()
            .map(|(id, position, people, active)| telemetry::TeamDay {
                day: day.to_string(),
                team: team(id),
                position: format!("{PARENT}/positions/{position}"),
                site: format!("{PARENT}/sites/hq"),
                eligible: of(*people),
                active: of(*active),
                revision,
                new_members: 0,
            })
            .collect(),
    }
}

impl Stage {
    /// Without counts.
    pub(crate) async fn empty() -> Self {
        let world = World::new().await;
        let adoption = adoption::open(&world.context).await.expect("adoption opens");
        let neighbours = Neighbours::open(&world.context).await;
        let harness = world.serve(vec![adoption, neighbours.clone()]);
        let stage = Self { harness, neighbours, _world: world };
        stage.tell_directory().await;
        stage
    }

    /// With six weeks evaluated: w0 is flagged, and knows why.
    pub(crate) async fn evaluated() -> Self {
        let stage = Self::empty().await;
        stage.neighbours.answer_untrained();
        stage.count(0..DAYS, &rows(1)).await;
        stage.harness.settle().await;
        stage
    }

    /// Delivers the counts of some days.
    pub(crate) async fn count(&self, days: Range<i32>, rows: &[Row]) {
        for number in days {
            self.harness.deliver(&counted(number, rows, 1)).await;
        }
    }

    async fn tell_directory(&self) {
        let parents = BTreeMap::from([("s1", "south"), ("s2", "south")]);
        let mut ids: Vec<String> = rows(1).into_iter().map(|r| r.0).collect();
        ids.extend(["west".to_owned(), "south".to_owned()]);
        for id in &ids {
            let above = if id.starts_with('w') && id != "west" {
                Some("west")
            } else {
                parents.get(id.as_str()).copied()
            };
            let parent = above.map(team).unwrap_or_default();
            self.harness
                .deliver(&identity::TeamChanged {
                    team: Some(identity::Team {
                        name: team(id),
                        display_name: format!("Team {id}"),
                        ancestors: above.map(team).into_iter().collect(),
                        parent,
                        revision: 1,
                        ..Default::default()
                    }),
                })
                .await;
        }
        self.tell_target(None).await;
    }

    /// What the owner expects of sales.
    pub(crate) async fn tell_target(&self, target: Option<f64>) {
        for (position, target_rate) in [("sales", target), ("lawyer", None), ("clerk", None)] {
            self.harness
                .deliver(&identity::PositionChanged {
                    position: Some(identity::Position {
                        name: format!("{PARENT}/positions/{position}"),
                        display_name: position.into(),
                        target_rate,
                        revision: if target.is_some() { 2 } else { 1 },
                        ..Default::default()
                    }),
                })
                .await;
        }
    }

    pub(crate) fn hr(&self) -> Outgoing {
        self.harness.as_role(Role::Hr)
    }

    /// A champion of one team and those below it.
    pub(crate) fn champion(&self, team: &str) -> Outgoing {
        self.harness.as_person("champion", &[(Role::Champion, Some(team))])
    }

    /// What the others were told of this kind.
    pub(crate) async fn told<E: Name + Default>(&self) -> Vec<E> {
        self.harness.settle().await;
        self.neighbours.heard()
    }

    /// The only open flag.
    pub(crate) async fn flag(&self) -> pb::Flag {
        let mut flags = self.flags().await;
        assert_eq!(flags.len(), 1, "{flags:?}");
        flags.remove(0)
    }

    /// All open flags.
    pub(crate) async fn flags(&self) -> Vec<pb::Flag> {
        let request = pb::ListFlagsRequest { parent: PARENT.into(), ..Default::default() };
        FlagServiceClient::new(self.hr()).list_flags(request).await.expect("flags").into_inner().flags
    }

    /// Has HR make a playbook of one task for the champion, due in 7 days, and one for HR, due in 14.
    pub(crate) async fn play_with_tasks(&self, barrier: &str) {
        let text = |en: &str| Some(LocalizedText { en: en.into(), ..Default::default() });
        let step = |assignee: pb::TaskAssignee, title: &str, due_days| pb::PlaybookStep {
            step: Some(pb::playbook_step::Step::AssignTask(pb::AssignTask {
                assignee: assignee.into(),
                title: text(title),
                description: text("As it fits."),
                due_days,
            })),
        };
        let playbook = pb::Playbook {
            name: format!("{PARENT}/playbooks/{barrier}"),
            steps: vec![
                step(pb::TaskAssignee::Champion, "Sit with the team", 7),
                step(pb::TaskAssignee::Hr, "Thank the team", 14),
            ],
            ..Default::default()
        };
        let request = pb::UpdatePlaybookRequest {
            playbook: Some(playbook),
            update_mask: Some(FieldMask { paths: vec!["steps".into()] }),
        };
        PlaybookServiceClient::new(self.hr()).update_playbook(request).await.expect("changed");
    }

    /// The newest intervention.
    pub(crate) async fn intervention(&self) -> pb::Intervention {
        self.harness.settle().await;
        let request = pb::ListInterventionsRequest { parent: PARENT.into(), ..Default::default() };
        let mut client = InterventionServiceClient::new(self.hr());
        let list = client.list_interventions(request).await.expect("interventions").into_inner();
        list.interventions.into_iter().next().expect("an intervention")
    }

    /// Confirms the only open flag with a barrier.
    pub(crate) async fn confirm(&self, barrier: pb::Barrier) -> pb::Flag {
        let request = pb::ConfirmFlagRequest {
            name: self.flag().await.name,
            barrier: barrier.into(),
            ..Default::default()
        };
        FlagServiceClient::new(self.hr()).confirm_flag(request).await.expect("confirmed").into_inner()
    }
}

/// The fields that a refusal names.
pub(crate) fn fields(status: &Status) -> Vec<String> {
    assert_eq!(status.code(), Code::InvalidArgument, "{status:?}");
    let details = status.get_details_bad_request().expect("violations");
    details.field_violations.into_iter().map(|v| v.field).collect()
}

/// The reason that a refusal gives.
pub(crate) fn reason(status: &Status) -> String {
    status.get_details_error_info().expect("a reason").reason
}
