//! What this service holds about a person. What people said with their names, were invited to and voted. What was
//! said without a name stands nowhere with a person, so nothing here can find it.

use kit::held::{Kind, Place};

/// The kinds, in the order in which they are told.
pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        Kind::new("proposals", "Proposals", "پیشنهادها", "الاقتراحات")
            .because(
                "What you proposed with your name, so that colleagues can discuss it and answer you. Everybody in \
                 the organization reads it. What you proposed without a name is not here: nobody can find it.",
                "آنچه با نام خود پیشنهاد کرده‌اید، تا همکاران دربارهٔ آن گفتگو کنند و به شما پاسخ دهند. همهٔ \
                 سازمان آن را می‌خوانند. پیشنهادهای بی‌نام شما اینجا نیست: هیچ‌کس نمی‌تواند آن‌ها را بیابد.",
                "ما اقترحته باسمك، ليناقشه الزملاء ويجيبوك. يقرؤه كل من في المؤسسة. ما اقترحته بلا اسم ليس هنا: \
                 لا يستطيع أحد العثور عليه.",
            )
            .at(Place::new("proposal", "proposer").day("h.day").says("h.title")),
        Kind::new("comments", "Comments", "نظرها", "التعليقات")
            .because(
                "What you said about proposals with your name. Everybody in the organization reads it.",
                "آنچه با نام خود دربارهٔ پیشنهادها گفته‌اید. همهٔ سازمان آن را می‌خوانند.",
                "ما قلته عن الاقتراحات باسمك. يقرؤه كل من في المؤسسة.",
            )
            .at(Place::new("proposal_comment", "author").day("h.day").says("h.text")),
        Kind::new("mentions", "Mentions of you", "نام بردن از شما", "الإشارات إليك")
            .because(
                "Comments in which a colleague named you, so that you hear of them.",
                "نظرهایی که همکاری در آن‌ها از شما نام برده است، تا از آن‌ها باخبر شوید.",
                "تعليقات ذكرك فيها زميل، ليصلك خبرها.",
            )
            .at(Place::among("proposal_comment", "mentions").day("h.day").says("h.text")),
        Kind::new("votes", "Votes", "رأی‌ها", "الأصوات")
            .because(
                "Which proposals you voted for, so that a vote counts once. Others see the number of votes only.",
                "به کدام پیشنهادها رأی داده‌اید، تا هر رأی یک بار شمرده شود. دیگران فقط شمار رأی‌ها را می‌بینند.",
                "الاقتراحات التي صوّتّ لها، ليُحسب الصوت مرة واحدة. لا يرى الآخرون إلا عدد الأصوات.",
            )
            .at(Place::new("proposal_vote", "person").day("h.day").says_of("proposal", "title", "proposal")),
        Kind::new("followed-proposals", "Proposals that you follow", "پیشنهادهایی که دنبال می‌کنید", "الاقتراحات التي تتابعها")
            .because(
                "So that you hear what becomes of them. Seen by you only.",
                "تا از سرانجام آن‌ها باخبر شوید. فقط خود شما آن را می‌بینید.",
                "ليصلك ما آلت إليه. تراها أنت فقط.",
            )
            .at(Place::new("proposal_follower", "person").says_of("proposal", "title", "proposal")),
        Kind::new("reports", "Texts that you reported", "متن‌هایی که گزارش داده‌اید", "النصوص التي أبلغت عنها")
            .because(
                "So that a text is looked at once for each who reported it. Seen by HR and administrators.",
                "تا هر متن برای هر گزارش‌دهنده یک بار بررسی شود. منابع انسانی و مدیران سامانه آن را می‌بینند.",
                "ليُنظر في النص مرة واحدة عن كل مبلّغ. تراها الموارد البشرية ومديرو النظام.",
            )
            .at(Place::new("proposal_report", "person").time("h.report_time").says("h.reason")),
        Kind::new("answers", "Answers to proposals", "پاسخ به پیشنهادها", "الإجابات عن الاقتراحات")
            .because(
                "What you answered or decided on proposals for the organization. Everybody in the organization \
                 reads it.",
                "آنچه از سوی سازمان به پیشنهادها پاسخ داده یا درباره‌شان تصمیم گرفته‌اید. همهٔ سازمان آن را \
                 می‌خوانند.",
                "ما أجبت به عن الاقتراحات أو قررته باسم المؤسسة. يقرؤه كل من في المؤسسة.",
            )
            .at(Place::new("proposal_change", "actor").time("h.change_time").says("h.answer")),
        Kind::new("committees", "Committees", "کمیته‌ها", "اللجان")
            .because(
                "The committees that you are or were a member of, and as what. Everybody in the organization sees \
                 the members.",
                "کمیته‌هایی که عضو آن‌ها هستید یا بوده‌اید و نقش شما. همهٔ سازمان اعضا را می‌بینند.",
                "اللجان التي أنت أو كنت عضوًا فيها وصفتك. يرى الأعضاءَ كلُّ من في المؤسسة.",
            )
            .at(
                Place::new("committee_member", "person")
                    .day("h.start_day")
                    .titled_of("committee", "title", "committee"),
            ),
        Kind::new("meetings", "Meetings", "جلسه‌ها", "الاجتماعات")
            .because(
                "The meetings that you were invited to, what you answered and whether you came; for the quorum \
                 and the minutes. Seen by those invited, HR and sponsors.",
                "جلسه‌هایی که به آن‌ها دعوت شدید، پاسخ شما و حضورتان؛ برای حد نصاب و صورت‌جلسه. دعوت‌شدگان، منابع \
                 انسانی و حامیان آن را می‌بینند.",
                "الاجتماعات التي دُعيت إليها وجوابك وحضورك؛ للنصاب والمحضر. يراها المدعوون والموارد البشرية \
                 والرعاة.",
            )
            .at(
                Place::new("meeting_attendee", "person")
                    .time_of("meeting", "start_time", "meeting")
                    .titled_of("meeting", "title", "meeting"),
            )
            .at(Place::among("meeting", "guests").time("h.start_time").titled("h.title")),
        Kind::new("agenda-items", "Agenda items", "موردهای دستور جلسه", "بنود جدول الأعمال")
            .because(
                "What you put on an agenda or were asked to present. Seen by those invited, HR and sponsors.",
                "آنچه در دستور جلسه گذاشته‌اید یا ارائه‌اش با شما بود. دعوت‌شدگان، منابع انسانی و حامیان آن را \
                 می‌بینند.",
                "ما أضفته إلى جدول الأعمال أو طُلب منك تقديمه. يراها المدعوون والموارد البشرية والرعاة.",
            )
            .at(Place::new("agenda_item", "adder").titled("h.title"))
            .at(Place::new("agenda_item", "presenter").titled("h.title")),
        Kind::new("stances", "Stances in polls", "رأی شما در رأی‌گیری‌ها", "مواقفك في التصويتات")
            .because(
                "What you chose in the polls of meetings, so that a decision can be traced. Seen by those at the meeting, \
                 HR and sponsors.",
                "آنچه در رأی‌گیری جلسه‌ها برگزیده‌اید، تا ریشهٔ هر تصمیم روشن باشد. حاضران جلسه، منابع انسانی و حامیان \
                 آن را می‌بینند.",
                "ما اخترته في تصويتات الاجتماعات، ليُعرف أصل القرار. يراه حاضرو الاجتماع والموارد البشرية والرعاة.",
            )
            .at(Place::new("poll_stance", "person").time("h.create_time").titled_of("poll", "question", "poll")),
        Kind::new("minutes", "Minutes", "صورت‌جلسه‌ها", "المحاضر")
            .because(
                "Minutes that you approved, and what you corrected in them. Seen by those invited, HR and \
                 sponsors.",
                "صورت‌جلسه‌هایی که تأیید کرده‌اید و اصلاح‌های شما در آن‌ها. دعوت‌شدگان، منابع انسانی و حامیان آن \
                 را می‌بینند.",
                "المحاضر التي اعتمدتها وما صحّحته فيها. يراها المدعوون والموارد البشرية والرعاة.",
            )
            .at(Place::new("minutes", "approver").time("h.approve_time").titled_of("meeting", "title", "meeting"))
            .at(Place::new("minutes_correction", "person").time("h.create_time").says("h.note")),
        Kind::new("tasks", "Tasks from meetings", "کارهای جلسه‌ها", "مهام من الاجتماعات")
            .because(
                "What a committee asked you to do, and until when. Seen by its members, HR and sponsors.",
                "آنچه کمیته از شما خواسته و مهلت آن. اعضای کمیته، منابع انسانی و حامیان آن را می‌بینند.",
                "ما طلبته منك لجنة ومهلته. يراها أعضاؤها والموارد البشرية والرعاة.",
            )
            .at(Place::new("outcome", "owner").time("h.create_time").titled("h.text")),
        Kind::new("pulses", "Pulses", "پرسش‌های کوتاه", "الاستطلاعات القصيرة")
            .because(
                "Which short surveys you were asked to answer and whether you did, so that you are not asked too \
                 often. Your answers are kept without you: nobody can tell which are yours.",
                "کدام پرسشنامه‌های کوتاه برای شما فرستاده شد و آیا پاسخ دادید، تا زیاد از شما پرسیده نشود. \
                 پاسخ‌ها بدون نام شما نگه داشته می‌شوند: هیچ‌کس نمی‌داند کدام از شماست.",
                "الاستبيانات القصيرة التي طُلب منك جوابها وهل أجبت، كي لا تُسأل كثيرًا. تُحفظ إجاباتك بدونك: لا \
                 يستطيع أحد أن يعرف أيها لك.",
            )
            .at(Place::new("pulse_invitation", "person").day("h.open_day").titled_of("pulse", "title", "pulse")),
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
        "agenda_item",
        "answer",
        "answers",
        "application",
        "audience",
        "body",
        "cancel_reason",
        "choice",
        "comment",
        "committee",
        "content",
        "content_type",
        "decision",
        "description",
        "duplicate_of",
        "feature",
        "flag",
        "follow_up",
        "hidden",
        "id",
        "kind",
        "language",
        "location",
        "meeting",
        "method",
        "note",
        "notes",
        "options",
        "organization",
        "outcome",
        "poll",
        "proposal",
        "proposals",
        "pulse",
        "purpose",
        "question",
        "questions",
        "reason",
        "response",
        "role",
        "schedule",
        "secret_hash",
        "source",
        "state",
        "suggestion",
        "tag",
        "tag_key",
        "tags",
        "task",
        "team",
        "teams",
        "text",
        "title",
        "verdict",
        "zone",
    ];

    #[tokio::test]
    async fn every_column_that_names_a_person_is_told() {
        let world = World::new().await;
        let db = Db::open(world.context.database(), "feedback", crate::store::migration::all).await.unwrap();
        let wrong = unlisted(&db, &super::kinds(), OTHERS).await;
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
