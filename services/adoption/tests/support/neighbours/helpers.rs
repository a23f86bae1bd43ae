//! Feedback, champions and incentives, as far as interventions ask them for help. As the real ones do, they open one thing
//! for each request, however often it comes.

use std::collections::BTreeMap;

use proto::{
    champions::v1::{
        ListVisitsRequest, ListVisitsResponse, RequestVisitRequest, Visit, VisitState,
        visit_service_server::{VisitService, VisitServiceServer},
    },
    feedback::v1::{
        meeting_service_server::{MeetingService, MeetingServiceServer},
        pulse_service_server::{PulseService, PulseServiceServer},
        *,
    },
    incentives::v1::{
        CancelChallengeRequest, Challenge, CreateChallengeRequest, GetChallengeRequest,
        ListChallengesRequest, ListChallengesResponse, ProposeChallengeRequest, StartChallengeRequest,
        UpdateChallengeRequest,
        challenge_service_server::{ChallengeService, ChallengeServiceServer},
    },
};
use tonic::{Code, Request, Response, Status, service::RoutesBuilder};

use super::{Neighbours, not_asked};

/// How they answer, and what they opened, by what they were asked with.
#[derive(Clone)]
pub(crate) struct Help {
    pub(crate) pulses: BTreeMap<String, OpenTeamPulseRequest>,
    pub(crate) suggestions: BTreeMap<String, SuggestAgendaItemRequest>,
    pub(crate) visits: BTreeMap<String, RequestVisitRequest>,
    pub(crate) challenges: BTreeMap<String, ProposeChallengeRequest>,
    /// How often they were asked.
    pub(crate) calls: u32,
    /// How many people a pulse reaches.
    pub(crate) people: i32,
    /// How many champions cover the team.
    pub(crate) champions: i32,
    /// Committees that the team concerns.
    pub(crate) committees: Vec<String>,
    /// Whether what they do is done and the answer is lost.
    pub(crate) lose: bool,
    /// Why they refuse, if they do.
    pub(crate) refusal: Option<Code>,
}

impl Default for Help {
    fn default() -> Self {
        Self {
            pulses: BTreeMap::new(),
            suggestions: BTreeMap::new(),
            visits: BTreeMap::new(),
            challenges: BTreeMap::new(),
            calls: 0,
            people: 8,
            champions: 1,
            committees: vec!["organizations/acme/committees/west".into()],
            lose: false,
            refusal: None,
        }
    }
}

pub(super) fn routes(neighbours: &Neighbours, routes: &mut RoutesBuilder) {
    routes
        .add_service(PulseServiceServer::new(neighbours.clone()))
        .add_service(MeetingServiceServer::new(neighbours.clone()))
        .add_service(VisitServiceServer::new(neighbours.clone()))
        .add_service(ChallengeServiceServer::new(neighbours.clone()));
}

impl Neighbours {
    /// Changes how they answer to who asks for help.
    pub(crate) fn helping(&self, change: impl FnOnce(&mut Help)) {
        self.change(|s| change(&mut s.help));
    }

    /// What they were asked for.
    pub(crate) fn help(&self) -> Help {
        self.state.lock().expect("the state").help.clone()
    }

    /// Opens something, if they can be reached and do not refuse.
    fn answer<T>(&self, open: impl FnOnce(&mut Help) -> T) -> Result<Response<T>, Status> {
        self.state()?;
        let mut help = self.help();
        help.calls += 1;
        if let Some(code) = help.refusal {
            self.helping(|h| h.calls = help.calls);
            return Err(Status::new(code, "no"));
        }
        let opened = open(&mut help);
        let lose = help.lose;
        self.helping(|h| *h = help);
        if lose { Err(Status::unavailable("lost")) } else { Ok(Response::new(opened)) }
    }
}

/// A service of which adoption asks some methods only.
macro_rules! asked {
    (impl $service:ident { $($asked:tt)* } not { $($method:ident($request:ty) -> $reply:ty;)* }) => {
        #[tonic::async_trait]
        impl $service for Neighbours {
            $($asked)*
            $(async fn $method(&self, _: Request<$request>) -> Result<Response<$reply>, Status> {
                not_asked()
            })*
        }
    };
}

asked! {
    impl PulseService {
        async fn open_team_pulse(&self, request: Request<OpenTeamPulseRequest>) -> Result<Response<Pulse>, Status> {
            let request = request.into_inner();
            self.answer(|help| {
                let round = PulseRound { asked: help.people, ..Default::default() };
                help.pulses.insert(request.request_id.clone(), request);
                Pulse {
                    name: "organizations/acme/pulses/p1".into(),
                    rounds: vec![round],
                    ..Default::default()
                }
            })
        }
    } not {
        list_pulses(ListPulsesRequest) -> ListPulsesResponse;
        get_pulse(GetPulseRequest) -> Pulse;
        count_pulse_audience(CountPulseAudienceRequest) -> PulseAudienceCount;
        create_pulse(CreatePulseRequest) -> Pulse;
        update_pulse(UpdatePulseRequest) -> Pulse;
        delete_pulse(DeletePulseRequest) -> DeletePulseResponse;
        open_pulse(OpenPulseRequest) -> Pulse;
        close_pulse(ClosePulseRequest) -> Pulse;
        get_pulse_results(GetPulseResultsRequest) -> PulseResults;
        list_my_pulses(ListMyPulsesRequest) -> ListMyPulsesResponse;
        answer_pulse(AnswerPulseRequest) -> AnswerPulseResponse;
        get_pulse_settings(GetPulseSettingsRequest) -> PulseSettings;
        update_pulse_settings(UpdatePulseSettingsRequest) -> PulseSettings;
    }
}

asked! {
    impl MeetingService {
        async fn suggest_agenda_item(
            &self,
            request: Request<SuggestAgendaItemRequest>,
        ) -> Result<Response<SuggestAgendaItemResponse>, Status> {
            let request = request.into_inner();
            self.answer(|help| {
                help.suggestions.insert(request.key.clone(), request);
                SuggestAgendaItemResponse { committees: help.committees.clone() }
            })
        }
    } not {
        list_meetings(ListMeetingsRequest) -> ListMeetingsResponse;
        get_meeting(GetMeetingRequest) -> Meeting;
        create_meeting(CreateMeetingRequest) -> Meeting;
        update_meeting(UpdateMeetingRequest) -> Meeting;
        cancel_meeting(CancelMeetingRequest) -> Meeting;
        respond_to_invitation(RespondToInvitationRequest) -> Meeting;
        get_meeting_calendar(GetMeetingCalendarRequest) -> MeetingCalendar;
        open_meeting(OpenMeetingRequest) -> Meeting;
        record_attendance(RecordAttendanceRequest) -> Meeting;
        close_meeting(CloseMeetingRequest) -> Meeting;
    }
}

asked! {
    impl VisitService {
        async fn request_visit(&self, request: Request<RequestVisitRequest>) -> Result<Response<Visit>, Status> {
            let request = request.into_inner();
            self.answer(|help| {
                help.visits.insert(format!("{} {}", request.source, request.team), request);
                Visit {
                    name: "organizations/acme/visits/v1".into(),
                    asked: help.champions,
                    state: VisitState::Open.into(),
                    ..Default::default()
                }
            })
        }
    } not {
        list_visits(ListVisitsRequest) -> ListVisitsResponse;
    }
}

asked! {
    impl ChallengeService {
        async fn propose_challenge(
            &self,
            request: Request<ProposeChallengeRequest>,
        ) -> Result<Response<Challenge>, Status> {
            let request = request.into_inner();
            self.answer(|help| {
                help.challenges.insert(request.source.clone(), request);
                Challenge { name: "organizations/acme/challenges/c1".into(), ..Default::default() }
            })
        }
    } not {
        create_challenge(CreateChallengeRequest) -> Challenge;
        get_challenge(GetChallengeRequest) -> Challenge;
        list_challenges(ListChallengesRequest) -> ListChallengesResponse;
        update_challenge(UpdateChallengeRequest) -> Challenge;
        start_challenge(StartChallengeRequest) -> Challenge;
        cancel_challenge(CancelChallengeRequest) -> Challenge;
    }
}
