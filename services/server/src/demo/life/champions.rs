//! Champions: how they are found, what they do with their teams, and what they are asked.

use proto::{
    champions::v1::{
        AnswerForwardedHelpRequest, CheckIn, CheckInKind, CompleteFollowUpRequest, CreateCheckInRequest,
        CreateMaterialRequest, CreateProgrammeRequest, CreateStagedStartRequest, ListForwardedHelpRequest,
        Material, Programme, RequestVisitRequest, ThankChampionRequest,
        champion_service_client::ChampionServiceClient, check_in_service_client::CheckInServiceClient,
        effect_service_client::EffectServiceClient,
        forwarded_help_service_client::ForwardedHelpServiceClient,
        material_service_client::MaterialServiceClient, programme_service_client::ProgrammeServiceClient,
        visit_service_client::VisitServiceClient,
    },
    training::v1::{
        ListMyEnrollmentsRequest, RequestHelpRequest, enrollment_service_client::EnrollmentServiceClient,
        help_service_client::HelpServiceClient,
    },
};
use rand::RngCore;
use serde::Deserialize;

use super::{
    articles,
    folk::{self, Folk, parent},
    nomination::{self, PROGRAMME},
    script::{Text, coded},
    space, training,
};
use crate::import::in_words;

/// The programme and its people.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Script {
    created: i32,
    title: Text,
    description: Text,
    champion: Vec<nomination::Found>,
    waiting: Vec<nomination::Waiting>,
    staged: Staged,
    check_in: Vec<CheckedIn>,
    help: Vec<Asked>,
    visit: Vec<Visit>,
    thanks: Vec<Thanks>,
    material: Vec<Ready>,
    post: Vec<space::Written>,
}

/// Teams of which a coin says who gets a champion now and who later.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Staged {
    day: i32,
    teams: Vec<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct CheckedIn {
    day: i32,
    who: String,
    team: String,
    kind: String,
    #[serde(default)]
    note: String,
    /// Days until one looks again.
    follow_up: Option<i32>,
    /// When the champion looked again.
    done: Option<i32>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Asked {
    day: i32,
    who: String,
    question: String,
    answered: Option<i32>,
    #[serde(default)]
    answer: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Visit {
    day: i32,
    team: String,
    made: Option<i32>,
    by: Option<String>,
    reason: Text,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Thanks {
    day: i32,
    who: String,
    champion: String,
    text: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ready {
    day: i32,
    article: Option<String>,
    title: Text,
    message: Text,
}

impl Script {
    /// What happens on a day.
    pub(super) async fn live(&self, folk: &Folk, day: i32) -> anyhow::Result<()> {
        if day == self.created {
            self.create(folk).await?;
        }
        for one in &self.champion {
            one.live(folk, day).await?;
        }
        for one in &self.waiting {
            one.live(folk, day).await?;
        }
        if day == self.staged.day {
            self.staged.start(folk).await?;
        }
        for one in &self.check_in {
            one.live(folk, day).await?;
        }
        for one in &self.help {
            one.live(folk, day).await?;
        }
        for one in &self.visit {
            one.live(folk, day).await?;
        }
        for one in self.thanks.iter().filter(|t| t.day == day) {
            one.thank(folk).await?;
        }
        for one in self.material.iter().filter(|m| m.day == day) {
            one.add(folk).await?;
        }
        for (n, one) in self.post.iter().enumerate() {
            one.live(folk, n, day).await?;
        }
        Ok(())
    }

    async fn create(&self, folk: &Folk) -> anyhow::Result<()> {
        let programme = Programme {
            title: Some(self.title.localized()),
            description: Some(self.description.localized()),
            application: folk.application.clone(),
            curriculum: training::curriculum(folk).await?,
            ..Programme::default()
        };
        let request = CreateProgrammeRequest {
            parent: parent(),
            programme: Some(programme),
            request_id: String::new(),
        };
        let mut client = ProgrammeServiceClient::new(folk.way("hr")?);
        let made = client.create_programme(request).await.map_err(in_words)?.into_inner();
        folk.keep(PROGRAMME, made.name);
        Ok(())
    }
}

impl Staged {
    async fn start(&self, folk: &Folk) -> anyhow::Result<()> {
        let request = CreateStagedStartRequest {
            programme: folk.made(PROGRAMME)?,
            teams: folk.team_names(&self.teams)?,
            request_id: String::new(),
        };
        let mut client = EffectServiceClient::new(folk.way("hr")?);
        client.create_staged_start(request).await.map_err(in_words)?;
        Ok(())
    }
}

impl CheckedIn {
    async fn live(&self, folk: &Folk, day: i32) -> anyhow::Result<()> {
        let key = format!("check-in/{}/{}/{}", self.who, self.team, self.day);
        if day == self.day {
            let name = check_in(folk, self, "").await?;
            folk.keep(&key, name);
        }
        if self.done == Some(day) {
            let request = CompleteFollowUpRequest { name: folk.made(&key)? };
            let mut client = CheckInServiceClient::new(folk.way(&self.who)?);
            client.complete_follow_up(request).await.map_err(in_words)?;
        }
        Ok(())
    }
}

async fn check_in(folk: &Folk, done: &CheckedIn, visit: &str) -> anyhow::Result<String> {
    let kind = CheckInKind::from_str_name(&format!("CHECK_IN_KIND_{}", done.kind));
    let check_in = CheckIn {
        team: folk.team(&done.team)?,
        kind: coded(kind, &done.kind)?.into(),
        note: done.note.clone(),
        follow_up_day: done.follow_up.map(|n| folk::date(done.day + n).to_string()).unwrap_or_default(),
        visit: visit.to_owned(),
        ..CheckIn::default()
    };
    let request =
        CreateCheckInRequest { parent: parent(), check_in: Some(check_in), request_id: String::new() };
    let mut client = CheckInServiceClient::new(folk.way(&done.who)?);
    Ok(client.create_check_in(request).await.map_err(in_words)?.into_inner().name)
}

impl Asked {
    async fn live(&self, folk: &Folk, day: i32) -> anyhow::Result<()> {
        if day == self.day {
            self.ask(folk).await?;
        }
        if self.answered == Some(day) {
            let mut client = ForwardedHelpServiceClient::new(folk.way("champion")?);
            let request = ListForwardedHelpRequest { parent: parent(), ..Default::default() };
            let all = client.list_forwarded_help(request).await.map_err(in_words)?.into_inner();
            if let Some(found) = all.forwarded_help.into_iter().find(|h| h.question == self.question) {
                let request = AnswerForwardedHelpRequest {
                    name: found.name,
                    answer: self.answer.clone(),
                    articles: vec![],
                };
                client.answer_forwarded_help(request).await.map_err(in_words)?;
            }
        }
        Ok(())
    }

    async fn ask(&self, folk: &Folk) -> anyhow::Result<()> {
        let request = ListMyEnrollmentsRequest { parent: parent(), ..Default::default() };
        let mut client = EnrollmentServiceClient::new(folk.way(&self.who)?);
        let own = client.list_my_enrollments(request).await.map_err(in_words)?.into_inner().enrollments;
        if let Some(enrollment) = own.into_iter().next() {
            let request = RequestHelpRequest {
                name: enrollment.name,
                module: String::new(),
                question: self.question.clone(),
                request_id: String::new(),
            };
            HelpServiceClient::new(folk.way(&self.who)?).request_help(request).await.map_err(in_words)?;
        }
        Ok(())
    }
}

impl Visit {
    async fn live(&self, folk: &Folk, day: i32) -> anyhow::Result<()> {
        let key = format!("visit/{}", self.team);
        if day == self.day {
            let mut random = folk.world.random_of(folk::date(day), 5_000_021);
            let source = format!("{:016x}{:016x}", random.next_u64(), random.next_u64());
            let request = RequestVisitRequest {
                parent: parent(),
                team: folk.team(&self.team)?,
                reason: Some(self.reason.localized()),
                source: format!("{}/interventions/{source}", parent()),
                ..RequestVisitRequest::default()
            };
            let mut client = VisitServiceClient::new(folk.way_of_service());
            let made = client.request_visit(request).await.map_err(in_words)?.into_inner();
            folk.keep(&key, made.name);
        }
        if let (true, Some(by)) = (self.made == Some(day), &self.by) {
            let done = CheckedIn {
                day,
                who: by.clone(),
                team: self.team.clone(),
                kind: "VISIT".into(),
                note: String::new(),
                follow_up: None,
                done: None,
            };
            check_in(folk, &done, &folk.made(&key)?).await?;
        }
        Ok(())
    }
}

impl Thanks {
    async fn thank(&self, folk: &Folk) -> anyhow::Result<()> {
        let request = ThankChampionRequest {
            name: folk.made(&nomination::champion_key(&self.champion))?,
            text: self.text.clone(),
            request_id: String::new(),
        };
        let mut client = ChampionServiceClient::new(folk.way(&self.who)?);
        client.thank_champion(request).await.map_err(in_words)?;
        Ok(())
    }
}

impl Ready {
    async fn add(&self, folk: &Folk) -> anyhow::Result<()> {
        let article = self.article.as_deref().map(|a| folk.made(&articles::key(a))).transpose()?;
        let material = Material {
            title: Some(self.title.localized()),
            message: Some(self.message.localized()),
            article: article.unwrap_or_default(),
            application: folk.application.clone(),
            ..Material::default()
        };
        let request =
            CreateMaterialRequest { parent: parent(), material: Some(material), request_id: String::new() };
        MaterialServiceClient::new(folk.way("hr")?).create_material(request).await.map_err(in_words)?;
        Ok(())
    }
}
