//! The rules in English, Persian and Arabic.

use super::Rule;
use crate::{digits::Digits, localize::Language};

pub(super) fn describe(rule: &Rule, language: Language) -> String {
    match language {
        Language::En => english(rule),
        Language::Fa => persian(rule),
        Language::Ar => arabic(rule),
    }
}

fn english(rule: &Rule) -> String {
    match rule {
        Rule::Required => "must not be empty".into(),
        Rule::TooShort { min } => format!("must have at least {min} characters"),
        Rule::TooLong { max } => format!("must have at most {max} characters"),
        Rule::OutOfRange { min, max } => format!("must be from {min} to {max}"),
        Rule::NotANumber => "must be a number".into(),
        Rule::NotADate => "must be a date like 2026-03-21".into(),
        Rule::NotATime => "must be a time like 2026-03-21T09:30:00Z".into(),
        Rule::NotAnEmail => "must be an email address".into(),
        Rule::NotAUrl => "must be an address that starts with https://".into(),
        Rule::NotATimeZone => "must be a time zone like Asia/Tehran".into(),
        Rule::NotAName { pattern } => format!("must be a name like {pattern}"),
        Rule::UnknownValue { allowed } => format!("must be one of: {allowed}"),
        Rule::NotFound => "does not exist".into(),
        Rule::Duplicate => "is there more than once".into(),
        Rule::Cycle => "would be below itself".into(),
        Rule::InFuture => "must not be in the future".into(),
        Rule::TooEarly { earliest } => format!("must not be before {earliest}"),
        Rule::EndsBeforeStart => "must not end before it starts".into(),
        Rule::Overlaps => "overlaps with another period".into(),
        Rule::TooMany { max } => format!("must have at most {max} items"),
        Rule::TooFew { min } => format!("must have at least {min} items"),
        Rule::Immutable => "cannot be changed".into(),
        Rule::Guessable => "is too easy to guess; several unrelated words make a good one".into(),
        Rule::Malformed { expected } => format!("must look like {expected}"),
        Rule::OneOf { fields } => format!("must be the only one of these: {fields}"),
        Rule::EmptyFile => "the file is empty".into(),
        Rule::FileTooBig { max_mib } => format!("the file must be at most {max_mib} MiB"),
        Rule::TooManyBytes { max_kib } => format!("the file must be at most {max_kib} KiB"),
        Rule::NotAnImage => {
            "the file is not the image that it says it is; PNG, JPEG and WebP are taken".into()
        }
        Rule::TooManyPixels { max_side, max_million } => {
            format!(
                "the image must be at most {max_side} pixels wide and high, and {max_million} million in all"
            )
        }
        Rule::DirectionOverride => {
            "must not contain characters that turn the direction of writing round".into()
        }
        Rule::NotUtf8 => "this line is not in UTF-8; save the whole file as “CSV UTF-8” and try again".into(),
        Rule::Utf16 => "the file is in UTF-16; save it as “CSV UTF-8” and try again".into(),
        Rule::NotText => "the file is not a text file; save it as CSV and try again".into(),
        Rule::UnclosedQuote => "the quotation mark that opens here is never closed".into(),
        Rule::TextAfterQuote => "there is text after a closing quotation mark".into(),
        Rule::DuplicateColumn => "two columns have this name".into(),
        Rule::UnknownColumn => "the file has no such column".into(),
        Rule::WrongColumnCount { expected, found } => {
            format!("the row has {found} values, but the file has {expected} columns")
        }
    }
}

fn persian(rule: &Rule) -> String {
    let n = |number: &u64| Digits::Persian.write(&number.to_string());
    let w = |text: &str| Digits::Persian.write(text);
    match rule {
        Rule::Required => "نباید خالی باشد".into(),
        Rule::TooShort { min } => format!("باید دست‌کم {} نویسه داشته باشد", n(min)),
        Rule::TooLong { max } => format!("باید حداکثر {} نویسه داشته باشد", n(max)),
        Rule::OutOfRange { min, max } => format!("باید از {} تا {} باشد", w(min), w(max)),
        Rule::NotANumber => "باید عدد باشد".into(),
        Rule::NotADate => "باید تاریخی مانند 2026-03-21 باشد".into(),
        Rule::NotATime => "باید زمانی مانند 2026-03-21T09:30:00Z باشد".into(),
        Rule::NotAnEmail => "باید نشانی ایمیل باشد".into(),
        Rule::NotAUrl => "باید نشانی‌ای باشد که با https:// آغاز می‌شود".into(),
        Rule::NotATimeZone => "باید منطقهٔ زمانی‌ای مانند Asia/Tehran باشد".into(),
        Rule::NotAName { pattern } => format!("باید نامی مانند {pattern} باشد"),
        Rule::UnknownValue { allowed } => format!("باید یکی از این‌ها باشد: {allowed}"),
        Rule::NotFound => "وجود ندارد".into(),
        Rule::Duplicate => "بیش از یک بار آمده است".into(),
        Rule::Cycle => "زیرمجموعهٔ خودش می‌شود".into(),
        Rule::InFuture => "نباید در آینده باشد".into(),
        Rule::TooEarly { earliest } => format!("نباید پیش از {} باشد", w(earliest)),
        Rule::EndsBeforeStart => "نباید پیش از آغازش پایان یابد".into(),
        Rule::Overlaps => "با بازهٔ دیگری هم‌پوشانی دارد".into(),
        Rule::TooMany { max } => format!("باید حداکثر {} مورد داشته باشد", n(max)),
        Rule::TooFew { min } => format!("باید دست‌کم {} مورد داشته باشد", n(min)),
        Rule::Immutable => "تغییرپذیر نیست".into(),
        Rule::Guessable => "حدس زدنش آسان است؛ چند واژهٔ بی‌ربط به هم انتخاب خوبی است".into(),
        Rule::Malformed { expected } => format!("باید مانند {expected} باشد"),
        Rule::OneOf { fields } => format!("از این‌ها تنها یکی می‌تواند باشد: {fields}"),
        Rule::EmptyFile => "پرونده خالی است".into(),
        Rule::FileTooBig { max_mib } => format!("پرونده باید حداکثر {} مبی‌بایت باشد", n(max_mib)),
        Rule::TooManyBytes { max_kib } => format!("پرونده باید حداکثر {} کیبی‌بایت باشد", n(max_kib)),
        Rule::NotAnImage => "پرونده آن تصویری نیست که نشان می‌دهد؛ PNG، JPEG و WebP پذیرفته می‌شوند".into(),
        Rule::TooManyPixels { max_side, max_million } => {
            format!(
                "پهنا و بلندی تصویر باید حداکثر {} پیکسل و کل آن حداکثر {} میلیون پیکسل باشد",
                n(max_side),
                n(max_million)
            )
        }
        Rule::DirectionOverride => "نباید نویسه‌هایی داشته باشد که جهت نوشته را برمی‌گردانند".into(),
        Rule::NotUtf8 => {
            "این سطر با UTF-8 نوشته نشده است؛ کل پرونده را با قالب «CSV UTF-8» ذخیره کنید و دوباره بفرستید"
                .into()
        }
        Rule::Utf16 => {
            "پرونده با UTF-16 نوشته شده است؛ آن را با قالب «CSV UTF-8» ذخیره کنید و دوباره بفرستید".into()
        }
        Rule::NotText => "پرونده متنی نیست؛ آن را با قالب CSV ذخیره کنید و دوباره بفرستید".into(),
        Rule::UnclosedQuote => "گیومه‌ای که این‌جا باز می‌شود هرگز بسته نمی‌شود".into(),
        Rule::TextAfterQuote => "پس از گیومهٔ بسته متن آمده است".into(),
        Rule::DuplicateColumn => "دو ستون این نام را دارند".into(),
        Rule::UnknownColumn => "پرونده چنین ستونی ندارد".into(),
        Rule::WrongColumnCount { expected, found } => {
            format!("این سطر {} مقدار دارد، اما پرونده {} ستون دارد", n(found), n(expected))
        }
    }
}

fn arabic(rule: &Rule) -> String {
    let n = |number: &u64| Digits::Arabic.write(&number.to_string());
    let w = |text: &str| Digits::Arabic.write(text);
    match rule {
        Rule::Required => "يجب ألا يكون فارغًا".into(),
        Rule::TooShort { min } => format!("يجب ألا يقل عدد الأحرف عن {}", n(min)),
        Rule::TooLong { max } => format!("يجب ألا يزيد عدد الأحرف على {}", n(max)),
        Rule::OutOfRange { min, max } => format!("يجب أن يكون من {} إلى {}", w(min), w(max)),
        Rule::NotANumber => "يجب أن يكون رقمًا".into(),
        Rule::NotADate => "يجب أن يكون تاريخًا مثل 2026-03-21".into(),
        Rule::NotATime => "يجب أن يكون وقتًا مثل 2026-03-21T09:30:00Z".into(),
        Rule::NotAnEmail => "يجب أن يكون عنوان بريد إلكتروني".into(),
        Rule::NotAUrl => "يجب أن يكون عنوانًا يبدأ بـ https://".into(),
        Rule::NotATimeZone => "يجب أن يكون منطقة زمنية مثل Asia/Tehran".into(),
        Rule::NotAName { pattern } => format!("يجب أن يكون اسمًا مثل {pattern}"),
        Rule::UnknownValue { allowed } => format!("يجب أن يكون واحدًا من: {allowed}"),
        Rule::NotFound => "غير موجود".into(),
        Rule::Duplicate => "موجود أكثر من مرة".into(),
        Rule::Cycle => "سيصبح تابعًا لنفسه".into(),
        Rule::InFuture => "يجب ألا يكون في المستقبل".into(),
        Rule::TooEarly { earliest } => format!("يجب ألا يكون قبل {}", w(earliest)),
        Rule::EndsBeforeStart => "يجب ألا ينتهي قبل أن يبدأ".into(),
        Rule::Overlaps => "يتداخل مع فترة أخرى".into(),
        Rule::TooMany { max } => format!("يجب ألا يزيد عدد العناصر على {}", n(max)),
        Rule::TooFew { min } => format!("يجب ألا يقل عدد العناصر عن {}", n(min)),
        Rule::Immutable => "لا يمكن تغييره".into(),
        Rule::Guessable => "يسهل تخمينها؛ عدة كلمات لا رابط بينها اختيار جيد".into(),
        Rule::Malformed { expected } => format!("يجب أن يكون على شكل {expected}"),
        Rule::OneOf { fields } => format!("يجب أن يكون الوحيد من بين: {fields}"),
        Rule::EmptyFile => "الملف فارغ".into(),
        Rule::FileTooBig { max_mib } => format!("يجب ألا يزيد حجم الملف على {} ميبيبايت", n(max_mib)),
        Rule::TooManyBytes { max_kib } => format!("يجب ألا يزيد حجم الملف على {} كيبيبايت", n(max_kib)),
        Rule::NotAnImage => "الملف ليس الصورة التي يدّعيها؛ الصيغ المقبولة هي PNG وJPEG وWebP".into(),
        Rule::TooManyPixels { max_side, max_million } => {
            format!(
                "يجب ألا يزيد عرض الصورة وارتفاعها على {} بكسل، ولا مجموعها على {} مليون بكسل",
                n(max_side),
                n(max_million)
            )
        }
        Rule::DirectionOverride => "يجب ألا يحتوي على محارف تقلب اتجاه الكتابة".into(),
        Rule::NotUtf8 => {
            "هذا السطر ليس بترميز UTF-8؛ احفظ الملف كله بصيغة «CSV UTF-8» ثم أعد المحاولة".into()
        }
        Rule::Utf16 => "الملف بترميز UTF-16؛ احفظه بصيغة «CSV UTF-8» ثم أعد المحاولة".into(),
        Rule::NotText => "الملف ليس ملفًا نصيًا؛ احفظه بصيغة CSV ثم أعد المحاولة".into(),
        Rule::UnclosedQuote => "علامة الاقتباس التي تُفتح هنا لا تُغلق أبدًا".into(),
        Rule::TextAfterQuote => "يوجد نص بعد علامة اقتباس مغلقة".into(),
        Rule::DuplicateColumn => "عمودان يحملان هذا الاسم".into(),
        Rule::UnknownColumn => "لا يوجد في الملف عمود كهذا".into(),
        Rule::WrongColumnCount { expected, found } => {
            format!("في هذا السطر {} من القيم، لكن في الملف {} من الأعمدة", n(found), n(expected))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_its_own_words_in_every_language() {
        for language in Language::ALL {
            let mut words: Vec<_> = Rule::samples().iter().map(|r| r.describe(language)).collect();
            assert!(words.iter().all(|w| !w.is_empty() && !w.ends_with('.')));
            let all = words.len();
            words.sort();
            words.dedup();
            assert_eq!(words.len(), all, "{language}");
        }
    }

    #[test]
    fn numbers_are_in_the_readers_digits_and_the_value_follows() {
        let rule = Rule::TooLong { max: 200 };
        assert_eq!(rule.describe_value(Language::En, "abc"), "must have at most 200 characters: “abc”");
        assert_eq!(rule.describe_value(Language::Fa, "الف"), "باید حداکثر ۲۰۰ نویسه داشته باشد: «الف»");
        assert_eq!(rule.describe_value(Language::Ar, ""), "يجب ألا يزيد عدد الأحرف على ٢٠٠");
    }
}
