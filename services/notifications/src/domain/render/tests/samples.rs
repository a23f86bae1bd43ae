//! One of each kind, with all that it can say.

use jiff::civil::date;
use kit::localize::Text;

use crate::domain::{content::Content, kind::Kind, news::News};

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
pub(super) fn samples() -> Vec<Content> {
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
