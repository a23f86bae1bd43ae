//! What this service holds about a person. Who is a champion, what champions did and wrote, and what colleagues
//! asked them.

use kit::held::{Kind, Place};

/// The kinds, in the order in which they are told.
pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        Kind::new("terms", "Terms as a champion", "دوره‌های سفیری", "فترات العمل سفيرًا")
            .because(
                "Since when and for which teams you are a champion, so that colleagues find you. Everybody in the \
                 organization sees it.",
                "از چه زمانی و برای کدام تیم‌ها سفیر هستید، تا همکاران شما را بیابند. همهٔ سازمان آن را می‌بینند.",
                "منذ متى ولأي فرق أنت سفير، ليجدك الزملاء. يراها كل من في المؤسسة.",
            )
            .at(Place::new("champion", "person").day("h.start_day").titled_of("programme", "title", "programme"))
            .at(Place::new("covered_team", "person").says_of("directory_team", "display_name", "team"))
            .at(Place::among("team_coverage", "covered_by").says("h.display_name")),
        Kind::new("nominations", "Nominations", "نامزدی‌ها", "الترشيحات")
            .because(
                "Nominations of you or by you, and those that you decide on as a manager. Seen by who nominated, \
                 who was nominated, the manager and HR.",
                "نامزدی شما، نامزدی‌هایی که پیشنهاد داده‌اید و آن‌هایی که در جایگاه مدیر درباره‌شان تصمیم \
                 می‌گیرید. پیشنهاددهنده، نامزد، مدیر و منابع انسانی آن را می‌بینند.",
                "ترشيحك، وما رشّحت، وما تقرره بصفتك مديرًا. يراها المرشِّح والمرشَّح والمدير والموارد البشرية.",
            )
            .at(Place::new("nomination", "nominee").time("h.create_time").says("h.reason"))
            .at(Place::new("nomination", "nominator").time("h.create_time").says("h.reason"))
            .at(Place::new("nomination", "manager").time("h.create_time").says("h.reason")),
        Kind::new("check-ins", "Check-ins", "ثبت‌ها", "التسجيلات")
            .because(
                "What you did with which team as a champion, to plan what comes next. HR sees with which team and when, \
                 not your notes.",
                "در نقش سفیر با کدام تیم چه کرده‌اید، برای برنامه‌ریزی گام بعد. منابع انسانی می‌بیند با کدام تیم و چه زمانی، \
                 نه یادداشت‌های شما را.",
                "ما فعلته سفيرًا مع أي فريق، لتخطيط ما يلي. ترى الموارد البشرية مع أي فريق ومتى، لا ملاحظاتك.",
            )
            .at(Place::new("check_in", "person").day("h.day").says("h.note")),
        Kind::new("forwarded-help", "Questions to champions", "پرسش از سفیران", "أسئلة للسفراء")
            .because(
                "What you asked in a course and your team's champion got, and what you answered as a champion. \
                 Seen by you and the champions of the team.",
                "پرسش‌های شما در دوره‌ها که به سفیر تیم رسید، و پاسخ‌های شما در نقش سفیر. شما و سفیران تیم آن را \
                 می‌بینید.",
                "ما سألته في دورة ووصل إلى سفير فريقك، وما أجبت به سفيرًا. تراها أنت وسفراء الفريق.",
            )
            .at(Place::new("forwarded_help", "person").time("h.create_time").says("h.question"))
            .at(Place::new("forwarded_help", "answerer").time("h.answer_time").says("h.answer")),
        Kind::new("space", "Tips and answers", "نکته‌ها و پاسخ‌ها", "النصائح والأجوبة")
            .because(
                "What you wrote in the champions' space. Seen by champions.",
                "آنچه در فضای سفیران نوشته‌اید. سفیران آن را می‌بینند.",
                "ما كتبته في مساحة السفراء. يراه السفراء.",
            )
            .at(Place::new("post", "author").time("h.create_time").says("h.title"))
            .at(Place::new("post_answer", "author").time("h.create_time").says("h.text")),
        Kind::new("thanks", "Thanks", "سپاس‌ها", "عبارات الشكر")
            .because(
                "Thanks that you gave to champions or got as one. Seen by who gave and who got them.",
                "سپاس‌هایی که به سفیران گفته‌اید یا در نقش سفیر گرفته‌اید. سپاس‌گزار و گیرنده آن را می‌بینند.",
                "الشكر الذي قدمته للسفراء أو تلقيته سفيرًا. يراه من شكر ومن شُكر.",
            )
            .at(Place::new("champion_thanks", "person").time("h.create_time").says("h.text"))
            .at(Place::new("champion_thanks", "champion_person").time("h.create_time").says("h.text"))
            .at(Place::new("answer_thanks", "person").says_of("post_answer", "text", "answer")),
        Kind::new("reports", "Texts that you reported", "متن‌هایی که گزارش داده‌اید", "النصوص التي أبلغت عنها")
            .because(
                "What you reported in the champions' space, so that it is looked at. Seen by HR.",
                "آنچه در فضای سفیران گزارش داده‌اید، تا بررسی شود. منابع انسانی آن را می‌بیند.",
                "ما أبلغت عنه في مساحة السفراء، ليُنظر فيه. تراه الموارد البشرية.",
            )
            .at(Place::new("post_report", "person").time("h.create_time").says("h.reason")),
    ]
}

#[cfg(test)]
mod tests {
    use kit::{
        db::Db,
        testing::{World, unlisted},
    };

    /// Columns that never name a person.
    const OTHERS: &[&str] = &[
        "answer",
        "application",
        "article",
        "barriers",
        "champion",
        "course",
        "course_title",
        "curriculum",
        "decline_reason",
        "description",
        "display_name",
        "flag",
        "focus_areas",
        "granted",
        "homes",
        "id",
        "language",
        "message",
        "nomination",
        "note",
        "organization",
        "parent",
        "person_name",
        "post",
        "programme",
        "question",
        "reason",
        "sort_name",
        "source",
        "staged_start",
        "team",
        "text",
        "title",
        "visit",
    ];

    #[tokio::test]
    async fn every_column_that_names_a_person_is_told() {
        let world = World::new().await;
        let db = Db::open(world.context.database(), "champions", crate::store::migration::all).await.unwrap();
        let wrong = unlisted(&db, &super::kinds(), OTHERS).await;
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
