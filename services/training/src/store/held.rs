//! What this service holds about a person. What people were given to learn, how far they are, and what they said of
//! it.

use kit::held::{Kind, Place};

/// The kinds, in the order in which they are told.
pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        Kind::new("enrollments", "Enrolments and progress", "ثبت‌نام‌ها و پیشرفت", "التسجيلات والتقدم")
            .because(
                "What you were given to learn and how far you are, so that you go on where you stopped and are \
                 reminded. Trainers and HR see whether it is complete.",
                "آنچه برای یادگیری به شما داده شده و میزان پیشرفت، تا از همان‌جا ادامه دهید و یادآوری بگیرید. \
                 مدرسان و منابع انسانی می‌بینند که آیا کامل شده است.",
                "ما كُلّفت بتعلمه ومدى تقدمك، لتتابع من حيث توقفت وتصلك التذكيرات. يرى المدربون والموارد البشرية \
                 هل اكتمل.",
            )
            .at(Place::new("enrollment", "person").time("h.enroll_time").titled_of("course", "title", "course"))
            .at(Place::new("assignment_enrollment", "person").titled_of("course", "title", "course"))
            .at(Place::through("module_progress", "enrollment", "enrollment", "person").time("h.complete_time"))
            .at(Place::new("completion", "person").time("h.complete_time").titled_of("course", "title", "course")),
        Kind::new("attempts", "Quiz attempts", "آزمون‌ها", "محاولات الاختبار")
            .because(
                "Your answers and results, so that you see what was right. Seen by you only.",
                "پاسخ‌ها و نتیجه‌های شما، تا ببینید چه درست بوده است. فقط خود شما آن را می‌بینید.",
                "أجوبتك ونتائجك، لترى ما كان صحيحًا. تراها أنت فقط.",
            )
            .at(Place::through("attempt", "enrollment", "enrollment", "person").time("h.start_time")),
        Kind::new("certificates", "Certificates", "گواهی‌نامه‌ها", "الشهادات")
            .because(
                "What you completed, to show to others. Whoever has its link can verify it.",
                "آنچه به پایان رسانده‌اید، برای نشان دادن به دیگران. هر کس پیوند آن را داشته باشد می‌تواند \
                 درستی‌اش را بسنجد.",
                "ما أكملته، لتعرضه على غيرك. يستطيع من لديه رابطها التحقق منها.",
            )
            .at(Place::new("certificate", "person").time("h.issue_time").titled("h.course_title")),
        Kind::new("ratings", "Ratings of courses", "امتیاز به دوره‌ها", "تقييمات الدورات")
            .because(
                "What you thought of parts of courses, to make them better. Trainers see the means and the \
                 comments, without names.",
                "نظر شما دربارهٔ بخش‌های دوره‌ها، برای بهتر شدن آن‌ها. مدرسان میانگین‌ها و نظرها را بدون نام \
                 می‌بینند.",
                "رأيك في أجزاء الدورات، لتحسينها. يرى المدربون المتوسطات والتعليقات بلا أسماء.",
            )
            .at(Place::new("rating", "person").time("h.rate_time").says("h.comment")),
        Kind::new("help-requests", "Questions and answers", "پرسش‌ها و پاسخ‌ها", "الأسئلة والأجوبة")
            .because(
                "What you asked in courses, and what you answered. Seen by you, trainers, HR and the champions of your \
                 team.",
                "آنچه در دوره‌ها پرسیده‌اید و آنچه پاسخ داده‌اید. شما، مدرسان، منابع انسانی و سفیران تیم آن را می‌بینند.",
                "ما سألته في الدورات وما أجبت عنه. تراها أنت والمدربون والموارد البشرية وسفراء فريقك.",
            )
            .at(Place::new("help_request", "person").time("h.create_time").says("h.question"))
            .at(Place::new("help_request", "answerer").time("h.answer_time").says("h.answer")),
        Kind::new("excuses", "Excuses", "معافیت‌ها", "الإعفاءات")
            .because(
                "Assignments that you were excused from, or excused others from, and why. Seen by trainers and \
                 HR.",
                "آموزش‌هایی که از آن‌ها معاف شده‌اید یا دیگران را معاف کرده‌اید، و دلیل آن. مدرسان و منابع انسانی \
                 آن را می‌بینند.",
                "التكليفات التي أُعفيت منها أو أعفيت غيرك منها، والسبب. يراها المدربون والموارد البشرية.",
            )
            .at(Place::new("excuse", "person").time("h.excuse_time").says("h.reason"))
            .at(Place::new("excuse", "excuser").time("h.excuse_time").says("h.reason")),
        Kind::new("article-feedback", "Whether articles helped", "سودمندی مقاله‌ها", "هل أفادتك المقالات")
            .because(
                "What you said of articles, so that each voice counts once. Others see the numbers only.",
                "نظر شما دربارهٔ مقاله‌ها، تا هر نظر یک بار شمرده شود. دیگران فقط شمارها را می‌بینند.",
                "ما قلته عن المقالات، ليُحسب كل رأي مرة. لا يرى الآخرون إلا الأعداد.",
            )
            .at(
                Place::new("article_feedback", "person")
                    .time("h.say_time")
                    .titled("(SELECT v.title FROM article_version v WHERE v.organization = h.organization AND v.article = \
                 h.article ORDER BY v.version DESC LIMIT 1)"),
            ),
        Kind::new("authored", "Courses and assignments", "دوره‌ها و تکلیف‌ها", "الدورات والتكليفات")
            .because(
                "Courses that you published and training that you assigned. Seen by trainers and HR.",
                "دوره‌هایی که منتشر کرده‌اید و آموزش‌هایی که تعیین کرده‌اید. مدرسان و منابع انسانی آن را \
                 می‌بینند.",
                "الدورات التي نشرتها والتدريب الذي كلّفت به. يراها المدربون والموارد البشرية.",
            )
            .at(Place::new("course_version", "publisher").time("h.publish_time").titled("h.title"))
            .at(Place::new("assignment", "creator").time("h.create_time").titled("h.title")),
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
        "answers",
        "application",
        "article",
        "articles",
        "assignment",
        "audience",
        "body",
        "certificate",
        "change_note",
        "code",
        "comment",
        "course",
        "course_title",
        "courses",
        "current_module",
        "curriculum",
        "draft",
        "enrollment",
        "feature",
        "id",
        "module",
        "modules",
        "organization",
        "person_display_name",
        "position",
        "question",
        "reason",
        "reminders",
        "search",
        "shown",
        "source",
        "steps",
        "summary",
        "title",
    ];

    #[tokio::test]
    async fn every_column_that_names_a_person_is_told() {
        let world = World::new().await;
        let db = Db::open(world.context.database(), "training", crate::store::migration::all).await.unwrap();
        let wrong = unlisted(&db, &super::kinds(), OTHERS).await;
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
