//! orgwarden-api
