//! The playbooks as they are at first.

use kit::localize::Text;

use super::{Assignee, Barrier, Measure, Playbook, Question, Step};

/// The playbook of a barrier as it is at first.
pub fn default_of(barrier: Barrier) -> Playbook {
    let (label, summary, steps) = match barrier {
        Barrier::Tool => tool(),
        Barrier::Reinforcement => reinforcement(),
        Barrier::Awareness => awareness(),
        Barrier::Willingness => willingness(),
        Barrier::Knowledge => knowledge(),
        Barrier::Ability => ability(),
        Barrier::Unclear => unclear(),
    };
    Playbook { barrier, label, summary, steps }
}

type Parts = (Text, Text, Vec<Step>);

fn task(assignee: Assignee, due_days: i32, title: Text, description: Text) -> Step {
    Step::Task { assignee, title, description, due_days }
}

fn training(due_working_days: i32) -> Step {
    Step::Training { training: String::new(), due_working_days }
}

fn visit(due_days: i32, reason: Text) -> Step {
    Step::Visit { reason, due_days }
}

fn pulse(questions: &[Question]) -> Step {
    Step::Pulse { questions: questions.to_vec() }
}

fn tool() -> Parts {
    (
        Text::new("The tool", "ابزار", "الأداة"),
        Text::new(
            "People cannot work with it. Fix access and the feed first; training would not help.",
            "افراد نمی‌توانند با آن کار کنند. نخست دسترسی و دریافت داده را درست کنید؛ آموزش کمکی نمی‌کند.",
            "لا يستطيع الأفراد العمل به. أصلحوا الوصول وتدفق البيانات أولًا؛ فالتدريب لن يفيد.",
        ),
        vec![task(
            Assignee::Hr,
            3,
            Text::new("Get the access working", "دسترسی را برقرار کنید", "أصلحوا الوصول"),
            Text::new(
                "Check with the administrator of the application that everybody in the team can sign in and that nothing is broken.",
                "با مدیر سامانه بررسی کنید که همهٔ افراد تیم می‌توانند وارد شوند و چیزی خراب نیست.",
                "تحققوا مع مسؤول التطبيق من أن كل أفراد الفريق يستطيعون الدخول وأنه لا يوجد عطل.",
            ),
        )],
    )
}

fn reinforcement() -> Parts {
    (
        Text::new("Reinforcement", "تثبیت", "الترسيخ"),
        Text::new(
            "It was used well and then less. The champion visits the team, what goes well is recognised, and a common goal is proposed.",
            "پیش‌تر خوب استفاده می‌شد و سپس کمتر شد. سفیر تغییر به تیم سر می‌زند، از کارهای خوب قدردانی می‌شود و هدفی مشترک پیشنهاد می‌شود.",
            "كان استخدامه جيدًا ثم قلّ. يزور سفير التغيير الفريق، ويُقدَّر ما يسير على ما يرام، ويُقترح هدف مشترك.",
        ),
        vec![
            visit(
                7,
                Text::new(
                    "Ask what changed and what got harder. Show what it gave the team when they used it. Do not ask who.",
                    "بپرسید چه تغییر کرده و چه چیزی سخت‌تر شده است. نشان دهید استفاده از آن چه سودی برای تیم داشت. نپرسید چه کسی.",
                    "اسألوا عمّا تغيّر وما صار أصعب. أظهروا ما كسبه الفريق حين كان يستخدمه. لا تسألوا عن الأشخاص.",
                ),
            ),
            task(
                Assignee::Hr,
                14,
                Text::new("Recognise what goes well", "از کارهای خوب قدردانی کنید", "قدّروا ما يسير جيدًا"),
                Text::new(
                    "Thank the team in public for one thing that works.",
                    "برای یک کار موفق، آشکارا از تیم تشکر کنید.",
                    "اشكروا الفريق علنًا على أمر واحد ناجح.",
                ),
            ),
            Step::Challenge {
                measure: Measure::AdoptionIndex,
                title: Text::new("Back in step together", "دوباره با هم، همگام", "معًا نعود إلى الركب"),
            },
        ],
    )
}

fn awareness() -> Parts {
    (
        Text::new("Awareness", "آگاهی", "الوعي"),
        Text::new(
            "People do not know what is coming and why. A message from the sponsor or the manager, a visit of the champion, and a question whether it arrived.",
            "افراد نمی‌دانند چه در راه است و چرا. پیامی از حامی یا مدیر، سرزدن سفیر تغییر، و پرسشی که آیا پیام رسیده است.",
            "لا يعرف الأفراد ما القادم ولماذا. رسالة من الراعي أو المدير، وزيارة من سفير التغيير، وسؤال عمّا إذا وصلت.",
        ),
        vec![
            task(
                Assignee::Hr,
                5,
                Text::new(
                    "Have the manager tell the team why",
                    "مدیر به تیم بگوید چرا",
                    "ليخبر المدير الفريق بالسبب",
                ),
                Text::new(
                    "Write with the sponsor or the manager what changes, when, and what is in it for this team, and have it told in the next meeting.",
                    "با حامی یا مدیر بنویسید چه تغییر می‌کند، کی، و چه سودی برای این تیم دارد، و در نشست بعدی گفته شود.",
                    "اكتبوا مع الراعي أو المدير ما الذي يتغير ومتى وما فائدته لهذا الفريق، وليُقل في الاجتماع القادم.",
                ),
            ),
            visit(
                10,
                Text::new(
                    "Tell the team what changes, when and why, and what is in it for them. Take their questions along.",
                    "به تیم بگویید چه تغییر می‌کند، کی و چرا، و چه سودی برایشان دارد. پرسش‌هایشان را با خود ببرید.",
                    "أخبروا الفريق بما يتغير ومتى ولماذا وما فائدته لهم. وانقلوا أسئلتهم.",
                ),
            ),
            pulse(&[Question::Awareness]),
        ],
    )
}

fn willingness() -> Parts {
    (
        Text::new("Willingness", "تمایل", "الرغبة"),
        Text::new(
            "People know and do not want to. The manager and the committee listen; training would not help.",
            "افراد می‌دانند و نمی‌خواهند. مدیر و کمیته گوش می‌دهند؛ آموزش کمکی نمی‌کند.",
            "يعرف الأفراد ولا يريدون. يستمع المدير واللجنة؛ فالتدريب لن يفيد.",
        ),
        vec![
            visit(
                7,
                Text::new(
                    "Listen: ask what speaks against it in the daily work, and write it down without names for the committee.",
                    "گوش دهید: بپرسید در کار روزانه چه چیزی مانع است و بدون نام برای کمیته بنویسید.",
                    "استمعوا: اسألوا عمّا يعيق استخدامه في العمل اليومي، ودوّنوه دون أسماء للّجنة.",
                ),
            ),
            Step::Committee {
                title: Text::new(
                    "What keeps a team from wanting it",
                    "چه چیزی تیم را بی‌میل می‌کند",
                    "ما الذي يجعل فريقًا لا يريده",
                ),
                description: Text::new(
                    "Invite the manager of the team. Start with what the champion heard, and decide what should change in the work or in the application.",
                    "مدیر تیم را دعوت کنید. با آنچه سفیر تغییر شنیده است آغاز کنید و تصمیم بگیرید در کار یا در سامانه چه چیزی باید تغییر کند.",
                    "ادعوا مدير الفريق. ابدؤوا بما سمعه سفير التغيير، وقرروا ما ينبغي تغييره في العمل أو في التطبيق.",
                ),
            },
        ],
    )
}

fn knowledge() -> Parts {
    (
        Text::new("Knowledge", "دانش", "المعرفة"),
        Text::new(
            "People were never taught, or those who were have left. The position's course, for whoever lacks it.",
            "افراد آموزش ندیده‌اند یا آموزش‌دیدگان رفته‌اند. دورهٔ سمت برای هر که آن را نگذرانده است.",
            "لم يُدرَّب الأفراد، أو غادر من تدرّب. دورة الوظيفة لمن لم يُكملها.",
        ),
        vec![training(10)],
    )
}

fn ability() -> Parts {
    (
        Text::new("Ability", "توانایی", "القدرة"),
        Text::new(
            "People were taught and still cannot. A course about what they lack, and coaching by the champion.",
            "افراد آموزش دیده‌اند و هنوز نمی‌توانند. دوره‌ای دربارهٔ آنچه کم دارند و همراهی سفیر تغییر.",
            "تدرّب الأفراد وما زالوا لا يستطيعون. دورة عمّا ينقصهم ومرافقة من سفير التغيير.",
        ),
        vec![
            training(10),
            task(
                Assignee::Champion,
                10,
                Text::new(
                    "Coach the team at work",
                    "تیم را حین کار همراهی کنید",
                    "رافقوا الفريق أثناء العمل",
                ),
                Text::new(
                    "Sit with the team for an hour on a real task, and leave a one-page job aid behind.",
                    "یک ساعت روی یک کار واقعی کنار تیم بنشینید و یک راهنمای یک‌صفحه‌ای به‌جا بگذارید.",
                    "اجلسوا مع الفريق ساعة على مهمة حقيقية، واتركوا دليل عمل من صفحة واحدة.",
                ),
            ),
        ],
    )
}

fn unclear() -> Parts {
    (
        Text::new("Unclear", "نامشخص", "غير واضح"),
        Text::new(
            "Nothing that is known explains it. Ask the team two questions.",
            "هیچ دانسته‌ای آن را توضیح نمی‌دهد. دو پرسش از تیم بپرسید.",
            "لا شيء معروف يفسّره. اسألوا الفريق سؤالين.",
        ),
        vec![pulse(&[Question::Willingness, Question::Ability])],
    )
}

#[cfg(test)]
mod tests {
    use kit::localize::Language;

    use super::*;

    #[test]
    fn every_barrier_has_a_playbook_in_three_languages_and_no_training_where_it_would_not_help() {
        for barrier in Barrier::ALL {
            let playbook = default_of(barrier);
            assert!(!playbook.steps.is_empty());
            let mut texts = vec![playbook.label, playbook.summary];
            for step in playbook.steps {
                match step {
                    Step::Training { .. } => assert!(!barrier.refuses_training()),
                    Step::Task { title, description, .. } | Step::Committee { title, description } => {
                        texts.extend([title, description]);
                    }
                    Step::Visit { reason, .. } => texts.push(reason),
                    Step::Challenge { title, .. } => texts.push(title),
                    Step::Pulse { questions } => assert!(!questions.is_empty()),
                }
            }
            assert!(
                texts.iter().all(|t| Language::ALL.iter().all(|l| !t.exact(*l).is_empty())),
                "{barrier:?}"
            );
        }
    }
}
