//! What people hand in as files: read strictly, with every problem named by its line.

mod people;

pub use people::{People, read_people};
