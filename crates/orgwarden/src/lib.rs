//! orgwarden
