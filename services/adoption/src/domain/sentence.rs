//! What is known about a team, said in one sentence in three languages: always with how many people and days, with
//! whom they are compared, and how sure one can be.

use kit::{
    digits::Digits,
    localize::{Language, Text},
};

use super::figures::SizeBand;

/// What a sentence is made of; rates are days of 100, rounded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Days used of 100.
    pub rate: i32,
    /// What comparable teams did on the same days.
    pub expected: i32,
    /// Use of 100 of what was to be expected, as it is shown.
    pub index: i32,
    /// Comparable teams.
    pub peers: u32,
    /// How many people.
    pub band: SizeBand,
    /// Working days of people that were looked at, rounded to 10.
    pub days: i64,
    /// How sure one can be that use is below two thirds, in percent, where the level rule found the team.
    pub low: Option<i32>,
    /// How sure one can be that use declined, in percent, and the own earlier level of 100, where the decline rule did.
    pub declined: Option<(i32, i32)>,
}

/// Why there is nothing to say about a team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unknown {
    /// Fewer than five people, and nothing around them.
    TeamTooSmall,
    /// Fewer than five people; judged together with others.
    JudgedTogether,
    /// Fewer than five teams of its positions.
    PositionTooSmall,
    /// Its peers hardly use it either.
    NoExpectedUse,
    /// Its first 14 days.
    TooNew,
    /// Nothing was counted.
    NoCounts,
    /// The position as a whole is far below its target.
    PositionProblem,
}

/// Says what is known.
pub fn known(known: &Known) -> Text {
    in_each(|language| {
        let mut words = String::new();
        words.push_str(&usage(known, language));
        if let Some(percent) = known.low {
            words.push_str(&sure_low(percent, language));
        }
        if let Some((percent, before)) = known.declined {
            words.push_str(&sure_declined(percent, before, known.low.is_some(), language));
        }
        words.push('.');
        words.push_str(&basis(known, language));
        words
    })
}

fn usage(known: &Known, language: Language) -> String {
    let Known { rate, expected, .. } = known;
    if *rate == 0 || *expected == 0 {
        return little_usage(known, language);
    }
    match language {
        Language::En => format!(
            "In the last four weeks people here used it on {rate} of 100 working days; comparable teams on the same days: {expected}"
        ),
        Language::Fa => format!(
            "در چهار هفتهٔ گذشته، افراد این تیم در {rate} روز از هر ۱۰۰ روز کاری از آن استفاده کردند؛ تیم‌های مشابه در همان روزها: {expected}"
        ),
        Language::Ar => format!(
            "في الأسابيع الأربعة الماضية استخدمه أفراد هذا الفريق في {rate} من كل 100 يوم عمل؛ والفرق المماثلة في الأيام نفسها: {expected}"
        ),
    }
}

/// Where use is rare, rounding leaves nothing of the rates: the share of what the others did says it.
fn little_usage(known: &Known, language: Language) -> String {
    // Rounded to five, these are below two and a half.
    let least = |figure: i32, below: &str| if figure == 0 { below.to_owned() } else { figure.to_string() };
    let Known { rate, index, .. } = *known;
    match language {
        Language::En => format!(
            "In the last four weeks people here used it on {} of 100 working days, {} % of what comparable teams did on the same days",
            least(rate, "fewer than 3"),
            least(index, "less than 3"),
        ),
        Language::Fa => format!(
            "در چهار هفتهٔ گذشته، افراد این تیم در {} روز از هر ۱۰۰ روز کاری از آن استفاده کردند، یعنی {}٪ استفادهٔ تیم‌های مشابه در همان روزها",
            least(rate, "کمتر از ۳"),
            least(index, "کمتر از ۳"),
        ),
        Language::Ar => format!(
            "في الأسابيع الأربعة الماضية استخدمه أفراد هذا الفريق في {} من كل 100 يوم عمل، أي {}٪ مما استخدمته الفرق المماثلة في الأيام نفسها",
            least(rate, "أقل من 3"),
            least(index, "أقل من 3"),
        ),
    }
}

fn sure_low(percent: i32, language: Language) -> String {
    if percent < 50 {
        return recovering(language).to_owned();
    }
    match language {
        Language::En => format!("; we are {percent} % sure that real use is below two thirds of theirs"),
        Language::Fa => format!("؛ {percent}٪ مطمئنیم که استفادهٔ واقعی کمتر از دو سوم آن‌هاست"),
        Language::Ar => format!("؛ نحن متأكدون بنسبة {percent}٪ أن الاستخدام الفعلي أقل من ثلثي استخدامها"),
    }
}

/// A flag stays for a while after the team comes back, so that it does not flicker.
fn recovering(language: Language) -> &'static str {
    match language {
        Language::En => {
            "; by now we are not sure any more that real use is below two thirds of theirs: it may be coming back"
        }
        Language::Fa => {
            "؛ اکنون دیگر مطمئن نیستیم که استفادهٔ واقعی کمتر از دو سوم آن‌ها باشد: شاید رو به بهبود است"
        }
        Language::Ar => "؛ ولم نعد الآن متأكدين أن الاستخدام الفعلي أقل من ثلثي استخدامها: لعله يتعافى",
    }
}

fn sure_declined(percent: i32, before: i32, also_low: bool, language: Language) -> String {
    if percent < 50 {
        return no_longer_declined(before, language);
    }
    match (language, also_low) {
        (Language::En, false) => format!(
            "; before, it was {before} of 100 of what they did, and we are {percent} % sure that it has fallen below about two thirds of that"
        ),
        (Language::En, true) => {
            format!("; before, it was {before} of 100 of what they did, so it has fallen too")
        }
        (Language::Fa, false) => format!(
            "؛ پیش از آن {before} از ۱۰۰ استفادهٔ آن‌ها بود و {percent}٪ مطمئنیم که به کمتر از حدود دو سوم آن رسیده است"
        ),
        (Language::Fa, true) => format!("؛ پیش از آن {before} از ۱۰۰ استفادهٔ آن‌ها بود، پس افت هم کرده است"),
        (Language::Ar, false) => format!(
            "؛ وكان من قبل {before} من كل 100 مما تفعله، ونحن متأكدون بنسبة {percent}٪ أنه انخفض إلى ما دون ثلثي ذلك تقريبًا"
        ),
        (Language::Ar, true) => format!("؛ وكان من قبل {before} من كل 100 مما تفعله، أي أنه انخفض أيضًا"),
    }
}

fn no_longer_declined(before: i32, language: Language) -> String {
    match language {
        Language::En => format!(
            "; before, it was {before} of 100 of what they did, and by now we are not sure any more that it has fallen below about two thirds of that: it may be coming back"
        ),
        Language::Fa => format!(
            "؛ پیش از آن {before} از ۱۰۰ استفادهٔ آن‌ها بود، و اکنون دیگر مطمئن نیستیم که به کمتر از حدود دو سوم آن رسیده باشد: شاید رو به بهبود است"
        ),
        Language::Ar => format!(
            "؛ وكان من قبل {before} من كل 100 مما تفعله، ولم نعد الآن متأكدين أنه انخفض إلى ما دون ثلثي ذلك تقريبًا: لعله يتعافى"
        ),
    }
}

fn basis(known: &Known, language: Language) -> String {
    let (least, most) = known.band.range();
    let (days, peers) = (Digits::usual_of(language).grouped(known.days), known.peers);
    let people = match (language, most) {
        (Language::En, Some(most)) => format!("{least} to {most} people"),
        (Language::En, None) => format!("{least} people or more"),
        (Language::Fa, Some(most)) => format!("{least} تا {most} نفر"),
        (Language::Fa, None) => format!("{least} نفر یا بیشتر"),
        // Up to ten the noun is in the plural, beyond in the singular.
        (Language::Ar, Some(most)) if most <= 10 => format!("من {least} إلى {most} أشخاص"),
        (Language::Ar, Some(most)) => format!("من {least} إلى {most} شخصًا"),
        (Language::Ar, None) => format!("{least} شخص أو أكثر"),
    };
    match language {
        Language::En => format!(" ({people}, about {days} working days, compared with {peers} teams.)"),
        Language::Fa => format!(" ({people}، حدود {days} روز کاری، در مقایسه با {peers} تیم.)"),
        Language::Ar => format!(" ({people}، نحو {days} يوم عمل، مقارنةً بعدد {peers} من الفرق.)"),
    }
}

/// Says why nothing is said.
pub fn unknown(why: Unknown) -> Text {
    match why {
        Unknown::TeamTooSmall => Text::new(
            "Nothing is shown about fewer than five people.",
            "دربارهٔ کمتر از پنج نفر چیزی نشان داده نمی‌شود.",
            "لا يُعرض شيء عن أقل من خمسة أشخاص.",
        ),
        Unknown::JudgedTogether => Text::new(
            "Fewer than five people, so this team is looked at together with others.",
            "این تیم کمتر از پنج نفر است، پس همراه تیم‌های دیگر بررسی می‌شود.",
            "أقل من خمسة أشخاص، لذا يُنظر إلى هذا الفريق مع فرق أخرى.",
        ),
        Unknown::PositionTooSmall => Text::new(
            "Fewer than five teams do this work, so there is nobody to compare this team with.",
            "کمتر از پنج تیم این کار را انجام می‌دهند، پس تیمی برای مقایسه نیست.",
            "أقل من خمسة فرق تؤدي هذا العمل، فلا يوجد من يُقارن به هذا الفريق.",
        ),
        Unknown::NoExpectedUse => Text::new(
            "Comparable teams hardly use it either: fewer than six days of use were to be expected in four weeks.",
            "تیم‌های مشابه هم به‌ندرت از آن استفاده می‌کنند: در چهار هفته کمتر از شش روز استفاده انتظار می‌رفت.",
            "الفرق المماثلة نادرًا ما تستخدمه أيضًا: كان المتوقع أقل من ستة أيام استخدام في أربعة أسابيع.",
        ),
        Unknown::TooNew => Text::new(
            "The first 14 days are not judged.",
            "چهارده روز نخست ارزیابی نمی‌شود.",
            "لا تُقيَّم الأيام الأربعة عشر الأولى.",
        ),
        Unknown::NoCounts => Text::new(
            "Nothing was counted for this team in the last four weeks.",
            "در چهار هفتهٔ گذشته چیزی برای این تیم شمرده نشده است.",
            "لم يُحتسب شيء لهذا الفريق في الأسابيع الأربعة الماضية.",
        ),
        Unknown::PositionProblem => Text::new(
            "Nearly everybody in this position is far below the target, so no single team is flagged.",
            "تقریباً همهٔ افراد این سمت بسیار پایین‌تر از هدف‌اند، پس هیچ تیمی جداگانه نشان‌دار نمی‌شود.",
            "كل من في هذه الوظيفة تقريبًا أدنى بكثير من الهدف، لذا لا يُؤشَّر على أي فريق بمفرده.",
        ),
    }
}

/// Says that a position as a whole is far below its target.
pub fn position_problem(rate: i32, target: i32) -> Text {
    in_each(|language| match language {
        Language::En => format!(
            "In this position people used it on {rate} of 100 working days in the last four weeks; the target is {target}. It is not about one team."
        ),
        Language::Fa => format!(
            "در این سمت، افراد در چهار هفتهٔ گذشته در {rate} روز از هر ۱۰۰ روز کاری از آن استفاده کردند؛ هدف {target} است. مسئله مربوط به یک تیم نیست."
        ),
        Language::Ar => format!(
            "في هذه الوظيفة استخدمه الأفراد في {rate} من كل 100 يوم عمل في الأسابيع الأربعة الماضية؛ والهدف {target}. الأمر لا يخص فريقًا واحدًا."
        ),
    })
}

fn in_each(say: impl Fn(Language) -> String) -> Text {
    let words = |language| Digits::usual_of(language).write(&say(language));
    Text::new(words(Language::En), words(Language::Fa), words(Language::Ar))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn low() -> Known {
        Known {
            rate: 20,
            expected: 40,
            index: 50,
            peers: 12,
            band: SizeBand::From5,
            days: 1160,
            low: Some(97),
            declined: None,
        }
    }

    #[test]
    fn a_low_team_is_said_in_three_languages_with_their_digits() {
        let text = known(&low());
        assert_eq!(
            text.en,
            "In the last four weeks people here used it on 20 of 100 working days; comparable teams on the same days: 40; we are 97 % sure that real use is below two thirds of theirs. (5 to 9 people, about 1,160 working days, compared with 12 teams.)"
        );
        assert_eq!(
            text.fa,
            "در چهار هفتهٔ گذشته، افراد این تیم در ۲۰ روز از هر ۱۰۰ روز کاری از آن استفاده کردند؛ تیم‌های مشابه در همان روزها: ۴۰؛ ۹۷٪ مطمئنیم که استفادهٔ واقعی کمتر از دو سوم آن‌هاست. (۵ تا ۹ نفر، حدود ۱٬۱۶۰ روز کاری، در مقایسه با ۱۲ تیم.)"
        );
        assert_eq!(
            text.ar,
            "في الأسابيع الأربعة الماضية استخدمه أفراد هذا الفريق في ٢٠ من كل ١٠٠ يوم عمل؛ والفرق المماثلة في الأيام نفسها: ٤٠؛ نحن متأكدون بنسبة ٩٧٪ أن الاستخدام الفعلي أقل من ثلثي استخدامها. (من ٥ إلى ٩ أشخاص، نحو ١٬١٦٠ يوم عمل، مقارنةً بعدد ١٢ من الفرق.)"
        );
    }

    #[test]
    fn a_declining_team_is_compared_with_its_own_earlier_level() {
        let text = known(&Known { low: None, declined: Some((98, 95)), ..low() });
        assert!(
            text.en.contains("before, it was 95 of 100 of what they did, and we are 98 % sure"),
            "{}",
            text.en
        );
        assert!(text.fa.contains("۹۵ از ۱۰۰"), "{}", text.fa);
    }

    #[test]
    fn where_use_is_rare_the_share_is_said_instead_of_two_zeros() {
        let text = known(&Known { rate: 0, expected: 0, index: 20, ..low() });
        assert!(
            text.en.contains("on fewer than 3 of 100 working days, 20 % of what comparable teams did"),
            "{}",
            text.en
        );
        assert!(text.fa.contains("کمتر از ۳ روز") && text.fa.contains("۲۰٪"), "{}", text.fa);
        assert!(text.ar.contains("أقل من ٣") && text.ar.contains("٢٠٪"), "{}", text.ar);
    }

    #[test]
    fn a_flagged_team_that_comes_back_is_not_said_to_be_surely_low() {
        let text = known(&Known { low: Some(30), ..low() });
        assert!(
            text.en.contains("not sure any more") && text.en.contains("may be coming back"),
            "{}",
            text.en
        );
        assert!(!text.en.contains('%'), "{}", text.en);
    }

    #[test]
    fn a_team_that_had_fallen_and_comes_back_is_not_said_to_have_fallen() {
        for low in [None, Some(30), Some(97)] {
            let text = known(&Known { low, declined: Some((7, 95)), ..self::low() });
            assert!(
                text.en.contains("95 of 100 of what they did, and by now we are not sure"),
                "{}",
                text.en
            );
            assert!(
                !text.en.contains("7 % sure that it has fallen") && !text.en.contains("fallen too"),
                "{}",
                text.en
            );
            assert!(text.fa.contains("۹۵ از ۱۰۰") && !text.fa.contains("۷٪ مطمئنیم که به"), "{}", text.fa);
            assert!(text.ar.contains("لعله يتعافى") && !text.ar.contains("انخفض أيضًا"), "{}", text.ar);
        }
    }

    #[test]
    fn arabic_counts_people_as_it_is_spoken() {
        let of = |band| known(&Known { band, ..low() }).ar;
        assert!(of(SizeBand::From5).contains("من ٥ إلى ٩ أشخاص"));
        assert!(of(SizeBand::From10).contains("من ١٠ إلى ١٩ شخصًا"), "{}", of(SizeBand::From10));
    }

    #[test]
    fn a_team_as_expected_is_said_without_a_certainty() {
        let text = known(&Known { low: None, ..low() });
        assert!(text.en.contains("same days: 40. (") && !text.en.contains('%'), "{}", text.en);
    }
}
