//! `GetProgramme`.

use proto::champions::v1::{GetProgrammeRequest, programme_service_client::ProgrammeServiceClient};
use tonic::Code;

use crate::support::{company, name, programme};

#[tokio::test]
async fn everybody_of_the_organization_and_nobody_else() {
    let company = company().await;
    let made = company.programme(programme()).await;
    let get = || GetProgrammeRequest { name: made.name.clone() };
    let mut member = ProgrammeServiceClient::new(company.person("w3"));
    assert_eq!(member.get_programme(get()).await.unwrap().into_inner(), made);
    let absent = GetProgrammeRequest { name: name("programmes", "none") };
    assert_eq!(member.get_programme(absent).await.unwrap_err().code(), Code::NotFound);
    let mut stranger = ProgrammeServiceClient::new(company.harness.as_stranger());
    assert_eq!(stranger.get_programme(get()).await.unwrap_err().code(), Code::NotFound);
}
