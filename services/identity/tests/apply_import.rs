//! `ApplyImport`: a file becomes the directory.

use std::fmt::Write as _;

use proto::{
    identity::v1::{PersonChanged, TeamChanged},
    imports::v1::{ApplyImportRequest, ImportState},
};

use crate::{
    preview_import::counts,
    support::{TODAY, acme, id, reason},
};

const FOREIGN: &str = "Personnel No.,Department,Team,Job,Joined\n\
    p1,modules system,system,engineer,2016-03-10\n\
    p2,modules cloud,cloud docker,engineer,2015-07-30\n\
    p3,modules cloud,cloud docker,writer,2016-08-31\n";
const CONSTANTS: &[(&str, &str)] = &[("site", "Everywhere"), ("time_zone", "UTC")];

#[tokio::test]
async fn a_foreign_file_becomes_people_in_teams_and_again_changes_nothing() {
    let acme = acme().await;
    let import = acme.preview(FOREIGN, CONSTANTS).await;
    let done = acme.apply(&import.name, false).await.unwrap();
    assert_eq!((done.state(), done.rows_done), (ImportState::Done, 3));
    assert_eq!(counts(&done, "people"), (3, 0, 0));
    let p1 = acme.find("p1").await.remove(0);
    assert_eq!(p1.employment_start_day, "2016-03-10");
    assert_eq!(p1.memberships[0].start_day, "2016-03-10");
    let shown: Vec<_> = acme.tree().await.into_iter().map(|t| (t.display_name, t.member_count)).collect();
    let expected = [("modules cloud", 0), ("cloud docker", 2), ("modules system", 0), ("system", 1)];
    assert_eq!(shown, expected.map(|(name, count)| (name.to_owned(), count)));

    let told = acme.harness.published::<PersonChanged>().await.len();
    let import = acme.preview(FOREIGN, CONSTANTS).await;
    assert_eq!(counts(&import, "people"), (0, 0, 3));
    let done = acme.apply(&import.name, false).await.unwrap();
    assert_eq!(counts(&done, "people"), (0, 0, 3));
    assert_eq!(counts(&done, "sites"), (0, 0, 1));
    assert_eq!(acme.harness.published::<PersonChanged>().await.len(), told, "nothing is told of nothing");
    // The same call once more.
    assert_eq!(acme.apply(&import.name, false).await.unwrap().state(), ImportState::Done);
}

#[tokio::test]
async fn a_rich_file_with_managers_part_time_and_ends() {
    let acme = acme().await;
    let file = "external_id,name,email,language,level,manager,team,parent_team,position,site,time_zone,start_day,end_day,\
                part_time_days\n\
        1,سارا کریمی,sara@x.ir,fa,expert,2,غرب,فروش > تهران,کارشناس,تهران,Asia/Tehran,1404/01/15,,\"شنبه، یکشنبه\"\n\
        ۲,علي كريمي,ali@x.ir,ar,novice,,تهران,فروش,مدیر,تهران,Asia/Tehran,2020-01-01,2026-01-31,\n";
    let import = acme.preview(file, &[]).await;
    assert_eq!(import.errors, []);
    acme.apply(&import.name, false).await.unwrap();
    let sara = acme.find("sara").await.remove(0);
    assert_eq!(sara.memberships[0].part_time_days, [6, 7]);
    assert_eq!(sara.employment_start_day, "2025-04-04");
    let request = proto::identity::v1::GetPersonRequest { name: sara.manager };
    let manager = acme.people().get_person(request).await.unwrap().into_inner();
    assert_eq!((manager.external_id.as_str(), manager.employment_end_day.as_str()), ("۲", "2026-01-31"));
    let shown: Vec<_> = acme.tree().await.into_iter().map(|t| (t.display_name, t.ancestors.len())).collect();
    assert_eq!(shown, [("فروش".to_owned(), 0), ("تهران".to_owned(), 1), ("غرب".to_owned(), 2)]);
}

#[tokio::test]
async fn bad_rows_stop_the_file_or_are_left_out() {
    let acme = acme().await;
    let import = acme.preview("external_id,team,position\n1,a,p\n,a,p\n3,a,p\n", &[]).await;
    assert_eq!(reason(acme.apply(&import.name, false).await).1, "BAD_ROWS");
    assert_eq!(acme.find("").await.len(), 1);
    let done = acme.apply(&import.name, true).await.unwrap();
    assert_eq!((done.state(), counts(&done, "people")), (ImportState::Done, (2, 0, 0)));
    assert_eq!(done.summary.unwrap().bad_rows, 1);
    assert_eq!(acme.find("").await.len(), 3);
}

#[tokio::test]
async fn a_changed_file_moves_people_and_teams() {
    let acme = acme().await;
    let header = "external_id,team,parent_team,position,start_day\n";
    let import =
        acme.preview(&format!("{header}1,West,Sales,p,2020-01-01\n2,North,West,p,2020-01-01\n"), &[]).await;
    acme.apply(&import.name, false).await.unwrap();
    let told = acme.harness.published::<TeamChanged>().await.len();
    let import = acme
        .preview(&format!("{header}1,West,Regions,p,2020-01-01\n2,West,Regions,p,2020-01-01\n"), &[])
        .await;
    assert_eq!(counts(&import, "teams"), (1, 1, 0));
    assert_eq!(counts(&import, "people"), (0, 1, 1));
    acme.apply(&import.name, false).await.unwrap();
    let tree = acme.tree().await;
    let north = tree.iter().find(|t| t.display_name == "North").unwrap();
    assert_eq!(north.ancestors.len(), 2);
    let told: Vec<_> = acme
        .harness
        .published::<TeamChanged>()
        .await
        .split_off(told)
        .into_iter()
        .map(|e| e.team.unwrap())
        .collect();
    assert!(
        told.iter().any(|t| t.name == north.name && t.ancestors == north.ancestors),
        "North has new ancestors"
    );
    let second = acme.find("2").await.remove(0);
    assert_eq!(second.memberships[0].end_day, "2026-03-01");
    assert_eq!(second.memberships[1].start_day, TODAY);
}

/// The process dies between two steps; the next one finds everything in the database and goes on.
#[tokio::test]
async fn an_import_goes_on_after_a_crash_and_beside_other_changes() {
    let acme = acme().await;
    let mut file = String::from("external_id,team,position,manager\n");
    for i in 0..1_200 {
        writeln!(file, "e{i},t{},p,e{}", i % 7, 1_199 - i).unwrap();
    }
    let import = acme.preview(&file, &[]).await;
    let request = ApplyImportRequest { name: import.name.clone(), skip_invalid: false };
    acme.imports().apply_import(request).await.unwrap();
    let job = acme.import_job();
    let now = acme.now();
    let running = tokio::spawn(async move { job.run(now).await });
    // As soon as something is written, the work is cut off wherever it stands.
    for _ in 0..5_000 {
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        if acme.import(&import.name).await.rows_done > 0 {
            break;
        }
    }
    running.abort();
    let _ = running.await;
    let half = acme.import(&import.name).await;
    assert!(half.rows_done > 0);
    // Meanwhile somebody works by hand.
    acme.team("By hand", "").await;

    acme.run_imports().await;
    let done = acme.import(&import.name).await;
    assert_eq!((done.state(), done.rows_done), (ImportState::Done, 1_200));
    assert_eq!(counts(&done, "people"), (1_200, 0, 0));
    let everybody = acme.find("e119").await;
    let first = acme.find("e0").await.into_iter().find(|p| p.external_id == "e0").unwrap();
    assert!(everybody.iter().any(|p| p.name == first.manager), "{}", id(&first.manager));
    let import = acme.preview(&file, &[]).await;
    assert_eq!(counts(&import, "people"), (0, 0, 1_200));
}
