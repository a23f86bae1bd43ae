//! `GetHeldData`: all that identity holds about the caller, and what for.

use kit::{auth::Caller, error::Error, localize::Text};
use proto::{
    identity::v1::{GetHeldDataRequest, GetHeldDataResponse, HeldData, HeldDataKind as Kind},
    localization::v1::{Calendar, Digits},
};
use tonic::{Request, Response};

use super::show;
use crate::{
    Identity,
    api::session::issue,
    convert,
    domain::{
        attempt::{ACCOUNT, RESET},
        person::Person,
    },
    jobs::SESSIONS_KEPT_DAYS,
    store,
};

pub(super) async fn get_held_data(
    s: &Identity,
    request: Request<GetHeldDataRequest>,
) -> Result<Response<GetHeldDataResponse>, Error> {
    let who = Caller::of(&request)?;
    let db = s.db.read();
    let person = show::person(db, &who).await?;
    let (organization, now) = (who.organization(), s.clock.now());
    let sessions = store::session::open_of(db, organization, &person.id, now).await?;
    let links = store::held::links(db, organization, &person.id, now).await?;
    let imports = store::held::imports(db, organization, &person.id).await?;
    let managed = store::held::managed(db, organization, &person.id).await?;
    let kinds = [
        (Kind::Directory, 1),
        (Kind::Memberships, person.memberships.len()),
        (Kind::Roles, person.roles.len()),
        (Kind::Preferences, preferences(&person)),
        (Kind::Password, usize::from(person.can_sign_in)),
        (Kind::Sessions, sessions.len()),
        (Kind::PasswordLink, usize::try_from(links).unwrap_or(usize::MAX)),
        (Kind::Attempts, attempts(s, &person).await?),
        (Kind::Imports, usize::try_from(imports).unwrap_or(usize::MAX)),
        (Kind::Managed, usize::try_from(managed).unwrap_or(usize::MAX)),
    ];
    let held = kinds.into_iter().filter(|(_, count)| *count > 0).map(|(kind, count)| HeldData {
        kind: kind as i32,
        count: i32::try_from(count).unwrap_or(i32::MAX),
        purpose: Some(purpose(kind).into()),
        kept_days: kept_days(s, kind),
    });
    Ok(Response::new(GetHeldDataResponse {
        person: Some(convert::person(who.organization(), &person)),
        held_data: held.collect(),
        sessions: sessions.iter().map(convert::session).collect(),
    }))
}

/// How many days a kind is kept; 0 as long as the person is in the directory.
fn kept_days(s: &Identity, kind: Kind) -> i32 {
    match kind {
        Kind::Sessions => SESSIONS_KEPT_DAYS,
        Kind::PasswordLink => i32::try_from(s.config.invitation_hours / 24).unwrap_or(i32::MAX),
        Kind::Attempts => 1,
        _ => 0,
    }
}

/// Attempts to sign in and mails for another password that are still counted; they are kept by the hash of the address.
async fn attempts(s: &Identity, person: &Person) -> Result<usize, Error> {
    let Some(email) = &person.email else { return Ok(0) };
    let (db, now) = (s.db.read(), s.clock.now());
    let tried = store::attempt::recent(db, &issue::account_scope(email), ACCOUNT.window, now).await?;
    let asked = store::attempt::recent(db, &issue::reset_scope(email), RESET.window, now).await?;
    Ok(tried.len() + asked.len())
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
             administrators, HR, trainers, and the champions of your team. Each part of Hamgam that addresses people keeps a \
             copy.",
            "نشانی شما در فهرست سازمان، تا بتوان با شما تماس گرفت و روزهای کاری شما معلوم باشد. مدیران سامانه، منابع انسانی، \
             مربیان و سفیران تیم شما آن را می‌بینند. هر بخش همگام که با افراد سروکار دارد رونوشتی از آن دارد.",
            "بياناتك في دليل المؤسسة، ليمكن التواصل معك ولتُعرف أيام عملك. يراها مديرو النظام والموارد البشرية والمدربون \
             وسفراء فريقك. ويحتفظ كل جزء من همگام يخاطب الأشخاص بنسخة منها.",
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
        Kind::PasswordLink => Text::new(
            "A link to choose a password that was sent to you and not used yet. Nobody can read it.",
            "پیوندی برای برگزیدن گذرواژه که برای شما فرستاده شده و هنوز به کار نرفته است. هیچ‌کس نمی‌تواند آن را بخواند.",
            "رابط لاختيار كلمة المرور أُرسل إليك ولم يُستخدم بعد. لا يستطيع أحد قراءته.",
        ),
        Kind::Attempts => Text::new(
            "That somebody tried to sign in as you or asked for another password a moment ago, so that nobody can guess \
             it. Kept by the hash of your address for an hour at most, and seen by nobody.",
            "اینکه کسی به‌تازگی کوشیده با حساب شما وارد شود یا گذرواژهٔ تازه خواسته است، تا کسی نتواند آن را حدس بزند. با \
             درهم‌سازی نشانی شما و حداکثر یک ساعت نگه داشته می‌شود و هیچ‌کس آن را نمی‌بیند.",
            "أن أحدًا حاول قبل قليل الدخول باسمك أو طلب كلمة مرور أخرى، كي لا يخمّنها أحد. تُحفظ ببصمة عنوانك ساعة على \
             الأكثر، ولا يراها أحد.",
        ),
        Kind::Imports => Text::new(
            "Files of the directory that you imported, so that it is known who changed it. Their content is deleted after \
             a week. Seen by administrators and HR.",
            "پرونده‌های فهرست سازمان که وارد کرده‌اید، تا روشن باشد چه کسی آن را تغییر داده است. محتوای آن‌ها پس از یک هفته \
             پاک می‌شود. مدیران سامانه و منابع انسانی آن را می‌بینند.",
            "ملفات الدليل التي استوردتها، ليُعرف من غيّره. يُحذف محتواها بعد أسبوع. يراها مديرو النظام والموارد البشرية.",
        ),
        Kind::Managed => Text::new(
            "People whose manager you are, so that you are asked what a manager is asked. Seen like the directory.",
            "افرادی که مدیرشان شما هستید، تا آنچه از مدیر پرسیده می‌شود از شما پرسیده شود. همانند فهرست سازمان دیده می‌شود.",
            "الأشخاص الذين أنت مديرهم، لتُسأل عما يُسأل عنه المدير. يراها من يرى الدليل.",
        ),
    }
}
