//! `GetHeldData`: all that identity holds about the caller, and what for.

use kit::{auth::Caller, error::Error, localize::Text};
use proto::{
    identity::v1::{GetHeldDataRequest, GetHeldDataResponse, HeldData, HeldDataKind as Kind},
    localization::v1::{Calendar, Digits},
};
use tonic::{Request, Response};

use super::show;
use crate::{Identity, convert, domain::person::Person, jobs::SESSIONS_KEPT_DAYS, store};

pub(super) async fn get_held_data(
    s: &Identity,
    request: Request<GetHeldDataRequest>,
) -> Result<Response<GetHeldDataResponse>, Error> {
    let who = Caller::of(&request)?;
    let db = s.db.read();
    let person = show::person(db, &who).await?;
    let sessions = store::session::open_of(db, who.organization(), &person.id, s.clock.now()).await?;
    let kinds = [
        (Kind::Directory, 1),
        (Kind::Memberships, person.memberships.len()),
        (Kind::Roles, person.roles.len()),
        (Kind::Preferences, preferences(&person)),
        (Kind::Password, usize::from(person.can_sign_in)),
        (Kind::Sessions, sessions.len()),
    ];
    let held = kinds.into_iter().filter(|(_, count)| *count > 0).map(|(kind, count)| HeldData {
        kind: kind as i32,
        count: i32::try_from(count).unwrap_or(i32::MAX),
        purpose: Some(purpose(kind).into()),
        kept_days: if kind == Kind::Sessions { SESSIONS_KEPT_DAYS } else { 0 },
    });
    Ok(Response::new(GetHeldDataResponse {
        person: Some(convert::person(who.organization(), &person)),
        held_data: held.collect(),
        sessions: sessions.iter().map(convert::session).collect(),
    }))
}

fn preferences(person: &Person) -> usize {
    usize::from(person.language.is_some())
        + usize::from(person.calendar != Calendar::Unspecified)
        + usize::from(person.digits != Digits::Unspecified)
        + usize::from(person.theme as i32 != 0)
}

fn purpose(kind: Kind) -> Text {
    match kind {
        Kind::Directory | Kind::Unspecified => Text::new(
            "Your entry in the directory, so that you can be addressed and your working days are known. Seen by \
             administrators, HR, trainers, and the champions of your team.",
            "نشانی شما در فهرست سازمان، تا بتوان با شما تماس گرفت و روزهای کاری شما معلوم باشد. مدیران سامانه، منابع انسانی، \
             مربیان و سفیران تیم شما آن را می‌بینند.",
            "بياناتك في دليل المؤسسة، ليمكن التواصل معك ولتُعرف أيام عملك. يراها مديرو النظام والموارد البشرية والمدربون \
             وسفراء فريقك.",
        ),
        Kind::Memberships => Text::new(
            "Your teams and positions over time, so that you get the courses of your job. Seen like the directory.",
            "تیم‌ها و سمت‌های شما در طول زمان، تا دوره‌های شغل خود را بگیرید. همانند فهرست سازمان دیده می‌شود.",
            "فرقك ووظائفك عبر الزمن، لتصلك الدورات الخاصة بعملك. يراها من يرى الدليل.",
        ),
        Kind::Roles => Text::new(
            "What you may do in Hamgam. Seen like the directory.",
            "آنچه در همگام اجازهٔ انجامش را دارید. همانند فهرست سازمان دیده می‌شود.",
            "ما يُسمح لك بفعله في همگام. يراه من يرى الدليل.",
        ),
        Kind::Preferences => Text::new(
            "How you want to read: language, calendar, digits, theme. Used for your screens and mails only.",
            "روش خواندن دلخواه شما: زبان، تقویم، رقم‌ها و پوسته. فقط برای صفحه‌ها و نامه‌های شما به کار می‌رود.",
            "طريقة القراءة التي تفضلها: اللغة والتقويم والأرقام والمظهر. تُستخدم لشاشاتك ورسائلك فقط.",
        ),
        Kind::Password => Text::new(
            "Your password, kept only as a hash that cannot be turned back. Nobody can read it.",
            "گذرواژهٔ شما، فقط به شکل درهم‌سازی‌شده‌ای که بازگشت‌پذیر نیست. هیچ‌کس نمی‌تواند آن را بخواند.",
            "كلمة مرورك، محفوظة كبصمة لا يمكن عكسها فقط. لا يستطيع أحد قراءتها.",
        ),
        Kind::Sessions => Text::new(
            "When you signed in and when that was last renewed, so that you stay signed in and a stolen session is \
             noticed. Seen by you only.",
            "زمان ورود شما و آخرین تمدید آن، تا وارد بمانید و نشست دزدیده‌شده شناخته شود. فقط خود شما آن را می‌بینید.",
            "متى سجلت الدخول ومتى جُدد آخر مرة، لتبقى مسجلاً ولتُكشف الجلسة المسروقة. تراها أنت فقط.",
        ),
    }
}
