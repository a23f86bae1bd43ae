//! What this service holds about a person. What people took part in, decided and thanked for. No place here holds a
//! number of one person's use.

use kit::held::{Kind, Place};

/// The kinds, in the order in which they are told.
pub(crate) fn kinds() -> Vec<Kind> {
    vec![
        Kind::new("challenges", "Challenges of your team", "چالش‌های تیم شما", "تحديات فريقك")
            .because(
                "That you belonged to a team when its challenge began, so that nobody can be moved in or out to \
                 win. No figure of yours is kept. Seen by you only.",
                "اینکه هنگام آغاز چالش عضو تیم بوده‌اید، تا کسی برای بردن جابه‌جا نشود. هیچ رقمی از شما نگه داشته \
                 نمی‌شود. فقط خود شما آن را می‌بینید.",
                "أنك كنت في الفريق حين بدأ تحديه، كي لا يُنقل أحد من أجل الفوز. لا يُحفظ أي رقم عنك. تراه أنت \
                 فقط.",
            )
            .at(
                Place::new("challenge_member", "person")
                    .day_of("challenge", "start_day", "challenge")
                    .titled_of("challenge", "title", "challenge"),
            ),
        Kind::new("voices", "Voices on rewards", "رأی شما دربارهٔ پاداش‌ها", "رأيك في المكافآت")
            .because(
                "Which reward you would like for your team, so that it decides together. Others see the number of \
                 voices only.",
                "کدام پاداش را برای تیم خود می‌خواهید، تا تیم با هم تصمیم بگیرد. دیگران فقط شمار رأی‌ها را \
                 می‌بینند.",
                "المكافأة التي تريدها لفريقك، ليقرر الفريق معًا. لا يرى الآخرون إلا عدد الأصوات.",
            )
            .at(
                Place::new("voice", "person")
                    .titled("(SELECT c.title FROM award a JOIN challenge c ON c.organization = a.organization AND c.id = \
                 a.challenge WHERE a.organization = h.organization AND a.id = h.award)"),
            ),
        Kind::new("approvals", "Approvals of rewards", "تأیید پاداش‌ها", "الموافقات على المكافآت")
            .because(
                "Redemptions that you approved or refused, because money was spent. Seen by HR and sponsors.",
                "درخواست‌هایی که تأیید یا رد کرده‌اید، چون پولی خرج شده است. منابع انسانی و حامیان آن را می‌بینند.",
                "طلبات الصرف التي وافقت عليها أو رفضتها، لأن مالًا قد صُرف. تراها الموارد البشرية والرعاة.",
            )
            .at(
                Place::new("approval", "approver")
                    .time("h.approve_time")
                    .titled_of("redemption", "reward_title", "redemption"),
            ),
        Kind::new("thanks-given", "Thanks that you gave", "سپاس‌هایی که گفته‌اید", "الشكر الذي قدمته")
            .because(
                "Seen by everybody on the wall, unless who got it left the wall.",
                "همه آن را روی دیوار می‌بینند، مگر آنکه گیرنده از دیوار بیرون رفته باشد.",
                "يراه الجميع على الجدار، إلا إذا غادر المشكورُ الجدار.",
            )
            .at(Place::new("recognition", "giver").time("h.create_time").says("h.message")),
        Kind::new("thanks-received", "Thanks that you got", "سپاس‌هایی که گرفته‌اید", "الشكر الذي تلقيته")
            .because(
                "Seen by everybody on the wall, unless you leave it.",
                "همه آن را روی دیوار می‌بینند، مگر آنکه از آن بیرون بروید.",
                "يراه الجميع على الجدار، إلا إذا غادرته.",
            )
            .at(
                Place::new("recognition_person", "person")
                    .time_of("recognition", "create_time", "recognition")
                    .says_of("recognition", "message", "recognition"),
            ),
        Kind::new("off-wall", "You left the wall", "بیرون رفتن از دیوار", "مغادرتك الجدار")
            .because(
                "So that thanks to you are shown to nobody but you.",
                "تا سپاس‌های شما جز به خودتان به کسی نشان داده نشود.",
                "كي لا يُعرض الشكر الموجه إليك على أحد سواك.",
            )
            .at(Place::new("off_wall", "person").time("h.leave_time")),
    ]
}

#[cfg(test)]
mod tests {
    use kit::{
        db::Db,
        testing::{World, unlisted},
    };

    /// Columns that never name a person.
    const OTHERS: &[&str] = &[
        "application",
        "award",
        "budget",
        "cancel_reason",
        "challenge",
        "choice",
        "courses",
        "currency",
        "description",
        "from_currency",
        "hide_reason",
        "id",
        "kind",
        "measure",
        "measured",
        "message",
        "message_key",
        "organization",
        "paid_currency",
        "part",
        "rate",
        "recognition",
        "redemption",
        "reject_reason",
        "reward",
        "reward_title",
        "source",
        "state",
        "sums",
        "team",
        "title",
        "to_currency",
        "value",
        "voucher_hash",
    ];

    #[tokio::test]
    async fn every_column_that_names_a_person_is_told() {
        let world = World::new().await;
        let db =
            Db::open(world.context.database(), "incentives", crate::store::migration::all).await.unwrap();
        let wrong = unlisted(&db, &super::kinds(), OTHERS).await;
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
