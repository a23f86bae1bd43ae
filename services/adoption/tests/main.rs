//! The adoption service as its callers see it: a file per RPC, and one for the rule on a file.

mod evaluate_csv;
