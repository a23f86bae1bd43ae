//! notifications
#![allow(dead_code)]
mod domain;
