//! Teams of eight sellers, entered as an administrator enters them; what they do arrives as a CRM sends it.

use std::collections::BTreeMap;

use jiff::{
    ToSpan,
    civil::{Date, date},
};
use proto::access::v1::Role;
use serde_json::{Value, json};

use crate::support::System;

const PARENT: &str = "organizations/acme";
/// The first day of which anything is known, a Monday.
pub(super) const FIRST: Date = date(2026, 3, 2);
/// The day on which challenges are announced, and begin: five weeks later.
pub(super) const ANNOUNCED: Date = date(2026, 4, 6);
/// Teams that go on as ever, with whom the others are compared.
const PEERS: [&str; 14] =
    ["p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "p10", "p11", "p12", "p13", "p14"];
const PEOPLE_OF_A_TEAM: usize = 8;

/// What somebody does.
#[derive(Debug, Clone, Copy)]
pub(super) struct Habit {
    /// Of twenty working days, those with anything.
    pub(super) days: usize,
    /// How often on such a day.
    pub(super) acts: usize,
    /// Records saved on such a day, and how many of them incomplete.
    pub(super) records: i64,
    pub(super) wrong: i64,
}

impl Habit {
    /// What everybody did before: something every second day, a record of ten with an error.
    pub(super) const USUAL: Self = Self { days: 10, acts: 2, records: 10, wrong: 1 };

    /// Whether a day, by number, is one with anything for a person, by number: so that not all have the same days.
    fn acts_on(self, day: usize, person: usize) -> bool {
        // Seven and twenty have no common factor: every day comes once in twenty, and they are spread out.
        (day + person * 3) * 7 % 20 < self.days
    }
}

struct Worker {
    external_id: String,
    team: &'static str,
    number: usize,
    /// From when what they do arrives.
    first_day: Date,
}

/// All services, with an organization whose people work.
pub(super) struct Company {
    system: System,
    founder: String,
    /// The CRM's own key.
    key: String,
    application: String,
    position: String,
    site: String,
    budget: String,
    teams: BTreeMap<&'static str, String>,
    workers: Vec<Worker>,
    today: Date,
}

impl Company {
    /// The company on its first day, with these teams beside their peers.
    pub(super) async fn found(teams: &[&'static str]) -> Self {
        let system = System::start().await;
        let founder = system.found_acme().await;
        let mut company = Self {
            system,
            founder,
            key: String::new(),
            application: String::new(),
            position: String::new(),
            site: String::new(),
            budget: String::new(),
            teams: BTreeMap::new(),
            workers: Vec::new(),
            today: FIRST,
        };
        company.move_in(teams).await;
        company.connect().await;
        company
    }

    async fn must(&self, method: &str, message: Value) -> Value {
        // Months pass, and a token lasts for minutes.
        let token = self.system.token("acme", &self.founder, &[Role::Admin, Role::Hr]);
        self.system.must(&format!("hamgam.{method}"), &token, &message).await
    }

    async fn create(&self, method: &str, message: Value) -> String {
        let created = self.must(method, message).await;
        created["name"].as_str().unwrap().to_owned()
    }

    async fn move_in(&mut self, teams: &[&'static str]) {
        let site = json!({
            "displayName": "Main", "timeZone": "UTC",
            "workWeeks": [{
                "startDay": "2010-01-01",
                "workDays": [
                    "WEEKDAY_MONDAY", "WEEKDAY_TUESDAY", "WEEKDAY_WEDNESDAY", "WEEKDAY_THURSDAY", "WEEKDAY_FRIDAY",
                ],
            }],
        });
        self.site = self
            .create("identity.v1.SiteService.CreateSite", json!({ "parent": PARENT, "site": site }))
            .await;
        let position = json!({ "parent": PARENT, "position": { "displayName": "Seller" } });
        self.position = self.create("identity.v1.PositionService.CreatePosition", position).await;
        for team in teams.iter().chain(&PEERS).copied() {
            let message = json!({ "parent": PARENT, "team": { "displayName": team } });
            let name = self.create("identity.v1.TeamService.CreateTeam", message).await;
            self.teams.insert(team, name);
            for _ in 0..PEOPLE_OF_A_TEAM {
                self.hire(team, date(2025, 1, 1)).await;
            }
        }
    }

    /// Enters somebody who, as the directory says, has been a member of the team since a day, and works from today on.
    pub(super) async fn hire(&mut self, team: &'static str, since: Date) {
        let number = self.workers.iter().filter(|w| w.team == team).count();
        let external_id = format!("{team}-{number}");
        let person = json!({
            "externalId": external_id, "displayName": external_id, "site": self.site,
            "employmentStartDay": "2025-01-01",
            "memberships": [{
                "team": self.teams[team], "position": self.position, "startDay": since.to_string(),
            }],
        });
        let message = json!({ "parent": PARENT, "person": person });
        self.must("identity.v1.PersonService.CreatePerson", message).await;
        self.workers.push(Worker { external_id, team, number, first_day: self.today });
    }

    /// Connects the CRM, and sets money aside.
    async fn connect(&mut self) {
        self.system.harness.settle().await;
        let service = "telemetry.v1.ApplicationService";
        let application = json!({ "parent": PARENT, "application": { "title": { "en": "CRM" } } });
        self.application = self.create(&format!("{service}.CreateApplication"), application).await;
        let feature = json!({ "parent": self.application, "feature": { "code": "deals" } });
        let feature = self.create(&format!("{service}.CreateFeature"), feature).await;
        let task = json!({ "parent": self.application, "coreTask": { "feature": feature } });
        self.must(&format!("{service}.CreateCoreTask"), task).await;
        let key = json!({ "parent": self.application, "apiKey": { "displayName": "CRM" } });
        let key = self.must(&format!("{service}.CreateApiKey"), key).await;
        key["secret"].as_str().unwrap().clone_into(&mut self.key);
        let budget = json!({
            "title": { "en": "Prizes" }, "amount": { "currencyCode": "EUR", "minorUnits": "1000000" },
            "startDay": "2026-01-01", "endDay": "2026-12-31",
        });
        let budget = json!({ "parent": PARENT, "budget": budget });
        self.budget = self.create("incentives.v1.BudgetService.CreateBudget", budget).await;
    }

    /// Lets the days pass up to this one, in whose morning it stops. On each, the CRM sends what people did.
    pub(super) async fn live_until(&mut self, day: Date, habit: fn(&str, usize) -> Habit) {
        while self.today < day {
            // Who was hired in the morning is known everywhere when the day begins.
            self.system.harness.settle().await;
            self.set_hour(18);
            if self.today.weekday().to_monday_zero_offset() < 5 {
                self.work(habit).await;
            }
            self.today = self.today.saturating_add(1.day());
            self.set_hour(1);
            self.system.harness.settle().await;
        }
    }

    fn set_hour(&self, hour: i8) {
        let time = self.today.at(hour, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap();
        self.system.harness.clock.set(time.timestamp());
    }

    async fn work(&self, habit: fn(&str, usize) -> Habit) {
        let today = self.today;
        let number = usize::try_from((today - FIRST).get_days()).unwrap();
        // Weekends are no days of work.
        let number = number - number / 7 * 2;
        let (mut events, mut reports) = (Vec::new(), Vec::new());
        for worker in self.workers.iter().filter(|w| w.first_day <= today) {
            let habit = habit(worker.team, worker.number);
            if !habit.acts_on(number, worker.number) {
                continue;
            }
            let id = format!("{today}-{}", worker.external_id);
            events.extend((0..habit.acts).map(|n| {
                json!({
                    "eventId": format!("{id}-{n}"), "time": format!("{today}T09:{:02}:{:02}Z", n / 60 % 60, n % 60),
                    "externalId": worker.external_id, "feature": "deals",
                })
            }));
            if habit.records > 0 {
                reports.push(json!({
                    "reportId": id, "day": today.to_string(), "feature": "deals", "externalId": worker.external_id,
                    "complete": (habit.records - habit.wrong).to_string(), "incomplete": habit.wrong.to_string(),
                }));
            }
        }
        for (method, field, all) in
            [("RecordUsage", "events", events), ("RecordDataQuality", "reports", reports)]
        {
            for some in all.chunks(500) {
                let method = format!("hamgam.telemetry.v1.UsageService.{method}");
                let answer = self.system.must(&method, &self.key, &json!({ field: some })).await;
                assert_eq!(answer["summary"]["recorded"], some.len().to_string(), "{answer}");
                assert!(answer["summary"].get("unknownPeople").is_none(), "{answer}");
            }
        }
    }

    /// Announces four weeks for a team: 10 % better, of 100 members 60 taking part, for 500 EUR.
    pub(super) async fn challenge(&self, team: &str) -> Value {
        let challenge = json!({
            "title": { "en": format!("Four weeks of {team}") }, "measure": "MEASURE_ADOPTION_INDEX",
            "application": self.application, "teams": [{ "team": self.teams[team] }],
            "startDay": self.today.to_string(), "weeks": 4, "targetPercent": 10, "participationPercent": 60,
            "prize": { "currencyCode": "EUR", "minorUnits": "50000" }, "budget": self.budget,
        });
        let message = json!({ "parent": PARENT, "challenge": challenge });
        let draft = self.must("incentives.v1.ChallengeService.CreateChallenge", message).await;
        let message = json!({ "name": draft["name"], "etag": draft["etag"] });
        self.must("incentives.v1.ChallengeService.StartChallenge", message).await
    }

    /// A challenge as it is now.
    pub(super) async fn read(&self, challenge: &Value) -> Value {
        let message = json!({ "name": challenge["name"] });
        self.must("incentives.v1.ChallengeService.GetChallenge", message).await
    }

    /// The challenges of all awards that there are.
    pub(super) async fn awarded(&self) -> Vec<Value> {
        let list = self.must("incentives.v1.AwardService.ListAwards", json!({ "parent": PARENT })).await;
        list["awards"].as_array().into_iter().flatten().map(|a| a["challenge"].clone()).collect()
    }

    /// What of the budget is kept for teams that have won or may still win, in cents.
    pub(super) async fn promised(&self) -> String {
        let budget = self.must("incentives.v1.BudgetService.GetBudget", json!({ "name": self.budget })).await;
        budget["promised"]["minorUnits"].as_str().unwrap_or_default().to_owned()
    }
}
