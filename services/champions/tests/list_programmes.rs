//! `ListProgrammes`.

use proto::champions::v1::{
    ArchiveProgrammeRequest, ListProgrammesRequest, Programme,
    programme_service_client::ProgrammeServiceClient,
};

use crate::support::{company, parent, programme, text};

#[tokio::test]
async fn everybody_sees_those_that_take_nominations_in_pages() {
    let company = company().await;
    let mut names = Vec::new();
    for title in ["One", "Two", "Three"] {
        company.harness.clock.advance(std::time::Duration::from_secs(1));
        let free = Programme { application: String::new(), title: text(title), ..programme() };
        names.push(company.programme(free).await.name);
    }
    let gone = ArchiveProgrammeRequest { name: names[1].clone() };
    company.programmes().archive_programme(gone).await.unwrap();
    let mut member = ProgrammeServiceClient::new(company.person("w3"));
    let all = |size: i32, token: &str, archived: bool| ListProgrammesRequest {
        parent: parent(),
        page_size: size,
        page_token: token.into(),
        show_archived: archived,
    };
    let first = member.list_programmes(all(1, "", false)).await.unwrap().into_inner();
    let next = member.list_programmes(all(1, &first.next_page_token, false)).await.unwrap().into_inner();
    let seen = [&first.programmes[0].name, &next.programmes[0].name];
    assert_eq!(seen, [&names[2], &names[0]], "newest first");
    assert_eq!(next.next_page_token, "");
    assert_eq!(member.list_programmes(all(0, "", true)).await.unwrap().into_inner().programmes.len(), 3);
}
