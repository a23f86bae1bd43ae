//! Forty teams, what they do, and how each took to the new CRM.

use jiff::{ToSpan, civil::Date};

use super::{
    World,
    sites::{LONDON, RIYADH, Site, TEHRAN},
};

/// What people do all day, and so what they need the CRM for.
#[derive(Debug, PartialEq)]
pub(crate) struct Position {
    pub(crate) id: &'static str,
    /// In English, Persian, Arabic.
    pub(crate) title: [&'static str; 3],
    pub(crate) department: &'static str,
    /// The share of people who use the CRM on a working day where all is well.
    pub(crate) daily_use: f64,
    /// The features that this work cannot do without.
    pub(crate) core: &'static [&'static str],
    /// Features that it uses besides.
    pub(crate) other: &'static [&'static str],
}

pub(crate) static SALES: Position = Position {
    id: "sales",
    title: ["Sales representative", "کارشناس فروش", "مندوب مبيعات"],
    department: "sales",
    daily_use: 0.66,
    core: &["contacts", "deals"],
    other: &["quotes", "calendar", "reports"],
};
pub(crate) static SUPPORT: Position = Position {
    id: "support",
    title: ["Support agent", "کارشناس پشتیبانی", "موظف دعم"],
    department: "support",
    daily_use: 0.78,
    core: &["tickets"],
    other: &["contacts", "knowledge", "reports"],
};
pub(crate) static FIELD: Position = Position {
    id: "field-service",
    title: ["Field engineer", "کارشناس خدمات در محل", "مهندس خدمة ميدانية"],
    department: "service",
    daily_use: 0.50,
    core: &["visits"],
    other: &["tickets", "calendar"],
};
pub(crate) static MARKETING: Position = Position {
    id: "marketing",
    title: ["Marketing specialist", "کارشناس بازاریابی", "أخصائي تسويق"],
    department: "marketing",
    daily_use: 0.46,
    core: &["campaigns"],
    other: &["contacts", "reports"],
};
pub(crate) static FINANCE: Position = Position {
    id: "finance",
    title: ["Billing clerk", "کارشناس صورت‌حساب", "موظف فوترة"],
    department: "finance",
    daily_use: 0.44,
    core: &["invoices"],
    other: &["quotes", "reports"],
};

/// All of them.
pub(crate) static POSITIONS: [&Position; 5] = [&SALES, &SUPPORT, &FIELD, &MARKETING, &FINANCE];

/// The departments: id, name in English, Persian, Arabic.
pub(crate) static DEPARTMENTS: [(&str, [&str; 3]); 5] = [
    ("sales", ["Sales", "فروش", "المبيعات"]),
    ("support", ["Support", "پشتیبانی", "الدعم"]),
    ("service", ["Field service", "خدمات در محل", "الخدمة الميدانية"]),
    ("marketing", ["Marketing", "بازاریابی", "التسويق"]),
    ("finance", ["Finance", "مالی", "المالية"]),
];

/// Why a team never got going.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Why {
    /// Nobody trained them.
    NeverTrained,
    /// They were trained, and it did not suffice.
    TrainedOnly,
}

/// How a team took to the CRM.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Uptake {
    /// As one would hope.
    Steady,
    /// Low from the first day.
    Low(Why),
    /// Well at first; from this day of history on it slips away.
    Declining {
        /// Days after the first.
        from: i32,
    },
    /// Well, but for a busy week from this day of history on.
    Busy {
        /// Days after the first.
        from: i32,
    },
}

impl Uptake {
    /// What is left of a team's usual use on a day: 1 is all of it.
    pub(crate) fn factor(self, day: Date) -> f64 {
        let first = World::first_day();
        let after = |from: i32| day >= first.saturating_add(from.days());
        match self {
            Self::Low(_) => 0.34,
            Self::Declining { from } if after(from + 10) => 0.30,
            Self::Declining { from } if after(from) => 0.65,
            Self::Busy { from } if after(from) && !after(from + 8) => 0.40,
            Self::Steady | Self::Declining { .. } | Self::Busy { .. } => 1.0,
        }
    }
}

/// A team.
#[derive(Debug, PartialEq)]
pub(crate) struct Team {
    pub(crate) id: &'static str,
    pub(crate) name: &'static str,
    pub(crate) position: &'static Position,
    pub(crate) site: &'static Site,
    pub(crate) size: usize,
    pub(crate) uptake: Uptake,
}

const fn team(
    id: &'static str,
    name: &'static str,
    position: &'static Position,
    site: &'static Site,
    people: usize,
    uptake: Uptake,
) -> Team {
    Team { id, name, position, site, size: people, uptake }
}

use Uptake::{Busy, Declining, Low, Steady};

/// All teams.
pub(crate) static TEAMS: &[Team] = &[
    team("sales-teh-1", "فروش تهران شمال", &SALES, &TEHRAN, 14, Steady),
    team("sales-teh-2", "فروش تهران جنوب", &SALES, &TEHRAN, 12, Low(Why::NeverTrained)),
    team("sales-teh-3", "فروش سازمانی", &SALES, &TEHRAN, 9, Steady),
    team("sales-teh-4", "فروش آنلاین", &SALES, &TEHRAN, 11, Busy { from: 100 }),
    team("sales-teh-5", "فروش اصفهان", &SALES, &TEHRAN, 10, Steady),
    team("sales-teh-6", "فروش تبریز", &SALES, &TEHRAN, 8, Declining { from: 72 }),
    team("sales-riy-1", "مبيعات الرياض", &SALES, &RIYADH, 13, Steady),
    team("sales-riy-2", "مبيعات جدة", &SALES, &RIYADH, 11, Steady),
    team("sales-riy-3", "مبيعات الدمام", &SALES, &RIYADH, 9, Low(Why::TrainedOnly)),
    team("sales-riy-4", "مبيعات الشركات", &SALES, &RIYADH, 10, Steady),
    team("sales-lon-1", "London new business", &SALES, &LONDON, 12, Steady),
    team("sales-lon-2", "London key accounts", &SALES, &LONDON, 8, Steady),
    team("sales-lon-3", "Manchester sales", &SALES, &LONDON, 10, Busy { from: 92 }),
    team("sales-lon-4", "Partner sales", &SALES, &LONDON, 7, Steady),
    team("support-teh-1", "پشتیبانی تلفنی", &SUPPORT, &TEHRAN, 18, Steady),
    team("support-teh-2", "پشتیبانی فنی", &SUPPORT, &TEHRAN, 14, Steady),
    team("support-teh-3", "پشتیبانی سازمانی", &SUPPORT, &TEHRAN, 10, Steady),
    team("support-riy-1", "دعم العملاء", &SUPPORT, &RIYADH, 16, Steady),
    team("support-riy-2", "الدعم الفني", &SUPPORT, &RIYADH, 12, Declining { from: 78 }),
    team("support-riy-3", "دعم الشركات", &SUPPORT, &RIYADH, 9, Steady),
    team("support-lon-1", "First line support", &SUPPORT, &LONDON, 17, Steady),
    team("support-lon-2", "Second line support", &SUPPORT, &LONDON, 11, Steady),
    team("support-lon-3", "Weekend support", &SUPPORT, &LONDON, 3, Steady),
    team("support-lon-4", "Premium support", &SUPPORT, &LONDON, 8, Steady),
    team("field-teh-1", "خدمات تهران", &FIELD, &TEHRAN, 12, Steady),
    team("field-teh-2", "خدمات کرج", &FIELD, &TEHRAN, 10, Low(Why::NeverTrained)),
    team("field-teh-3", "خدمات شیراز", &FIELD, &TEHRAN, 9, Steady),
    team("field-riy-1", "خدمة الرياض", &FIELD, &RIYADH, 11, Steady),
    team("field-riy-2", "خدمة جدة", &FIELD, &RIYADH, 10, Steady),
    team("field-lon-1", "Field south", &FIELD, &LONDON, 12, Steady),
    team("field-lon-2", "Field north", &FIELD, &LONDON, 9, Steady),
    team("field-lon-3", "Field Wales", &FIELD, &LONDON, 8, Busy { from: 104 }),
    team("mkt-teh-1", "بازاریابی دیجیتال", &MARKETING, &TEHRAN, 9, Steady),
    team("mkt-teh-2", "بازاریابی محصول", &MARKETING, &TEHRAN, 8, Steady),
    team("mkt-riy-1", "تسويق المنطقة", &MARKETING, &RIYADH, 9, Steady),
    team("mkt-lon-1", "Brand", &MARKETING, &LONDON, 8, Steady),
    team("mkt-lon-2", "Campaigns", &MARKETING, &LONDON, 10, Steady),
    team("fin-teh-1", "صورت‌حساب تهران", &FINANCE, &TEHRAN, 8, Steady),
    team("fin-riy-1", "فوترة الرياض", &FINANCE, &RIYADH, 7, Steady),
    team("fin-lon-1", "Billing London", &FINANCE, &LONDON, 8, Steady),
];
