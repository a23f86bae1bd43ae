//! `UpdateChampion`.

use proto::champions::v1::{Champion, CoveredTeam, EndChampionRequest, UpdateChampionRequest};
use tonic::Code;

use crate::support::{company, fields, name, reason};

fn covering(team: &str) -> CoveredTeam {
    CoveredTeam { team: name("teams", team), ..Default::default() }
}

fn update(champion: Champion, path: &str) -> UpdateChampionRequest {
    let update_mask = Some(prost_types::FieldMask { paths: vec![path.into()] });
    UpdateChampionRequest { champion: Some(champion), update_mask }
}

#[tokio::test]
async fn the_role_follows_the_teams_and_what_was_given_by_hand_stays() {
    let company = company().await;
    company.neighbours.change(|s| {
        s.roles.insert(name("people", "w2"), vec![name("teams", "north")]);
    });
    let (_, champion) = company.with_champion().await;
    let teams = vec![covering("east"), covering("north")];
    let changed =
        company.champions().update_champion(update(Champion { teams, ..champion.clone() }, "teams")).await;
    let changed = changed.unwrap().into_inner();
    company.settle().await;
    assert_eq!(company.roles_of("w2"), [name("teams", "north"), name("teams", "east")]);
    assert_eq!(company.covered_team("west").await.champions, 0);
    let teams = vec![covering("west")];
    company.champions().update_champion(update(Champion { teams, ..changed }, "teams")).await.unwrap();
    company.settle().await;
    assert_eq!(company.roles_of("w2"), [name("teams", "north"), name("teams", "west")]);
    let stale = company.champions().update_champion(update(champion, "focus_areas")).await.unwrap_err();
    assert_eq!(stale.code(), Code::Aborted);
}

#[tokio::test]
async fn the_last_day_can_move_and_a_term_that_is_over_cannot_change() {
    let company = company().await;
    let (_, champion) = company.with_champion().await;
    let longer = Champion { end_day: "2028-01-01".into(), ..champion.clone() };
    let longer = company.champions().update_champion(update(longer, "end_day")).await.unwrap().into_inner();
    assert_eq!(longer.end_day, "2028-01-01");
    let past = Champion { end_day: "2026-01-01".into(), ..longer.clone() };
    assert_eq!(
        fields(&company.champions().update_champion(update(past, "end_day")).await.unwrap_err()),
        ["end_day"]
    );
    company.champions().end_champion(EndChampionRequest { name: champion.name.clone() }).await.unwrap();
    let late = Champion { etag: String::new(), ..longer };
    let late = company.champions().update_champion(update(late, "focus_areas")).await.unwrap_err();
    assert_eq!(reason(&late), "TERM_OVER");
}
