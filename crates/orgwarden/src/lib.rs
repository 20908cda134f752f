//! orgwarden

pub mod config;
