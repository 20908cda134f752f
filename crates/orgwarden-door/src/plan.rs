use std::path::PathBuf;
use std::sync::Arc;

use orgwarden::{Result, files};

use crate::json;
use crate::runtime::aside;

/// A plan, not applied yet. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Plan(Arc<orgwarden::plan::Plan>);

impl Plan {
    pub(crate) fn new(plan: orgwarden::plan::Plan) -> Self {
        Self(Arc::new(plan))
    }

    /// The plan as Rust has it.
    pub fn plan(&self) -> &orgwarden::plan::Plan {
        &self.0
    }

    /// As the command line shows it.
    pub fn text(&self) -> String {
        self.0.text()
    }

    /// As Markdown.
    pub fn markdown(&self) -> String {
        self.0.markdown()
    }

    /// As CSV, a line for each part.
    pub fn csv(&self) -> String {
        self.0.csv()
    }

    /// As JSON.
    pub fn json(&self) -> Result<String> {
        json(&*self.0)
    }

    /// As the text of a file, sealed with its digest.
    pub fn file_text(&self) -> Result<String> {
        self.0.to_file_text()
    }

    /// Writes it into a file that only we may read.
    pub async fn save(&self, path: PathBuf) -> Result<()> {
        let plan = self.clone();
        aside(move || files::write_private(&path, &plan.file_text()?)).await
    }

    /// Whether there is nothing to do.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}
