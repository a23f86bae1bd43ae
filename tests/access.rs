//! S1: every method of the contract with every kind of caller. What is not allowed is denied before a handler runs.

use proto::{access::v1::Role, rules::Rule};
use tonic::Code;

use crate::support::{GRANTED, System, path_of};

mod other_team;
mod reflection;

/// Somebody who calls, and what the access layer has to say.
struct Caller {
    name: String,
    token: Option<String>,
    who: Who,
}

enum Who {
    Nobody,
    Forger,
    /// MEMBER is held by everybody.
    Person(Vec<Role>),
}

fn callers(system: &System) -> Vec<Caller> {
    let signed_in = |roles: &[Role]| Caller {
        name: format!("{roles:?}"),
        token: Some(system.token("acme", "somebody", roles)),
        who: Who::Person(roles.iter().copied().chain([Role::Member]).collect()),
    };
    let mut all = vec![
        Caller { name: "nobody".into(), token: None, who: Who::Nobody },
        Caller { name: "a forged token".into(), token: Some("e30.e30.".into()), who: Who::Forger },
        signed_in(&[]),
        signed_in(&GRANTED),
    ];
    all.extend(GRANTED.map(|role| signed_in(&[role])));
    all
}

/// What has to come back: `None` means that the call reaches the handler.
fn refusal(rule: Rule, caller: &Caller) -> Option<Code> {
    match (rule, &caller.who) {
        (Rule::Public, _) => None,
        (_, Who::Forger) | (Rule::Roles(_), Who::Nobody) => Some(Code::Unauthenticated),
        // Signing in would not help.
        (Rule::Service, _) => Some(Code::PermissionDenied),
        (Rule::Roles(allowed), Who::Person(held)) => {
            if held.iter().any(|r| allowed.contains(r)) {
                None
            } else {
                Some(Code::PermissionDenied)
            }
        }
    }
}

#[tokio::test]
async fn every_method_lets_in_whom_its_rule_names_and_nobody_else() {
    let system = System::start().await;
    let callers = callers(&system);
    let mut cells = 0;
    let mut wrong = Vec::new();
    for method in system.methods() {
        let path = path_of(&method);
        let rule = proto::rules::of(&path).unwrap_or_else(|| panic!("{path} has no rule"));
        for caller in &callers {
            // An empty message: whoever gets in hears what is missing in it, not that something is forbidden.
            let answer = system.call(&path, caller.token.as_deref(), &[]).await;
            let right = match refusal(rule, caller) {
                Some(code) => answer.code == code,
                // What is public asks for a password or a key of its own, and refuses without.
                None if rule == Rule::Public => true,
                None => !matches!(answer.code, Code::PermissionDenied | Code::Unauthenticated),
            };
            // Nothing breaks, and nothing in the contract is missing in the services.
            let whole = !matches!(answer.code, Code::Internal | Code::Unknown | Code::Unimplemented);
            cells += 1;
            if !(right && whole) {
                wrong.push(format!(
                    "{path} {rule:?} called by {}: {:?} {}",
                    caller.name, answer.code, answer.message
                ));
            }
        }
    }
    println!("{} of {cells} cells are wrong", wrong.len());
    assert!(cells > 500, "the walk saw the contract");
    assert!(wrong.is_empty(), "{} of {cells} cells are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[tokio::test]
async fn what_the_contract_does_not_name_is_denied_to_everybody() {
    let system = System::start().await;
    for path in [
        "/hamgam.identity.v1.PersonService/Nothing",
        "/hamgam.nothing.v1.NothingService/Get",
        "/hamgam.identity.v1.personservice/getperson",
        "/hamgam.identity.v1.PersonService/GetPerson/",
        "//hamgam.identity.v1.PersonService/GetPerson",
        // Where it is not served, as in a release build.
        "/grpc.reflection.v1.ServerReflection/ServerReflectionInfo",
        "/",
    ] {
        for caller in callers(&system) {
            let answer = system.call(path, caller.token.as_deref(), &[]).await;
            assert_eq!(answer.code, Code::PermissionDenied, "{path} called by {}", caller.name);
        }
    }
}
