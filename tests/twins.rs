//! S2: two organizations that are the same in everything but their names. What belongs to the other one looks exactly like what
//! does not exist, whether it is asked for by its own name or by its id under one's own organization.

use std::collections::{BTreeMap, BTreeSet};

use base64::Engine as _;
use identity::Founder;
use jiff::civil::date;
use kit::{clock::Clock as _, localize::Language};
use prost_reflect::{FieldDescriptor, Kind, MethodDescriptor};
use proto::{
    localization::v1::Calendar,
    rules::Rule,
    telemetry::v1::{TeamDay, TeamDaysCounted},
};
use serde_json::{Value, json};
use tonic::Code;

use crate::support::{Answer, GRANTED, System, json_of, path_of};

mod filling;

use filling::{reward, speak};

/// An organization, and somebody of it who holds every role.
pub(crate) struct Twin {
    pub(crate) id: &'static str,
    pub(crate) token: String,
}

impl Twin {
    pub(crate) fn parent(&self) -> String {
        format!("organizations/{}", self.id)
    }

    /// Creates something; its name.
    pub(crate) async fn create(&self, system: &System, method: &str, message: Value) -> String {
        let created = system.must(method, &self.token, &message).await;
        created["name"].as_str().unwrap_or_else(|| panic!("{method} answers no name: {created}")).to_owned()
    }
}

/// Founds an organization with one of everything that a person can set up.
pub(crate) async fn found(system: &System, id: &'static str) -> Twin {
    let languages = [Language::En, Language::Fa];
    system.identity.found(id, id, &languages, Calendar::Unspecified).await.unwrap();
    let founder = Founder {
        external_id: "1".into(),
        display_name: "Founder".into(),
        email: format!("founder@{id}.example"),
        password: "correct horse battery".into(),
        roles: vec![kit::auth::Role::Admin, kit::auth::Role::Hr],
        language: None,
        start_day: date(2025, 1, 1),
    };
    let founder = system.identity.add_founder(id, founder).await.unwrap();
    let twin = Twin { id, token: system.token(id, &founder.person, &GRANTED) };
    let parent = twin.parent();

    let identity = |method: &str| format!("hamgam.identity.v1.{method}");
    let site = json!({ "displayName": "Main", "timeZone": "Asia/Tehran" });
    let site = twin
        .create(system, &identity("SiteService.CreateSite"), json!({ "parent": parent, "site": site }))
        .await;
    let team = json!({ "parent": parent, "team": { "displayName": "Sales" } });
    let team = twin.create(system, &identity("TeamService.CreateTeam"), team).await;
    let position = json!({ "parent": parent, "position": { "displayName": "Seller" } });
    let position = twin.create(system, &identity("PositionService.CreatePosition"), position).await;
    let person = json!({
        "externalId": "2", "displayName": "Sara", "email": format!("sara@{id}.example"), "site": site,
        "employmentStartDay": "2025-01-01",
        "memberships": [{ "team": team, "position": position, "startDay": "2025-01-01" }],
    });
    let person = json!({ "parent": parent, "person": person });
    let person = twin.create(system, &identity("PersonService.CreatePerson"), person).await;
    system.must(&identity("PersonService.InvitePerson"), &twin.token, &json!({ "name": person })).await;
    let import = json!({ "parent": parent, "fileName": "people.csv" });
    twin.create(system, &identity("DirectoryImportService.CreateImport"), import).await;

    // The others keep a copy of the directory.
    system.harness.settle().await;
    let telemetry = |method: &str| format!("hamgam.telemetry.v1.{method}");
    let application = json!({ "parent": parent, "application": { "title": { "en": "CRM" } } });
    let application =
        twin.create(system, &telemetry("ApplicationService.CreateApplication"), application).await;
    let feature =
        json!({ "parent": application, "feature": { "code": "offer", "title": { "en": "Offers" } } });
    let feature = twin.create(system, &telemetry("ApplicationService.CreateFeature"), feature).await;
    let task = json!({ "parent": application, "coreTask": { "position": position, "feature": feature } });
    twin.create(system, &telemetry("ApplicationService.CreateCoreTask"), task).await;
    let key = json!({ "parent": application, "apiKey": { "displayName": "key" } });
    twin.create(system, &telemetry("ApplicationService.CreateApiKey"), key).await;

    let training = |method: &str| format!("hamgam.training.v1.{method}");
    let course = json!({
        "title": { "en": "Offers" },
        "modules": [{ "title": { "en": "First" }, "minutes": 5, "text": { "markdown": { "en": "Read this." } } }],
    });
    let course = json!({ "parent": parent, "course": course });
    let course = twin.create(system, &training("CourseService.CreateCourse"), course).await;
    system.must(&training("CourseService.PublishCourse"), &twin.token, &json!({ "name": course })).await;
    let curriculum = json!({
        "title": { "en": "Seller" }, "position": position, "level": "LEVEL_NOVICE",
        "steps": [{ "course": course, "dueWorkingDays": 10 }],
    });
    let curriculum = json!({ "parent": parent, "curriculum": curriculum });
    let curriculum = twin.create(system, &training("CurriculumService.CreateCurriculum"), curriculum).await;
    system.harness.settle().await;
    reward(system, &twin, &team, &application, &person).await;
    speak(system, &twin, &application).await;
    let assignment = json!({
        "title": { "en": "All sellers" }, "curriculum": curriculum,
        "dueWorkingDays": 10,
        "audience": { "allOf": [{ "position": { "positions": [position] } }] },
    });
    let assignment = json!({ "parent": parent, "assignment": assignment });
    twin.create(system, &training("AssignmentService.CreateAssignment"), assignment).await;
    meet(system, &twin, &team, &format!("{parent}/people/{}", founder.person)).await;
    let flagged = Flagged { application, team, position, site };
    flagged.act(system, &twin).await;
    twin
}

/// A committee with a meeting to come and something to speak about.
async fn meet(system: &System, twin: &Twin, team: &str, chair: &str) {
    let feedback = |method: &str| format!("hamgam.feedback.v1.{method}");
    let committee = json!({ "title": { "en": "Users" }, "kind": "COMMITTEE_KIND_USERS", "teams": [team] });
    let members = json!([{ "person": chair, "role": "COMMITTEE_ROLE_CHAIR" }]);
    let committee = json!({ "parent": twin.parent(), "committee": committee, "members": members });
    let committee = twin.create(system, &feedback("CommitteeService.CreateCommittee"), committee).await;
    let tomorrow = system.harness.clock.now() + jiff::SignedDuration::from_hours(24);
    let meeting = json!({
        "committee": committee, "title": { "en": "First" }, "startTime": tomorrow.to_string(),
        "durationMinutes": 60,
    });
    let meeting = json!({ "parent": twin.parent(), "meeting": meeting });
    let meeting = twin.create(system, &feedback("MeetingService.CreateMeeting"), meeting).await;
    let item = json!({ "parent": meeting, "agendaItem": { "title": { "en": "Offers" } } });
    twin.create(system, &feedback("AgendaService.CreateAgendaItem"), item).await;
}

/// A team that hardly uses an application.
struct Flagged {
    application: String,
    team: String,
    position: String,
    site: String,
}

impl Flagged {
    /// Six weeks in which seven other teams used it every second day. The team is flagged, and HR acts.
    async fn act(&self, system: &System, twin: &Twin) {
        let today = system.harness.clock.now().to_zoned(jiff::tz::TimeZone::UTC).date();
        for back in (1..=42).rev() {
            let day = today.checked_sub(jiff::Span::new().days(back)).unwrap().to_string();
            let cell = |team: String, active: i32| TeamDay {
                day: day.clone(),
                team,
                position: self.position.clone(),
                site: self.site.clone(),
                eligible: 8,
                active,
                revision: 1,
                new_members: 0,
            };
            let mut cells = vec![cell(self.team.clone(), 1)];
            cells.extend((0..7).map(|peer| cell(format!("{}/teams/peer{peer}", twin.parent()), 4)));
            let event = TeamDaysCounted { application: self.application.clone(), day: day.clone(), cells };
            system.deliver(twin.id, &event).await;
        }
        system.harness.settle().await;
        let adoption = |method: &str| format!("hamgam.adoption.v1.{method}");
        let ask = json!({ "parent": twin.parent() });
        let flags = system.must(&adoption("FlagService.ListFlags"), &twin.token, &ask).await;
        let confirm = json!({ "name": flags["flags"][0]["name"], "barrier": "BARRIER_REINFORCEMENT" });
        system.must(&adoption("FlagService.ConfirmFlag"), &twin.token, &confirm).await;
        system.harness.settle().await;
    }
}

/// Whether a method only reads.
pub(crate) fn reads(method: &MethodDescriptor) -> bool {
    ["Get", "List", "Find", "Count"].iter().any(|verb| method.name().starts_with(verb))
}

/// A place in a request that names something.
pub(crate) struct Place {
    /// The field, or the resource and a field in it.
    pub(crate) path: Vec<String>,
    /// What it names, as its comment says: `["applications", "features"]`.
    pub(crate) collections: Vec<String>,
}

/// Where a request can name something: the text fields of it and of its resources whose comments say a name.
pub(crate) fn places(method: &MethodDescriptor) -> Vec<Place> {
    let mut all = Vec::new();
    for field in method.input().fields().filter(|f| !f.is_list() && !f.is_map()) {
        match field.kind() {
            Kind::String => {
                all.extend(
                    named_by(&field)
                        .map(|collections| Place { path: vec![field.json_name().to_owned()], collections }),
                );
            }
            Kind::Message(resource) if resource.full_name().starts_with("hamgam.") => {
                let inner = resource.fields().filter(|f| f.kind() == Kind::String && !f.is_list());
                all.extend(inner.filter_map(|f| {
                    Some(Place {
                        path: vec![field.json_name().to_owned(), f.json_name().to_owned()],
                        collections: named_by(&f)?,
                    })
                }));
            }
            _ => {}
        }
    }
    all
}

/// The collections of the name that a field holds, by the pattern in its comment.
fn named_by(field: &FieldDescriptor) -> Option<Vec<String>> {
    let file = field.parent_file();
    let info = file.file_descriptor_proto().source_code_info.as_ref()?;
    let comment = info.location.iter().find(|l| l.path == field.path())?.leading_comments();
    let pattern = &comment[comment.find("organizations/{organization}")?..];
    let pattern = pattern.split(|c: char| !(c.is_ascii_alphanumeric() || "/{}_".contains(c))).next()?;
    Some(collections(pattern))
}

/// `["applications", "features"]` of `organizations/o/applications/a/features/f`.
pub(crate) fn collections(name: &str) -> Vec<String> {
    name.split('/').skip(2).step_by(2).map(str::to_owned).collect()
}

/// A request of `caller` with one field set, and its own organization as the parent where there is one.
pub(crate) fn request(method: &MethodDescriptor, caller: &Twin, field: &[String], value: &str) -> Value {
    let mut message = json!({});
    if method.input().get_field_by_name("parent").is_some_and(|f| f.kind() == Kind::String) {
        message["parent"] = caller.parent().into();
    }
    match field {
        [one] => message[one] = value.into(),
        [one, two] => message[one] = json!({ two: value }),
        _ => {}
    }
    message
}

/// Everything that the twin's own person can read, by method and request; and every name in it.
pub(crate) async fn harvest(system: &System, twin: &Twin) -> (BTreeMap<String, Value>, BTreeSet<String>) {
    let mut seen = BTreeMap::new();
    let mut names = BTreeSet::from([twin.parent()]);
    let mut new: Vec<String> = names.iter().cloned().collect();
    while let Some(name) = new.pop() {
        for method in system.methods().into_iter().filter(reads) {
            let asked = collections(&name);
            let places = places(&method);
            for place in places.iter().filter(|p| p.path.len() == 1 && p.collections == asked) {
                let message = request(&method, twin, &place.path, &name);
                let answer = system.call_json(&method, &twin.token, &message).await;
                if answer.code == Code::Ok {
                    let found = json_of(&method, &answer);
                    collect(&found, twin, &mut names, &mut new);
                    seen.insert(format!("{} {message}", method.full_name()), found);
                }
            }
        }
    }
    (seen, names)
}

fn collect(value: &Value, twin: &Twin, names: &mut BTreeSet<String>, new: &mut Vec<String>) {
    match value {
        Value::String(text)
            if text.starts_with(&format!("{}/", twin.parent())) && names.insert(text.clone()) =>
        {
            new.push(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|v| collect(v, twin, names, new)),
        Value::Object(fields) => fields.values().for_each(|v| collect(v, twin, names, new)),
        _ => {}
    }
}

/// The name with another last id of the same length, which nobody has.
pub(crate) fn absent(name: &str) -> String {
    let (rest, id) = name.rsplit_once('/').unwrap_or(("", name));
    let other: String = id.chars().map(|c| if c == '~' { '_' } else { '~' }).collect();
    format!("{rest}/{other}")
}

/// What the caller can see of an answer, with the name and the id that were asked for blotted out. Percent-encoding and base64 are
/// undone first, since a name hides in them.
pub(crate) fn visible(
    method: &MethodDescriptor,
    answer: &Answer,
    asked: &str,
) -> (Code, String, String, String) {
    // A short id, such as a number, would blot out half the sentence.
    let id = asked.rsplit('/').next().filter(|id| id.len() > 8).unwrap_or(asked);
    let blot = |text: &str| {
        [asked, id].iter().fold(text.replace("%7E", "~"), |text, secret| text.replace(secret, "…"))
    };
    let details = base64::engine::general_purpose::STANDARD_NO_PAD
        .decode(String::from_utf8_lossy(&answer.details).trim_end_matches('='))
        .unwrap_or_default();
    let seen = answer.code == Code::Ok && reads(method);
    let body = if seen { json_of(method, answer).to_string() } else { String::new() };
    (answer.code, blot(&answer.message), blot(&String::from_utf8_lossy(&details)), blot(&body))
}

#[tokio::test]
async fn what_is_of_the_other_organization_looks_like_nothing() {
    let system = System::start().await;
    let east = found(&system, "east").await;
    let west = found(&system, "west").await;
    let (before, names) = harvest(&system, &west).await;
    assert!(names.len() > 12, "the other organization has one of everything: {names:?}");
    for kind in ["flags", "interventions", "tasks"] {
        let has = names.iter().any(|n| collections(n).last().is_some_and(|c| c == kind));
        assert!(has, "the other organization has {kind}: {names:?}");
    }

    let mut tried = 0;
    let mut told_apart_by_its_own = 0;
    let mut leaks = Vec::new();
    for method in system.methods() {
        // Without signing in there is no organization to be another one.
        if !matches!(proto::rules::of(&path_of(&method)), Some(Rule::Roles(_))) {
            continue;
        }
        for place in places(&method) {
            for name in names.iter().filter(|n| collections(n) == place.collections) {
                let (_, rest) = name.split_at(west.parent().len());
                // By its own name, and by its id under the caller's organization.
                for there in [name.clone(), format!("{}{rest}", east.parent())] {
                    // The playbooks have the same ids everywhere.
                    if there == east.parent() || place.collections == ["playbooks"] && there != *name {
                        continue;
                    }
                    let nowhere = absent(&there);
                    let ask = async |twin: &Twin, name: &str| {
                        let message = request(&method, twin, &place.path, name);
                        visible(&method, &system.call_json(&method, &twin.token, &message).await, name)
                    };
                    let (foreign, nothing) = (ask(&east, &there).await, ask(&east, &nowhere).await);
                    tried += 1;
                    if foreign != nothing {
                        let place = place.path.join(".");
                        leaks.push(format!(
                            "{} {place} = {there}: {foreign:?}, but {nothing:?}",
                            method.full_name()
                        ));
                    }
                    if reads(&method)
                        && there == *name
                        && ask(&west, &there).await != ask(&west, &nowhere).await
                    {
                        told_apart_by_its_own += 1;
                    }
                }
            }
        }
    }
    println!("{} of {tried} questions tell the foreign from the absent", leaks.len());
    assert!(told_apart_by_its_own > 20, "the questions can tell: its own people see the difference");
    assert!(leaks.is_empty(), "{} of {tried}:\n{}", leaks.len(), leaks.join("\n"));

    let (after, _) = harvest(&system, &west).await;
    for (asked, was) in before {
        assert_eq!(after.get(&asked), Some(&was), "{asked} changed");
    }
}
