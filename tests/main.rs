//! Whole-system tests: the real binary, and all services together.
