//! Where the organization's own keys and storage are: a place in one of four clouds, told apart by `type`.

use serde_json::{Map, Value};

use crate::body::Body;
use crate::error::ApiError;

/// What a place in a cloud is made of.
pub(super) struct Cloud {
    pub(super) name: &'static str,
    pub(super) required: &'static [&'static str],
    pub(super) optional: &'static [&'static str],
}

/// Reads a place. What belongs to another cloud is ignored.
pub(super) fn read(body: &Body, clouds: &[Cloud; 4]) -> Result<Map<String, Value>, ApiError> {
    let names: Vec<&str> = clouds.iter().map(|cloud| cloud.name).collect();
    let name = body.required_choice("type", &names)?;
    let cloud = clouds.iter().find(|cloud| cloud.name == name).unwrap_or(&clouds[0]);
    let mut place = Map::new();
    place.insert("type".to_owned(), name.into());
    for member in cloud.required {
        place.insert((*member).to_owned(), body.required_text(member)?.into());
    }
    body.refuse_null(cloud.optional)?;
    for member in cloud.optional {
        if let Some(text) = body.filled_text(member)? {
            place.insert((*member).to_owned(), text.into());
        }
    }
    Ok(place)
}
