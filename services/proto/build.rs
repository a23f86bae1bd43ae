//! Compiles `proto/` without protoc, and writes the table of access rules that the services enforce.
//! A method without an access rule does not build.

#![allow(clippy::disallowed_methods, reason = "cargo speaks to a build script through the environment")]

use std::{env, fmt::Write as _, fs, path::PathBuf};

use prost_reflect::{DescriptorPool, MethodDescriptor, Value};

type BoxError = Box<dyn std::error::Error>;

fn main() -> Result<(), BoxError> {
    let root = PathBuf::from(env::var("CARGO_MANIFEST_DIR")?).join("../../proto");
    println!("cargo:rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    collect(&root.join("hamgam"), &mut files)?;
    files.sort();

    let mut compiler = protox::Compiler::new([root.clone(), root.join("third_party")])?;
    compiler.include_source_info(true).include_imports(true).open_files(files)?;
    let set = compiler.file_descriptor_set();
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("descriptors.bin"), compiler.encode_file_descriptor_set())?;
    fs::write(out.join("access.rs"), access_table(&compiler.encode_file_descriptor_set())?)?;

    // The outbox and the bus name events by their full message name.
    let mut messages = prost_build::Config::new();
    messages.enable_type_names();
    tonic_prost_build::configure()
        .include_file("modules.rs")
        .enum_attribute(".hamgam.access.v1.Role", "#[derive(serde::Serialize, serde::Deserialize)]")
        .compile_fds_with_config(set, messages)?;
    Ok(())
}

fn collect(folder: &PathBuf, files: &mut Vec<PathBuf>) -> Result<(), BoxError> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|e| e == "proto") {
            files.push(path);
        }
    }
    Ok(())
}

fn access_table(set: &[u8]) -> Result<String, BoxError> {
    let pool = DescriptorPool::decode(set)?;
    let extension = pool
        .get_extension_by_name("hamgam.access.v1.access")
        .ok_or("hamgam.access.v1.access is not defined")?;
    let mut rows = Vec::new();
    for method in pool
        .services()
        .filter(|s| s.full_name().starts_with("hamgam."))
        .flat_map(|s| s.methods().collect::<Vec<_>>())
    {
        let path = format!("/{}/{}", method.parent_service().full_name(), method.name());
        let options = method.options();
        if !options.has_extension(&extension) {
            return Err(format!("{path} has no (hamgam.access.v1.access)").into());
        }
        let rule = options.get_extension(&extension);
        let rule = rule.as_message().ok_or("access is not a message")?;
        rows.push((path.clone(), rule_source(&path, rule, &method)?, method.is_client_streaming()));
    }
    rows.sort();
    let mut source = String::from(
        "/// Every method's path and access rule, and whether the client streams, sorted by path.\npub static METHODS: &[(&str, Rule, bool)] = &[\n",
    );
    for (path, rule, streaming) in rows {
        writeln!(source, "    ({path:?}, {rule}, {streaming}),")?;
    }
    source.push_str("];\n");
    Ok(source)
}

fn rule_source(
    path: &str,
    rule: &prost_reflect::DynamicMessage,
    method: &MethodDescriptor,
) -> Result<String, BoxError> {
    let flag = |name: &str| rule.get_field_by_name(name).and_then(|v| v.as_bool()).unwrap_or(false);
    let roles = rule.get_field_by_name("roles").map(|v| v.into_owned());
    let role_enum = method.parent_pool().get_enum_by_name("hamgam.access.v1.Role").ok_or("no Role")?;
    let mut names = Vec::new();
    if let Some(Value::List(list)) = roles {
        for number in list.iter().filter_map(Value::as_enum_number) {
            let value =
                role_enum.get_value(number).ok_or_else(|| format!("{path}: unknown role {number}"))?;
            let short = value.name().trim_start_matches("ROLE_").to_ascii_lowercase();
            let mut letters = short.chars();
            let first = letters
                .next()
                .map(|c| if short == "hr" { "H".into() } else { c.to_ascii_uppercase().to_string() });
            names.push(format!("Role::{}{}", first.unwrap_or_default(), letters.as_str()));
        }
    }
    match (flag("public"), flag("service"), names.is_empty()) {
        (true, false, true) => Ok("Rule::Public".into()),
        (false, true, true) => Ok("Rule::Service".into()),
        (false, false, false) => Ok(format!("Rule::Roles(&[{}])", names.join(", "))),
        _ => Err(format!("{path}: an access rule is exactly one of roles, public, service").into()),
    }
}
