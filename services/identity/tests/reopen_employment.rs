//! `ReopenEmployment`, and coming back through an import.

use proto::{
    access::v1::Role,
    identity::v1::{
        EndEmploymentRequest, Person, PersonChanged, ReopenEmploymentRequest, RoleGrant, SetRolesRequest,
    },
};
use tonic::Code;

use crate::{
    preview_import::counts,
    support::{Acme, PASSWORD, TODAY, acme, broken, parent, reason},
};

fn back(person: &Person, day: &str) -> ReopenEmploymentRequest {
    ReopenEmploymentRequest { name: person.name.clone(), start_day: day.into(), ..Default::default() }
}

async fn end(acme: &Acme, person: &Person, day: &str) -> Person {
    let request = EndEmploymentRequest { name: person.name.clone(), end_day: day.into() };
    acme.people().end_employment(request).await.unwrap().into_inner()
}

/// Somebody of a team, from an import.
async fn worker(acme: &Acme) -> Person {
    let import = acme.preview("external_id,team,position,start_day\nw,West,clerk,2020-01-01\n", &[]).await;
    acme.apply(&import.name, false).await.unwrap();
    acme.find("w").await.remove(0)
}

#[tokio::test]
async fn whoever_comes_back_works_and_signs_in_again_but_holds_no_role() {
    let acme = acme().await;
    let sara = acme.somebody("sara").await;
    acme.welcome(&sara).await;
    let roles = vec![RoleGrant { role: Role::Hr.into(), teams: vec![] }];
    acme.people().set_roles(SetRolesRequest { name: sara.name.clone(), roles }).await.unwrap();
    let team = acme.team("West", "").await;
    let position = acme.position("clerk").await;
    end(&acme, &sara, "2026-02-10").await;
    assert_eq!(reason(acme.sign_in("sara@acme.example", PASSWORD).await).1, "WRONG_CREDENTIALS");

    let request =
        ReopenEmploymentRequest { team: team.clone(), position: position.clone(), ..back(&sara, TODAY) };
    let here = acme.people().reopen_employment(request).await.unwrap().into_inner();
    assert_eq!((here.employment_end_day.as_str(), here.roles.len()), ("", 0));
    let last = here.memberships.last().unwrap();
    assert_eq!((&last.team, &last.position), (&team, &position));
    assert_eq!((last.start_day.as_str(), last.end_day.as_str()), (TODAY, ""));
    acme.sign_in("sara@acme.example", PASSWORD).await.unwrap();
    let told = acme.harness.published::<PersonChanged>().await.pop().unwrap().person.unwrap();
    assert_eq!((told.name, told.employment_end_day), (here.name, String::new()));
    assert_eq!(reason(acme.people().reopen_employment(back(&sara, TODAY)).await).1, "NOT_ENDED");
}

#[tokio::test]
async fn an_end_is_taken_back_as_if_it_had_not_been() {
    let acme = acme().await;
    let before = worker(&acme).await;
    end(&acme, &before, "2026-02-20").await;
    let after = acme.people().reopen_employment(back(&before, "")).await.unwrap().into_inner();
    assert_eq!(after.memberships, before.memberships);
    assert_eq!(after.employment_end_day, "");
}

#[tokio::test]
async fn days_teams_and_positions_that_cannot_be_are_refused_together() {
    let acme = acme().await;
    let person = worker(&acme).await;
    end(&acme, &person, "2026-02-20").await;
    let request = ReopenEmploymentRequest {
        team: format!("{}/teams/none", parent()),
        position: format!("{}/positions/none", parent()),
        ..back(&person, "2026-02-20")
    };
    let told = broken(acme.people().reopen_employment(request).await);
    let told: Vec<_> = told.iter().map(|(field, rule)| (field.as_str(), rule.as_str())).collect();
    assert_eq!(told, [("start_day", "TOO_EARLY"), ("team", "NOT_FOUND"), ("position", "NOT_FOUND")]);
    let later = broken(acme.people().reopen_employment(back(&person, "2026-12-01")).await);
    assert_eq!(later[0].1, "IN_FUTURE");
    let nobody = Person { name: format!("{}/people/none", parent()), ..person };
    assert_eq!(reason(acme.people().reopen_employment(back(&nobody, "")).await).0, Code::NotFound);
}

#[tokio::test]
async fn a_file_brings_somebody_back_and_again_changes_nothing() {
    let acme = acme().await;
    let before = worker(&acme).await;
    end(&acme, &before, "2026-01-31").await;

    // Without a day after the last one, the file says nothing new of somebody who left.
    let same = acme.preview("external_id,team,position,start_day\nw,West,clerk,2020-01-01\n", &[]).await;
    assert_eq!(counts(&same, "people"), (0, 0, 1));
    let notice = &same.summary.as_ref().unwrap().notices[0];
    assert_eq!(
        (notice.code.as_str(), notice.count, notice.examples[0].as_str()),
        ("EMPLOYMENT_ENDED", 1, "w")
    );

    let file = "external_id,team,position,start_day\nw,East,clerk,2026-02-16\n";
    let import = acme.preview(file, &[]).await;
    assert_eq!(counts(&import, "people"), (0, 1, 0));
    assert_eq!(import.summary.as_ref().unwrap().notices[0].code, "REOPENED");
    acme.apply(&import.name, false).await.unwrap();
    let here = acme.find("w").await.remove(0);
    assert_eq!((here.employment_start_day.as_str(), here.employment_end_day.as_str()), ("2020-01-01", ""));
    let days: Vec<_> = here.memberships.iter().map(|m| (m.start_day.as_str(), m.end_day.as_str())).collect();
    assert_eq!(days, [("2020-01-01", "2026-01-31"), ("2026-02-16", "")]);

    let again = acme.preview(file, &[]).await;
    assert_eq!(counts(&again, "people"), (0, 0, 1), "the same file once more");
}
