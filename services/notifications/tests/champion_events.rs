//! What champions tell: to whom, and in which words.

use proto::{
    champions::v1::{
        ChampionAppointed, ChampionTermEnded, ChampionThanked, CoverageLost, EndReason, FollowUpDue,
        GapReason, HelpForwarded, NominationDecided, NominationRequested, PostAnswered, VisitRequested,
    },
    notifications::v1::NotificationKind,
};

use crate::support::{Office, name, office, text};

/// The people who are told of this kind, each with the title.
async fn told(office: &Office, kind: NotificationKind) -> Vec<(&'static str, String)> {
    let mut told = Vec::new();
    for person in ["sara", "omid", "hana", "tara", "cyrus", "nima"] {
        let entries = office.inbox(person).await.into_iter().filter(|n| n.kind() == kind);
        told.extend(entries.map(|n| (person, n.title)));
    }
    told
}

fn isolated(words: &str) -> String {
    format!("\u{2068}{words}\u{2069}")
}

#[tokio::test]
async fn the_nominee_is_asked_then_the_manager_and_hr_where_there_is_none() {
    let office = office().await;
    let ask = |asked: &str, consent: bool| NominationRequested {
        asked: if asked.is_empty() { String::new() } else { name("people", asked) },
        consent,
        nominee_display_name: "SARA".into(),
        nominator_display_name: "OMID".into(),
        programme_title: Some(text("CRM", "", "")),
        reason: "Everybody asks her.".into(),
        link_path: "/champions?nomination=n1".into(),
        ..Default::default()
    };
    office.harness.deliver(&ask("sara", false)).await;
    office.harness.deliver(&ask("tara", true)).await;
    office.harness.deliver(&ask("", true)).await;
    let consent = format!("Your consent: {} as a champion", isolated("SARA"));
    assert_eq!(
        told(&office, NotificationKind::NominationRequested).await,
        [
            ("sara", "You were nominated as a champion".to_owned()),
            ("hana", consent.clone()),
            ("tara", consent)
        ]
    );
    assert_eq!(office.inbox("sara").await[0].link, "/champions?nomination=n1");
}

#[tokio::test]
async fn why_not_is_for_the_nominee_alone() {
    let office = office().await;
    let decided = NominationDecided {
        nominee: name("people", "sara"),
        nominator: name("people", "tara"),
        nominee_display_name: "SARA".into(),
        programme_title: Some(text("CRM", "", "")),
        consented: false,
        decline_reason: "After the audit.".into(),
        link_path: "/champions".into(),
        ..Default::default()
    };
    office.harness.deliver(&decided).await;
    assert!(office.inbox("sara").await[0].body.contains("After the audit."));
    assert!(!office.inbox("tara").await[0].body.contains("audit"));
}

#[tokio::test]
async fn champions_hear_of_their_term_and_hr_of_its_end_and_of_lost_teams() {
    let office = office().await;
    let appointed = ChampionAppointed {
        person: name("people", "sara"),
        programme_title: Some(text("CRM", "", "")),
        teams_display_name: "West, East".into(),
        end_day: "2027-03-02".into(),
        link_path: "/champions/home".into(),
        ..Default::default()
    };
    office.harness.deliver(&appointed).await;
    assert!(office.inbox("sara").await[0].body.contains("West, East"));
    let ended = |reason: EndReason| ChampionTermEnded {
        person: name("people", "sara"),
        person_display_name: "SARA".into(),
        programme_title: Some(text("CRM", "", "")),
        end_day: "2026-04-05".into(),
        reason: reason.into(),
        link_path: "/champions".into(),
        ..Default::default()
    };
    office.harness.deliver(&ended(EndReason::Unspecified)).await;
    office.harness.deliver(&ended(EndReason::Term)).await;
    let mut titles = told(&office, NotificationKind::ChampionTermEnded).await;
    titles.sort();
    assert_eq!(
        titles,
        [
            ("hana", format!("The term of {} ends soon", isolated("SARA"))),
            ("hana", format!("The term of {} is over", isolated("SARA"))),
            ("sara", "Your term ends soon".to_owned()),
            ("sara", "Your term is over".to_owned()),
        ]
    );
    let lost = CoverageLost {
        teams_display_name: "West, East".into(),
        team_count: 2,
        reason: GapReason::Moved.into(),
        link_path: "/champions".into(),
        ..Default::default()
    };
    office.harness.deliver(&lost).await;
    let hr = told(&office, NotificationKind::CoverageLost).await;
    assert_eq!(hr, [("hana", "2 teams lost their champion".to_owned())]);
}

#[tokio::test]
async fn champions_are_asked_for_visits_and_help() {
    let office = office().await;
    let visit = VisitRequested {
        team_display_name: "North".into(),
        champions: vec![name("people", "cyrus")],
        reason: Some(text("Use declined.", "", "")),
        due_day: "2026-03-16".into(),
        link_path: "/champions/home".into(),
        ..Default::default()
    };
    office.harness.deliver(&visit).await;
    let asked: Vec<_> =
        told(&office, NotificationKind::VisitRequested).await.into_iter().map(|t| t.0).collect();
    assert_eq!(asked, ["cyrus"]);
    let help = HelpForwarded {
        champions: vec![name("people", "cyrus")],
        person_display_name: "SARA".into(),
        course_title: Some(text("Offers", "", "")),
        question: "Where is the export?".into(),
        link_path: "/champions/home".into(),
        ..Default::default()
    };
    office.harness.deliver(&help).await;
    let told = told(&office, NotificationKind::HelpForwarded).await;
    assert_eq!(told, [("cyrus", format!("{} asks: {}", isolated("SARA"), isolated("Offers")))]);
}

#[tokio::test]
async fn answers_follow_ups_and_thanks_reach_whom_they_are_for() {
    let office = office().await;
    let answered = PostAnswered {
        author: name("people", "cyrus"),
        answerer_display_name: "OMID".into(),
        title: "How to begin?".into(),
        link_path: "/champions/space?post=p1".into(),
        ..Default::default()
    };
    office.harness.deliver(&answered).await;
    let due = FollowUpDue {
        person: name("people", "cyrus"),
        team_display_name: "North".into(),
        note: "Show the export.".into(),
        link_path: "/champions/home".into(),
        ..Default::default()
    };
    office.harness.deliver(&due).await;
    let thanked = ChampionThanked {
        person: name("people", "cyrus"),
        thanker_display_name: "SARA".into(),
        text: "It saved me hours.".into(),
        link_path: "/champions/home".into(),
        ..Default::default()
    };
    office.harness.deliver(&thanked).await;
    for (kind, title) in [
        (NotificationKind::PostAnswered, format!("An answer: {}", isolated("How to begin?"))),
        (NotificationKind::FollowUpDue, format!("Look in on {} again", isolated("North"))),
        (NotificationKind::ChampionThanked, format!("{} thanks you", isolated("SARA"))),
    ] {
        assert_eq!(told(&office, kind).await, [("cyrus", title)]);
    }
    let follow_up =
        office.inbox("cyrus").await.into_iter().find(|n| n.kind() == NotificationKind::FollowUpDue);
    assert!(follow_up.unwrap().body.contains("Show the export."));
}
