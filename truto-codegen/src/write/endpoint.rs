//! The endpoints of a resource.

use crate::description::{Answer, Field, InQuery, Kind, Method, Scope, Text};
use crate::names::{self, FieldNames};
use crate::plan::{answer_root, below, body_root, innermost, query_root};
use crate::prose::{Docs, code, codes, sentence};
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
    let place = below(&answer_root(method), "answer");
    let answer = match &method.answer {
        Answer::Page(kind) | Answer::One(kind) => source.ty(kind, (at, &place), "Json"),
        Answer::Deleted => source.of_core("Deleted"),
        Answer::Json(_) => format!("Option<{}>", source.of_core("Json")),
    };
    source.item(&docs(method, &resource.many, &record, &answer));
    let macro_name = source.of_core("unified_endpoint");
    let mut arguments = vec![method.verb.as_str().to_owned(), literal(&method.path), format!("response = {answer}")];
    let holds = |kind: &Kind| method.body.iter().flatten().any(|field| *innermost(&field.kind) == *kind);
    if holds(&Kind::Content) {
        arguments.push("body = raw".to_owned());
    } else if holds(&Kind::File) {
        arguments.push("body = multipart".to_owned());
    }
    if matches!(method.answer, Answer::Page(_)) {
        arguments.push("paginated".to_owned());
    }
    if method.scope != Scope::of(&method.path) {
        let scope = if method.is_of_an_account() { "account" } else { "client" };
        arguments.push(format!("scope = {scope}"));
    }
    let line = format!("#[{macro_name}({})]", arguments.join(", "));
    if line.len() <= source.style.width {
        source.line(&line);
    } else {
        source.line(&format!("#[{macro_name}(\n    {}\n)]", arguments.join(",\n    ")));
    }
    let head = format!("pub struct {} {{", plan.endpoint(at, index));
    let mut fields = Fields { at, method, used: FieldNames::of_endpoint(), lines: 0, head: Some(head) };
    for field in &method.path_fields {
        fields.path(source, field);
    }
    for field in method.query.iter().filter(|field| !is_common(method, &field.wire)) {
        fields.query(source, field);
    }
    for field in method.body.iter().flatten().filter(|field| is_declared(method, &field.wire)) {
        fields.body(source, field);
    }
    match fields.head {
        Some(head) => source.line(&format!("{head}}}")),
        None => source.line("}"),
    }
}

/// Whether a member of the body is a field of the struct.
fn is_declared(method: &Method, wire: &str) -> bool {
    (wire != "remote_data" || !method.is_of_an_account()) && !is_common(method, wire) && !is_like_a_path(wire)
}

/// Whether a name looks like the path of a member, which the attribute refuses: it would be a single key.
fn is_like_a_path(wire: &str) -> bool {
    wire.contains(['.', '[', ']'])
}

/// Whether every endpoint has the parameter. A request that is not sent for an account has those of pages only.
fn is_common(method: &Method, wire: &str) -> bool {
    if method.is_of_an_account() {
        return COMMON.contains(&wire) || wire.starts_with("truto_");
    }
    matches!(method.answer, Answer::Page(_)) && matches!(wire, "limit" | "next_cursor")
}

/// The documentation of an endpoint: `many` and `record` name what its resource holds, and `answer` what it answers.
fn docs(method: &Method, many: &str, record: &str, answer: &str) -> Docs {
    let (many, one) = (words(many), lower(&an(&words(record))));
    let path = format!("{} {}", method.verb.as_str(), method.path);
    let mut docs = Docs::default();
    docs.add_ours(match method.name.as_str() {
        _ if !method.description.is_empty() => sentence(&method.description),
        "list" => format!("Lists {many}."),
        "get" => format!("Reads {one}."),
        "create" if method.is_of_an_account() => {
            format!("Creates {one}. What is not declared here is for `remote_data`.")
        }
        "create" => format!("Creates {one}."),
        "update" => format!("Changes {one}. What is not set stays as it is."),
        "delete" => format!("Deletes {one}."),
        name if method.is_of_an_account() => {
            format!("Calls the method {} of [`{record}`], and unwraps the `result` of its answer.", code(name))
        }
        name => format!("Calls the method {} of {many}.", code(name)),
    });
    let returns = match &method.answer {
        Answer::Page(Kind::Any(_)) => "returns pages of any JSON".to_owned(),
        Answer::Page(_) => format!("returns pages of [`{answer}`]"),
        Answer::One(Kind::Record(_)) => format!("returns the [`{answer}`]"),
        Answer::One(_) => format!("returns [`{answer}`]"),
        Answer::Deleted if method.is_of_an_account() => {
            "returns the id of the deleted record, if the provider tells it".to_owned()
        }
        Answer::Deleted => "returns the id of the deleted record".to_owned(),
        Answer::Json(why) => format!("returns any JSON, or nothing, because {why}"),
    };
    docs.add_ours(format!("`{path}` {returns}."));
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

    /// A value of the path. Its name is that of the placeholder.
    fn path(&mut self, source: &mut Source<'_>, field: &Field) {
        let what = match &field.kind {
            Kind::Id(target) => source.plan.record_of(target).map(|record| format!("Id of the {}", words(record))),
            _ => None,
        };
        let what = what.filter(|_| field.description.is_empty()).map(Text::Ours);
        let field = Field { description: what.unwrap_or_else(|| field.description.clone()), ..field.clone() };
        let ty = source.ty(&field.kind, (self.at, ""), "Json");
        let rust = self.used.take(&field.wire);
        self.write(source, &field_docs(&field, &[]), &[], (&rust, &rust), &ty, field.is_secret);
    }

    /// A field of the body.
    fn body(&mut self, source: &mut Source<'_>, field: &Field) {
        let is_update = self.method.verb.is_update();
        let place = below(&body_root(self.method), &field.wire);
        let base = source.ty(&field.kind, (self.at, &place), "Json");
        let is_list = matches!(field.kind, Kind::List(_));
        let ty = if is_update && field.is_required {
            base
        } else if is_update && is_list && !field.is_nullable {
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
        let has_operators = is_filter && field.in_query == InQuery::Conditions;
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
            has_operators || matches!(field.kind, Kind::Order(_) | Kind::List(_) | Kind::Any(_) | Kind::Map(_));
        let ty = if field.is_required && !is_condition { ty } else { format!("Option<{ty}>") };
        if field.is_required && is_condition {
            more.push(Text::Ours("Required by the API".to_owned()));
        }
        let docs = field_docs(field, &more);
        let rust = self.used.take(field.name.as_deref().unwrap_or(&field.wire));
        let mut keys = Vec::new();
        keys.extend(self.method.verb.has_body().then_some("query"));
        keys.extend((field.in_query == InQuery::CommaList).then_some("style = comma"));
        self.write(source, &docs, &keys, (&rust, &field.wire), &ty, field.is_secret);
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
