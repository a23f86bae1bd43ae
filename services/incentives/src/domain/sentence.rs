//! What came of a challenge, in one sentence, in three languages.

use kit::{digits::Digits, localize::Text};

use super::{
    challenge::Measure,
    guards::{Guard, Held},
    progress::Progress,
};

/// To the nearest 5, so that no single act can be read out of a figure.
pub fn rounded(percent: f64) -> i32 {
    let fives = (percent / 5.0).round().clamp(-1_000.0, 1_000.0);
    #[expect(clippy::cast_possible_truncation, reason = "within a thousand on both sides")]
    let fives = fives as i32;
    fives * 5
}

/// How far the teams have come.
pub fn sentence(measure: Measure, weeks: usize, progress: &Progress) -> Text {
    let Some(percent) = progress.percent else {
        return Text::new(
            "Nothing is measured yet; the first week is, three days after its end.",
            "هنوز چیزی سنجیده نشده است؛ هفتهٔ نخست سه روز پس از پایانش سنجیده می‌شود.",
            "لم يُقَس شيء بعد؛ يُقاس الأسبوع الأول بعد ثلاثة أيام من نهايته.",
        );
    };
    let rounded = rounded(percent);
    let failed = progress.guards.iter().find(|(_, held)| *held == Held::Fails).map(|(guard, _)| *guard);
    let [en, fa, ar] = change(measure, rounded);
    let [then_en, then_fa, then_ar] = ending(rounded, progress.beyond_chance, failed);
    let fa_weeks = Digits::Persian.write(&weeks.to_string());
    let ar_weeks = Digits::Arabic.write(&weeks.to_string());
    let plural = if weeks == 1 { "week" } else { "weeks" };
    Text::new(
        format!("After {weeks} {plural}, {en}{then_en}."),
        format!("پس از {fa_weeks} هفته {fa}{then_fa}."),
        format!("بعد {ar_weeks} من الأسابيع {ar}{then_ar}."),
    )
}

fn change(measure: Measure, percent: i32) -> [String; 3] {
    let size = percent.abs();
    let (fa, ar) = (Digits::Persian.write(&size.to_string()), Digits::Arabic.write(&size.to_string()));
    let rose = percent > 0;
    if measure.counts_members() {
        let (thing_en, thing_fa, thing_ar) = match measure {
            Measure::Cooperation => (
                "have thanked a colleague of another department",
                "از همکاری در بخشی دیگر تشکر کرده‌اند",
                "شكروا زميلًا من قسم آخر",
            ),
            _ => ("have completed the courses", "دوره‌ها را تمام کرده‌اند", "أتموا الدورات"),
        };
        return [
            format!("about {size} of 100 members who had not before {thing_en}"),
            format!("حدود {fa} نفر از هر ۱۰۰ عضوی که پیش‌تر چنین نکرده بودند، {thing_fa}"),
            format!("نحو {ar} من كل ١٠٠ عضو لم يفعلوا ذلك من قبل {thing_ar}"),
        ];
    }
    let (en, fa_thing, ar_thing) = match measure {
        Measure::Breadth => {
            ("the use of different features", "به‌کارگیری قابلیت‌های گوناگون", "استخدام الميزات المتنوعة")
        }
        Measure::DataQuality => ("the share of records without errors", "کیفیت ثبت اطلاعات", "جودة السجلات"),
        _ => ("use", "استفاده", "الاستخدام"),
    };
    if percent == 0 {
        return [
            format!("{en} is about where it was, against comparable teams"),
            format!("{fa_thing} در سنجش با تیم‌های مشابه تقریباً همان است که بود"),
            format!("{ar_thing} كما كان تقريبًا مقارنةً بالفرق المماثلة"),
        ];
    }
    if measure == Measure::DataQuality {
        let (less, fa_less, ar_less) =
            if rose { ("fewer", "کمتر", "أقل") } else { ("more", "بیشتر", "أكثر") };
        return [
            format!(
                "records are saved with about {size} % {less} errors than before, against comparable teams"
            ),
            format!("خطای ثبت اطلاعات در سنجش با تیم‌های مشابه حدود {fa}٪ {fa_less} از پیش است"),
            format!("أخطاء السجلات {ar_less} من قبل بنحو {ar}٪ مقارنةً بالفرق المماثلة"),
        ];
    }
    let (more, fa_more, ar_more) =
        if rose { ("above", "بالاتر", "أعلى") } else { ("below", "پایین‌تر", "أدنى") };
    [
        format!(
            "{en} is about {size} % {more} what was to be expected from before, against comparable teams"
        ),
        format!("{fa_thing} در سنجش با تیم‌های مشابه حدود {fa}٪ {fa_more} از چیزی است که انتظار می‌رفت"),
        format!("{ar_thing} {ar_more} مما كان متوقعًا بنحو {ar}٪ مقارنةً بالفرق المماثلة"),
    ]
}

fn ending(percent: i32, sure: bool, failed: Option<Guard>) -> [&'static str; 3] {
    match failed {
        Some(Guard::DataQuality) => [
            "; but records are saved with more errors than before",
            "؛ اما اطلاعات با خطای بیشتری از پیش ثبت می‌شود",
            "؛ لكن السجلات تُحفظ بأخطاء أكثر من قبل",
        ],
        Some(Guard::Participation) => {
            ["; but too few members take part", "؛ اما اعضای کمی شرکت می‌کنند", "؛ لكن قليلًا من الأعضاء يشاركون"]
        }
        Some(Guard::Roster) => [
            "; but the teams are no longer who they were",
            "؛ اما اعضای تیم‌ها دیگر همان اعضای آغاز نیستند",
            "؛ لكن أعضاء الفرق لم يعودوا كما كانوا",
        ],
        Some(Guard::NobodyLeftBehind) => {
            ["; but one team was left behind", "؛ اما یکی از تیم‌ها جا مانده است", "؛ لكن أحد الفرق تخلّف"]
        }
        None if percent > 0 && !sure => [
            "; at this size that can still be chance",
            "؛ با این تعداد هنوز ممکن است اتفاقی باشد",
            "؛ وبهذا الحجم قد يكون ذلك مصادفة",
        ],
        None => ["", "", ""],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_rounded_to_five() {
        assert_eq!((rounded(12.4), rounded(12.6), rounded(-3.0), rounded(1e12)), (10, 15, -5, 5_000));
    }

    #[test]
    fn every_sentence_is_said_in_every_language() {
        for (measure, _) in Measure::ALL {
            for percent in [None, Some(-20.0), Some(0.0), Some(20.0)] {
                for guard in
                    [Guard::DataQuality, Guard::Participation, Guard::Roster, Guard::NobodyLeftBehind]
                {
                    let progress = Progress {
                        weeks: 3,
                        percent,
                        beyond_chance: false,
                        target_reached: false,
                        guards: vec![(guard, Held::Fails)],
                    };
                    let said = sentence(measure, 3, &progress);
                    assert!(
                        [&said.en, &said.fa, &said.ar].iter().all(|s| s.ends_with('.') && !s.contains("  "))
                    );
                }
            }
        }
        let progress = Progress {
            weeks: 1,
            percent: Some(21.0),
            beyond_chance: true,
            target_reached: true,
            guards: vec![(Guard::DataQuality, Held::Holds)],
        };
        let said = sentence(Measure::AdoptionIndex, 1, &progress);
        assert_eq!(
            said.en,
            "After 1 week, use is about 20 % above what was to be expected from before, against comparable teams."
        );
        assert!(said.fa.contains("۲۰٪") && said.ar.contains("٢٠٪"));
    }
}
