//! Declarations from a model, as text.

mod endpoint;
mod page;
mod source;
mod types;

use std::collections::BTreeMap;

use crate::description::Model;
use crate::error::Error;
use crate::plan::{Home, Plan};

use self::source::Source;

/// How declarations are written.
#[derive(Clone, Debug)]
pub struct Style {
    /// The longest line, as `max_width` of rustfmt.
    pub width: usize,
    /// Where the description comes from, for the first line of each file.
    pub origin: String,
    /// Path of the module for those who use it, if a library exports it, such as `truto_core::crm`: the documentation has examples,
    /// which are tests. A program uses some of the declarations, and does not hear of the others.
    pub exported_as: Option<String>,
    /// Whether the module has a function `endpoints`, which lists them for a server.
    pub registry: Registry,
}

/// Whether a module lists its endpoints.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Registry {
    /// It does not.
    No,
    /// It does.
    Yes,
    /// It does if this feature is on.
    WithFeature(String),
}

impl Default for Style {
    fn default() -> Self {
        Self { width: 100, origin: "a description".to_owned(), exported_as: None, registry: Registry::No }
    }
}

/// The name of the file with the page of the model.
pub const PAGE: &str = "mod.rs";

/// Writes the declarations of a model: the text of each file by its name. [`PAGE`] is the module itself.
///
/// ```
/// use truto_codegen::write::{PAGE, Style, declarations};
/// use truto_codegen::{file, overrides::Overrides};
///
/// let json = r#"{"model": "ticketing", "resources": {"tags": {
///     "methods": ["list"],
///     "fields": {"id": {"type": "string", "required": true}, "type": {"type": "string"}}
/// }}}"#;
/// let mut model = file::read(json).unwrap();
/// Overrides::default().apply(&mut model).unwrap();
/// let files = declarations(&model, &Style::default()).unwrap();
/// assert!(files["tags.rs"].contains("pub r#type: Option<String>,"));
/// assert!(files[PAGE].contains("pub mod tags;"));
/// ```
///
/// # Errors
/// If a field refers to a resource that the model does not have.
pub fn declarations(model: &Model, style: &Style) -> Result<BTreeMap<String, String>, Error> {
    let plan = Plan::of(model)?;
    let mut files = BTreeMap::new();
    for (at, resource) in model.resources.iter().enumerate().filter(|(_, resource)| resource.by_hand.is_none()) {
        let mut source = Source::new(&plan, style, Home::Resource(at));
        if !resource.fields.is_empty() {
            types::record(&mut source, at);
        }
        types::items(&mut source);
        for method in 0..resource.methods.len() {
            endpoint::write(&mut source, at, method);
        }
        files.insert(format!("{}.rs", plan.module(at)), source.finish(&page::of_resource(&plan, style, at)));
    }
    let mut values = Source::new(&plan, style, Home::Values);
    types::items(&mut values);
    if !values.is_empty() {
        files.insert("values.rs".to_owned(), values.finish(&page::of_values(&plan, style)));
    }
    let has_values = files.contains_key("values.rs");
    files.insert(PAGE.to_owned(), page::of_model(&plan, style, has_values));
    Ok(files)
}
