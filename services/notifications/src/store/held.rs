//! What this service holds about a person. What people were told, and how they want to be told.

use kit::held::{Kind, Place};

use crate::config::NotificationsConfig;

/// The kinds, in the order in which they are told.
pub(crate) fn kinds(config: &NotificationsConfig) -> Vec<Kind> {
    vec![
        Kind::new("notifications", "Messages", "پیام‌ها", "الرسائل")
            .because(
                "What you were told, for your inbox and the daily digest. Seen by you only.",
                "آنچه به شما خبر داده شده، برای صندوق پیام و خلاصهٔ روزانه. فقط خود شما آن را می‌بینید.",
                "ما أُخبرت به، لصندوق رسائلك والملخص اليومي. تراه أنت فقط.",
            )
            .kept(config.inbox_days)
            .at(Place::new("notification", "person").time("h.create_time")),
        Kind::new("mails", "Mails", "نامه‌ها", "رسائل البريد")
            .because(
                "Mails that were sent to you, so that a lost one can be looked for. Administrators see that and \
                 when it was sent.",
                "نامه‌هایی که برای شما فرستاده شد، تا بتوان نامهٔ گم‌شده را پیدا کرد. مدیران سامانه می‌بینند که \
                 چه زمانی فرستاده شده است.",
                "رسائل البريد التي أُرسلت إليك، ليُبحث عن المفقود منها. يرى مديرو النظام أنها أُرسلت ومتى.",
            )
            .kept(config.mail_days)
            .at(Place::new("delivery", "person").time("h.create_time").says("h.subject"))
            .at(Place::through("delivery_attachment", "delivery", "delivery", "person").says("h.file_name")),
        Kind::new("preferences", "Mail preferences", "تنظیم‌های نامه", "تفضيلات البريد")
            .because(
                "What you want to be told by mail and in the inbox. Seen by you only.",
                "اینکه چه خبرهایی را با نامه و در صندوق پیام می‌خواهید. فقط خود شما آن را می‌بینید.",
                "ما تريد أن تُخبر به بالبريد وفي الصندوق. تراها أنت فقط.",
            )
            .at(Place::new("preference", "person")),
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
        "address",
        "application",
        "content",
        "content_type",
        "file_name",
        "html",
        "id",
        "kind",
        "language",
        "last_error",
        "mail",
        "message_id",
        "name",
        "organization",
        "state",
        "subject",
        "text",
    ];

    #[tokio::test]
    async fn every_column_that_names_a_person_is_told() {
        let world = World::new().await;
        let db =
            Db::open(world.context.database(), "notifications", crate::store::migration::all).await.unwrap();
        let wrong = unlisted(&db, &super::kinds(&super::NotificationsConfig::default()), OTHERS).await;
        assert!(wrong.is_empty(), "{wrong:#?}");
    }
}
