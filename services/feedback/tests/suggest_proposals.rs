//! `SuggestProposals`.

use proto::feedback::v1::{Proposal, ProposalStatus, SuggestProposalsRequest};

use crate::support::{Company, build, company, fields, name, parent};

impl Company {
    async fn suggested(&self, text: &str) -> Vec<String> {
        self.lines(text).await.into_iter().map(|p| p.title).collect()
    }

    async fn lines(&self, text: &str) -> Vec<Proposal> {
        let request = SuggestProposalsRequest {
            parent: parent(),
            text: text.into(),
            application: name("applications", "crm"),
        };
        self.proposals("s1").suggest_proposals(request).await.unwrap().into_inner().proposals
    }
}

#[tokio::test]
async fn what_others_said_appears_while_it_is_typed_however_it_is_spelled() {
    let company = company().await;
    for title in ["گزارش‌های ماهانه کند باز می‌شوند", "التقارير الشهرية بطيئة جدا", "Export offers to Excel"]
    {
        company.propose("w1", title).await;
    }
    for (typed, expected) in [
        ("گزارش", "گزارش‌های ماهانه کند باز می‌شوند"),
        ("گزارشهاي ماهانه", "گزارش‌های ماهانه کند باز می‌شوند"),
        ("گزارش ها باز نمیشوند", "گزارش‌های ماهانه کند باز می‌شوند"),
        ("تقارير شهريه", "التقارير الشهرية بطيئة جدا"),
        ("exporting an offer to exc", "Export offers to Excel"),
    ] {
        assert_eq!(company.suggested(typed).await.first().map(String::as_str), Some(expected), "{typed}");
    }
    assert_eq!(company.suggested("مرخصی").await, [""; 0]);
    assert_eq!(company.suggested("e").await, [""; 0], "one letter is like everything");
    let anonymous = company.whisper("w2", "Excel export of invoices", 1).await.unwrap();
    assert!(company.suggested("invoices").await.contains(&anonymous.title), "an anonymous one is found too");
}

#[tokio::test]
async fn a_suggestion_is_a_line_with_what_became_of_it() {
    let company = company().await;
    let made = company.propose("w1", "Export offers to Excel").await;
    let line = Proposal {
        name: made.name,
        title: made.title,
        status: ProposalStatus::Open.into(),
        ..Proposal::default()
    };
    assert_eq!(company.lines("export").await, [line]);
}

#[tokio::test]
async fn what_is_hidden_merged_or_elsewhere_is_not_suggested() {
    let company = company().await;
    let (kept, twin, rude) = (
        company.propose("w1", "Searching is slow").await,
        company.propose("w1", "Searching is so slow").await,
        company.propose("w1", "Searching is slow, you fools").await,
    );
    assert_eq!(company.suggested("searching slow").await.len(), 3);
    company.merge(&twin.name, &kept.name).await.unwrap();
    company.hide(&rude.name, "Rude").await.unwrap();
    assert_eq!(company.suggested("searching slow").await, ["Searching is slow"]);
    let request = SuggestProposalsRequest {
        parent: "organizations/globex".into(),
        text: "searching slow".into(),
        ..Default::default()
    };
    let found = company.proposals_of_strangers().suggest_proposals(request).await.unwrap().into_inner();
    assert_eq!(found.proposals, []);
}

#[tokio::test]
async fn of_many_ten_are_shown_and_a_novel_is_refused() {
    let company = company().await;
    for i in 0..15 {
        let body = "Searching customers takes a minute.".into();
        let proposal = Proposal { body, ..build::proposal(&format!("Slow search, part {i}")) };
        company.propose_this("w1", proposal).await;
    }
    assert_eq!(company.suggested("slow search").await.len(), 10);
    let request =
        SuggestProposalsRequest { parent: parent(), text: "x".repeat(501), application: "x".into() };
    let error = company.proposals("s1").suggest_proposals(request).await.unwrap_err();
    assert_eq!(fields(&error), ["text", "application"]);
}
