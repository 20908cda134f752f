//! What people hand in as files: read strictly, with every problem named by its place.

mod cells;
mod column;
mod people;
mod table;
mod wishes;

pub use people::{People, read_people};
pub use wishes::{Wishes, read_wishes};
