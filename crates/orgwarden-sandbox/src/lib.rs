//! orgwarden-sandbox
