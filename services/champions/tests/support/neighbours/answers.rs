//! What each of the other services answers.

use proto::{
    adoption::v1::{self as adoption, team_adoption_service_server::TeamAdoptionService},
    identity::v1::{self as identity, person_service_server::PersonService},
    training::v1::{
        self as training, article_service_server::ArticleService, evidence_service_server::EvidenceService,
        help_service_server::HelpService,
    },
};
use tonic::{Request, Response, Status, async_trait};

use super::Neighbours;

fn not_asked<T>() -> Result<Response<T>, Status> {
    Err(Status::internal("champions does not ask this"))
}

/// A service of which champions asks some methods only.
macro_rules! asked {
    (impl $service:ident { $($asked:tt)* } not { $($method:ident($request:ty) -> $reply:ty;)* }) => {
        #[async_trait]
        impl $service for Neighbours {
            $($asked)*
            $(async fn $method(&self, _: Request<$request>) -> Result<Response<$reply>, Status> {
                not_asked()
            })*
        }
    };
}

asked! {
    impl PersonService {
        async fn grant_champion_teams(
            &self,
            request: Request<identity::GrantChampionTeamsRequest>,
        ) -> Result<Response<identity::GrantChampionTeamsResponse>, Status> {
            self.reach()?;
            let request = request.into_inner();
            Ok(Response::new(self.change(|s| {
                let held = s.roles.entry(request.name.clone()).or_default();
                let granted_teams: Vec<String> =
                    request.teams.iter().filter(|t| !held.contains(*t)).cloned().collect();
                held.extend(granted_teams.iter().cloned());
                identity::GrantChampionTeamsResponse { granted_teams }
            })))
        }

        async fn withdraw_champion_teams(
            &self,
            request: Request<identity::WithdrawChampionTeamsRequest>,
        ) -> Result<Response<identity::WithdrawChampionTeamsResponse>, Status> {
            self.reach()?;
            let request = request.into_inner();
            self.change(|s| {
                let held = s.roles.entry(request.name.clone()).or_default();
                held.retain(|t| !request.teams.contains(t));
                s.withdrawn.extend(request.teams.clone());
            });
            Ok(Response::new(identity::WithdrawChampionTeamsResponse {}))
        }
    } not {
        list_people(identity::ListPeopleRequest) -> identity::ListPeopleResponse;
        find_colleagues(identity::FindColleaguesRequest) -> identity::FindColleaguesResponse;
        get_person(identity::GetPersonRequest) -> identity::Person;
        create_person(identity::CreatePersonRequest) -> identity::Person;
        update_person(identity::UpdatePersonRequest) -> identity::Person;
        end_employment(identity::EndEmploymentRequest) -> identity::Person;
        reopen_employment(identity::ReopenEmploymentRequest) -> identity::Person;
        set_roles(identity::SetRolesRequest) -> identity::Person;
        invite_person(identity::InvitePersonRequest) -> identity::InvitePersonResponse;
    }
}

asked! {
    impl HelpService {
        async fn answer_forwarded_help_request(
            &self,
            request: Request<training::AnswerForwardedHelpRequestRequest>,
        ) -> Result<Response<training::HelpRequest>, Status> {
            self.reach()?;
            self.change(|s| s.answers.push(request.into_inner()));
            Ok(Response::new(training::HelpRequest::default()))
        }
    } not {
        request_help(training::RequestHelpRequest) -> training::HelpRequest;
        list_my_help_requests(training::ListMyHelpRequestsRequest) -> training::ListMyHelpRequestsResponse;
        list_help_requests(training::ListHelpRequestsRequest) -> training::ListHelpRequestsResponse;
        answer_help_request(training::AnswerHelpRequestRequest) -> training::HelpRequest;
    }
}

asked! {
    impl EvidenceService {
        async fn get_curriculum_progress(
            &self,
            request: Request<training::GetCurriculumProgressRequest>,
        ) -> Result<Response<training::CurriculumProgress>, Status> {
            self.reach()?;
            let _ = request;
            Ok(Response::new(self.change(|s| s.progress)))
        }

        async fn enroll_volunteer(
            &self,
            request: Request<training::EnrollVolunteerRequest>,
        ) -> Result<Response<training::CurriculumProgress>, Status> {
            self.reach()?;
            self.change(|s| s.enrolled.push(request.into_inner()));
            Ok(Response::new(training::CurriculumProgress::default()))
        }
    } not {
        get_team_training_facts(training::GetTeamTrainingFactsRequest) -> training::TeamTrainingFacts;
        find_courses_for(training::FindCoursesForRequest) -> training::FindCoursesForResponse;
        assign_retraining(training::AssignRetrainingRequest) -> training::Assignment;
        get_retraining_progress(training::GetRetrainingProgressRequest) -> training::RetrainingProgress;
    }
}

asked! {
    impl ArticleService {
        async fn propose_article(
            &self,
            request: Request<training::ProposeArticleRequest>,
        ) -> Result<Response<training::Article>, Status> {
            self.reach()?;
            let request = request.into_inner();
            let article = training::Article {
                name: format!(
                    "{}/articles/from-{}",
                    request.parent,
                    request.source.rsplit('/').next().unwrap_or_default()
                ),
                ..request.article.clone().unwrap_or_default()
            };
            self.change(|s| s.proposed.push(request));
            Ok(Response::new(article))
        }
    } not {
        list_articles(training::ListArticlesRequest) -> training::ListArticlesResponse;
        get_article(training::GetArticleRequest) -> training::Article;
        search_articles(training::SearchArticlesRequest) -> training::SearchArticlesResponse;
        create_article(training::CreateArticleRequest) -> training::Article;
        update_article(training::UpdateArticleRequest) -> training::Article;
        publish_article(training::PublishArticleRequest) -> training::Article;
        archive_article(training::ArchiveArticleRequest) -> training::Article;
        list_article_versions(training::ListArticleVersionsRequest) -> training::ListArticleVersionsResponse;
        give_article_feedback(training::GiveArticleFeedbackRequest) -> training::Article;
    }
}

asked! {
    impl TeamAdoptionService {
        async fn get_teams_overview(
            &self,
            request: Request<adoption::GetTeamsOverviewRequest>,
        ) -> Result<Response<adoption::TeamsOverview>, Status> {
            self.reach()?;
            let request = request.into_inner();
            Ok(Response::new(self.change(|s| s.overview_of(&request.teams))))
        }

        async fn get_team_gaps(
            &self,
            request: Request<adoption::GetTeamGapsRequest>,
        ) -> Result<Response<adoption::GetTeamGapsResponse>, Status> {
            self.reach()?;
            let request = request.into_inner();
            Ok(Response::new(self.change(|s| s.gaps_of(&request))))
        }
    } not {
        list_team_statuses(adoption::ListTeamStatusesRequest) -> adoption::ListTeamStatusesResponse;
        get_team_adoption(adoption::GetTeamAdoptionRequest) -> adoption::TeamAdoption;
    }
}
