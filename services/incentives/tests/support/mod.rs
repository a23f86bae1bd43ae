//! A company whose teams take up challenges, and neighbours that know what its people did.

mod neighbours;

use std::{sync::Arc, time::Duration};

use jiff::{ToSpan, civil::Date};
use kit::{
    client::Outgoing,
    module::Module,
    testing::{Harness, ORGANIZATION, World},
};
use proto::{
    access::v1::Role,
    identity::v1 as identity,
    incentives::v1::{
        self as pb, award_service_client::AwardServiceClient, budget_service_client::BudgetServiceClient,
        challenge_service_client::ChallengeServiceClient,
        recognition_service_client::RecognitionServiceClient, reward_service_client::RewardServiceClient,
    },
    localization::v1::LocalizedText,
};
use tonic::{Code, Status};
use tonic_types::StatusExt;

pub(crate) use self::neighbours::{Acts, Neighbours};

/// The company on Monday, 2 March 2026, 09:00 UTC: west and east with six sellers each below sales, north with six
/// clerks, and tiny with three. Hana and Hadi are of HR, in no team. In each of them w1, e1 … is the first.
pub(crate) struct Company {
    pub(crate) harness: Harness,
    pub(crate) neighbours: Arc<Neighbours>,
    service: Arc<incentives::Incentives>,
    _world: World,
}

pub(crate) const TEAMS: [(&str, char, usize); 4] =
    [("west", 'w', 6), ("east", 'e', 6), ("north", 'n', 6), ("tiny", 't', 3)];

pub(crate) fn parent() -> String {
    format!("organizations/{ORGANIZATION}")
}

pub(crate) fn name(collection: &str, id: &str) -> String {
    format!("{}/{collection}/{id}", parent())
}

#[expect(clippy::unnecessary_wraps, reason = "as the field of a message takes it")]
pub(crate) fn text(words: &str) -> Option<LocalizedText> {
    Some(LocalizedText { en: words.into(), ..LocalizedText::default() })
}

#[expect(clippy::unnecessary_wraps, reason = "as the field of a message takes it")]
pub(crate) fn money(currency_code: &str, minor_units: i64) -> Option<pb::Money> {
    Some(pb::Money { currency_code: currency_code.into(), minor_units })
}

/// The fields that a request breaks rules with.
pub(crate) fn fields(status: &Status) -> Vec<String> {
    assert_eq!(status.code(), Code::InvalidArgument, "{status:?}");
    let details = status.get_details_bad_request().unwrap();
    details.field_violations.into_iter().map(|v| v.field).collect()
}

/// The reason of a refusal.
pub(crate) fn reason(status: &Status) -> String {
    assert_eq!(status.code(), Code::FailedPrecondition, "{status:?}");
    status.get_details_error_info().unwrap().reason
}

pub(crate) fn person(id: &str, team: &str, start_day: &str) -> identity::Person {
    let memberships = if team.is_empty() {
        Vec::new()
    } else {
        vec![identity::Membership {
            team: name("teams", team),
            position: name("positions", "seller"),
            start_day: start_day.into(),
            ..Default::default()
        }]
    };
    identity::Person {
        name: name("people", id),
        external_id: id.into(),
        display_name: id.to_uppercase(),
        employment_start_day: "2025-01-01".into(),
        memberships,
        revision: 1,
        ..Default::default()
    }
}

pub(crate) async fn company() -> Company {
    let world = World::new().await;
    let service = incentives::open(&world.context).await.unwrap();
    let neighbours = Neighbours::open(&world.context).await;
    let harness = world.serve(vec![service.clone() as Arc<dyn Module>, neighbours.clone()]);
    let company = Company { harness, neighbours, service, _world: world };
    company.move_in().await;
    company
}

impl Company {
    /// The service's own database, for what no call shows.
    pub(crate) fn database(&self) -> &kit::db::Db {
        self.service.db()
    }

    async fn move_in(&self) {
        let organization = identity::Organization {
            name: parent(),
            display_name: "Parsian".into(),
            languages: vec![1],
            revision: 1,
            ..Default::default()
        };
        self.harness.deliver(&identity::OrganizationChanged { organization: Some(organization) }).await;
        self.team("sales", "", 1).await;
        for (id, letter, count) in TEAMS {
            let above = if matches!(id, "west" | "east") { "sales" } else { "" };
            self.team(id, above, 1).await;
            for i in 1..=count {
                self.hire(person(&format!("{letter}{i}"), id, "2025-01-01")).await;
            }
        }
        for id in ["hana", "hadi"] {
            self.hire(person(id, "", "")).await;
        }
    }

    pub(crate) async fn team(&self, id: &str, above: &str, revision: i64) {
        let above: Vec<String> =
            Some(above).filter(|a| !a.is_empty()).map(|a| name("teams", a)).into_iter().collect();
        let team = identity::Team {
            name: name("teams", id),
            display_name: id.to_uppercase(),
            parent: above.first().cloned().unwrap_or_default(),
            ancestors: above,
            revision,
            ..Default::default()
        };
        self.harness.deliver(&identity::TeamChanged { team: Some(team) }).await;
    }

    /// Somebody joins, or changed.
    pub(crate) async fn hire(&self, person: identity::Person) {
        self.harness.deliver(&identity::PersonChanged { person: Some(person) }).await;
    }

    pub(crate) fn hr(&self) -> Outgoing {
        self.harness.as_person("hana", &[(Role::Hr, None)])
    }

    pub(crate) fn member(&self, id: &str) -> Outgoing {
        self.harness.as_person(id, &[])
    }

    pub(crate) fn challenges(&self) -> ChallengeServiceClient<Outgoing> {
        ChallengeServiceClient::new(self.hr())
    }

    pub(crate) fn budgets(&self) -> BudgetServiceClient<Outgoing> {
        BudgetServiceClient::new(self.hr())
    }

    pub(crate) fn rewards(&self) -> RewardServiceClient<Outgoing> {
        RewardServiceClient::new(self.hr())
    }

    pub(crate) fn approvals(&self) -> AwardServiceClient<Outgoing> {
        AwardServiceClient::new(self.hr())
    }

    pub(crate) fn awards(&self, id: &str) -> AwardServiceClient<Outgoing> {
        AwardServiceClient::new(self.member(id))
    }

    pub(crate) fn wall(&self, id: &str) -> RecognitionServiceClient<Outgoing> {
        RecognitionServiceClient::new(self.member(id))
    }

    pub(crate) fn moderation(&self) -> RecognitionServiceClient<Outgoing> {
        RecognitionServiceClient::new(self.hr())
    }

    pub(crate) async fn settle(&self) {
        self.harness.settle().await;
    }

    /// The organization's day.
    pub(crate) fn today(&self) -> Date {
        self.harness.context.clock.now().to_zoned(jiff::tz::TimeZone::UTC).date()
    }

    /// Days pass, one after the other, and what is due on each is done.
    pub(crate) async fn days_pass(&self, days: u32) {
        for _ in 0..days {
            self.harness.clock.advance(Duration::from_hours(24));
            self.settle().await;
        }
    }

    /// A second passes, so that ids sort.
    pub(crate) fn tick(&self) {
        self.harness.clock.advance(Duration::from_secs(1));
    }

    pub(crate) async fn budget(&self, currency: &str, minor: i64) -> pb::Budget {
        self.tick();
        let budget = pb::Budget {
            title: text("Team prizes"),
            amount: money(currency, minor),
            start_day: "2026-01-01".into(),
            end_day: "2026-12-31".into(),
            ..Default::default()
        };
        let request =
            pb::CreateBudgetRequest { parent: parent(), budget: Some(budget), request_id: String::new() };
        self.budgets().create_budget(request).await.unwrap().into_inner()
    }

    pub(crate) async fn read_budget(&self, name: &str) -> pb::Budget {
        self.budgets().get_budget(pb::GetBudgetRequest { name: name.into() }).await.unwrap().into_inner()
    }

    pub(crate) async fn rate(&self, from: &str, to: &str, rate: &str, start_day: &str) {
        let exchange_rate = pb::ExchangeRate {
            from_currency_code: from.into(),
            to_currency_code: to.into(),
            rate: rate.into(),
            start_day: start_day.into(),
            ..Default::default()
        };
        let request = pb::CreateExchangeRateRequest {
            parent: parent(),
            exchange_rate: Some(exchange_rate),
            request_id: String::new(),
        };
        self.budgets().create_exchange_rate(request).await.unwrap();
    }

    pub(crate) async fn reward(&self, title: &str, currency: &str, minor: i64) -> pb::Reward {
        self.tick();
        let reward = pb::Reward {
            title: text(title),
            kind: pb::RewardKind::Event.into(),
            price: money(currency, minor),
            ..Default::default()
        };
        let request =
            pb::CreateRewardRequest { parent: parent(), reward: Some(reward), request_id: String::new() };
        self.rewards().create_reward(request).await.unwrap().into_inner()
    }

    /// What HR writes for these teams: six weeks from today, 10 % better, 60 % taking part, for 500 EUR.
    pub(crate) fn draft(&self, budget: &pb::Budget, teams: &[&str]) -> pb::Challenge {
        let team = |id: &&str| pb::ChallengeTeam { team: name("teams", id), ..Default::default() };
        pb::Challenge {
            title: text("Six weeks together"),
            measure: pb::Measure::AdoptionIndex.into(),
            application: name("applications", "crm"),
            teams: teams.iter().map(team).collect(),
            start_day: self.today().to_string(),
            weeks: 6,
            target_percent: 10,
            participation_percent: 60,
            prize: money("EUR", 50_000),
            budget: budget.name.clone(),
            ..Default::default()
        }
    }

    pub(crate) async fn create(&self, challenge: pb::Challenge) -> Result<pb::Challenge, Status> {
        self.tick();
        let request = pb::CreateChallengeRequest {
            parent: parent(),
            challenge: Some(challenge),
            request_id: String::new(),
        };
        Ok(self.challenges().create_challenge(request).await?.into_inner())
    }

    pub(crate) async fn start(&self, challenge: &pb::Challenge) -> Result<pb::Challenge, Status> {
        let request =
            pb::StartChallengeRequest { name: challenge.name.clone(), etag: challenge.etag.clone() };
        Ok(self.challenges().start_challenge(request).await?.into_inner())
    }

    pub(crate) async fn read(&self, challenge: &pb::Challenge) -> pb::Challenge {
        let request = pb::GetChallengeRequest { name: challenge.name.clone() };
        self.challenges().get_challenge(request).await.unwrap().into_inner()
    }

    /// A running challenge of these teams, with a budget of 2,000 EUR.
    pub(crate) async fn running(&self, teams: &[&str]) -> pb::Challenge {
        let budget = self.budget("EUR", 200_000).await;
        let draft = self.create(self.draft(&budget, teams)).await.unwrap();
        self.start(&draft).await.unwrap()
    }

    /// Lets a running challenge come to its end, with its last week measured.
    pub(crate) async fn finish(&self, challenge: &pb::Challenge) -> pb::Challenge {
        let end: Date = challenge.end_day.parse().unwrap();
        while self.today() <= end.saturating_add(4.days()) {
            self.days_pass(1).await;
        }
        self.read(challenge).await
    }

    /// An open award of west, whose people use everything a half more since the start.
    pub(crate) async fn won(&self) -> pb::Award {
        self.neighbours.acts("west", Acts { after: 0.75, ..Acts::usual() });
        let challenge = self.running(&["west"]).await;
        let ended = self.finish(&challenge).await;
        assert_eq!(ended.state(), pb::ChallengeState::Reached, "{ended:?}");
        self.award(&ended.award).await
    }

    pub(crate) async fn award(&self, name: &str) -> pb::Award {
        self.approvals().get_award(pb::GetAwardRequest { name: name.into() }).await.unwrap().into_inner()
    }

    pub(crate) async fn propose(
        &self,
        person: &str,
        award: &pb::Award,
        reward: &pb::Reward,
    ) -> Result<pb::Award, Status> {
        let request = pb::ProposeRewardRequest { name: award.name.clone(), reward: reward.name.clone() };
        Ok(self.awards(person).propose_reward(request).await?.into_inner())
    }

    pub(crate) async fn choose(
        &self,
        person: &str,
        award: &pb::Award,
        reward: &pb::Reward,
    ) -> Result<pb::Award, Status> {
        let request = pb::ChooseRewardRequest { name: award.name.clone(), reward: reward.name.clone() };
        Ok(self.awards(person).choose_reward(request).await?.into_inner())
    }

    /// West has won and chosen a reward of this price: a redemption that waits.
    pub(crate) async fn requested(&self, currency: &str, minor: i64) -> pb::Redemption {
        let award = self.won().await;
        let reward = self.reward("Dinner", currency, minor).await;
        self.propose("w1", &award, &reward).await.unwrap();
        for person in ["w1", "w2", "w3", "w4"] {
            self.choose(person, &award, &reward).await.unwrap();
        }
        let decided = self.award(&award.name).await;
        self.redemption(&decided.redemption).await
    }

    pub(crate) async fn redemption(&self, name: &str) -> pb::Redemption {
        let request = pb::GetRedemptionRequest { name: name.into() };
        self.approvals().get_redemption(request).await.unwrap().into_inner()
    }

    pub(crate) async fn approve(&self, redemption: &pb::Redemption) -> Result<pb::Redemption, Status> {
        let request =
            pb::ApproveRedemptionRequest { name: redemption.name.clone(), etag: redemption.etag.clone() };
        Ok(self.approvals().approve_redemption(request).await?.into_inner())
    }

    pub(crate) async fn value(&self, title: &str) -> pb::Value {
        self.tick();
        let value = pb::Value { title: text(title), ..Default::default() };
        let request =
            pb::CreateValueRequest { parent: parent(), value: Some(value), request_id: String::new() };
        self.moderation().create_value(request).await.unwrap().into_inner()
    }

    pub(crate) async fn thank(
        &self,
        giver: &str,
        people: &[&str],
        value: &pb::Value,
        message: &str,
    ) -> Result<pb::Recognition, Status> {
        self.tick();
        let request = pb::GiveThanksRequest {
            parent: parent(),
            people: people.iter().map(|p| name("people", p)).collect(),
            value: value.name.clone(),
            message: message.into(),
            ..Default::default()
        };
        Ok(self.wall(giver).give_thanks(request).await?.into_inner())
    }

    pub(crate) async fn on_the_wall(&self, reader: &str) -> Vec<pb::Recognition> {
        let request = pb::ListThanksRequest { parent: parent(), ..Default::default() };
        self.wall(reader).list_thanks(request).await.unwrap().into_inner().recognitions
    }
}
