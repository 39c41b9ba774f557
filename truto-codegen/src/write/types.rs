//! Records, the objects in them, and the enums of their fields.

use crate::description::{Field, Kind, Text};
use crate::names::{self, FieldNames};
use crate::plan::{Item, Placed, What, below};
use crate::prose::{Docs, code, codes, sentence};
use crate::write::source::Source;

/// Writes the record of a resource.
pub(crate) fn record(source: &mut Source<'_>, at: usize) {
    let resource = &source.plan.model.resources[at];
    let name = source.plan.record(at).to_owned();
    let mut docs = Docs::of([&resource.description]);
    if docs.is_empty() {
        docs.add_ours(format!("A record of {}.", code(&resource.name)));
    }
    let fields: Vec<(Field, usize, String)> =
        resource.fields.iter().map(|field| (field.clone(), at, String::new())).collect();
    structure(source, &docs, &name, &fields, false, Some(at));
}

/// Writes the types beside the records that live in this file.
pub(crate) fn items(source: &mut Source<'_>) {
    let plan = source.plan;
    let home = source.home;
    for item in plan.items.iter().filter(|item| item.home() == home) {
        match &item.what {
            What::Object(fields) => object(source, item, fields),
            What::Choice(values) => choice(source, item, values),
            What::Reference(target) => reference(source, item, target),
        }
    }
}

fn object(source: &mut Source<'_>, item: &Item, fields: &[Placed]) {
    let mut docs = Docs::of([&item.about]);
    if docs.is_empty() {
        docs.add_ours(format!("A value of `{}`.", item.name));
    }
    let fields: Vec<(Field, usize, String)> =
        fields.iter().map(|placed| (placed.field.clone(), placed.resource, placed.path.clone())).collect();
    structure(source, &docs, &item.name, &fields, true, None);
}

/// Writes a struct. `with_setters` is for those that requests take.
fn structure(
    source: &mut Source<'_>,
    docs: &Docs,
    name: &str,
    fields: &[(Field, usize, String)],
    with_setters: bool,
    record: Option<usize>,
) {
    source.item(docs);
    head(source, name, with_setters);
    let mut used = FieldNames::of_record();
    for (field, resource, path) in fields {
        let rust = used.take(field.name.as_deref().unwrap_or(&field.wire));
        let is_own_id = field.wire == "id" && matches!(field.kind, Kind::Text | Kind::Integer);
        let kind = match record.filter(|_| is_own_id) {
            Some(at) => Kind::Id(source.plan.model.resources[at].name.clone()),
            None => field.kind.clone(),
        };
        let base = source.ty(&kind, (*resource, &below(path, &field.wire)), "RawJson");
        // A struct has a `Default`, and these types have none.
        let has_default =
            !matches!(kind, Kind::Choice { .. } | Kind::Time | Kind::Any(_) | Kind::Order(_) | Kind::Core(_));
        let ty = if matches!(kind, Kind::List(_)) || (field.is_required && has_default) {
            base
        } else {
            format!("Option<{base}>")
        };
        let docs = field_docs(field, &[]);
        source.docs(4, &docs);
        attribute(source, &[], (&rust, &field.wire), field.is_secret);
        source.line(&format!("    pub {}: {ty},", names::code(&rust)));
    }
    let unknown = used.take("unknown");
    let ty = source.of_core("Unknown");
    source.line("    /// Members that this version does not know, unparsed.");
    source.line("    #[truto(unknown)]");
    source.line(&format!("    pub {unknown}: {ty},"));
    source.line("}");
}

fn head(source: &mut Source<'_>, name: &str, with_setters: bool) {
    let derive = source.of_core("UnifiedRecord");
    source.line(&format!("#[derive(Clone, Default, PartialEq, {derive})]"));
    if with_setters {
        source.line("#[truto(setters)]");
    }
    source.line("#[non_exhaustive]");
    source.line(&format!("pub struct {name} {{"));
}

fn choice(source: &mut Source<'_>, item: &Item, values: &[String]) {
    let mut docs = Docs::of([&item.about]);
    if docs.is_empty() {
        docs.add_ours(format!("Values of `{}`.", item.name));
    }
    docs.add_ours("A value that is not among them [is kept](truto_core::types::Open).");
    source.item(&docs);
    let derive = source.of_core("UnifiedEnum");
    source.line(&format!("#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, {derive})]"));
    source.line("#[non_exhaustive]");
    source.line(&format!("pub enum {} {{", item.name));
    for (value, variant) in values.iter().zip(names::variants(values)) {
        let mut docs = Docs::default();
        docs.add_ours(format!("{}.", code(value)));
        source.docs(4, &docs);
        attribute(source, &[], (&names::snake(&variant), value), false);
        source.line(&format!("    {variant},"));
    }
    source.line("}");
}

fn reference(source: &mut Source<'_>, item: &Item, target: &str) {
    let Some(at) = source.plan.resource(target) else { return };
    let what = words(source.plan.record(at));
    let mut docs = Docs::default();
    docs.add_ours(format!("The {what} of another record: its id, and its name if the provider tells it."));
    docs.add_ours("Setters of requests take an id in its place.");
    source.item(&docs);
    head(source, &item.name, true);
    let (id, record, unknown) = (source.of_core("Id"), source.record(at), source.of_core("Unknown"));
    let name = &item.name;
    source.line(&format!("    /// Id of the {what}."));
    source.line(&format!("    pub id: Option<{id}<{record}>>,"));
    source.line(&format!("    /// Name of the {what}. A request does not need it."));
    source.line("    pub name: Option<String>,");
    source.line("    /// Members that this version does not know, unparsed.");
    source.line("    #[truto(unknown)]");
    source.line(&format!("    pub unknown: {unknown},"));
    source.line("}");
    source.line("");
    source.line(&format!("impl<T: Into<{id}<{record}>>> From<T> for {name} {{"));
    source.line("    fn from(id: T) -> Self {");
    source.line(&format!("        let id: {id}<{record}> = id.into();"));
    source.line("        Self::default().id(id)");
    source.line("    }");
    source.line("}");
}

/// `An account`
pub(crate) fn an(what: &str) -> String {
    let article = if what.starts_with(['a', 'e', 'i', 'o']) { "An" } else { "A" };
    format!("{article} {what}")
}

/// `field group` for `FieldGroup`.
pub(crate) fn words(name: &str) -> String {
    names::words(name).join(" ")
}

/// The documentation of a field.
pub(crate) fn field_docs(field: &Field, more: &[Text]) -> Docs {
    let untyped = match &field.kind {
        Kind::Any(why) if !why.is_empty() => Some(Text::Foreign(format!("Any JSON, because {why}"))),
        _ => None,
    };
    let fallback = Text::Ours(format!("The member {}", code(&field.wire)));
    let first = if sentence(&field.description).is_empty() { &fallback } else { &field.description };
    Docs::of([first].into_iter().chain(&field.notes).chain(more).chain(&untyped))
}

/// The sentence about the values of a choice that is sent as text.
pub(crate) fn values(values: &[String]) -> Text {
    Text::Ours(format!("Values: {}", codes(values)))
}

/// Writes `#[truto(…)]`, if there is anything to say.
pub(crate) fn attribute(source: &mut Source<'_>, keys: &[&str], (rust, wire): (&str, &str), is_secret: bool) {
    let mut keys: Vec<String> = keys.iter().map(|key| (*key).to_owned()).collect();
    if rust != wire {
        keys.push(format!("rename = {}", literal(wire)));
    }
    if is_secret {
        keys.push("secret".to_owned());
    }
    if keys.is_empty() {
        return;
    }
    let line = format!("    #[truto({})]", keys.join(", "));
    if line.chars().count() <= source.style.width {
        source.line(&line);
    } else {
        source.line(&format!("    #[truto(\n        {}\n    )]", keys.join(",\n        ")));
    }
}

/// A string literal. Characters that are not seen are escaped.
pub(crate) fn literal(text: &str) -> String {
    format!("{text:?}")
}
