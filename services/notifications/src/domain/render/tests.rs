//! Every kind in every language and format, as people get it: `snapshots/` beside this file. After a change of wording:
//! `INSTA_UPDATE=always cargo test -p hamgam-notifications render`, and read the difference.

mod samples;

use jiff::civil::date;
use kit::localize::Text;

use self::samples::samples;
use super::*;
use crate::domain::news::News;

fn recipient(language: Language) -> Recipient {
    let name = Text::new("Sara Ahmadi", "سارا احمدی", "سارة الأحمدي");
    Recipient {
        name: name.get(language).to_owned(),
        reader: Reader::usual_of(language),
        zone: TimeZone::get("Asia/Tehran").unwrap(),
    }
}

fn renderer() -> Renderer {
    Renderer::new("https://hamgam.example.org/").unwrap()
}

#[test]
fn every_kind_reads_well_in_every_language_and_format() {
    let renderer = renderer();
    for language in Language::ALL {
        let to = recipient(language);
        for content in samples() {
            let mail = renderer.mail(&content, &to, None).unwrap();
            snapshot(content.kind(), language, &mail);
        }
        let digest = renderer.digest(&samples()[2..9], 3, &to).unwrap();
        snapshot(Kind::Digest, language, &digest);
    }
}

fn snapshot(kind: Kind, language: Language, mail: &Mail) {
    let name = |format| format!("{}_{}_{format}", kind.code(), language.code());
    insta::with_settings!({ omit_expression => true, prepend_module_to_snapshot => false, description => mail.subject.clone() }, {
        insta::assert_snapshot!(name("text"), mail.text);
        insta::assert_snapshot!(name("html"), mail.html);
    });
}

#[test]
fn every_kind_has_a_sample() {
    let kinds: Vec<Kind> = samples().iter().map(Content::kind).collect();
    let told: Vec<Kind> = Kind::ALL.into_iter().filter(|k| k.is_told()).collect();
    assert_eq!(kinds, told);
}

#[test]
fn what_can_be_absent_leaves_no_gap() {
    let renderer = renderer();
    let to = recipient(Language::En);
    let told = |content: Content| renderer.tell(&content, to.reader, &to.zone).unwrap();
    let title = Text::only(Language::En, "Basics");
    let bare = told(Content::EnrollmentAssigned {
        title: title.clone(),
        due: None,
        minutes: 0,
        renews: false,
        link: String::new(),
    });
    assert_eq!(bare.paragraphs[0], "“\u{2068}Basics\u{2069}” was assigned to you.");
    let help = told(Content::HelpRequested {
        title: title.clone(),
        person: "Omid".into(),
        message: String::new(),
        link: String::new(),
    });
    assert_eq!(help.paragraphs, ["\u{2068}Omid\u{2069} asks for help with “\u{2068}Basics\u{2069}”."]);
    let overdue = told(Content::EnrollmentReminded {
        title,
        due: Some(date(2026, 3, 2)),
        overdue: true,
        link: String::new(),
    });
    assert_eq!(overdue.subject, "Overdue: \u{2068}Basics\u{2069}");
    for (how, words) in [("CLEARED", "two weeks"), ("WITHDRAWN", "no longer stands"), ("REJECTED", "wrong")] {
        let cleared =
            told(Content::FlagCleared { team: "North".into(), how: how.into(), link: String::new() });
        assert!(cleared.paragraphs[0].contains(words), "{how}: {cleared:?}");
    }
}

#[test]
fn every_barrier_has_words_of_its_own_in_every_language() {
    let renderer = renderer();
    for language in Language::ALL {
        let to = recipient(language);
        let mut seen = std::collections::BTreeSet::new();
        for barrier in
            ["TOOL", "REINFORCEMENT", "AWARENESS", "WILLINGNESS", "KNOWLEDGE", "ABILITY", "UNCLEAR"]
        {
            let content = Content::FlagRaised {
                team: "t".into(),
                review: false,
                sentence: Text::only(language, "s"),
                barrier: barrier.into(),
                link: String::new(),
            };
            seen.insert(renderer.tell(&content, to.reader, &to.zone).unwrap().paragraphs[1].clone());
        }
        assert_eq!(seen.len(), 7, "{language}");
    }
}

#[test]
fn the_link_of_a_mail_tells_which_notification_was_opened() {
    let (renderer, to) = (renderer(), recipient(Language::En));
    let text = |link: &str| {
        let news = News::new(Kind::PulseOpened, link).plain("title", "Two questions").day("due", None);
        renderer.mail(&Content::News(news), &to, Some("n1")).unwrap().text
    };
    assert!(text("/pulses/p1/rounds/1").contains("example.org/pulses/p1/rounds/1?notification=n1"));
    assert!(text("/x?y=z#part").contains("example.org/x?y=z&notification=n1#part"));
    assert!(!text("").contains("notification="));
}

#[test]
fn every_end_of_a_term_and_every_gap_has_words_of_its_own_in_every_language() {
    let renderer = renderer();
    for language in Language::ALL {
        let to = recipient(language);
        let told = |news: News| renderer.tell(&Content::News(news), to.reader, &to.zone).unwrap();
        let mut seen = std::collections::BTreeSet::new();
        for (why, own) in [
            ("", true),
            ("", false),
            ("TERM", true),
            ("TERM", false),
            ("LEFT", false),
            ("STEPPED_DOWN", false),
        ] {
            let news = News::new(Kind::ChampionTermEnded, "")
                .flag("own", own)
                .plain("why", why)
                .plain("person", "P")
                .plain("programme", "C")
                .plain("end", "E");
            seen.insert(told(news).paragraphs[0].clone());
        }
        assert_eq!(seen.len(), 6, "{language}");
        let mut seen = std::collections::BTreeSet::new();
        for why in ["LEFT", "TERM_ENDED", "MOVED", "REASSIGNED"] {
            let news = News::new(Kind::CoverageLost, "")
                .plain("teams", "T")
                .count("team_count", 1)
                .plain("why", why);
            seen.insert(told(news).paragraphs[1].clone());
        }
        assert_eq!(seen.len(), 4, "{language}");
        let asked = |consent: bool| {
            let news = News::new(Kind::NominationRequested, "")
                .flag("consent", consent)
                .plain("nominee", "N")
                .plain("nominator", "M")
                .plain("programme", "C")
                .plain("reason", "R");
            told(news).subject
        };
        assert_ne!(asked(true), asked(false), "{language}");
    }
}

#[test]
fn every_answer_to_a_proposal_has_words_of_its_own_in_every_language() {
    let renderer = renderer();
    for language in Language::ALL {
        let to = recipient(language);
        let mut seen = std::collections::BTreeSet::new();
        for (status, merged) in [
            ("OPEN", ""),
            ("PLANNED", ""),
            ("STARTED", ""),
            ("COMPLETED", ""),
            ("DECLINED", ""),
            ("DUPLICATE", "b"),
        ] {
            let news = News::new(Kind::ProposalAnswered, "")
                .plain("title", "a")
                .plain("status", status)
                .plain("answer", "")
                .plain("merged_into", merged);
            let told = renderer.tell(&Content::News(news), to.reader, &to.zone).unwrap();
            assert_eq!(told.paragraphs.len(), 1, "{told:?}");
            seen.insert((told.subject, told.paragraphs));
        }
        assert_eq!(seen.len(), 6, "{language}");
    }
}

#[test]
fn a_comment_of_an_anonymous_writer_says_so() {
    let renderer = renderer();
    for (language, words) in [
        (Language::En, "The anonymous writer"),
        (Language::Fa, "نویسندهٔ ناشناس"),
        (Language::Ar, "الكاتب المجهول"),
    ] {
        let to = recipient(language);
        let news = News::new(Kind::ProposalCommented, "")
            .plain("title", "a")
            .plain("author", "")
            .plain("excerpt", "b");
        let told = renderer.tell(&Content::News(news), to.reader, &to.zone).unwrap();
        assert!(told.paragraphs[0].contains(words), "{told:?}");
    }
}

#[test]
fn words_of_others_cannot_break_out_of_a_mail() {
    let renderer = renderer();
    let mail = renderer
        .mail(
            &Content::HelpRequested {
                title: Text::only(Language::En, "<script>alert(1)</script>\r\nBcc: all@example.org"),
                person: "{{ person }}\u{202E}".into(),
                message: "</p><a href=\"https://evil.example\">".into(),
                link: "https://evil.example/".into(),
            },
            &recipient(Language::Fa),
            None,
        )
        .unwrap();
    assert!(!mail.subject.contains(['\r', '\n', '\u{202E}']), "{}", mail.subject);
    assert!(!mail.html.contains("<script>") && !mail.html.contains("href=\"https://evil"));
    assert!(mail.html.contains("{{ person }}"), "a template in a name stays text");
    assert!(mail.text.contains("https://hamgam.example.org/\n"), "a foreign link leads to the front page");
}

#[test]
fn a_digest_speaks_of_all_it_has() {
    let renderer = renderer();
    let subject = |n: usize, more| {
        renderer.digest(&samples()[2..2 + n], more, &recipient(Language::En)).unwrap().subject
    };
    assert_eq!(subject(1, 0), "One thing waits for you");
    assert_eq!(subject(2, 10), "12 things wait for you");
}

#[test]
fn the_order_of_a_person_s_own_calendar_and_digits_is_kept() {
    let renderer = renderer();
    let mut to = recipient(Language::Ar);
    to.reader.calendar = kit::calendar::Calendar::Hijri;
    let told = renderer.tell(&samples()[2], to.reader, &to.zone).unwrap();
    assert!(told.paragraphs[0].contains("١٤٤٧"), "{told:?}");
}
