//! Between the contract and the domain. Reading collects every broken rule.

pub(crate) mod article;
pub(crate) mod assignment;
pub(crate) mod audience;
pub(crate) mod certificate;
pub(crate) mod course;
pub(crate) mod curriculum;
pub(crate) mod enrollment;
pub(crate) mod excuse;
pub(crate) mod help;
pub(crate) mod quiz;

pub(crate) use kit::contract::{
    Wanted, count, etag, etag_matches, instant, len, localized, number, reference, reference_if_any, text_of,
};
