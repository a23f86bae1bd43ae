//! The edge as its clients meet it: over a real socket, in front of a telemetry that answers as told.

mod app;
mod drain;
mod grpc;
mod grpc_web;
mod limits;
mod support;
mod usage;
