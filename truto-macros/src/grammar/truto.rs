//! The keys of `#[truto(…)]`, on a field, on a struct or enum, and on a variant.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use syn::{Attribute, Meta, Path};

use crate::diag::{Code, Sink, hint};
use crate::grammar::key::{Form, Key, span_of, split, string, word};

pub(super) const FIELD_KEYS: &[&str] =
    &["entity", "only_for", "within", "query", "header", "rename", "style", "default", "secret", "slash"];
const STYLES: &[&str] = &["brackets", "comma", "repeat"];

/// Spelling of a list in the query.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Spelling {
    Brackets,
    Repeat,
    Comma,
}

/// A string literal of a key's value.
pub(crate) struct Text {
    pub(crate) value: String,
    pub(crate) literal: Literal,
}

/// What `#[truto(…)]` says of a field. Each key keeps the token that a message about it underlines.
#[derive(Default)]
pub(crate) struct FieldKeys {
    pub(crate) entity: Option<Span>,
    pub(crate) only_for: Option<(Vec<Ident>, Span)>,
    pub(crate) within: Option<(Vec<String>, Span)>,
    pub(crate) query: Option<Span>,
    pub(crate) header: Option<(Text, Span)>,
    pub(crate) rename: Option<Text>,
    pub(crate) style: Option<(Spelling, Span)>,
    pub(crate) default: Option<Span>,
    pub(crate) secret: bool,
    pub(crate) slash: Option<Span>,
}

impl FieldKeys {
    /// Reads the `#[truto(…)]` attributes among `attributes`.
    pub(crate) fn parse(attributes: &[Attribute], sink: &mut Sink) -> Self {
        let mut keys = Self::default();
        let mut seen: Vec<String> = Vec::new();
        for (name, key) in named_keys(attributes, FIELD_KEYS, sink) {
            let text = name.to_string();
            if seen.contains(&text) {
                let what = format!("the key `{text}` occurs twice on this field");
                sink.error(name.span(), Code::RepeatedKey, what, "leave out one of the two");
                continue;
            }
            if keys.take(&text, &name, &key, sink) {
                seen.push(text);
            } else {
                sink.error(name.span(), Code::UnknownKey, format!("unknown key `{text}`"), hint(&text, FIELD_KEYS));
            }
        }
        keys
    }

    fn take(&mut self, text: &str, name: &Ident, key: &Key, sink: &mut Sink) -> bool {
        let span = name.span();
        match text {
            "entity" => self.entity = Some(flag(key, name, sink)),
            "query" => self.query = Some(flag(key, name, sink)),
            "default" => self.default = Some(flag(key, name, sink)),
            "secret" => {
                flag(key, name, sink);
                self.secret = true;
            }
            "only_for" => self.only_for = entities(key, name, sink).map(|entities| (entities, span)),
            "within" => self.within = objects(key, name, sink).map(|objects| (objects, span)),
            "header" => self.header = text_value(key, name, "\"Header-Name\"", sink).map(|text| (text, span)),
            "rename" => self.rename = text_value(key, name, "\"wire_name\"", sink),
            "style" => self.style = style(key, name, sink).map(|style| (style, span)),
            "slash" => self.slash = slash(key, name, sink),
            _ => return false,
        }
        true
    }
}

/// What `#[truto(…)]` says of a struct or an enum.
#[derive(Default)]
pub(crate) struct StructKeys {
    pub(crate) krate: Option<Path>,
}

impl StructKeys {
    /// Reads the `#[truto(…)]` attributes among `attributes`.
    pub(crate) fn parse(attributes: &[Attribute], sink: &mut Sink) -> Self {
        const KEYS: &[&str] = &["crate"];
        let mut keys = Self::default();
        for (name, key) in named_keys(attributes, KEYS, sink) {
            let text = name.to_string();
            match text.as_str() {
                "crate" if keys.krate.is_some() => {
                    sink.error(
                        name.span(),
                        Code::RepeatedKey,
                        "the key `crate` occurs twice",
                        "leave out one of the two",
                    );
                }
                "crate" => keys.krate = path_value(&key, &name, sink),
                _ if FIELD_KEYS.contains(&text.as_str()) => {
                    let what = format!("`{text}` belongs on a field");
                    sink.error(name.span(), Code::UnknownKey, what, "move it to the field that it is about");
                }
                _ => sink.error(name.span(), Code::UnknownKey, format!("unknown key `{text}`"), hint(&text, KEYS)),
            }
        }
        keys
    }
}

/// What `#[truto(…)]` says of a variant.
#[derive(Default)]
pub(crate) struct VariantKeys {
    pub(crate) rename: Option<Text>,
}

impl VariantKeys {
    /// Reads the `#[truto(…)]` attributes among `attributes`.
    pub(crate) fn parse(attributes: &[Attribute], sink: &mut Sink) -> Self {
        const KEYS: &[&str] = &["rename"];
        let mut keys = Self::default();
        for (name, key) in named_keys(attributes, KEYS, sink) {
            if name != "rename" {
                let text = name.to_string();
                sink.error(name.span(), Code::UnknownKey, format!("unknown key `{text}`"), hint(&text, KEYS));
            } else if keys.rename.is_some() {
                sink.error(name.span(), Code::RepeatedKey, "the key `rename` occurs twice", "leave out one of the two");
            } else {
                keys.rename = text_value(&key, &name, "\"wire_name\"", sink);
            }
        }
        keys
    }
}

/// Whether an attribute is `#[truto…]`.
pub(crate) fn is_truto(attribute: &Attribute) -> bool {
    attribute.path().is_ident("truto")
}

fn named_keys(attributes: &[Attribute], known: &[&str], sink: &mut Sink) -> Vec<(Ident, Key)> {
    let mut all = Vec::new();
    for attribute in attributes.iter().filter(|attribute| is_truto(attribute)) {
        let span = syn::spanned::Spanned::span(attribute.path());
        let Meta::List(list) = &attribute.meta else {
            let fix = format!("write `#[truto(…)]` with {}", crate::diag::list(known));
            sink.error(span, Code::KeyForm, "`truto` takes a list of keys", fix);
            continue;
        };
        for key in split(list.tokens.clone()) {
            match key.name.clone() {
                Some(name) => all.push((name, key)),
                None => {
                    let what = format!("expected a key, found `{}`", key.text());
                    sink.error(key.span(), Code::KeyForm, what, format!("use {}", crate::diag::list(known)));
                }
            }
        }
    }
    all
}

fn form(name: &Ident, span: Span, usage: &str, sink: &mut Sink) {
    sink.error(span, Code::KeyForm, format!("`{name}` is not written like this"), format!("write `{usage}`"));
}

fn flag(key: &Key, name: &Ident, sink: &mut Sink) -> Span {
    if !matches!(key.form, Form::Word) {
        sink.error(name.span(), Code::KeyForm, format!("`{name}` takes no value"), format!("write `{name}` alone"));
    }
    // What is meant is clear: the checks that follow would only repeat the mistake.
    name.span()
}

fn text_value(key: &Key, name: &Ident, example: &str, sink: &mut Sink) -> Option<Text> {
    if let Form::Value(value) = &key.form {
        match string(value) {
            Some((text, literal)) if text.is_empty() => {
                let what = format!("`{name}` is empty");
                sink.error(literal.span(), Code::KeyForm, what, format!("write `{name} = {example}`"));
                return None;
            }
            Some((value, literal)) => return Some(Text { value, literal }),
            None => {}
        }
    }
    let span = match &key.form {
        Form::Value(value) => span_of(value).unwrap_or(name.span()),
        _ => name.span(),
    };
    // `rename("title")`, whose value is there.
    let given = match &key.form {
        Form::List(list) => string(list).map(|(_, literal)| literal.to_string()),
        _ => None,
    };
    form(name, span, &format!("{name} = {}", given.as_deref().unwrap_or(example)), sink);
    None
}

fn objects(key: &Key, name: &Ident, sink: &mut Sink) -> Option<Vec<String>> {
    let text = text_value(key, name, "\"object\"", sink)?;
    if text.value.contains(['[', ']', '/']) {
        let parts: Vec<&str> = text.value.split(['[', ']', '/', '.']).filter(|part| !part.is_empty()).collect();
        let what = format!("`{}` names no object", text.value.escape_debug());
        sink.error(text.literal.span(), Code::KeyForm, what, format!("write `within = \"{}\"`", parts.join(".")));
        return None;
    }
    let objects: Vec<String> = text.value.split('.').map(str::to_owned).collect();
    if objects.iter().any(String::is_empty) {
        let what = "`within` names an object without a name";
        sink.error(
            text.literal.span(),
            Code::KeyForm,
            what,
            "write `within = \"a\"`, or `within = \"a.b\"` for nested ones",
        );
        return None;
    }
    Some(objects)
}

fn entities(key: &Key, name: &Ident, sink: &mut Sink) -> Option<Vec<Ident>> {
    const USAGE: &str = "only_for(First, Second)";
    let Form::List(list) = &key.form else {
        form(name, name.span(), USAGE, sink);
        return None;
    };
    let entities = entity_list(list, USAGE, sink)?;
    if entities.is_empty() {
        let fix = "name the entities that the field is allowed for";
        sink.error(name.span(), Code::KeyForm, "`only_for` allows no entity at all", fix);
        return None;
    }
    Some(entities)
}

/// The entities of a rule, each a single name; `None` when one of them is wrong.
pub(crate) fn entity_list(list: &TokenStream, usage: &str, sink: &mut Sink) -> Option<Vec<Ident>> {
    let mut entities: Vec<Ident> = Vec::new();
    let mut sound = true;
    for item in split(list.clone()) {
        let tokens: TokenStream = item.tokens.iter().cloned().collect();
        // A keyword is the name of no variant.
        match syn::parse2::<Ident>(tokens).ok() {
            Some(entity) if entities.contains(&entity) => {
                let what = format!("the entity `{entity}` occurs twice");
                sink.error(entity.span(), Code::RepeatedKey, what, "leave out one of the two");
                sound = false;
            }
            Some(entity) => entities.push(entity),
            None => {
                let what = format!("expected the name of an entity, found `{}`", item.text());
                let fix = format!("write `{usage}` with variants of the entity's enum");
                sink.error(item.span(), Code::KeyForm, what, fix);
                sound = false;
            }
        }
    }
    sound.then_some(entities)
}

fn style(key: &Key, name: &Ident, sink: &mut Sink) -> Option<Spelling> {
    let found = match &key.form {
        Form::Value(value) => word(value).or_else(|| {
            let (text, literal) = string(value)?;
            let mut word = syn::parse_str::<Ident>(&text).ok()?;
            word.set_span(literal.span());
            Some(word)
        }),
        _ => None,
    };
    let Some(found) = found else {
        form(name, name.span(), "style = brackets", sink);
        return None;
    };
    match found.to_string().as_str() {
        "brackets" => Some(Spelling::Brackets),
        "repeat" => Some(Spelling::Repeat),
        "comma" => Some(Spelling::Comma),
        other => {
            sink.error(found.span(), Code::KeyForm, format!("unknown style `{other}`"), hint(other, STYLES));
            None
        }
    }
}

fn slash(key: &Key, name: &Ident, sink: &mut Sink) -> Option<Span> {
    match &key.form {
        Form::Value(value) if word(value).is_some_and(|word| word == "encode") => Some(name.span()),
        _ => {
            form(name, name.span(), "slash = encode", sink);
            None
        }
    }
}

fn path_value(key: &Key, name: &Ident, sink: &mut Sink) -> Option<Path> {
    let value = match &key.form {
        Form::Value(value) => match string(value) {
            Some((text, _)) => text.parse().unwrap_or_default(),
            None => value.clone(),
        },
        _ => TokenStream::new(),
    };
    let path = syn::parse::Parser::parse2(Path::parse_mod_style, value).ok();
    if path.is_none() {
        form(name, name.span(), "crate = path::to::truto_core", sink);
    }
    path
}
