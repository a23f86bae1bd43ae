//! `ArchiveProgramme`.

use proto::champions::v1::{
    ArchiveProgrammeRequest, ChampionState, GetChampionRequest, GetNominationRequest, NominationState,
    ProgrammeState,
};

use crate::support::{company, reason};

#[tokio::test]
async fn nominations_end_and_champions_keep_their_terms() {
    let company = company().await;
    let (programme, champion) = company.with_champion().await;
    let open = company.nominate(&programme.name, "w3", "w3").await.unwrap();
    for _ in 0..2 {
        let request = ArchiveProgrammeRequest { name: programme.name.clone() };
        let archived = company.programmes().archive_programme(request).await.unwrap().into_inner();
        assert_eq!(archived.state(), ProgrammeState::Archived);
    }
    let get = GetNominationRequest { name: open.name };
    let open = company.nominations("w3").get_nomination(get).await.unwrap().into_inner();
    assert_eq!(open.state(), NominationState::Withdrawn);
    let get = GetChampionRequest { name: champion.name };
    let champion = company.champions().get_champion(get).await.unwrap().into_inner();
    assert_eq!(champion.state(), ChampionState::Active);
    let late = company.nominate(&programme.name, "w4", "w4").await.unwrap_err();
    assert_eq!(reason(&late), "PROGRAMME_ARCHIVED");
}
