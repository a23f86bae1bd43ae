//! Whose usage a file is: an application by its title, entered if that was asked for.

use anyhow::bail;
use kit::{client::Outgoing, text::normalize};
use proto::{
    localization::v1::LocalizedText,
    telemetry::v1::{
        Application, CoreTask, CreateApplicationRequest, CreateCoreTaskRequest, ListApplicationsRequest,
        application_service_client::ApplicationServiceClient,
    },
};

use super::in_words;
use crate::{cli::ImportFile, output};

/// The resource name of the application that the command line names; `None` if it names none.
pub(super) async fn named(
    way: Outgoing,
    organization: &str,
    options: &ImportFile,
) -> anyhow::Result<Option<String>> {
    let Some(title) = &options.application else { return Ok(None) };
    let mut client = ApplicationServiceClient::new(way);
    let parent = format!("organizations/{organization}");
    let all = list(&mut client, &parent).await?;
    if let Some(found) = all.iter().find(|a| is_called(a, title)) {
        return Ok(Some(found.name.clone()));
    }
    if !options.create_application || options.dry_run {
        let known: Vec<&str> = all.iter().map(title_of).collect();
        let known = if known.is_empty() { "none yet".to_owned() } else { known.join(", ") };
        bail!(
            "there is no application `{title}` (there are: {known}); --create-application enters it, a dry run does not"
        );
    }
    enter(&mut client, &parent, title).await.map(Some)
}

async fn list(
    client: &mut ApplicationServiceClient<Outgoing>,
    parent: &str,
) -> anyhow::Result<Vec<Application>> {
    let (mut all, mut page_token) = (Vec::new(), String::new());
    loop {
        let request = ListApplicationsRequest { parent: parent.to_owned(), page_size: 500, page_token };
        let page = client.list_applications(request).await.map_err(in_words)?.into_inner();
        all.extend(page.applications);
        page_token = page.next_page_token;
        if page_token.is_empty() {
            return Ok(all);
        }
    }
}

/// By its title in any language, its name, or its id.
fn is_called(application: &Application, text: &str) -> bool {
    let title = application.title.clone().unwrap_or_default();
    let wanted = normalize(text);
    let id = application.name.rsplit('/').next().unwrap_or_default();
    [title.en, title.fa, title.ar].iter().any(|t| !t.is_empty() && normalize(t) == wanted)
        || application.name == text
        || id == text
}

fn title_of(application: &Application) -> &str {
    let title = application.title.as_ref();
    let titles = title.map(|t| [t.en.as_str(), t.fa.as_str(), t.ar.as_str()]).unwrap_or_default();
    titles.into_iter().find(|t| !t.is_empty()).unwrap_or(&application.name)
}

/// Enters an application in which any act counts, for every position: what can be said before anybody has chosen core tasks.
async fn enter(
    client: &mut ApplicationServiceClient<Outgoing>,
    parent: &str,
    title: &str,
) -> anyhow::Result<String> {
    let application = Application {
        title: Some(LocalizedText { en: title.to_owned(), ..LocalizedText::default() }),
        ..Application::default()
    };
    let request = CreateApplicationRequest {
        parent: parent.to_owned(),
        application: Some(application),
        request_id: String::new(),
    };
    let name = client.create_application(request).await.map_err(in_words)?.into_inner().name;
    let request = CreateCoreTaskRequest { parent: name.clone(), core_task: Some(CoreTask::default()) };
    client.create_core_task(request).await.map_err(in_words)?;
    output::print(&format!(
        "Entered the application {title}. Until core tasks are chosen, any act in it counts."
    ))?;
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_application_is_found_by_any_of_its_names() {
        let application = Application {
            name: "organizations/acme/applications/a1".into(),
            title: Some(LocalizedText {
                en: "Sales CRM".into(),
                fa: "سامانه فروش".into(),
                ar: String::new(),
            }),
            ..Application::default()
        };
        for name in ["sales crm", "سامانه فروش", "a1", "organizations/acme/applications/a1"] {
            assert!(is_called(&application, name), "{name}");
        }
        assert!(!is_called(&application, ""));
        assert!(!is_called(&application, "CRM"));
        assert_eq!(title_of(&application), "Sales CRM");
    }
}
