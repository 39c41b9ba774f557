//! A file of declarations: its items, and the imports that they need.

use std::collections::{BTreeMap, BTreeSet};

use crate::description::Kind;
use crate::plan::{Home, Item, Plan};
use crate::prose::Docs;
use crate::write::Style;

/// The first lines of every file.
pub(crate) fn mark(style: &Style) -> String {
    format!(
        "// Written by truto-codegen from {}.\n// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.\n\n",
        style.origin
    )
}

/// A file that is being written.
pub(crate) struct Source<'p> {
    pub(crate) plan: &'p Plan<'p>,
    pub(crate) style: &'p Style,
    pub(crate) home: Home,
    imports: BTreeMap<String, BTreeSet<String>>,
    body: String,
}

impl<'p> Source<'p> {
    pub(crate) fn new(plan: &'p Plan<'p>, style: &'p Style, home: Home) -> Self {
        Self { plan, style, home, imports: BTreeMap::new(), body: String::new() }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.body.is_empty()
    }

    /// Starts an item, after an empty line.
    pub(crate) fn item(&mut self, docs: &Docs) {
        self.line("");
        self.docs(0, docs);
    }

    pub(crate) fn docs(&mut self, indent: usize, docs: &Docs) {
        self.body.push_str(&docs.lines(indent, "///", self.style.width));
    }

    pub(crate) fn line(&mut self, line: &str) {
        self.body.push_str(line);
        self.body.push('\n');
    }

    /// The name of a type of `truto_core`, with its import.
    pub(crate) fn of_core(&mut self, name: &str) -> String {
        let module = match name {
            "Deleted" | "Id" | "Open" | "RawJson" | "Unknown" => "truto_core::types",
            "UnifiedEnum" => "truto_core::record",
            _ => "truto_core",
        };
        self.import(module, name)
    }

    pub(crate) fn import(&mut self, module: &str, name: &str) -> String {
        self.imports.entry(module.to_owned()).or_default().insert(name.to_owned());
        name.to_owned()
    }

    /// The record of a resource, with its import.
    pub(crate) fn record(&mut self, resource: usize) -> String {
        let name = self.plan.record(resource).to_owned();
        self.from(Home::Resource(resource), name)
    }

    fn of_item(&mut self, item: &Item) -> String {
        self.from(item.home(), item.name.clone())
    }

    fn from(&mut self, home: Home, name: String) -> String {
        if home == self.home {
            return name;
        }
        let module = match home {
            Home::Values => "values".to_owned(),
            Home::Resource(at) => self.plan.module(at).to_owned(),
        };
        self.import(&format!("super::{module}"), &name)
    }

    /// The type of a value of this kind, found in this resource under this path. `json` is the type of what has no type.
    pub(crate) fn ty(&mut self, kind: &Kind, (resource, path): (usize, &str), json: &str) -> String {
        match kind {
            Kind::Text => "String".to_owned(),
            Kind::Integer => "i64".to_owned(),
            Kind::Number => "f64".to_owned(),
            Kind::Boolean => "bool".to_owned(),
            Kind::Time => self.of_core("Timestamp"),
            Kind::Order(_) => self.of_core("SortBy"),
            Kind::Id(target) => match self.plan.resource(target) {
                Some(target) if !self.plan.model.resources[target].fields.is_empty() => {
                    format!("{}<{}>", self.of_core("Id"), self.record(target))
                }
                _ => "String".to_owned(),
            },
            Kind::Choice { .. } => match self.plan.item_at(resource, path) {
                Some(item) => format!("{}<{}>", self.of_core("Open"), self.of_item(item)),
                None => "String".to_owned(),
            },
            Kind::Object { .. } => match self.plan.item_at(resource, path) {
                Some(item) => self.of_item(item),
                None => self.of_core(json),
            },
            Kind::Record(target) => match self.plan.resource(target) {
                Some(at) if !self.plan.model.resources[at].fields.is_empty() => self.record(at),
                _ => self.of_core(json),
            },
            Kind::Core(path) => match path.rsplit_once("::") {
                Some((module, name)) => self.import(&format!("truto_core::{module}"), name),
                None => self.of_core(path),
            },
            Kind::File | Kind::Content => self.of_core("File"),
            Kind::Reference(target) => match self.plan.reference_to(target) {
                Some(item) => self.of_item(item),
                None => self.of_core(json),
            },
            Kind::List(item) => format!("Vec<{}>", self.ty(item, (resource, path), json)),
            Kind::Map(value) => {
                let value = self.ty(value, (resource, path), json);
                format!("{}<String, {value}>", self.import("std::collections", "BTreeMap"))
            }
            Kind::Any(_) => self.of_core(json),
        }
    }

    /// The text of the file.
    pub(crate) fn finish(self, page: &Docs) -> String {
        let mut out = mark(self.style);
        out.push_str(&page.lines(0, "//!", self.style.width));
        let is_of = |module: &str| match module {
            _ if module.starts_with("std") => 0,
            _ if module.starts_with("truto_core") => 1,
            _ => 2,
        };
        for group in 0..3 {
            // rustfmt puts one name before the modules of the same path, and several names behind them.
            let mut modules: Vec<&String> = self.imports.keys().filter(|module| is_of(module) == group).collect();
            let are_several = |module: &str| module == "truto_core" && self.imports[module].len() > 1;
            modules.sort_by_key(|module| (are_several(module), module.as_str()));
            let lines = modules.iter().map(|module| imported("use", module, &self.imports[*module], self.style.width));
            let lines: String = lines.collect();
            if !lines.is_empty() {
                out.push('\n');
                out.push_str(&lines);
            }
        }
        out + &self.body
    }
}

/// A `use` of these names, as rustfmt writes it.
pub(crate) fn imported(keyword: &str, module: &str, names: &BTreeSet<String>, width: usize) -> String {
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    if let [only] = all.as_slice() {
        return format!("{keyword} {module}::{only};\n");
    }
    let line = format!("{keyword} {module}::{{{}}};", all.join(", "));
    // rustfmt keeps two characters free.
    if line.len() + 2 <= width {
        return line + "\n";
    }
    let mut out = format!("{keyword} {module}::{{\n");
    let mut line = String::from("   ");
    for name in all {
        // rustfmt keeps one character free here.
        if line.len() + name.len() + 2 >= width {
            out.push_str(&line);
            out.push('\n');
            line = String::from("   ");
        }
        line.extend([" ", name, ","]);
    }
    out + &line + "\n};\n"
}
