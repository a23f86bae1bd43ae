//! Who calls, and whether they may.
//!
//! People come with an access token: a JWT signed with `EdDSA` that lives for about ten minutes. Services in this process come
//! through [`crate::client::Transport`], which marks the request in a way that no network request can. The [`layer`]
//! checks the method's access rule before any handler runs: what has no rule is refused.

mod caller;
mod key_file;
mod keys;
pub mod layer;
mod peer;
mod verified;

pub use self::{
    caller::{Caller, Grant, Person},
    keys::{Claims, Keys, Rotated},
    peer::Peer,
};
pub use proto::access::v1::Role;
