//! The RPCs: a file each.

mod convert;
mod get_held_data;
mod get_preferences;
mod get_recorded_mail;
mod get_team_opens;
mod get_unread_count;
mod list_notifications;
mod list_recorded_mails;
mod mark_all_read;
mod mark_read;
mod update_preferences;

use jiff::tz::TimeZone;
use kit::{auth::Caller, calendar::Reader, error::Error};
use proto::notifications::v1::{
    GetHeldDataRequest, GetHeldDataResponse, GetPreferencesRequest, GetRecordedMailRequest,
    GetTeamOpensRequest, GetUnreadCountRequest, GetUnreadCountResponse, ListNotificationsRequest,
    ListNotificationsResponse, ListRecordedMailsRequest, ListRecordedMailsResponse, MarkAllReadRequest,
    MarkAllReadResponse, MarkReadRequest, Notification, Preferences, RecordedMail, TeamOpens,
    UpdatePreferencesRequest,
    held_data_service_server::{HeldDataService, HeldDataServiceServer},
    inbox_service_server::{InboxService, InboxServiceServer},
    mail_service_server::{MailService, MailServiceServer},
    message_evidence_service_server::{MessageEvidenceService, MessageEvidenceServiceServer},
    preferences_service_server::{PreferencesService, PreferencesServiceServer},
};
use tonic::{Request, Response, Status, service::RoutesBuilder};

use crate::{
    Notifications,
    store::directory::{self, Directory},
};

kit::resource_name! {
    /// The name of one entry of an inbox.
    pub(crate) struct NotificationName = organizations/{organization}/notifications/{notification};
    /// The name of a mail on record.
    pub(crate) struct MailName = organizations/{organization}/mails/{mail};
    /// The name of a person.
    pub(crate) struct PersonName = organizations/{organization}/people/{person};
    /// The name of a team.
    pub(crate) struct TeamName = organizations/{organization}/teams/{team};
    /// The name of an application.
    pub(crate) struct ApplicationName = organizations/{organization}/applications/{application};
    /// The name of a person's preferences.
    pub(crate) struct PreferencesName = organizations/{organization}/preferences/{person};
}

/// Adds the gRPC services.
pub(crate) fn routes(s: &Notifications, routes: &mut RoutesBuilder) {
    routes
        .add_service(InboxServiceServer::new(s.clone()))
        .add_service(PreferencesServiceServer::new(s.clone()))
        .add_service(MailServiceServer::new(s.clone()))
        .add_service(MessageEvidenceServiceServer::new(s.clone()))
        .add_service(HeldDataServiceServer::new(s.clone()));
}

#[tonic::async_trait]
impl HeldDataService for Notifications {
    async fn get_held_data(
        &self,
        request: Request<GetHeldDataRequest>,
    ) -> Result<Response<GetHeldDataResponse>, Status> {
        Ok(get_held_data::get_held_data(self, request).await?)
    }
}

#[tonic::async_trait]
impl InboxService for Notifications {
    async fn list_notifications(
        &self,
        request: Request<ListNotificationsRequest>,
    ) -> Result<Response<ListNotificationsResponse>, Status> {
        Ok(list_notifications::list_notifications(self, request).await?)
    }

    async fn get_unread_count(
        &self,
        request: Request<GetUnreadCountRequest>,
    ) -> Result<Response<GetUnreadCountResponse>, Status> {
        Ok(get_unread_count::get_unread_count(self, request).await?)
    }

    async fn mark_read(&self, request: Request<MarkReadRequest>) -> Result<Response<Notification>, Status> {
        Ok(mark_read::mark_read(self, request).await?)
    }

    async fn mark_all_read(
        &self,
        request: Request<MarkAllReadRequest>,
    ) -> Result<Response<MarkAllReadResponse>, Status> {
        Ok(mark_all_read::mark_all_read(self, request).await?)
    }
}

#[tonic::async_trait]
impl PreferencesService for Notifications {
    async fn get_preferences(
        &self,
        request: Request<GetPreferencesRequest>,
    ) -> Result<Response<Preferences>, Status> {
        Ok(get_preferences::get_preferences(self, request).await?)
    }

    async fn update_preferences(
        &self,
        request: Request<UpdatePreferencesRequest>,
    ) -> Result<Response<Preferences>, Status> {
        Ok(update_preferences::update_preferences(self, request).await?)
    }
}

#[tonic::async_trait]
impl MailService for Notifications {
    async fn list_recorded_mails(
        &self,
        request: Request<ListRecordedMailsRequest>,
    ) -> Result<Response<ListRecordedMailsResponse>, Status> {
        Ok(list_recorded_mails::list_recorded_mails(self, request).await?)
    }

    async fn get_recorded_mail(
        &self,
        request: Request<GetRecordedMailRequest>,
    ) -> Result<Response<RecordedMail>, Status> {
        Ok(get_recorded_mail::get_recorded_mail(self, request).await?)
    }
}

#[tonic::async_trait]
impl MessageEvidenceService for Notifications {
    async fn get_team_opens(
        &self,
        request: Request<GetTeamOpensRequest>,
    ) -> Result<Response<TeamOpens>, Status> {
        Ok(get_team_opens::get_team_opens(self, request).await?)
    }
}

impl Notifications {
    /// How the caller reads a screen: in the language of the call, with the own calendar and time zone.
    async fn screen_of(&self, who: &Caller) -> Result<(Reader, TimeZone), Error> {
        let language = who.language();
        let db = self.db.read();
        if let Some(directory) = Directory::load(db, who.organization()).await?
            && let Some(person) = directory::person(db, who.organization(), who.person()?).await?
        {
            let zone = directory.calendar(&person).zone().clone();
            return Ok((directory.screen_reader(&person, language), zone));
        }
        Ok((Reader::usual_of(language), TimeZone::UTC))
    }
}
