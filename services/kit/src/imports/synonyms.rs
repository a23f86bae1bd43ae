//! The names that organisations give their columns, in English, Persian and Arabic, the most usual first.

/// The known names of a column that holds this field.
#[rustfmt::skip]
pub(super) fn synonyms(key: &str) -> &'static [&'static str] {
    match key {
        "external_id" => &[
            "employee id", "employee number", "employee no", "personnel no", "personnel number", "personnel id", "personnel code",
            "person id", "staff id", "staff no", "staff number", "worker id", "user id", "emp id", "emp no", "badge", "id", "username", "login",
            "کد پرسنلی", "شماره پرسنلی", "شماره کارمندی", "کد کارمند", "شناسه کارمند", "شناسه کاربری", "پرسنلی", "شناسه", "کد",
            "الرقم الوظيفي", "رقم الموظف", "رقم الموظفة", "معرف الموظف", "كود الموظف", "المعرف", "الرقم",
        ],
        "display_name" => &[
            "full name", "name", "employee name", "display name", "employee", "person",
            "نام و نام خانوادگی", "نام کامل", "نام کارمند", "نام", "نام و نشان",
            "الاسم الكامل", "اسم الموظف", "الاسم", "الإسم",
        ],
        "email" => &[
            "e mail", "email address", "mail", "work email", "e mail address",
            "ایمیل", "پست الکترونیک", "پست الکترونیکی", "رایانامه", "نشانی ایمیل",
            "البريد الإلكتروني", "البريد الالكتروني", "البريد", "الإيميل", "ايميل",
        ],
        "language" => &["lang", "locale", "preferred language", "زبان", "اللغة", "لغة"],
        "level" => &["skill level", "seniority", "grade", "سطح", "سطح مهارت", "المستوى", "مستوى"],
        "manager" => &[
            "manager id", "manager no", "supervisor", "supervisor id", "reports to", "line manager", "boss",
            "مدیر", "کد مدیر", "سرپرست", "کد پرسنلی مدیر", "مدیر مستقیم",
            "المدير", "رقم المدير", "المدير المباشر", "المشرف",
        ],
        "team" => &[
            "team name", "group", "unit", "squad", "crew", "section",
            "تیم", "نام تیم", "گروه", "واحد", "بخش",
            "الفريق", "فريق", "اسم الفريق", "المجموعة", "الوحدة", "القسم",
        ],
        "parent_team" => &[
            "department", "parent team", "division", "business unit", "dept", "directorate", "area",
            "دپارتمان", "اداره", "معاونت", "مدیریت", "حوزه", "تیم بالادست",
            "الإدارة", "الادارة", "القطاع", "الفريق الأعلى", "الدائرة",
        ],
        "position" => &[
            "job title", "job", "role", "title", "job role", "post", "function", "occupation",
            "سمت", "عنوان شغلی", "شغل", "پست سازمانی", "پست", "نقش",
            "المسمى الوظيفي", "الوظيفة", "المنصب", "الدور", "وظيفة",
        ],
        "site" => &[
            "location", "office", "branch", "work location", "city", "workplace",
            "محل کار", "شعبه", "دفتر", "محل", "شهر", "سایت",
            "الموقع", "موقع العمل", "الفرع", "المكتب", "المدينة",
        ],
        "time_zone" => &["timezone", "tz", "منطقه زمانی", "المنطقة الزمنية"],
        "weekend" => &["weekend days", "days off", "آخر هفته", "روزهای تعطیل", "عطلة نهاية الأسبوع"],
        "start_day" => &[
            "start date", "hire date", "joined", "date joined", "join date", "employment date", "hired", "entry date", "start",
            "تاریخ استخدام", "تاریخ شروع", "تاریخ شروع به کار", "شروع",
            "تاريخ التعيين", "تاريخ الالتحاق", "تاريخ البدء", "تاريخ المباشرة",
        ],
        "end_day" => &[
            "end date", "termination date", "leave date", "left", "last day", "exit date", "end",
            "تاریخ پایان", "تاریخ ترک کار", "پایان",
            "تاريخ الانتهاء", "تاريخ ترك العمل", "تاريخ النهاية",
        ],
        "membership_start_day" => &[
            "team start date", "in team since", "position start date", "تاریخ ورود به تیم", "تاريخ الانضمام إلى الفريق",
        ],
        "part_time_days" => &["working days", "work days", "روزهای کاری", "أيام العمل"],
        "event_id" => &[
            "id", "event", "log id", "record id", "activity id", "transaction id", "uuid",
            "شناسه رویداد", "شناسه", "کد رویداد",
            "معرف الحدث", "رقم الحدث", "المعرف",
        ],
        "time" => &[
            "when", "timestamp", "date time", "datetime", "event time", "occurred at", "created at", "logged at", "date", "day",
            "زمان", "تاریخ و ساعت", "تاریخ", "زمان رویداد",
            "الوقت", "التاريخ والوقت", "التاريخ", "وقت الحدث",
        ],
        "person" => &[
            "person id", "employee id", "employee number", "employee no", "personnel no", "personnel number", "personnel id",
            "staff id", "user id", "user", "username", "login", "who", "actor", "employee", "email", "performed by", "created by",
            "کد پرسنلی", "شماره پرسنلی", "کاربر", "کارمند", "شناسه کاربری", "نام کاربری",
            "الرقم الوظيفي", "رقم الموظف", "المستخدم", "الموظف", "اسم المستخدم",
        ],
        "feature" => &[
            "object", "module", "screen", "page", "function", "area", "entity", "object type", "record type", "component",
            "قابلیت", "ماژول", "صفحه", "بخش", "موجودیت", "شیء",
            "الميزة", "الوحدة", "الشاشة", "الكائن", "الصفحة",
        ],
        "action" => &[
            "activity", "operation", "verb", "event type", "event name", "act", "type",
            "عمل", "اقدام", "عملیات", "نوع رویداد",
            "الإجراء", "العملية", "النشاط", "نوع الحدث",
        ],
        "application" => &["app", "system", "software", "tool", "product", "نرم افزار", "سامانه", "سیستم", "برنامه", "التطبيق", "النظام", "البرنامج"],
        "duration" | "duration_seconds" => &["seconds", "time spent", "مدت", "المدة"],
        "saved" => &["records saved", "saved records", "ذخیره شده", "المحفوظة"],
        "complete" => &["records complete", "complete records", "کامل", "المكتملة"],
        "incomplete" => &["records incomplete", "incomplete records", "ناقص", "الناقصة"],
        "duplicate" => &["duplicates", "duplicate records", "تکراری", "المكررة"],
        "corrected" => &["corrections", "corrected records", "اصلاح شده", "المصححة"],
        "quality" | "outcome" => &["result", "status", "data quality", "کیفیت", "نتیجه", "الجودة", "النتيجة"],
        _ => &[],
    }
}
