//! What people hand in as files: read strictly, with every problem named by its place.

mod cells;
mod column;
mod people;
pub(crate) mod result_columns;
pub(crate) mod sheet;
mod table;
mod wishes;

pub use people::{People, read_people};
pub use sheet::Sheet;
pub use wishes::{Wishes, read_wishes};
