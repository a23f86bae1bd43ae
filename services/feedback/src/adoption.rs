//! What adoption knows of teams: flags and published weeks, never of a person.

use jiff::civil::Date;
use kit::localize::Text;
use proto::adoption::v1::{
    self as pb, FlagState, GetTeamAdoptionRequest, ListFlagsRequest, flag_service_client::FlagServiceClient,
    team_adoption_service_client::TeamAdoptionServiceClient,
};
use tonic::Status;

use crate::{
    Feedback,
    domain::effect::{Flagged, Week},
    names::{ApplicationName, TeamName},
};

/// Flags that are asked for at once.
const FLAGS: i32 = 500;
/// How often more are asked for: together as many flags as there can be teams.
const PAGES: usize = 40;
/// The most weeks that adoption shows.
const MOST_WEEKS: i32 = 104;

/// An open flag of a team.
#[derive(Debug, Clone)]
pub(crate) struct OpenFlag {
    pub(crate) id: String,
    pub(crate) team: String,
    /// Every team that was judged together.
    pub(crate) members: Vec<String>,
    pub(crate) team_name: String,
    pub(crate) sentence: Text,
}

impl Feedback {
    /// The open flags of an organization, of one application if there is one; `None` where adoption does not answer, since a
    /// committee can meet without it.
    pub(crate) async fn open_flags(
        &self,
        organization: &str,
        application: Option<&str>,
    ) -> Option<Vec<OpenFlag>> {
        let mut request = ListFlagsRequest {
            parent: format!("organizations/{organization}"),
            page_size: FLAGS,
            states: vec![FlagState::Flagged.into()],
            application: application
                .map(|a| ApplicationName::new(organization, a).to_string())
                .unwrap_or_default(),
            ..ListFlagsRequest::default()
        };
        let mut client = FlagServiceClient::new(self.transport.as_service("feedback", organization));
        let mut flags = Vec::new();
        for _ in 0..PAGES {
            match client.list_flags(request.clone()).await {
                Ok(answer) => {
                    let page = answer.into_inner();
                    flags.extend(page.flags.into_iter().map(read_flag));
                    request.page_token = page.next_page_token;
                }
                Err(status) => {
                    tracing::warn!(code = ?status.code(), "adoption does not say which teams are flagged");
                    return None;
                }
            }
            if request.page_token.is_empty() {
                break;
            }
        }
        Some(flags)
    }

    /// The last published weeks of a team with an application, [`MOST_WEEKS`] at most, and when it was flagged; nothing for a
    /// team that adoption does not know.
    pub(crate) async fn team_weeks(
        &self,
        organization: &str,
        team: &str,
        application: &str,
        weeks: i32,
    ) -> Result<(Vec<Week>, Vec<Flagged>), Status> {
        let request = GetTeamAdoptionRequest {
            team: TeamName::new(organization, team).to_string(),
            application: ApplicationName::new(organization, application).to_string(),
            weeks: weeks.clamp(1, MOST_WEEKS),
        };
        let transport = self.transport.as_service("feedback", organization);
        let answer = match TeamAdoptionServiceClient::new(transport).get_team_adoption(request).await {
            Ok(answer) => answer.into_inner(),
            Err(status) if status.code() == tonic::Code::NotFound => return Ok((Vec::new(), Vec::new())),
            Err(status) => return Err(status),
        };
        let weeks = answer.weeks.iter().filter_map(|w| {
            Some(Week { start: w.start_day.parse().ok()?, rate: w.rate, expected: w.expected_rate })
        });
        let flags = answer.flags.iter().filter_map(|f| {
            let from: Date = f.raised_day.parse().ok()?;
            Some(Flagged { from, to: f.cleared_day.parse().ok() })
        });
        Ok((weeks.collect(), flags.collect()))
    }
}

fn read_flag(flag: pb::Flag) -> OpenFlag {
    let id = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
    OpenFlag {
        id: id(&flag.name),
        team: id(&flag.team),
        members: flag.members.iter().map(|m| id(m)).collect(),
        team_name: flag.team_display_name,
        sentence: flag.sentence.into(),
    }
}
