//! A company in Tehran that learns.

pub(crate) mod build;

use std::{sync::Arc, time::Duration};

use kit::{
    client::Outgoing,
    module::Module,
    testing::{Harness, Listener, ORGANIZATION, World},
};
use prost::Name;
use proto::{
    access::v1::Role,
    identity::v1 as identity,
    training::v1::{
        self as pb, Article, Assignment, Audience, Course, CreateArticleRequest, CreateAssignmentRequest,
        CreateCourseRequest, Enrollment, GetEnrollmentRequest, ListMyEnrollmentsRequest,
        PublishArticleRequest, PublishCourseRequest, QuizAttempt, SaveProgressRequest, StartQuizRequest,
        SubmitQuizRequest, article_service_client::ArticleServiceClient,
        assignment_service_client::AssignmentServiceClient,
        certificate_service_client::CertificateServiceClient, course_service_client::CourseServiceClient,
        curriculum_service_client::CurriculumServiceClient,
        enrollment_service_client::EnrollmentServiceClient, evidence_service_client::EvidenceServiceClient,
        help_service_client::HelpServiceClient,
    },
};
use tonic::{Code, Status};
use tonic_types::StatusExt;

pub(crate) struct Company {
    pub(crate) harness: Harness,
    listener: Arc<Listener>,
    _world: World,
}

/// The company: six sellers in the west (w1 to w6, w6 manages the others), three in the east (e1 to e3), five clerks in
/// support (s1 to s5); west and east are below sales. Tara is a trainer and Hana of HR, in no team. It is Monday, 2 March
/// 2026, half past noon; the week ends on Wednesday, and Nowruz is off from the 21st to the 24th.
pub(crate) async fn company() -> Company {
    let world = World::new().await;
    let service = training::open(&world.context).await.unwrap();
    let told = vec![
        pb::CoursePublished::full_name(),
        pb::EnrollmentAssigned::full_name(),
        pb::EnrollmentReminded::full_name(),
        pb::EnrollmentEscalated::full_name(),
        pb::EnrollmentCompleted::full_name(),
        pb::HelpRequested::full_name(),
        pb::HelpAnswered::full_name(),
        pb::AssignmentProgressed::full_name(),
    ];
    let listener = Listener::open(&world.context, told).await;
    let harness = world.serve(vec![service as Arc<dyn Module>, listener.clone()]);
    let company = Company { harness, listener, _world: world };
    company.move_in().await;
    company
}

pub(crate) fn parent() -> String {
    format!("organizations/{ORGANIZATION}")
}

pub(crate) fn name(collection: &str, id: &str) -> String {
    format!("{}/{collection}/{id}", parent())
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

impl Company {
    async fn move_in(&self) {
        let h = &self.harness;
        let organization = identity::Organization {
            name: parent(),
            display_name: "Parsian".into(),
            languages: vec![2],
            revision: 1,
            ..Default::default()
        };
        h.deliver(&identity::OrganizationChanged { organization: Some(organization) }).await;
        let holiday = |day: u8| identity::Holiday { day: format!("2026-03-{day}"), title: None };
        let site = identity::Site {
            name: name("sites", "tehran"),
            display_name: "Tehran".into(),
            time_zone: "Asia/Tehran".into(),
            work_weeks: vec![identity::WorkWeek {
                start_day: "2020-01-01".into(),
                work_days: vec![6, 7, 1, 2, 3],
            }],
            holidays: (21..=24).map(holiday).collect(),
            revision: 1,
            ..Default::default()
        };
        h.deliver(&identity::SiteChanged { site: Some(site) }).await;
        for id in ["seller", "clerk"] {
            let position = identity::Position {
                name: name("positions", id),
                display_name: id.into(),
                revision: 1,
                ..Default::default()
            };
            h.deliver(&identity::PositionChanged { position: Some(position) }).await;
        }
        for (id, ancestors) in
            [("sales", vec![]), ("west", vec!["sales"]), ("east", vec!["sales"]), ("support", vec![])]
        {
            let team = identity::Team {
                name: name("teams", id),
                display_name: id.to_uppercase(),
                parent: ancestors.last().map(|p| name("teams", p)).unwrap_or_default(),
                ancestors: ancestors.iter().map(|a| name("teams", a)).collect(),
                revision: 1,
                ..Default::default()
            };
            h.deliver(&identity::TeamChanged { team: Some(team) }).await;
        }
        for (letter, team, position, count) in
            [("w", "west", "seller", 6), ("e", "east", "seller", 3), ("s", "support", "clerk", 5)]
        {
            for i in 1..=count {
                let mut person = build::person(&format!("{letter}{i}"), team, position);
                if letter == "w" && i < 6 {
                    person.manager = name("people", "w6");
                }
                self.hire(person).await;
            }
        }
        for id in ["tara", "hana"] {
            self.hire(identity::Person { memberships: vec![], ..build::person(id, "", "") }).await;
        }
    }

    /// Somebody joins, or changed.
    pub(crate) async fn hire(&self, person: identity::Person) {
        self.harness.deliver(&identity::PersonChanged { person: Some(person) }).await;
    }

    pub(crate) fn trainer(&self) -> Outgoing {
        self.harness.as_person("tara", &[(Role::Trainer, None)])
    }

    pub(crate) fn person(&self, id: &str) -> Outgoing {
        self.harness.as_person(id, &[])
    }

    pub(crate) fn courses(&self) -> CourseServiceClient<Outgoing> {
        CourseServiceClient::new(self.trainer())
    }

    pub(crate) fn curricula(&self) -> CurriculumServiceClient<Outgoing> {
        CurriculumServiceClient::new(self.trainer())
    }

    pub(crate) fn assignments(&self) -> AssignmentServiceClient<Outgoing> {
        AssignmentServiceClient::new(self.trainer())
    }

    pub(crate) fn learning(&self, person: &str) -> EnrollmentServiceClient<Outgoing> {
        EnrollmentServiceClient::new(self.person(person))
    }

    pub(crate) fn certificates(&self, person: &str) -> CertificateServiceClient<Outgoing> {
        CertificateServiceClient::new(self.person(person))
    }

    pub(crate) fn help(&self, person: &str) -> HelpServiceClient<Outgoing> {
        HelpServiceClient::new(self.person(person))
    }

    pub(crate) fn trainers_help(&self) -> HelpServiceClient<Outgoing> {
        HelpServiceClient::new(self.trainer())
    }

    pub(crate) fn articles(&self) -> ArticleServiceClient<Outgoing> {
        ArticleServiceClient::new(self.trainer())
    }

    pub(crate) fn reading(&self, person: &str) -> ArticleServiceClient<Outgoing> {
        ArticleServiceClient::new(self.person(person))
    }

    /// A draft of an article, a second after what was before.
    pub(crate) async fn article_draft(&self, article: Article) -> Article {
        self.harness.clock.advance(Duration::from_secs(1));
        let request =
            CreateArticleRequest { parent: parent(), article: Some(article), request_id: String::new() };
        self.articles().create_article(request).await.unwrap().into_inner()
    }

    /// A published article.
    pub(crate) async fn article(&self, article: Article) -> Article {
        let name = self.article_draft(article).await.name;
        self.articles()
            .publish_article(PublishArticleRequest { name, etag: String::new() })
            .await
            .unwrap()
            .into_inner()
    }

    pub(crate) fn evidence(&self) -> EvidenceServiceClient<Outgoing> {
        EvidenceServiceClient::new(self.harness.as_service("adoption"))
    }

    pub(crate) async fn settle(&self) {
        self.harness.settle().await;
    }

    /// Days pass, one after the other, and what is due on each is done.
    pub(crate) async fn days_pass(&self, days: u32) {
        for _ in 0..days {
            self.harness.clock.advance(Duration::from_hours(24));
            self.settle().await;
        }
    }

    /// What the others heard so far of this kind, in the order in which it was told.
    pub(crate) fn heard<E: prost::Name + Default>(&self) -> Vec<E> {
        self.listener.heard()
    }

    /// A draft, a second after what was before.
    pub(crate) async fn draft(&self, course: Course) -> Course {
        self.harness.clock.advance(Duration::from_secs(1));
        let request =
            CreateCourseRequest { parent: parent(), course: Some(course), request_id: String::new() };
        self.courses().create_course(request).await.unwrap().into_inner()
    }

    /// A published course.
    pub(crate) async fn course(&self, course: Course) -> Course {
        let name = self.draft(course).await.name;
        let request = PublishCourseRequest { name, ..Default::default() };
        self.courses().publish_course(request).await.unwrap().into_inner()
    }

    /// An assignment of a course, and whoever it enrols.
    pub(crate) async fn assign(&self, course: &Course, audience: Audience) -> Assignment {
        let assignment = build::assignment(course, audience);
        let request = CreateAssignmentRequest {
            parent: parent(),
            assignment: Some(assignment),
            request_id: String::new(),
        };
        let made = self.assignments().create_assignment(request).await.unwrap().into_inner();
        self.settle().await;
        made
    }

    pub(crate) async fn enrollments(&self, person: &str) -> Vec<Enrollment> {
        let request = ListMyEnrollmentsRequest { parent: parent(), ..Default::default() };
        self.learning(person).list_my_enrollments(request).await.unwrap().into_inner().enrollments
    }

    /// A person's only enrolment.
    pub(crate) async fn enrollment(&self, person: &str) -> Enrollment {
        let mut all = self.enrollments(person).await;
        assert_eq!(all.len(), 1, "{all:?}");
        all.remove(0)
    }

    pub(crate) async fn opened(&self, person: &str) -> Enrollment {
        let name = self.enrollment(person).await.name;
        self.learning(person).get_enrollment(GetEnrollmentRequest { name }).await.unwrap().into_inner()
    }

    /// A person has read a module.
    pub(crate) async fn read(
        &self,
        person: &str,
        enrollment: &str,
        module: &str,
    ) -> Result<Enrollment, Status> {
        let request = SaveProgressRequest {
            name: enrollment.into(),
            module: module.into(),
            position: 1.0,
            completed: true,
        };
        Ok(self.learning(person).save_progress(request).await?.into_inner())
    }

    pub(crate) async fn start(&self, person: &str, enrollment: &str) -> Result<QuizAttempt, Status> {
        let request = StartQuizRequest { name: enrollment.into(), module: "quiz".into() };
        Ok(self.learning(person).start_quiz(request).await?.into_inner())
    }

    /// A person answers the quiz, right or not.
    pub(crate) async fn answer(&self, person: &str, attempt: &QuizAttempt, right: bool) -> QuizAttempt {
        let answers = if right { build::right_answers(attempt) } else { vec![] };
        let request = SubmitQuizRequest { name: attempt.name.clone(), answers };
        self.learning(person).submit_quiz(request).await.unwrap().into_inner()
    }

    /// A person completes the only enrolment.
    pub(crate) async fn complete(&self, person: &str) -> Enrollment {
        let open = |e: &Enrollment| e.complete_time.is_none();
        let name = self.enrollments(person).await.into_iter().find(open).unwrap().name;
        self.read(person, &name, "read").await.unwrap();
        let attempt = self.start(person, &name).await.unwrap();
        let result = self.answer(person, &attempt, true).await.result.unwrap();
        assert!(result.course_completed, "{result:?}");
        self.settle().await;
        self.learning(person).get_enrollment(GetEnrollmentRequest { name }).await.unwrap().into_inner()
    }
}
