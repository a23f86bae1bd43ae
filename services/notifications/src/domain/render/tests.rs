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
            News::new(Kind::PulseOpened, "/pulses/p1/rounds/1").text("title", title).day("due", due),
        ),
    ]
}

#[test]
fn every_kind_reads_well_in_every_language_and_format() {
    let renderer = renderer();
    for language in Language::ALL {
        let to = recipient(language);
        for content in samples() {
            let mail = renderer.mail(&content, &to).unwrap();
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
