//! The words of minutes.

use kit::localize::Language::{self, Ar, En, Fa};

use crate::domain::{
    committee::Role,
    outcome::Verdict,
    poll::{self, Consent, Hand, Method},
};

/// The words that stand in every draft.
pub(super) struct Words {
    pub(super) minutes: &'static str,
    pub(super) day: &'static str,
    pub(super) hours: &'static str,
    pub(super) place: &'static str,
    pub(super) present: &'static str,
    pub(super) absent: &'static str,
    pub(super) guests: &'static str,
    pub(super) quorum: &'static str,
    pub(super) reached: &'static str,
    pub(super) not_reached: &'static str,
    pub(super) of: &'static str,
    pub(super) needed: &'static str,
    pub(super) agenda: &'static str,
    pub(super) presenter: &'static str,
    pub(super) proposals: &'static str,
    pub(super) poll: &'static str,
    pub(super) decision: &'static str,
    pub(super) information: &'static str,
    pub(super) task: &'static str,
    pub(super) until: &'static str,
    pub(super) done: &'static str,
    pub(super) other: &'static str,
    pub(super) decisions_and_tasks: &'static str,
    pub(super) none: &'static str,
    pub(super) nobody: &'static str,
    pub(super) colon: &'static str,
    pub(super) comma: &'static str,
}

/// The words of a language.
pub(super) fn of(language: Language) -> &'static Words {
    match language {
        En => &ENGLISH,
        Fa => &PERSIAN,
        Ar => &ARABIC,
    }
}

static ENGLISH: Words = Words {
    minutes: "Minutes",
    day: "Day",
    hours: "Time",
    place: "Place",
    present: "Present",
    absent: "Absent",
    guests: "Guests",
    quorum: "Quorum",
    reached: "reached",
    not_reached: "not reached",
    of: "of",
    needed: "needed",
    agenda: "Agenda",
    presenter: "Presented by",
    proposals: "Proposals",
    poll: "Poll",
    decision: "Decision",
    information: "Information",
    task: "Task",
    until: "until",
    done: "done",
    other: "Other matters",
    decisions_and_tasks: "Decisions and tasks",
    none: "None.",
    nobody: "nobody",
    colon: ":",
    comma: ", ",
};

static PERSIAN: Words = Words {
    minutes: "صورت‌جلسه",
    day: "روز",
    hours: "ساعت",
    place: "جا",
    present: "حاضران",
    absent: "غایبان",
    guests: "مهمانان",
    quorum: "حد نصاب",
    reached: "حاصل شد",
    not_reached: "حاصل نشد",
    of: "از",
    needed: "لازم",
    agenda: "دستور جلسه",
    presenter: "ارائه‌دهنده",
    proposals: "پیشنهادها",
    poll: "رأی‌گیری",
    decision: "تصمیم",
    information: "اطلاع",
    task: "کار",
    until: "تا",
    done: "انجام شد",
    other: "موضوع‌های دیگر",
    decisions_and_tasks: "تصمیم‌ها و کارها",
    none: "هیچ.",
    nobody: "هیچ‌کس",
    colon: ":",
    comma: "، ",
};

static ARABIC: Words = Words {
    minutes: "محضر الاجتماع",
    day: "اليوم",
    hours: "الوقت",
    place: "المكان",
    present: "الحاضرون",
    absent: "الغائبون",
    guests: "الضيوف",
    quorum: "النصاب",
    reached: "مكتمل",
    not_reached: "غير مكتمل",
    of: "من",
    needed: "المطلوب",
    agenda: "جدول الأعمال",
    presenter: "يعرضه",
    proposals: "الاقتراحات",
    poll: "تصويت",
    decision: "قرار",
    information: "للعلم",
    task: "مهمة",
    until: "حتى",
    done: "أُنجزت",
    other: "مسائل أخرى",
    decisions_and_tasks: "القرارات والمهام",
    none: "لا شيء.",
    nobody: "لا أحد",
    colon: ":",
    comma: "، ",
};

fn pick(language: Language, en: &'static str, fa: &'static str, ar: &'static str) -> &'static str {
    match language {
        En => en,
        Fa => fa,
        Ar => ar,
    }
}

pub(super) fn role(language: Language, role: Role) -> &'static str {
    match role {
        Role::Chair => pick(language, "chair", "رئیس", "الرئيس"),
        Role::Secretary => pick(language, "secretary", "دبیر", "أمين السر"),
        Role::Member => pick(language, "member", "عضو", "عضو"),
    }
}

pub(super) fn method(language: Language, method: Method) -> &'static str {
    match method {
        Method::ShowOfHands => pick(language, "show of hands", "بالا بردن دست", "رفع الأيدي"),
        Method::Consent => pick(language, "consent", "رضایت", "موافقة بلا اعتراض"),
        Method::Dots => pick(language, "dots", "نقطه", "نقاط"),
        Method::Ranked => pick(language, "ranking", "رتبه‌بندی", "ترتيب"),
    }
}

pub(super) fn verdict(language: Language, verdict: poll::Verdict) -> &'static str {
    match verdict {
        poll::Verdict::Passed => pick(language, "passed", "تصویب شد", "أُقرّ"),
        poll::Verdict::Failed => pick(language, "not passed", "تصویب نشد", "لم يُقرّ"),
        poll::Verdict::Tied => pick(language, "tied", "برابر", "تعادل"),
        poll::Verdict::NoQuorum => pick(language, "no quorum", "بدون حد نصاب", "بلا نصاب"),
    }
}

/// What a decision makes of a proposal.
pub(super) fn verdict_word(language: Language, verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Planned => pick(language, "planned", "برنامه‌ریزی شد", "مُخطَّط"),
        Verdict::Started => pick(language, "started", "آغاز شد", "بدأ"),
        Verdict::Completed => pick(language, "completed", "انجام شد", "مكتمل"),
        Verdict::Declined => pick(language, "declined", "رد شد", "مرفوض"),
    }
}

/// What somebody said in a show of hands or to what seeks consent.
pub(super) fn hand(language: Language, choice: &poll::Choice) -> &'static str {
    match choice {
        poll::Choice::Hand(Hand::For) => pick(language, "for", "موافق", "مع"),
        poll::Choice::Hand(Hand::Against) => pick(language, "against", "مخالف", "ضد"),
        poll::Choice::Hand(Hand::Abstain) => pick(language, "abstains", "ممتنع", "ممتنع"),
        poll::Choice::Consent(Consent::Given) => pick(language, "consents", "رضایت دارد", "موافق"),
        poll::Choice::Consent(Consent::Object) => pick(language, "objects", "اعتراض دارد", "معترض"),
        poll::Choice::Consent(Consent::StandAside) => pick(language, "stands aside", "کنار می‌ایستد", "متنحٍّ"),
        poll::Choice::Dots(_) | poll::Choice::Ranking(_) => "",
    }
}
