//! orgwarden

pub mod budgets;
