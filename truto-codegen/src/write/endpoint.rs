//! The endpoints of a resource.

use crate::description::{Answer, Field, Kind, Method, Text};
use crate::names::{self, FieldNames};
use crate::plan::{below, body_root, innermost, query_root};
use crate::prose::{Docs, code, codes};
use crate::write::source::Source;
use crate::write::types::{an, attribute, field_docs, literal, values, words};

/// Parameters that every endpoint has, or that the client sets.
const COMMON: &[&str] =
    &["integrated_account_id", "limit", "next_cursor", "prev_cursor", "remote_query", "sort_by[]", "unified_model"];

/// Writes the endpoint of a method.
pub(crate) fn write(source: &mut Source<'_>, at: usize, index: usize) {
    let plan = source.plan;
    let resource = &plan.model.resources[at];
    let method = &resource.methods[index];
    let record = source.record(at);
    let path = path(&plan.model.name, &resource.name, method);
    let answer = match method.answer {
        Answer::Page | Answer::Record => record.clone(),
        Answer::Deleted => source.of_core("Deleted"),
        Answer::Json => format!("Option<{}>", source.of_core("Json")),
    };
    let macro_name = source.of_core("unified_endpoint");
    source.item(&docs(method, &resource.name, &record, &path));
    let paginated = if method.answer == Answer::Page { ", paginated" } else { "" };
    let verb = method.verb();
    source.line(&format!("#[{macro_name}({verb}, {}, response = {answer}{paginated})]", literal(&path)));
    let head = format!("pub struct {} {{", plan.endpoint(at, index));
    let mut fields = Fields { at, method, used: FieldNames::of_endpoint(), lines: 0, head: Some(head) };
    if method.has_id() {
        let mut docs = Docs::default();
        docs.add_ours(format!("Id of the {}.", words(&record)));
        let ty = format!("{}<{record}>", source.of_core("Id"));
        let rust = fields.used.take("id");
        fields.write(source, &docs, &[], (&rust, &rust), &ty, false);
    }
    for field in &method.query {
        if !is_common(&field.wire) {
            fields.query(source, field);
        }
    }
    for field in method.body.iter().flatten().filter(|field| is_declared(&field.wire)) {
        fields.body(source, field);
    }
    match fields.head {
        Some(head) => source.line(&format!("{head}}}")),
        None => source.line("}"),
    }
}

/// Whether a member of the body is a field of the struct.
fn is_declared(wire: &str) -> bool {
    wire != "remote_data" && !is_common(wire) && !is_like_a_path(wire)
}

/// Whether a name looks like the path of a member, which the attribute refuses: it would be a single key.
fn is_like_a_path(wire: &str) -> bool {
    wire.contains(['.', '[', ']'])
}

fn is_common(wire: &str) -> bool {
    COMMON.contains(&wire) || wire.starts_with("truto_")
}

fn path(model: &str, resource: &str, method: &Method) -> String {
    let id = if method.has_id() { "/{id}" } else { "" };
    let custom = if method.is_custom() { format!("/{}", method.name) } else { String::new() };
    format!("/unified/{model}/{resource}{id}{custom}")
}

fn docs(method: &Method, resource: &str, record: &str, path: &str) -> Docs {
    let one = words(record);
    let mut docs = Docs::default();
    docs.add_ours(match method.name.as_str() {
        "list" => format!("Lists {}.", words(resource)),
        "get" => format!("Reads {}.", lower(&an(&one))),
        "create" => format!("Creates {}. What is not declared here is for `remote_data`.", lower(&an(&one))),
        "update" => format!("Changes {}. What is not set stays as it is.", lower(&an(&one))),
        "delete" => format!("Deletes {}.", lower(&an(&one))),
        name => format!("Calls the method {} of [`{record}`], and unwraps the `result` of its answer.", code(name)),
    });
    let returns = match method.answer {
        Answer::Page => format!("returns pages of [`{record}`]"),
        Answer::Record => format!("returns the [`{record}`]"),
        Answer::Deleted => "returns the id of the deleted record, if the provider tells it".to_owned(),
        Answer::Json => "returns any JSON, or nothing, because the API's pages do not agree on the answer".to_owned(),
    };
    docs.add_ours(format!("`{} {path}` {returns}.", method.verb()));
    docs.add(&method.notes);
    let paths = method.body.iter().flatten().map(|field| field.wire.clone()).filter(|wire| is_like_a_path(wire));
    let paths: Vec<String> = paths.collect();
    if !paths.is_empty() {
        let what = format!("Members of the body that are not declared: {}", codes(&paths));
        docs.add_ours(format!("{what}. Their names look like paths, so they are for `remote_data`."));
    }
    docs
}

fn lower(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

/// The fields of an endpoint that is being written.
struct Fields<'m> {
    at: usize,
    method: &'m Method,
    used: FieldNames,
    lines: usize,
    /// The line that opens the struct, until the first field needs it.
    head: Option<String>,
}

impl Fields<'_> {
    fn write(
        &mut self,
        source: &mut Source<'_>,
        docs: &Docs,
        keys: &[&str],
        (rust, wire): (&str, &str),
        ty: &str,
        is_secret: bool,
    ) {
        if let Some(head) = self.head.take() {
            source.line(&head);
        }
        self.lines += 1;
        source.docs(4, docs);
        attribute(source, keys, (rust, wire), is_secret);
        source.line(&format!("    pub {}: {ty},", names::code(rust)));
    }

    /// A field of the body.
    fn body(&mut self, source: &mut Source<'_>, field: &Field) {
        let is_update = self.method.verb() == "PATCH";
        let place = below(&body_root(self.method), &field.wire);
        let base = source.ty(&field.kind, (self.at, &place), "Json");
        let is_list = matches!(field.kind, Kind::List(_));
        let ty = if is_update && is_list {
            format!("Option<{base}>")
        } else if is_update {
            format!("{}<{base}>", source.of_core("Patch"))
        } else if is_list || field.is_required {
            base
        } else {
            format!("Option<{base}>")
        };
        let notes: Vec<Text> = field.write_notes.iter().filter_map(|note| of_this(note, is_update)).collect();
        let docs = field_docs(field, &notes);
        let rust = self.used.take(field.name.as_deref().unwrap_or(&field.wire));
        self.write(source, &docs, &[], (&rust, &field.wire), &ty, field.is_secret);
    }

    /// A parameter of the query.
    fn query(&mut self, source: &mut Source<'_>, field: &Field) {
        let is_filter = self.method.name == "list";
        let place = below(&query_root(self.method), &field.wire);
        let mut more = Vec::new();
        let has_operators = is_filter && !field.is_plain;
        let ty = match &field.kind {
            Kind::Time if has_operators => source.of_core("DateFilter"),
            Kind::Text | Kind::Id(_) if has_operators => format!("{}<String>", source.of_core("Filter")),
            Kind::Integer if has_operators => format!("{}<i64>", source.of_core("Filter")),
            Kind::Number if has_operators => format!("{}<f64>", source.of_core("Filter")),
            Kind::Choice { values: names, .. } if has_operators => {
                more.push(values(names));
                format!("{}<String>", source.of_core("Filter"))
            }
            Kind::Order(names) => {
                if !names.is_empty() {
                    more.push(Text::Ours(format!("Fields to sort by: {}", codes(names))));
                }
                source.of_core("SortBy")
            }
            // A query has no place for objects of any depth.
            Kind::Map(_) => source.of_core("Json"),
            Kind::List(item) if matches!(innermost(item), Kind::Any(_)) || matches!(**item, Kind::List(_)) => {
                source.of_core("Json")
            }
            kind => source.ty(kind, (self.at, &place), "Json"),
        };
        let is_condition =
            is_filter || matches!(field.kind, Kind::Order(_) | Kind::List(_) | Kind::Any(_) | Kind::Map(_));
        let ty = if field.is_required && !is_condition { ty } else { format!("Option<{ty}>") };
        if field.is_required && is_condition {
            more.push(Text::Ours("Required by the API".to_owned()));
        }
        let docs = field_docs(field, &more);
        let rust = self.used.take(field.name.as_deref().unwrap_or(&field.wire));
        let keys: &[&str] =
            if self.method.verb() == "GET" || self.method.verb() == "DELETE" { &[] } else { &["query"] };
        self.write(source, &docs, keys, (&rust, &field.wire), &ty, field.is_secret);
    }
}

/// The note, if it is of this request.
fn of_this(note: &Text, is_update: bool) -> Option<Text> {
    match note {
        Text::Ours(text) => match text.strip_prefix("update: ") {
            Some(rest) => is_update.then(|| Text::Ours(rest.to_owned())),
            None => Some(note.clone()),
        },
        Text::Foreign(_) => Some(note.clone()),
    }
}
