//! The two import services of the contract behind one face; they have the same methods.

use kit::client::Outgoing;
use proto::{
    identity::v1::directory_import_service_client::DirectoryImportServiceClient,
    imports::v1::{
        ApplyImportRequest, CreateImportRequest, GetImportRequest, Import, ImportMapping,
        PreviewImportRequest, UploadImportPartRequest,
    },
    telemetry::v1::usage_import_service_client::UsageImportServiceClient,
};
use tonic::Status;

/// Takes one file through its steps.
pub(crate) enum Importer {
    /// A directory of people.
    Directory(DirectoryImportServiceClient<Outgoing>),
    /// Acts in applications.
    Usage(UsageImportServiceClient<Outgoing>),
}

/// The same call on whichever of the two it is.
macro_rules! call {
    ($self:ident . $method:ident ( $request:expr )) => {
        match $self {
            Importer::Directory(client) => client.$method($request).await,
            Importer::Usage(client) => client.$method($request).await,
        }
        .map(tonic::Response::into_inner)
        .map_err(in_words)
    };
}

impl Importer {
    /// Imports a directory.
    pub(crate) fn directory(way: Outgoing) -> Self {
        Self::Directory(DirectoryImportServiceClient::new(way))
    }

    /// Imports usage.
    pub(crate) fn usage(way: Outgoing) -> Self {
        Self::Usage(UsageImportServiceClient::new(way))
    }

    /// Begins.
    pub(crate) async fn create(&mut self, parent: &str, file_name: String) -> anyhow::Result<Import> {
        let request = CreateImportRequest { parent: parent.to_owned(), file_name, request_id: String::new() };
        call!(self.create_import(request))
    }

    /// Adds a part of the file.
    pub(crate) async fn upload(
        &mut self,
        name: &str,
        offset: usize,
        data: Vec<u8>,
        last: bool,
    ) -> anyhow::Result<Import> {
        let offset = i64::try_from(offset)?;
        let request = UploadImportPartRequest { name: name.to_owned(), offset, data, last };
        call!(self.upload_import_part(request))
    }

    /// Starts the dry run.
    pub(crate) async fn preview(&mut self, name: &str, mapping: ImportMapping) -> anyhow::Result<Import> {
        let request = PreviewImportRequest { name: name.to_owned(), mapping: Some(mapping) };
        call!(self.preview_import(request))
    }

    /// Starts to write.
    pub(crate) async fn apply(&mut self, name: &str, skip_invalid: bool) -> anyhow::Result<Import> {
        let request = ApplyImportRequest { name: name.to_owned(), skip_invalid };
        call!(self.apply_import(request))
    }

    /// How far it has come.
    pub(crate) async fn get(&mut self, name: &str) -> anyhow::Result<Import> {
        let request = GetImportRequest { name: name.to_owned() };
        call!(self.get_import(request))
    }
}

/// A status as a person at a terminal reads it: every violation on a line of its own.
#[expect(clippy::needless_pass_by_value, reason = "for map_err")]
pub(crate) fn in_words(status: Status) -> anyhow::Error {
    use tonic_types::StatusExt;
    let mut text = status.message().to_owned();
    if let Some(bad) = status.get_details_bad_request() {
        for violation in bad.field_violations {
            text.push_str("\n  ");
            text.push_str(&violation.field);
            text.push_str(": ");
            text.push_str(&violation.description);
        }
    }
    anyhow::anyhow!(text)
}
