//! S1, the column "other team": what belongs to a team, asked for by somebody of the same organization who has to do with another
//! team only. It looks like nothing, unless the contract says otherwise.

use std::collections::{BTreeMap, BTreeSet};

use kit::auth::Grant;
use proto::{access::v1::Role, rules::Rule};
use serde_json::json;
use tonic::Code;

use crate::{
    support::{System, path_of},
    twins::{self, Twin, absent, collections, harvest, places, reads, request, visible},
};

/// Collections of which every member may be of a team: the team itself, its people, and what is said or done about them.
const OF_A_TEAM: &[&str] = &[
    "teams",
    "people",
    "flags",
    "interventions",
    "tasks",
    "assignments",
    "enrollments",
    "certificates",
    "helpRequests",
    "challenges",
    "awards",
    "redemptions",
    "champions",
    "nominations",
    "checkIns",
    "visits",
    "forwardedHelp",
    "committees",
    "meetings",
    "agendaItems",
    "polls",
    "outcomes",
    "recognitions",
];

/// Where the contract lets everybody know that something is there: by method and field, with the answer for what exists.
const OPEN: &[(&str, &str, Code)] = &[
    // The tree of teams and the committees are known to everybody signed in.
    ("identity.v1.TeamService.GetTeam", "name", Code::Ok),
    ("feedback.v1.CommitteeService.GetCommittee", "name", Code::Ok),
    // Only the chair calls a meeting of a committee that everybody knows.
    ("feedback.v1.MeetingService.CreateMeeting", "meeting.committee", Code::PermissionDenied),
    // Everybody may thank any team; what is missing here is the reason.
    ("incentives.v1.RecognitionService.GiveThanks", "team", Code::InvalidArgument),
];

/// The last id of a name.
fn id(name: &str) -> String {
    name.rsplit('/').next().unwrap_or_default().to_owned()
}

/// Somebody of another team.
async fn others(system: &System, twin: &Twin, position: &str) -> Vec<(&'static str, Twin)> {
    let identity = |method: &str| format!("hamgam.identity.v1.{method}");
    let team = json!({ "parent": twin.parent(), "team": { "displayName": "Support" } });
    let team = twin.create(system, &identity("TeamService.CreateTeam"), team).await;
    // The first manages the second.
    let mut people: Vec<String> = Vec::new();
    for number in ["31", "32"] {
        let person = json!({
            "externalId": number, "displayName": format!("Of support {number}"),
            "employmentStartDay": "2025-01-01",
            "manager": people.first().cloned().unwrap_or_default(),
            "memberships": [{ "team": team, "position": position, "startDay": "2025-01-01" }],
        });
        let person = json!({ "parent": twin.parent(), "person": person });
        people.push(twin.create(system, &identity("PersonService.CreatePerson"), person).await);
    }
    system.harness.settle().await;
    let champion = Grant { role: Role::Champion, team: Some(id(&team)) };
    let as_who =
        |grants: Vec<Grant>| Twin { id: twin.id, token: system.token_with(twin.id, &id(&people[0]), grants) };
    vec![("a champion", as_who(vec![champion])), ("a manager", as_who(Vec::new()))]
}

#[tokio::test]
async fn what_is_of_another_team_looks_like_nothing_unless_it_is_said() {
    let system = System::start().await;
    let twin = twins::found(&system, "east").await;
    let (_, names) = harvest(&system, &twin).await;
    let position = names.iter().find(|n| collections(n) == ["positions"]).unwrap().clone();
    let names: Vec<&String> = names
        .iter()
        .filter(|n| collections(n).last().is_some_and(|c| OF_A_TEAM.contains(&c.as_str())))
        .collect();
    let kinds: BTreeSet<String> = names.iter().filter_map(|n| collections(n).pop()).collect();
    for kind in ["teams", "people", "flags", "interventions", "tasks", "challenges", "committees", "meetings"]
    {
        assert!(kinds.contains(kind), "there are {kind}: {kinds:?}");
    }
    let others = others(&system, &twin, &position).await;
    let team = names.iter().find(|n| collections(n) == ["teams"]).unwrap();
    let grants = vec![Grant { role: Role::Champion, team: Some(id(team)) }];
    let own = Twin { id: twin.id, token: system.token_with(twin.id, "of-the-team", grants) };

    let (mut cells, mut wrong) = (0, Vec::new());
    let mut seen: BTreeMap<(String, String), Code> = BTreeMap::new();
    let mut seen_by_own = BTreeSet::new();
    for method in system.methods() {
        if !matches!(proto::rules::of(&path_of(&method)), Some(Rule::Roles(_))) {
            continue;
        }
        for place in places(&method) {
            for name in names.iter().filter(|n| collections(n) == place.collections) {
                let ask = async |who: &Twin, name: &str| {
                    let message = request(&method, who, &place.path, name);
                    visible(&method, &system.call_json(&method, &who.token, &message).await, name)
                };
                if reads(&method) && ask(&own, name).await != ask(&own, &absent(name)).await {
                    seen_by_own.insert(method.full_name().trim_start_matches("hamgam.").to_owned());
                }
                for (who, other) in &others {
                    let (there, nothing) = (ask(other, name).await, ask(other, &absent(name)).await);
                    cells += 1;
                    if there == nothing {
                        continue;
                    }
                    let field = place.path.join(".");
                    let method = method.full_name().trim_start_matches("hamgam.").to_owned();
                    let open =
                        OPEN.iter().any(|(m, f, code)| *m == method && *f == field && *code == there.0);
                    seen.insert((method.clone(), field.clone()), there.0);
                    if !open {
                        wrong.push(format!("{method} {field} = {name} by {who}: {there:?}, but {nothing:?}"));
                    }
                }
            }
        }
    }
    println!("{} of {cells} cells of another team are wrong", wrong.len());
    assert!(cells > 200, "the walk saw the contract: {cells}");
    for method in ["FlagService.GetFlag", "InterventionService.GetIntervention"] {
        let method = format!("adoption.v1.{method}");
        assert!(seen_by_own.contains(&method), "the own champion is told by {method}: {seen_by_own:?}");
    }
    assert!(wrong.is_empty(), "{} of {cells} cells are wrong:\n{}", wrong.len(), wrong.join("\n"));
    let silent: Vec<_> =
        OPEN.iter().filter(|(m, f, _)| !seen.contains_key(&((*m).to_owned(), (*f).to_owned()))).collect();
    assert!(silent.is_empty(), "said to be open, but it looks like nothing: {silent:?}");
}
