//! Names that people have, in their own letters, with the Latin form for their mail address.

/// A name in its own letters and in Latin ones.
pub(crate) type Name = (&'static str, &'static str);

/// Given names and family names of a language.
pub(crate) fn of(language: &str) -> (&'static [Name], &'static [Name]) {
    match language {
        "fa" => (PERSIAN_GIVEN, PERSIAN_FAMILY),
        "ar" => (ARABIC_GIVEN, ARABIC_FAMILY),
        _ => (ENGLISH_GIVEN, ENGLISH_FAMILY),
    }
}

const PERSIAN_GIVEN: &[Name] = &[
    ("سارا", "sara"), ("علی", "ali"), ("مریم", "maryam"), ("رضا", "reza"), ("نرگس", "narges"), ("حسین", "hossein"),
    ("فاطمه", "fatemeh"), ("امیر", "amir"), ("زهرا", "zahra"), ("مهدی", "mehdi"), ("الهام", "elham"), ("کیان", "kian"),
    ("نیلوفر", "niloufar"), ("پویا", "pouya"), ("شیما", "shima"), ("بهرام", "bahram"), ("یاسمن", "yasaman"), ("آرش", "arash"),
    ("لیلا", "leila"), ("سینا", "sina"), ("پریسا", "parisa"), ("داریوش", "dariush"), ("مینا", "mina"), ("کاوه", "kaveh"),
];
const PERSIAN_FAMILY: &[Name] = &[
    ("محمدی", "mohammadi"), ("حسینی", "hosseini"), ("احمدی", "ahmadi"), ("کریمی", "karimi"), ("رضایی", "rezaei"),
    ("موسوی", "mousavi"), ("جعفری", "jafari"), ("صادقی", "sadeghi"), ("رحیمی", "rahimi"), ("ابراهیمی", "ebrahimi"),
    ("یزدانی", "yazdani"), ("نوری", "nouri"), ("شریفی", "sharifi"), ("بهرامی", "bahrami"), ("کاظمی", "kazemi"),
    ("اکبری", "akbari"), ("میرزایی", "mirzaei"), ("فرهادی", "farhadi"), ("قاسمی", "ghasemi"), ("توکلی", "tavakoli"),
];
const ARABIC_GIVEN: &[Name] = &[
    ("محمد", "mohammed"), ("نورة", "noura"), ("عبدالله", "abdullah"), ("سارة", "sarah"), ("خالد", "khalid"),
    ("ريم", "reem"), ("فهد", "fahad"), ("لمى", "lama"), ("سلطان", "sultan"), ("هند", "hind"), ("ياسر", "yasser"),
    ("منى", "mona"), ("طارق", "tariq"), ("دانة", "dana"), ("بدر", "badr"), ("جواهر", "jawaher"), ("عمر", "omar"),
    ("أمل", "amal"), ("ماجد", "majed"), ("شهد", "shahad"), ("نايف", "naif"), ("رنا", "rana"),
];
const ARABIC_FAMILY: &[Name] = &[
    ("العتيبي", "alotaibi"), ("القحطاني", "alqahtani"), ("الغامدي", "alghamdi"), ("الشهري", "alshehri"),
    ("الحربي", "alharbi"), ("الدوسري", "aldosari"), ("الزهراني", "alzahrani"), ("المطيري", "almutairi"),
    ("العنزي", "alanazi"), ("السبيعي", "alsubaie"), ("البلوي", "albalawi"), ("الجهني", "aljohani"),
    ("التميمي", "altamimi"), ("الخالدي", "alkhaldi"), ("الرشيد", "alrasheed"), ("الفيصل", "alfaisal"),
];
const ENGLISH_GIVEN: &[Name] = &[
    ("Emma", "emma"), ("Oliver", "oliver"), ("Priya", "priya"), ("Jack", "jack"), ("Amelia", "amelia"), ("Noah", "noah"),
    ("Grace", "grace"), ("Samuel", "samuel"), ("Chloe", "chloe"), ("Daniel", "daniel"), ("Zoe", "zoe"), ("Liam", "liam"),
    ("Hannah", "hannah"), ("Marcus", "marcus"), ("Isla", "isla"), ("Ethan", "ethan"), ("Nadia", "nadia"), ("Callum", "callum"),
    ("Freya", "freya"), ("George", "george"), ("Ruby", "ruby"), ("Tom", "tom"), ("Alice", "alice"), ("Kwame", "kwame"),
];
const ENGLISH_FAMILY: &[Name] = &[
    ("Smith", "smith"), ("Jones", "jones"), ("Taylor", "taylor"), ("Brown", "brown"), ("Patel", "patel"),
    ("Williams", "williams"), ("Wilson", "wilson"), ("Evans", "evans"), ("Thomas", "thomas"), ("Roberts", "roberts"),
    ("Walker", "walker"), ("Wright", "wright"), ("Green", "green"), ("Hall", "hall"), ("Wood", "wood"), ("Okafor", "okafor"),
    ("Clarke", "clarke"), ("Hughes", "hughes"), ("Murphy", "murphy"), ("Bennett", "bennett"),
];
