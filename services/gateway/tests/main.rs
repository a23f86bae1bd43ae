//! The edge as its clients meet it: over a real socket, in front of a telemetry that answers as told.

#![expect(clippy::unwrap_used, reason = "a test has nothing better to do than to panic")]

mod app;
mod drain;
mod grpc;
mod grpc_web;
mod ingestion;
mod limits;
mod support;
