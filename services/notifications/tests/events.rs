//! Every event that is told: to whom, and in which words.

use proto::{
    adoption::v1::{
        Barrier, FlagCleared, FlagEventKind, FlagRaised, InterventionStarted, TaskAssigned, TaskAssignee,
    },
    identity::v1::{PasswordResetRequested, Person, PersonInvited},
    localization::v1::Language,
    notifications::v1::{MailState, NotificationKind},
    training::v1::{
        EnrollmentCompleted, EnrollmentEscalated, EnrollmentReminded, HelpAnswered, HelpRequested,
    },
};

use crate::support::{Office, assigned, name, office, person, text};

const EVERYBODY: [&str; 8] = ["sara", "omid", "hana", "tara", "cyrus", "adib", "nima", "lea"];

/// Whose inbox has something of this kind.
async fn told(office: &Office, kind: NotificationKind) -> Vec<&'static str> {
    let mut told = Vec::new();
    for person in EVERYBODY {
        let count = office.inbox(person).await.iter().filter(|n| n.kind() == kind).count();
        assert!(count <= 1, "{person} is told {count} times");
        if count == 1 {
            told.push(person);
        }
    }
    told
}

#[tokio::test]
async fn an_invitation_comes_by_mail_with_its_link_and_never_into_the_inbox() {
    let office = office().await;
    let invited = PersonInvited {
        person: name("people", "omid"),
        link_path: "/invite/secret".into(),
        expire_time: Some(prost_types::Timestamp { seconds: 1_772_442_000 + 86_400, nanos: 0 }),
    };
    office.harness.deliver(&invited).await;
    office.harness.settle().await;
    let mail = office.mails("omid").await.remove(0);
    assert_eq!(mail.subject, "دعوت \u{2068}Parsian\u{2069} به همگام");
    assert!(mail.text.contains("https://hamgam.example.org/invite/secret"));
    assert!(mail.text.contains("۱۲:۳۰"), "the clock of Tehran: {}", mail.text);
    assert!(office.inbox("omid").await.is_empty());
}

#[tokio::test]
async fn a_password_reset_comes_at_once_whatever_else_came() {
    let office = office().await;
    for i in 0..9 {
        office.harness.deliver(&assigned("sara", &format!("Course {i}"))).await;
    }
    let reset = PasswordResetRequested {
        person: name("people", "sara"),
        link_path: "/reset/secret".into(),
        expire_time: None,
    };
    office.harness.deliver(&reset).await;
    office.harness.settle().await;
    let mails = office.mails("sara").await;
    assert_eq!(mails.len(), 5 + 1, "five a day, and the reset");
    assert!(mails.iter().any(|m| m.kind() == NotificationKind::PasswordReset));
    assert_eq!(office.inbox("sara").await.len(), 9);
}

#[tokio::test]
async fn an_event_that_comes_twice_is_told_once() {
    let office = office().await;
    for _ in 0..3 {
        office.harness.deliver_as("event-1", &assigned("sara", "CRM")).await.unwrap();
    }
    office.harness.settle().await;
    assert_eq!(office.inbox("sara").await.len(), 1);
    let mails = office.mails("sara").await;
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].message_id, "<event-1.sara@parsian.example>");
}

#[tokio::test]
async fn an_event_about_somebody_unknown_waits_for_the_person() {
    let office = office().await;
    assert!(office.harness.deliver_as("early", &assigned("zara", "CRM")).await.is_err());
    office.enter(person("zara", Language::Unspecified, &[])).await;
    office.harness.deliver_as("early", &assigned("zara", "CRM")).await.unwrap();
    assert_eq!(office.inbox("zara").await.len(), 1);
}

#[tokio::test]
async fn whoever_left_or_has_no_address_gets_no_mail() {
    let office = office().await;
    for person in ["lea", "nima"] {
        office.harness.deliver(&assigned(person, "CRM")).await;
    }
    office.harness.settle().await;
    assert!(office.inbox("lea").await.is_empty() && office.mails("lea").await.is_empty());
    assert_eq!(office.inbox("nima").await.len(), 1);
    assert!(office.mails("nima").await.is_empty());
}

#[tokio::test]
async fn a_learner_is_reminded_before_and_after_the_day() {
    let office = office().await;
    let reminded = |left| EnrollmentReminded {
        person: name("people", "sara"),
        course_title: Some(text("CRM", "", "")),
        due_day: "2026-03-14".into(),
        working_days_left: left,
        link_path: "/learning/enrollments/e1".into(),
        ..Default::default()
    };
    office.harness.deliver(&reminded(2)).await;
    office.harness.deliver(&reminded(-1)).await;
    let titles: Vec<_> = office.inbox("sara").await.into_iter().map(|n| n.title).collect();
    assert!(titles.contains(&"Due on Saturday, 14 March 2026: \u{2068}CRM\u{2069}".to_owned()), "{titles:?}");
    assert!(titles.contains(&"Overdue: \u{2068}CRM\u{2069}".to_owned()), "{titles:?}");
}

#[tokio::test]
async fn an_escalation_reaches_the_manager_and_hr_and_not_the_learner() {
    let office = office().await;
    let escalated = |person: &str, manager: &str, to_hr| EnrollmentEscalated {
        person: name("people", person),
        person_display_name: person.to_uppercase(),
        course_title: Some(text("CRM", "", "")),
        due_day: "2026-02-14".into(),
        manager: if manager.is_empty() { String::new() } else { name("people", manager) },
        to_hr,
        link_path: "/learning/enrollments/e1".into(),
        ..Default::default()
    };
    office.harness.deliver(&escalated("sara", "omid", false)).await;
    assert_eq!(told(&office, NotificationKind::EnrollmentEscalated).await, ["omid"]);
    office.harness.deliver(&escalated("hana", "", true)).await;
    assert_eq!(told(&office, NotificationKind::EnrollmentEscalated).await, ["omid"], "hana is HR herself");
    office.harness.deliver(&escalated("sara", "", true)).await;
    assert_eq!(told(&office, NotificationKind::EnrollmentEscalated).await, ["omid", "hana"]);
}

#[tokio::test]
async fn a_completion_tells_of_the_certificate() {
    let office = office().await;
    let completed = EnrollmentCompleted {
        person: name("people", "sara"),
        course_title: Some(text("CRM", "", "")),
        certificate_code: "C-1".into(),
        link_path: "/learning/enrollments/e1".into(),
        ..Default::default()
    };
    office.harness.deliver(&completed).await;
    office.harness.settle().await;
    assert!(office.inbox("sara").await[0].body.contains("certificate is ready"));
    assert!(office.mails("sara").await.is_empty(), "good news can wait for the digest");
}

#[tokio::test]
async fn a_question_reaches_the_trainers_and_the_answer_whoever_asked() {
    let office = office().await;
    let asked = HelpRequested {
        person: name("people", "sara"),
        person_display_name: "SARA".into(),
        course_title: Some(text("CRM", "", "")),
        question: "Where is the discount?".into(),
        link_path: "/help".into(),
        ..Default::default()
    };
    office.harness.deliver(&asked).await;
    assert_eq!(told(&office, NotificationKind::HelpRequested).await, ["tara"]);
    assert!(office.inbox("tara").await[0].body.contains("Where is the discount?"));

    let answered = HelpAnswered {
        person: name("people", "sara"),
        course_title: Some(text("CRM", "", "")),
        answer: "Below the price.".into(),
        link_path: "/learning/enrollments/e1".into(),
        ..Default::default()
    };
    office.harness.deliver(&answered).await;
    assert_eq!(told(&office, NotificationKind::HelpAnswered).await, ["sara"]);

    let retired =
        Person { revision: 2, employment_end_day: "2026-02-01".into(), ..person("tara", Language::En, &[]) };
    office.enter(retired).await;
    office.harness.deliver(&asked).await;
    assert_eq!(
        told(&office, NotificationKind::HelpRequested).await,
        ["hana", "tara"],
        "HR where no trainer is left"
    );
}

#[tokio::test]
async fn a_flag_reaches_the_champions_above_the_team_and_hr() {
    let office = office().await;
    let raised = FlagRaised {
        flag: name("flags", "f1"),
        team: name("teams", "north"),
        team_display_name: "North".into(),
        members: vec![name("teams", "north")],
        sentence: Some(text("18 of 100 working days.", "۱۸ روز از ۱۰۰ روز کاری.", "١٨ من ١٠٠ يوم عمل.")),
        proposed_barrier: Barrier::Knowledge.into(),
        link: "/flags/f1".into(),
        review_needed: true,
        ..Default::default()
    };
    office.harness.deliver(&raised).await;
    assert_eq!(told(&office, NotificationKind::FlagRaised).await, ["hana", "cyrus"]);
    let shown = office.inbox("cyrus").await.remove(0);
    assert_eq!(
        (shown.title.as_str(), shown.link.as_str()),
        ("\u{2068}North\u{2069} needs a look", "/flags/f1")
    );
    assert!(
        shown.body.contains("18 of 100 working days.\n\nThe likely cause: people have not been shown how.")
    );

    let elsewhere = FlagRaised { team: name("teams", "company"), members: vec![], ..raised };
    office.harness.deliver(&elsewhere).await;
    assert_eq!(
        office.inbox("cyrus").await.len(),
        1,
        "a champion of sales hears nothing of the whole company"
    );
    assert_eq!(office.inbox("hana").await.len(), 2);
}

#[tokio::test]
async fn champions_hear_that_help_begins_and_that_the_flag_is_gone() {
    let office = office().await;
    let started = InterventionStarted {
        team: name("teams", "north"),
        team_display_name: "North".into(),
        barrier: Barrier::Knowledge.into(),
        summary: Some(text("The people who lack the course are enrolled.", "", "")),
        link: "/flags/f1".into(),
        ..Default::default()
    };
    office.harness.deliver(&started).await;
    assert_eq!(told(&office, NotificationKind::InterventionStarted).await, ["hana", "cyrus"]);
    let cleared = FlagCleared {
        team: name("teams", "north"),
        team_display_name: "North".into(),
        kind: FlagEventKind::Cleared.into(),
        link: "/flags/f1".into(),
        ..Default::default()
    };
    office.harness.deliver(&cleared).await;
    assert_eq!(told(&office, NotificationKind::FlagCleared).await, ["hana", "cyrus"]);
    assert!(office.inbox("cyrus").await.iter().any(|n| n.body.contains("two weeks")));
}

#[tokio::test]
async fn a_task_is_its_assignees_alone() {
    let office = office().await;
    let task = |team: &str, assignee: TaskAssignee| TaskAssigned {
        team: name("teams", team),
        team_display_name: "North".into(),
        assignee: assignee.into(),
        title: Some(text("Visit the team", "", "")),
        description: Some(text("Ask what is in the way.", "", "")),
        due_day: "2026-03-14".into(),
        link: "/flags/f1".into(),
        ..Default::default()
    };
    office.harness.deliver(&task("north", TaskAssignee::Champion)).await;
    assert_eq!(told(&office, NotificationKind::TaskAssigned).await, ["cyrus"]);
    office.harness.deliver(&task("company", TaskAssignee::Champion)).await;
    assert_eq!(
        told(&office, NotificationKind::TaskAssigned).await,
        ["hana", "cyrus"],
        "no champion there: HR"
    );
    office.harness.settle().await;
    let mail = office.mails("cyrus").await.remove(0);
    assert_eq!(mail.state(), MailState::Recorded);
    assert!(mail.text.contains("Ask what is in the way.") && mail.text.contains("Saturday, 14 March 2026"));
}
