//! `CreateComment`.

use proto::feedback::v1::{
    CreateCommentRequest, MentionedPerson, PersonMentioned, ProposalComment, ProposalCommented,
};
use tonic::Code;
use tonic_types::StatusExt;

use crate::support::{company, company_with, fields, ids, name, parent, violations};

fn request(proposal: &str, text: &str, mentions: &[&str], id: &str) -> CreateCommentRequest {
    let mention = |p: &&str| MentionedPerson { person: name("people", p), ..Default::default() };
    let comment = ProposalComment {
        text: text.into(),
        mentions: mentions.iter().map(mention).collect(),
        ..Default::default()
    };
    CreateCommentRequest { parent: proposal.into(), comment: Some(comment), request_id: id.into() }
}

#[tokio::test]
async fn followers_and_those_who_are_mentioned_hear_of_it_and_nobody_twice() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    company.say("w2", &made.name, "Here too").await.unwrap();
    let words = request(&made.name, " @E1 and @W2, what do you think?\n", &["e1", "w2", "w2", "e2"], "r");
    let said = company.comments("e2").create_comment(words.clone()).await.unwrap().into_inner();
    assert_eq!(said.text, "@E1 and @W2, what do you think?");
    assert_eq!((said.author_display_name.as_str(), said.own, said.by_proposer), ("E2", true, false));
    let mentioned: Vec<_> = said.mentions.iter().map(|m| m.display_name.as_str()).collect();
    assert_eq!(mentioned, ["E1", "W2", "E2"]);
    assert_eq!(company.comments("e2").create_comment(words).await.unwrap().into_inner(), said);

    let commented = company.heard::<ProposalCommented>().await;
    let told: Vec<_> = commented.iter().map(|e| (e.author_display_name.as_str(), ids(&e.people))).collect();
    assert_eq!(told, [("W2", vec!["w1"]), ("E2", vec!["w1"])], "w2 is told by the mention");
    let mentioned = company.heard::<PersonMentioned>().await;
    assert_eq!((mentioned.len(), ids(&mentioned[0].people)), (1, vec!["e1", "w2"]));
    assert_eq!(mentioned[0].excerpt, "@E1 and @W2, what do you think?");
    let seen = company.get("e2", &made.name).await.unwrap();
    assert_eq!((seen.comment_count, seen.followed), (2, true), "who comments follows");
}

#[tokio::test]
async fn a_comment_of_a_megabyte_is_refused_and_the_rule_is_named() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    for text in ["x".repeat(1_000_000), "ی".repeat(4_001)] {
        let error = company.say("w2", &made.name, &text).await.unwrap_err();
        assert_eq!(violations(&error), [("comment.text".to_owned(), "TOO_LONG".to_owned())]);
        let told = error.get_details_bad_request().unwrap().field_violations[0].description.clone();
        assert!(told.starts_with("must have at most 4000 characters") && told.len() < 400, "{told}");
    }
    company.say("w2", &made.name, &"ی".repeat(4_000)).await.unwrap();
    let error = company.say("w2", &made.name, " \u{202E} ").await.unwrap_err();
    assert_eq!(violations(&error), [("comment.text".to_owned(), "REQUIRED".to_owned())]);
    let said = company.say("w2", &made.name, "a\u{202E}b\u{2066}c").await.unwrap();
    assert_eq!(said.text, "abc", "what turns the writing round is dropped from a text");
    assert_eq!(company.get("w1", &made.name).await.unwrap().comment_count, 2);
}

#[tokio::test]
async fn people_who_are_not_there_cannot_be_mentioned() {
    let company = company().await;
    let made = company.propose("w1", "The CRM is slow").await;
    let mut bad = request(&made.name, "Hello", &["nobody"], "");
    let mentions = &mut bad.comment.as_mut().unwrap().mentions;
    mentions.push(MentionedPerson { person: "organizations/globex/people/w1".into(), ..Default::default() });
    mentions.push(MentionedPerson::default());
    let error = company.comments("w2").create_comment(bad).await.unwrap_err();
    let rules = violations(&error);
    let told: Vec<_> = rules.iter().map(|(f, r)| (f.as_str(), r.as_str())).collect();
    let expected = [
        ("comment.mentions[1].person", "NOT_FOUND"),
        ("comment.mentions[2].person", "REQUIRED"),
        ("comment.mentions[0].person", "NOT_FOUND"),
    ];
    assert!(expected.iter().all(|e| told.contains(e)) && told.len() == 3, "{told:?}");
    let many = request(&made.name, "Hello", &["w1"; 11], "");
    assert_eq!(fields(&company.comments("w2").create_comment(many).await.unwrap_err()), ["comment.mentions"]);
    assert_eq!(company.said("w1", &made.name).await, []);
}

#[tokio::test]
async fn one_person_does_not_flood_the_others() {
    let company = company_with(&[("comments_per_hour", 2)]).await;
    let made = company.propose("w1", "The CRM is slow").await;
    for text in ["One", "Two"] {
        company.say("w2", &made.name, text).await.unwrap();
    }
    assert_eq!(company.say("w2", &made.name, "Three").await.unwrap_err().code(), Code::ResourceExhausted);
    company.say("w3", &made.name, "Somebody else").await.unwrap();
    company.hours_pass(1).await;
    company.say("w2", &made.name, "Three").await.unwrap();
    let empty = CreateCommentRequest { parent: parent(), ..Default::default() };
    assert_eq!(fields(&company.comments("w2").create_comment(empty).await.unwrap_err()), ["parent"]);
}
