//! The pages of the documentation: of the model, of a resource, of the shared types.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use crate::description::{Answer, InQuery, Kind, Method, Resource};
use crate::names;
use crate::plan::Plan;
use crate::prose::{Docs, code, sentence};
use crate::write::source::{imported, mark};
use crate::write::types::words;
use crate::write::{Registry, Style};

/// The page of a resource.
pub(crate) fn of_resource(plan: &Plan<'_>, style: &Style, at: usize) -> Docs {
    let resource = &plan.model.resources[at];
    let record = plan.record(at);
    let mut docs = Docs::default();
    docs.add_ours(format!("The resource {} of {}.", code(&resource.name), label(plan)));
    if resource.fields.is_empty() {
        docs.add([&resource.description]);
    }
    for note in &resource.notes {
        docs.add([note]);
    }
    if let Some(module) = &style.exported_as {
        example(&mut docs, plan, at, module);
    }
    let addresses: Vec<String> =
        resource.sources.iter().filter(|text| is_address(text)).map(|text| format!("<{text}>")).collect();
    if !addresses.is_empty() {
        let what = if resource.fields.is_empty() { String::new() } else { format!("[`{record}`] and ") };
        let its = if resource.fields.is_empty() { "these" } else { "its" };
        docs.add_ours(format!("Sources of {what}{its} methods: {}.", addresses.join(", ")));
    }
    docs
}

/// Whether the text can stand between `<` and `>` as a link.
fn is_address(text: &str) -> bool {
    text.starts_with("https://") && text.chars().all(|c| c.is_ascii_graphic() && !"<>`\\".contains(c))
}

fn label(plan: &Plan<'_>) -> String {
    let label = sentence(&crate::description::Text::Foreign(plan.model.label.clone()));
    let label = label.trim_end_matches('.').to_owned();
    if label == names::capitalised(&plan.model.name) {
        format!("the model {}", code(&plan.model.name))
    } else {
        format!("the {label}")
    }
}

/// A list of the resource, as a test that is compiled.
fn example(docs: &mut Docs, plan: &Plan<'_>, at: usize, module: &str) {
    let resource = &plan.model.resources[at];
    // What a list needs is not known here.
    let is_free = |method: &Method| {
        method.path_fields.is_empty()
            && method.query.iter().all(|field| !(field.is_required && field.in_query == InQuery::Value))
    };
    let is_shown = |method: &Method| matches!(method.answer, Answer::Page(Kind::Record(_))) && is_free(method);
    let Some(list) = resource.methods.iter().position(is_shown) else { return };
    let (name, method) = (plan.endpoint(at, list), &resource.methods[list]);
    let (caller, ty) = if method.is_of_an_account() { ("account", "Account") } else { ("client", "Client") };
    let one = words(plan.record(at)).replace(' ', "_");
    let one = if one == "type" { "record".to_owned() } else { one };
    let has_id = resource.fields.iter().find(|field| field.wire == "id");
    let (place, shown) = match has_id {
        Some(id) if id.is_required => ("{}", format!("{one}.id")),
        Some(_) => ("{}", format!("{one}.id.unwrap_or_default()")),
        None => ("{:?}", one.clone()),
    };
    let lines = [
        "```no_run".to_owned(),
        format!("# async fn example({caller}: &truto_core::{ty}) -> Result<(), truto_core::Error> {{"),
        format!("use {module}::{name};"),
        String::new(),
        format!("let mut list = {name}::builder().items({caller});"),
        format!("while let Some({one}) = list.try_next().await? {{"),
        format!("    println!(\"{place}\", {shown});"),
        "}".to_owned(),
        "# Ok(()) }".to_owned(),
        "```".to_owned(),
    ];
    docs.add_block(lines);
}

/// The page of the shared types.
pub(crate) fn of_values(plan: &Plan<'_>, _style: &Style) -> Docs {
    let mut docs = Docs::default();
    docs.add_ours(format!("Types that several resources of {} have in common.", label(plan)));
    docs
}

/// The file of the model: its page, its modules, and what they export.
pub(crate) fn of_model(plan: &Plan<'_>, style: &Style, has_values: bool) -> String {
    let model = plan.model;
    let mut out = mark(style);
    let mut docs = Docs::default();
    docs.add_ours(format!("{}: records, filters and requests.", names::capitalised(&label(plan))));
    let mut table = vec!["| resource | record | methods |".to_owned(), "|---|---|---|".to_owned()];
    for (at, resource) in model.resources.iter().enumerate() {
        let module = plan.module(at);
        // `file` is a macro of Rust, too.
        let shown = if resource.by_hand.is_some() { code(&resource.name) } else { format!("[`mod@{module}`]") };
        let record = plan.record(at);
        let about = sentence(&resource.description).trim_end_matches('.').to_owned();
        let about = if about.is_empty() { String::new() } else { format!(": {}", decapitalised(&about)) };
        let methods: Vec<String> =
            resource.methods.iter().enumerate().map(|(index, method)| linked(plan, at, index, method)).collect();
        let record = if resource.fields.is_empty() { String::new() } else { format!("[`{record}`]{about}") };
        table.push(format!("| {shown} | {record} | {} |", methods.join(", ")));
    }
    docs.add_block(table);
    let of_accounts = model.resources.iter().flat_map(|resource| &resource.methods).all(Method::is_of_an_account);
    let parameters = if of_accounts {
        "Every request also takes the parameters that all endpoints have, such as `exclude_fields`, `remote_query` and, where it \
         has a body, `remote_data`. "
    } else {
        "Requests are sent to the client, with its token: `.send(&client)`. "
    };
    docs.add_ours(format!(
        "{parameters}Fields are optional where the API does not promise them, and a value that an enum does not know is kept."
    ));
    model.notes.iter().for_each(|note| docs.add([note]));
    out.push_str(&docs.lines(0, "//!", style.width));
    out.push_str(&lints(style));
    let mut modules: Vec<String> = model
        .resources
        .iter()
        .enumerate()
        .map(|(at, resource)| {
            let public = if resource.by_hand.is_some() { "" } else { "pub " };
            format!("{public}mod {};\n", plan.module(at))
        })
        .collect();
    if has_values {
        modules.push("pub mod values;\n".to_owned());
    }
    modules.sort_by_key(|line| line.trim_start_matches("pub ").to_owned());
    out.push_str(&modules.concat());
    out.push('\n');
    for (module, names) in exports(plan) {
        if !is_by_hand(plan, &module) {
            out.push_str("#[doc(inline)]\n");
        }
        out.push_str(&imported("pub use", &format!("self::{module}"), &names, style.width));
    }
    registry(&mut out, plan, style);
    out
}

/// Lints that names of an API break, and those of declarations that nobody uses.
fn lints(style: &Style) -> String {
    let (unused, reason) = match style.exported_as {
        Some(_) => ("", "the names are the API's"),
        None => {
            ("dead_code, unreachable_pub, unused_imports, ", "a program uses some of it, and the names are the API's")
        }
    };
    let lints = format!("{unused}clippy::enum_variant_names, clippy::struct_field_names, clippy::upper_case_acronyms");
    let line = format!("#![allow({lints}, reason = {reason:?})]");
    if line.len() <= style.width {
        format!("\n{line}\n\n")
    } else {
        format!("\n#![allow(\n    {},\n    reason = {reason:?}\n)]\n\n", lints.replace(", ", ",\n    "))
    }
}

fn is_by_hand(plan: &Plan<'_>, module: &str) -> bool {
    plan.model
        .resources
        .iter()
        .enumerate()
        .any(|(at, resource)| plan.module(at) == module && resource.by_hand.is_some())
}

fn decapitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// `[list](ListContacts)`
fn linked(plan: &Plan<'_>, at: usize, index: usize, method: &Method) -> String {
    format!("[{}]({})", code(&method.name), plan.endpoint(at, index))
}

/// The records and endpoints by module.
fn exports(plan: &Plan<'_>) -> Vec<(String, BTreeSet<String>)> {
    let resources = plan.model.resources.iter().enumerate().map(|(at, resource)| {
        let names = match &resource.by_hand {
            Some(by_hand) => by_hand.exports.iter().cloned().collect(),
            None => {
                let endpoints = (0..resource.methods.len()).map(|index| plan.endpoint(at, index).to_owned());
                endpoints.chain((!resource.fields.is_empty()).then(|| plan.record(at).to_owned())).collect()
            }
        };
        (plan.module(at).to_owned(), names)
    });
    let mut all: Vec<(String, BTreeSet<String>)> =
        resources.filter(|(_, names): &(_, BTreeSet<_>)| !names.is_empty()).collect();
    all.sort();
    all
}

fn registry(out: &mut String, plan: &Plan<'_>, style: &Style) {
    let feature = match &style.registry {
        Registry::No => return,
        Registry::Yes => None,
        Registry::WithFeature(feature) => Some(feature),
    };
    out.push_str("\n/// Every endpoint of the model, for a server such as the sandbox.\n#[must_use]\n");
    if let Some(feature) = feature {
        let _ = writeln!(out, "#[cfg(feature = {feature:?})]");
    }
    let of_resource = |(at, resource): (usize, &Resource)| match &resource.by_hand {
        Some(by_hand) => by_hand.endpoints.clone(),
        None => (0..resource.methods.len()).map(|index| plan.endpoint(at, index).to_owned()).collect(),
    };
    let names: Vec<String> = plan.model.resources.iter().enumerate().flat_map(of_resource).collect();
    // From 100 lines on, clippy asks for two functions.
    if names.len() + 2 > 100 {
        out.push_str("#[expect(clippy::too_many_lines, reason = \"a line for each endpoint\")]\n");
    }
    out.push_str("pub const fn endpoints() -> truto_core::Registry {\n    truto_core::endpoints![\n");
    for name in names {
        let _ = writeln!(out, "        {name},");
    }
    out.push_str("    ]\n}\n");
}
