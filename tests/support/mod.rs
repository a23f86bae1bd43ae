//! All services together in one process, called as the network calls them: bytes over HTTP, with a token.

#[path = "../../services/server/src/modules.rs"]
mod modules;

use std::sync::Arc;

use bytes::{Buf as _, BufMut as _, Bytes, BytesMut};
use http_body_util::{BodyExt as _, Full};
use identity::{Founder, Identity};
use jiff::civil::date;
use kit::{
    auth::{Grant, Person},
    bus::{Envelope, Subscription},
    db::Db,
    localize::Language,
    module::Module,
    testing::{Harness, World},
};
use prost_reflect::{
    DescriptorPool, DynamicMessage, MethodDescriptor,
    prost::{Message as _, Name},
};
use proto::{access::v1::Role, localization::v1::Calendar};
use serde_json::Value;
use tonic::{Code, body::Body};
use tower::ServiceExt as _;

/// Every role that a person can hold beyond MEMBER.
pub(crate) const GRANTED: [Role; 5] = [Role::Admin, Role::Hr, Role::Trainer, Role::Champion, Role::Sponsor];

/// One grey pixel, as a PNG.
pub(crate) const PIXEL: &[u8] = &[
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00,
    0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A, 0x7E, 0x9B, 0x55, 0x00,
    0x00, 0x00, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0x68, 0x00, 0x00, 0x00, 0x82, 0x00, 0x81,
    0xDA, 0x45, 0x08, 0x3B, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
];

/// Hamgam with an empty database.
pub(crate) struct System {
    pub(crate) harness: Harness,
    pub(crate) identity: Arc<Identity>,
    modules: Vec<Arc<dyn Module>>,
    pool: DescriptorPool,
    _world: World,
}

/// What came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) code: Code,
    pub(crate) message: String,
    /// `grpc-status-details-bin`, as it is.
    pub(crate) details: Bytes,
    /// The first message of the answer; empty without one.
    pub(crate) body: Bytes,
}

impl System {
    pub(crate) async fn start() -> Self {
        let world = World::new().await;
        let (identity, all) = modules::open(&world.context).await.unwrap();
        let harness = world.serve(all.clone());
        let pool = DescriptorPool::decode(proto::FILE_DESCRIPTOR_SET).unwrap();
        Self { harness, identity, modules: all, pool, _world: world }
    }

    /// Founds the organization `acme`; answers the id of its founder, who is its administrator and HR.
    pub(crate) async fn found_acme(&self) -> String {
        self.identity.found("acme", "Acme", &[Language::En], Calendar::Unspecified).await.unwrap();
        let founder = Founder {
            external_id: "founder".into(),
            display_name: "Founder".into(),
            email: "founder@acme.example".into(),
            password: "correct horse battery".into(),
            roles: vec![kit::auth::Role::Admin, kit::auth::Role::Hr],
            language: None,
            start_day: date(2025, 1, 1),
        };
        self.identity.add_founder("acme", founder).await.unwrap().person
    }

    /// Delivers an event of an organization to whoever wants it.
    pub(crate) async fn deliver<E: Name>(&self, organization: &str, event: &E) {
        let context = &self.harness.context;
        let envelope = Envelope {
            id: context.ids.next(),
            time: context.clock.now(),
            organization: organization.into(),
            kind: E::full_name(),
            payload: event.encode_to_vec(),
        };
        for module in &self.modules {
            for consumer in module.consumers() {
                let subscription = Subscription::new(consumer, module.db().clone());
                if subscription.wants(&envelope.kind) {
                    let failed = subscription.deliver(&[&envelope], envelope.time).await;
                    assert!(failed.is_empty(), "{failed:?}");
                }
            }
        }
    }

    /// The databases of all services, by their names.
    pub(crate) fn databases(&self) -> Vec<(&'static str, Db)> {
        self.modules.iter().map(|m| (m.name(), m.db().clone())).collect()
    }

    /// The methods of the contract that this process serves: all but those of the demo.
    pub(crate) fn methods(&self) -> Vec<MethodDescriptor> {
        let services = self.pool.services().filter(|s| s.full_name().starts_with("hamgam."));
        let served = services.filter(|s| !s.full_name().starts_with("hamgam.demo."));
        served.flat_map(|s| s.methods().collect::<Vec<_>>()).collect()
    }

    /// The method with this name, `hamgam.identity.v1.TeamService.GetTeam`.
    pub(crate) fn method(&self, name: &str) -> MethodDescriptor {
        self.methods()
            .into_iter()
            .find(|m| m.full_name() == name)
            .unwrap_or_else(|| panic!("no method {name}"))
    }

    /// A token for a person of an organization with these roles, and MEMBER.
    pub(crate) fn token(&self, organization: &str, person: &str, roles: &[Role]) -> String {
        let grants = roles.iter().map(|role| Grant { role: *role, team: None }).collect();
        self.token_with(organization, person, grants)
    }

    /// A token for a person of an organization with these roles, each everywhere or for a team, and MEMBER.
    pub(crate) fn token_with(&self, organization: &str, person: &str, mut grants: Vec<Grant>) -> String {
        grants.push(Grant { role: Role::Member, team: None });
        let person = Person {
            organization: organization.into(),
            person: person.into(),
            session: "session".into(),
            grants,
        };
        let context = &self.harness.context;
        context.keys.sign(&person, "token".into(), context.clock.now(), 600).unwrap()
    }

    /// Calls a path with a message as the network does.
    pub(crate) async fn call(&self, path: &str, token: Option<&str>, message: &[u8]) -> Answer {
        let mut frame = BytesMut::with_capacity(message.len() + 5);
        frame.put_u8(0);
        frame.put_u32(u32::try_from(message.len()).unwrap());
        frame.put_slice(message);
        let mut request = http::Request::post(format!("http://hamgam{path}"))
            .header("content-type", "application/grpc")
            .header("te", "trailers");
        if let Some(token) = token {
            request = request.header("authorization", format!("Bearer {token}"));
        }
        let request = request.body(Body::new(Full::new(frame.freeze()))).unwrap();
        answer(self.harness.as_anonymous().oneshot(request).await.unwrap()).await
    }

    /// Calls a method with a message in JSON.
    pub(crate) async fn call_json(&self, method: &MethodDescriptor, token: &str, message: &Value) -> Answer {
        let text = message.to_string();
        let mut json = serde_json::Deserializer::from_str(&text);
        let message = DynamicMessage::deserialize(method.input(), &mut json)
            .unwrap_or_else(|e| panic!("{}: {e}: {text}", method.full_name()));
        self.call(&path_of(method), Some(token), &message.encode_to_vec()).await
    }

    /// The same, and it has to work; the answer in JSON.
    pub(crate) async fn must(&self, method: &str, token: &str, message: &Value) -> Value {
        let method = self.method(method);
        let answer = self.call_json(&method, token, message).await;
        assert_eq!(answer.code, Code::Ok, "{}: {answer:?}", method.full_name());
        json_of(&method, &answer)
    }
}

/// The answer's message in JSON.
pub(crate) fn json_of(method: &MethodDescriptor, answer: &Answer) -> Value {
    let message = DynamicMessage::decode(method.output(), answer.body.clone()).unwrap();
    serde_json::to_value(&message).unwrap()
}

/// `/hamgam.identity.v1.TeamService/GetTeam`.
pub(crate) fn path_of(method: &MethodDescriptor) -> String {
    format!("/{}/{}", method.parent_service().full_name(), method.name())
}

async fn answer(response: http::Response<Body>) -> Answer {
    let (head, body) = response.into_parts();
    let collected = body.collect().await.unwrap();
    // A refusal comes in the headers, anything else in the trailers.
    let trailers = collected.trailers().cloned().unwrap_or(head.headers);
    let header =
        |name: &str| trailers.get(name).map(|v| Bytes::copy_from_slice(v.as_bytes())).unwrap_or_default();
    let mut frames = collected.to_bytes();
    let body = if frames.remaining() >= 5 {
        frames.get_u8();
        let length = usize::try_from(frames.get_u32()).unwrap();
        frames.split_to(length)
    } else {
        Bytes::new()
    };
    Answer {
        code: Code::from_bytes(&header("grpc-status")),
        message: String::from_utf8_lossy(&header("grpc-message")).into_owned(),
        details: header("grpc-status-details-bin"),
        body,
    }
}
