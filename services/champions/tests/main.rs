//! champions as its people and the other services see it: a file for each RPC and job.
