//! What champions pass on as it is, and what is there from the start.

use jiff::Timestamp;
use kit::localize::Text;
use proto::adoption::v1::Barrier;

/// Something to pass on: a message, an article or a course.
#[derive(Debug, Clone, PartialEq)]
pub struct Material {
    /// The id.
    pub id: String,
    /// What it is.
    pub title: Text,
    /// The message to copy.
    pub message: Text,
    /// An article.
    pub article: Option<String>,
    /// A course.
    pub course: Option<String>,
    /// The application it is about.
    pub application: Option<String>,
    /// The barriers that it helps with; any when empty.
    pub barriers: Vec<Barrier>,
    /// Whether it was there from the start.
    pub supplied: bool,
    /// Grows with each save.
    pub revision: i64,
    /// When it was saved last.
    pub update_time: Timestamp,
}

impl Material {
    /// Whether it helps with a barrier.
    pub fn helps_with(&self, barrier: Barrier) -> bool {
        self.barriers.is_empty() || self.barriers.contains(&barrier)
    }
}

/// The messages that every organization has from the start: title, message, and the barrier that each helps with.
pub fn supplied() -> [(Text, Text, Barrier); 5] {
    [
        (
            Text::new("What is in it for us", "برای ما چه فایده‌ای دارد", "ما الفائدة لنا"),
            Text::new(
                "Hello everyone! I am your champion for the new application. Tell me which part of your day takes too long: I will show you in ten minutes how the application makes it shorter.",
                "سلام به همه! من همراه شما در کار با برنامهٔ جدید هستم. بگویید کدام بخش از روزتان زیاد طول می‌کشد؛ در ده دقیقه نشان می‌دهم برنامه چطور آن را کوتاه می‌کند.",
                "مرحبًا بالجميع! أنا رائدكم في التطبيق الجديد. أخبروني أي جزء من يومكم يستغرق وقتًا طويلًا، وسأريكم في عشر دقائق كيف يختصره التطبيق.",
            ),
            Barrier::Awareness,
        ),
        (
            Text::new("Learn it together", "با هم یاد بگیریم", "نتعلّمه معًا"),
            Text::new(
                "The course for our work is short and can be paused at any time. I keep half an hour free tomorrow: whoever likes can do the first part beside me, questions included.",
                "دورهٔ مربوط به کار ما کوتاه است و هر وقت خواستید می‌توانید متوقفش کنید. فردا نیم ساعت وقت می‌گذارم: هر که دوست دارد بخش اول را کنار من بگذراند و هر سؤالی داشت بپرسد.",
                "الدورة الخاصة بعملنا قصيرة ويمكن إيقافها في أي وقت. خصصت نصف ساعة غدًا: من يرغب يمكنه إنجاز الجزء الأول بجانبي مع كل أسئلته.",
            ),
            Barrier::Knowledge,
        ),
        (
            Text::new("Ten minutes at your desk", "ده دقیقه کنار میز شما", "عشر دقائق عند مكتبك"),
            Text::new(
                "Is there one thing in the application that never goes as it should? Send me a time. I come by, we do it once together with your own case, and you do it the second time.",
                "آیا کاری در برنامه هست که هیچ‌وقت درست پیش نمی‌رود؟ یک ساعت بگویید. می‌آیم، یک بار با موردِ خودتان با هم انجام می‌دهیم و بار دوم خودتان.",
                "هل هناك أمر في التطبيق لا يسير أبدًا كما ينبغي؟ أرسل لي موعدًا. آتي إليك، وننجزه مرة معًا بحالتك أنت، ثم تنجزه وحدك في المرة الثانية.",
            ),
            Barrier::Ability,
        ),
        (
            Text::new("Tell us what bothers you", "بگویید چه چیزی آزارتان می‌دهد", "أخبرونا بما يزعجكم"),
            Text::new(
                "You know your work best. What should change before you would gladly use the application? Write it as a proposal, with or without your name; the committee answers each one, and I will follow it up for you.",
                "شما کارتان را بهتر از همه می‌شناسید. چه چیزی باید تغییر کند تا با رغبت از برنامه استفاده کنید؟ آن را پیشنهاد کنید، با نام یا بی‌نام؛ کمیته به همه پاسخ می‌دهد و من برایتان پیگیری می‌کنم.",
                "أنتم أدرى بعملكم. ما الذي يجب أن يتغير لتستخدموا التطبيق عن رغبة؟ اكتبوه مقترحًا، باسمكم أو بدونه؛ اللجنة تجيب عن كل مقترح، وسأتابعه من أجلكم.",
            ),
            Barrier::Willingness,
        ),
        (
            Text::new("Well done, and what is next", "آفرین، و قدم بعدی", "أحسنتم، وما التالي"),
            Text::new(
                "You were good at this once, and it showed. What has come in between? Let us take fifteen minutes this week and pick up the thread where it broke off.",
                "شما پیش‌تر در این کار خوب بودید و نتیجه‌اش پیدا بود. چه چیزی پیش آمده؟ این هفته پانزده دقیقه وقت بگذاریم و از همان‌جا که ماند ادامه بدهیم.",
                "كنتم متمكنين من هذا من قبل، وكان ذلك واضحًا. ما الذي حال دونه؟ لنأخذ ربع ساعة هذا الأسبوع ونكمل من حيث توقفنا.",
            ),
            Barrier::Reinforcement,
        ),
    ]
}

#[cfg(test)]
mod tests {
    use kit::localize::Language;

    use super::*;

    #[test]
    fn what_is_supplied_can_be_copied_in_every_language() {
        for (title, message, _) in supplied() {
            for language in Language::ALL {
                assert!(!title.exact(language).is_empty() && title.exact(language).chars().count() <= 120);
                assert!(
                    !message.exact(language).is_empty() && message.exact(language).chars().count() <= 2_000
                );
            }
        }
    }
}
