//! `ListCurricula`.

use proto::{
    identity::v1::Level,
    training::v1::{ArchiveCurriculumRequest, CreateCurriculumRequest, Curriculum, ListCurriculaRequest},
};

use crate::support::{
    build::{self, text},
    company, name, parent,
};

#[tokio::test]
async fn filters_narrow_the_list() {
    let company = company().await;
    let a = company.course(build::course("A")).await;
    let sellers = build::curriculum("Sellers", &[&a]);
    let given = [
        sellers.clone(),
        Curriculum { level: Level::Expert.into(), title: text("Experts"), ..sellers.clone() },
        Curriculum { position: name("positions", "clerk"), title: text("Clerks"), ..sellers },
    ];
    let mut names = vec![];
    for curriculum in given {
        company.harness.clock.advance(std::time::Duration::from_secs(1));
        let request = CreateCurriculumRequest {
            parent: parent(),
            curriculum: Some(curriculum),
            request_id: String::new(),
        };
        names.push(company.curricula().create_curriculum(request).await.unwrap().into_inner().name);
    }
    let archive = ArchiveCurriculumRequest { name: names[0].clone() };
    company.curricula().archive_curriculum(archive).await.unwrap();

    let all = ListCurriculaRequest { parent: parent(), ..Default::default() };
    for (request, found) in [
        (all.clone(), vec!["Experts", "Clerks"]),
        (ListCurriculaRequest { show_archived: true, ..all.clone() }, vec!["Sellers", "Experts", "Clerks"]),
        (ListCurriculaRequest { position: name("positions", "clerk"), ..all.clone() }, vec!["Clerks"]),
        (ListCurriculaRequest { level: Level::Expert.into(), ..all }, vec!["Experts"]),
    ] {
        let list = company.curricula().list_curricula(request).await.unwrap().into_inner().curricula;
        let titles: Vec<_> = list.iter().map(|c| c.title.as_ref().unwrap().en.as_str()).collect();
        assert_eq!(titles, found);
    }
}
