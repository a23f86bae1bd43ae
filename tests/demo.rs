//! What a visitor of `hamgam demo` finds on the first day: an organisation whose people have met, won, and been paid, and
//! whose champions are not everywhere.

use std::collections::BTreeSet;

use jiff::Timestamp;
use kit::db::time::from_proto;
use lab::{
    Home, Server,
    calls::{self, Signed},
};
use proto::{
    access::v1::Role,
    champions::v1::{
        CoverageState, GapReason, ListTeamCoverageRequest, ListTeamCoverageResponse,
        coverage_service_client::CoverageServiceClient,
    },
    demo::v1::{Clock, GetClockRequest, clock_service_client::ClockServiceClient},
    feedback::v1::{
        GetMinutesRequest, ListMeetingsRequest, Meeting, MeetingState, MinutesState,
        meeting_service_client::MeetingServiceClient, minutes_service_client::MinutesServiceClient,
    },
    identity::v1::{SignInRequest, session_service_client::SessionServiceClient},
    incentives::v1::{
        AwardState, ChallengeState, GetAwardRequest, ListBudgetsRequest, ListChallengesRequest,
        ListRedemptionsRequest, RedemptionState, award_service_client::AwardServiceClient,
        budget_service_client::BudgetServiceClient, challenge_service_client::ChallengeServiceClient,
    },
};

use crate::BINARY;

const PARENT: &str = "organizations/sepehr";

/// The demo, with the person of the cast who is of HR, as the sign-in page offers her.
struct Visit {
    hr: Signed,
    now: Timestamp,
    _server: Server,
    _home: Home,
}

impl Visit {
    async fn begin() -> Self {
        let home = Home::new(BINARY);
        let server = Server::demo(&home);
        let way = calls::connect(server.address).await.unwrap();
        let clock: Clock =
            ClockServiceClient::new(way.clone()).get_clock(GetClockRequest {}).await.unwrap().into_inner();
        let hr = clock.people.iter().find(|p| p.role() == Role::Hr).expect("somebody of HR").clone();
        let request = SignInRequest { email: hr.email, password: hr.password, organization: String::new() };
        let session = SessionServiceClient::new(way).sign_in(request).await.unwrap().into_inner();
        let hr = calls::with_token(server.address, &session.access_token).await;
        let now = from_proto(clock.now.unwrap()).unwrap();
        Self { hr, now, _server: server, _home: home }
    }

    fn is_past(&self, meeting: &Meeting) -> bool {
        from_proto(meeting.start_time.unwrap()).unwrap() < self.now
    }

    /// Meetings took place, and everybody can read what was said; another one is to come.
    async fn committees_have_met(&self) {
        let request = ListMeetingsRequest { parent: PARENT.into(), ..ListMeetingsRequest::default() };
        let meetings =
            MeetingServiceClient::new(self.hr.clone()).list_meetings(request).await.unwrap().into_inner();
        let (past, to_come): (Vec<_>, Vec<_>) = meetings.meetings.into_iter().partition(|m| self.is_past(m));
        assert_eq!(past.len(), 2, "{past:?}");
        for meeting in &past {
            assert_eq!(meeting.state(), MeetingState::Closed, "{meeting:?}");
            assert!(meeting.attendees.iter().filter(|a| a.present).count() >= 5, "{meeting:?}");
            let request = GetMinutesRequest { name: format!("{}/minutes", meeting.name) };
            let minutes =
                MinutesServiceClient::new(self.hr.clone()).get_minutes(request).await.unwrap().into_inner();
            assert_eq!(minutes.state(), MinutesState::Approved, "{}", minutes.text);
            assert!(minutes.text.lines().count() > 10, "minutes that say something: {}", minutes.text);
        }
        assert!(to_come.iter().any(|m| m.state() == MeetingState::Scheduled), "{to_come:?}");
    }

    /// Teams have reached something together, and another joint challenge is under way.
    async fn teams_work_together(&self) {
        let request = ListChallengesRequest { parent: PARENT.into(), ..ListChallengesRequest::default() };
        let mut client = ChallengeServiceClient::new(self.hr.clone());
        let challenges = client.list_challenges(request).await.unwrap().into_inner().challenges;
        let joint = |state: ChallengeState| {
            challenges.iter().find(|c| c.state() == state && c.teams.len() > 1).unwrap_or_else(|| {
                panic!("no joint challenge is {state:?}: {challenges:?}");
            })
        };
        let won = joint(ChallengeState::Reached);
        assert!(won.progress.as_ref().unwrap().improvement_percent.unwrap() >= won.target_percent, "{won:?}");
        assert!(!won.award.is_empty(), "{won:?}");
        joint(ChallengeState::Running);
    }

    /// What teams won together was chosen, approved, paid from a budget and used.
    async fn a_reward_was_redeemed(&self) {
        let mut awards = AwardServiceClient::new(self.hr.clone());
        let request = ListRedemptionsRequest {
            parent: PARENT.into(),
            state: RedemptionState::Used.into(),
            ..ListRedemptionsRequest::default()
        };
        let used = awards.list_redemptions(request).await.unwrap().into_inner().redemptions;
        let [redemption] = used.as_slice() else { panic!("{used:?}") };
        assert!(redemption.teams.len() > 1, "{redemption:?}");
        let request = GetAwardRequest { name: redemption.award.clone() };
        let award = awards.get_award(request).await.unwrap().into_inner();
        assert_eq!(award.state(), AwardState::Used);
        assert_eq!(award.reward, redemption.reward, "what most of them chose: {award:?}");
        let request = ListBudgetsRequest { parent: PARENT.into(), ..ListBudgetsRequest::default() };
        let budgets =
            BudgetServiceClient::new(self.hr.clone()).list_budgets(request).await.unwrap().into_inner();
        let paid = budgets.budgets.iter().find(|b| b.name == redemption.budget).unwrap();
        let cost = redemption.budget_cost.as_ref().unwrap().minor_units;
        assert!(cost > 0 && paid.spent.as_ref().unwrap().minor_units >= cost, "{paid:?}");
    }

    /// Some teams have no champion, for more than one reason, and some have.
    async fn champions_are_missing_somewhere(&self) {
        let list = async |states: Vec<i32>| -> ListTeamCoverageResponse {
            let request = ListTeamCoverageRequest {
                parent: PARENT.into(),
                page_size: 500,
                states,
                ..ListTeamCoverageRequest::default()
            };
            let mut client = CoverageServiceClient::new(self.hr.clone());
            client.list_team_coverage(request).await.unwrap().into_inner()
        };
        let all = list(vec![]).await;
        let gaps = list(vec![CoverageState::None.into()]).await.teams;
        assert_eq!(i32::try_from(gaps.len()).unwrap(), all.none_count);
        assert!(!gaps.is_empty() && all.none_count < all.team_count, "{} of {}", gaps.len(), all.team_count);
        assert!(gaps.iter().all(|g| g.champions == 0 && !g.gap_since.is_empty()), "{gaps:?}");
        let reasons: BTreeSet<&str> = gaps.iter().map(|g| g.gap_reason().as_str_name()).collect();
        println!("{} of {} teams have no champion: {reasons:?}", gaps.len(), all.team_count);
        assert!(reasons.contains(GapReason::NeverHad.as_str_name()) && reasons.len() > 1, "{reasons:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_visitor_finds_people_who_have_met_won_and_been_paid_and_teams_without_a_champion() {
    let visit = Visit::begin().await;
    visit.committees_have_met().await;
    visit.teams_work_together().await;
    visit.a_reward_was_redeemed().await;
    visit.champions_are_missing_somewhere().await;
}
