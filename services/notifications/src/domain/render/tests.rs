//! Every kind in every language and format, as people get it: `snapshots/` beside this file. After a change of wording:
//! `INSTA_UPDATE=always cargo test -p hamgam-notifications render`, and read the difference.

use jiff::civil::date;
use kit::localize::Text;

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

fn committee() -> Text {
    Text::new("Users of CRM", "کمیتهٔ کاربران CRM", "لجنة مستخدمي CRM")
}

fn meeting(kind: Kind, title: &Text) -> News {
    News::new(kind, "/meetings/m1")
        .text("title", title.clone())
        .text("committee", committee())
        .time("start", "2026-03-10T07:00:00Z".parse().unwrap())
        .count("minutes", 90)
        .plain("place", "Room 3, Tehran")
        .plain("reason", "")
}

fn task(kind: Kind) -> News {
    News::new(kind, "/meetings/m1")
        .text("task", Text::new("Ask IT for the export", "درخواست خروجی از IT", "طلب التصدير من IT"))
        .text("committee", committee())
        .day("due", date(2026, 4, 8))
}

/// One of each kind, with all that it can say.
fn samples() -> Vec<Content> {
    // A Latin title in the middle of Persian and Arabic sentences is what turns them round when it is not isolated.
    let title = Text::new("Offers in CRM", "پیشنهادها در CRM", "العروض في CRM");
    let sentence = Text::new(
        "In the last four weeks people here used it on 18 of 100 working days; comparable teams on the same days: 41.",
        "در چهار هفته‌ی گذشته افراد این تیم در ۱۸ روز از ۱۰۰ روز کاری از آن استفاده کردند؛ تیم‌های مشابه در همان روزها: ۴۱.",
        "في الأسابيع الأربعة الأخيرة استُخدم هنا في ١٨ من ١٠٠ يوم عمل؛ والفرق المماثلة في الأيام نفسها: ٤١.",
    );
    let expires = Some("2026-03-23T06:15:00Z".parse().unwrap());
    let due = Some(date(2026, 4, 8));
    let team = "فروش شیراز".to_owned();
    let person = "Omid Karimi".to_owned();
    let message = "Where do I enter the discount?\n\nThe field is grey.".to_owned();
    let link = |path: &str| path.to_owned();
    vec![
        Content::PersonInvited {
            organization: "Parsian Co.".into(),
            link: link("/set-password?token=abc"),
            expires,
        },
        Content::PasswordReset { link: link("/set-password?token=abc"), expires },
        Content::EnrollmentAssigned {
            title: title.clone(),
            due,
            minutes: 35,
            renews: false,
            link: link("/learning/enrollments/e1"),
        },
        Content::EnrollmentReminded {
            title: title.clone(),
            due,
            overdue: false,
            link: link("/learning/enrollments/e1"),
        },
        Content::EnrollmentEscalated {
            title: title.clone(),
            person: person.clone(),
            due,
            link: link("/learning/enrollments/e1"),
        },
        Content::EnrollmentCompleted {
            title: title.clone(),
            certificate: true,
            link: link("/learning/enrollments/e1"),
        },
        Content::HelpRequested {
            title: title.clone(),
            person,
            message: message.clone(),
            link: link("/help/h1"),
        },
        Content::HelpAnswered { title: title.clone(), message, link: link("/learning/enrollments/e1") },
        Content::FlagRaised {
            team: team.clone(),
            review: true,
            sentence: sentence.clone(),
            barrier: "KNOWLEDGE".into(),
            link: link("/flags/f1"),
        },
        Content::FlagCleared { team: team.clone(), how: "CLEARED".into(), link: link("/flags/f1") },
        Content::InterventionStarted {
            team: team.clone(),
            sentence,
            barrier: "ABILITY".into(),
            link: link("/flags/f1"),
        },
        Content::TaskAssigned {
            team,
            title: title.clone(),
            sentence: Text::default(),
            due,
            link: link("/flags/f1"),
        },
        Content::News(
            News::new(Kind::PulseOpened, "/pulses/p1/rounds/1").text("title", title.clone()).day("due", due),
        ),
        Content::News(
            News::new(Kind::ProposalAnswered, "/feedback/proposals/p1")
                .plain("title", "Export der Angebote به اکسل")
                .plain("status", "COMPLETED")
                .plain("answer", "There is a button for it now.\n\nIn CRM, above the list.")
                .plain("merged_into", ""),
        ),
        Content::News(
            News::new(Kind::ProposalCommented, "/feedback/proposals/p1")
                .plain("title", "خروجی اکسل از CRM")
                .plain("author", "Omid Karimi")
                .plain("excerpt", "Every Monday I copy 40 lines by hand."),
        ),
        Content::News(
            News::new(Kind::PersonMentioned, "/feedback/proposals/p1")
                .plain("title", "خروجی اکسل از CRM")
                .plain("author", "Omid Karimi")
                .plain("excerpt", "@Sara Ahmadi, how do you do it?"),
        ),
        Content::News(meeting(Kind::MeetingInvited, &title)),
        Content::News(meeting(Kind::MeetingUpdated, &title)),
        Content::News(meeting(Kind::MeetingCancelled, &title).plain("reason", "The chair is ill.")),
        Content::News(
            News::new(Kind::MinutesApproved, "/meetings/m1")
                .text("title", title.clone())
                .text("committee", committee())
                .day("day", due)
                .count("decisions", 3)
                .count("tasks", 12),
        ),
        Content::News(task(Kind::OutcomeTaskAssigned)),
        Content::News(task(Kind::OutcomeTaskOverdue)),
        Content::News(
            News::new(Kind::NominationRequested, "/champions?nomination=n1")
                .flag("consent", true)
                .plain("nominee", "سارا احمدی")
                .plain("nominator", "Omid Karimi")
                .text("programme", title.clone())
                .plain("reason", "Everybody asks her anyway."),
        ),
        Content::News(
            News::new(Kind::NominationDecided, "/champions?nomination=n1")
                .flag("own", true)
                .flag("consented", false)
                .plain("nominee", "سارا احمدی")
                .text("programme", title.clone())
                .plain("reason", "After the audit."),
        ),
        Content::News(
            News::new(Kind::ChampionAppointed, "/champions/home")
                .text("programme", title.clone())
                .plain("teams", "فروش شیراز, Sales West")
                .day("end", due),
        ),
        Content::News(
            News::new(Kind::ChampionTermEnded, "/champions")
                .flag("own", false)
                .plain("why", "LEFT")
                .plain("person", "Omid Karimi")
                .text("programme", title.clone())
                .day("end", due),
        ),
        Content::News(
            News::new(Kind::CoverageLost, "/champions")
                .plain("teams", "فروش شیراز, Sales West")
                .count("team_count", 2)
                .plain("why", "MOVED"),
        ),
        Content::News(
            News::new(Kind::VisitRequested, "/champions/home")
                .flag("uncovered", false)
                .plain("team", "فروش شیراز")
                .text("reason", title.clone())
                .day("due", due),
        ),
        Content::News(
            News::new(Kind::HelpForwarded, "/champions/home")
                .plain("person", "Omid Karimi")
                .text("title", title.clone())
                .plain("message", "Where do I enter the discount?"),
        ),
        Content::News(
            News::new(Kind::PostAnswered, "/champions/space?post=p1")
                .plain("author", "Omid Karimi")
                .plain("title", "چطور با CRM شروع کنیم؟"),
        ),
        Content::News(
            News::new(Kind::FollowUpDue, "/champions/home")
                .plain("team", "فروش شیراز")
                .plain("note", "Show Omid the export."),
        ),
        Content::News(
            News::new(Kind::ChampionThanked, "/champions/home")
                .plain("person", "Omid Karimi")
                .plain("message", "The ten minutes at my desk saved me hours."),
        ),
        Content::News(
            News::new(Kind::ChallengeStarted, "/challenges/c1")
                .text("title", title.clone())
                .day("start", date(2026, 3, 28))
                .day("end", date(2026, 5, 8)),
        ),
        Content::News(
            News::new(Kind::ChallengeEnded, "/rewards")
                .text("title", title.clone())
                .text("sentence", Text::new("Use rose.", "استفاده بیشتر شد.", "زاد الاستخدام."))
                .flag("reached", true)
                .flag("cancelled", false),
        ),
        Content::News(News::new(Kind::AwardDecided, "/rewards").text("reward", title.clone())),
        Content::News(
            News::new(Kind::RedemptionRequested, "/rewards")
                .plain("teams", "فروش شیراز · West")
                .text("reward", title.clone()),
        ),
        Content::News(
            News::new(Kind::RedemptionDecided, "/rewards")
                .text("reward", title.clone())
                .plain("reason", "The restaurant is closed in summer.")
                .flag("approved", false),
        ),
        Content::News(
            News::new(Kind::ThanksGiven, "/recognition")
                .plain("person", "Omid Karimi")
                .text("value", Text::new("Care", "دلسوزی", "العناية"))
                .plain("message", "چقدر خوب کمک کردی!")
                .flag("to_team", false),
        ),
    ]
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
