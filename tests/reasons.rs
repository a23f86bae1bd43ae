//! Every reason for which a call is refused is in the contract, so that whoever calls can know all of them, and the app has
//! words for each.
//!
//! Most reasons are values of an enum of the contract already. This looks at those that stand in the code as text.

use std::{collections::BTreeSet, fs, path::Path};

use prost_reflect::DescriptorPool;

/// What makes an error with a reason.
const REFUSALS: [&str; 3] = ["precondition(", "unauthenticated(", "exhausted("];

/// All reasons of the contract, without the prefix of their enum.
fn contract() -> BTreeSet<String> {
    let pool = DescriptorPool::decode(proto::FILE_DESCRIPTOR_SET).unwrap();
    let enums = pool.all_enums().filter(|e| e.name().ends_with("Reason") || e.name().ends_with("Error"));
    let mut reasons = BTreeSet::new();
    for one in enums.filter(|e| e.full_name().starts_with("hamgam.")) {
        let unset = one.default_value().name().to_owned();
        let prefix = unset.strip_suffix("UNSPECIFIED").unwrap_or_else(|| panic!("{unset}"));
        reasons.extend(one.values().filter_map(|v| Some(v.name().strip_prefix(prefix)?.to_owned())));
    }
    reasons
}

/// The reasons that stand as text in a piece of code, without its tests.
fn reasons(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let after = REFUSALS.iter().flat_map(|refusal| code.split(refusal).skip(1));
    let text = |rest: &str| Some(rest.trim_start().strip_prefix('"')?.split('"').next()?.to_owned());
    let is_reason = |t: &String| !t.is_empty() && t.chars().all(|c| c.is_ascii_uppercase() || c == '_');
    after.filter_map(text).filter(is_reason).collect()
}

fn look(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            look(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            let file = path.display().to_string();
            found.extend(reasons(&fs::read_to_string(&path).unwrap()).into_iter().map(|r| (file.clone(), r)));
        }
    }
}

#[test]
fn every_reason_that_is_sent_is_in_the_contract() {
    let services = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let mut found = Vec::new();
    for service in fs::read_dir(services).unwrap() {
        let source = service.unwrap().path().join("src");
        if source.is_dir() {
            look(&source, &mut found);
        }
    }
    let known = |reason: &str| found.iter().any(|(_, r)| r == reason);
    assert!(known("TOKEN_MISSING") && known("UPLOAD_GAP"), "this test no longer sees reasons: {found:?}");
    let contract = contract();
    found.retain(|(_, reason)| !contract.contains(reason));
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn what_every_service_says_is_in_the_contract_too() {
    use kit::error::Error;
    use tonic_types::StatusExt as _;
    let contract = contract();
    for error in [
        Error::Invalid(kit::violation::Violations::new(kit::localize::Language::En)),
        Error::not_found("x"),
        Error::already_exists("x"),
        Error::changed("x"),
        Error::Denied,
        Error::internal("x"),
    ] {
        let status = tonic::Status::from(error);
        let reason = status.get_details_error_info().unwrap().reason;
        assert!(contract.contains(&reason), "{reason}");
    }
}
