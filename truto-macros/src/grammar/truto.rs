//! The keys of `#[truto(…)]`, on a field, on a struct or enum, and on a variant.
//!
//! A key with a slip is reported, and then read as the one that is meant. What the keys of such a field say together is not
//! judged: it may follow from the slip.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, Meta, Path};

use crate::diag::{Code, Sink, hint, meant_word};
use crate::grammar::entities;
use crate::grammar::key::{Key, Of, split};
use crate::grammar::value::{self, Text};
use crate::syntax::{is_sign, text as text_of};

pub(crate) const FIELD_KEYS: &[&str] =
    &["entity", "only_for", "within", "query", "header", "rename", "style", "default", "secret", "slash"];
const STYLES: &[&str] = &["brackets", "comma", "repeat"];

/// The style of a list in the query.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    Brackets,
    Repeat,
    Comma,
}

impl Style {
    fn of(word: &str) -> Self {
        match word {
            "comma" => Self::Comma,
            "repeat" => Self::Repeat,
            _ => Self::Brackets,
        }
    }

    fn as_str(self) -> &'static str {
        match self {
            Self::Brackets => "brackets",
            Self::Repeat => "repeat",
            Self::Comma => "comma",
        }
    }
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
    pub(crate) style: Option<(Style, Span)>,
    pub(crate) default: Option<Span>,
    pub(crate) secret: bool,
    pub(crate) slash: Option<Span>,
}

impl FieldKeys {
    /// Reads the `#[truto(…)]` attributes among `attributes`; `has_entity` says whether another field is the entity.
    pub(crate) fn parse(attributes: &[Attribute], has_entity: bool, sink: &mut Sink) -> Self {
        let mut keys = Self::default();
        let mut seen: Vec<&str> = Vec::new();
        for (name, key) in keys_of(attributes, FIELD_KEYS, sink) {
            let found = key.spelling();
            if let Some(word) = FIELD_KEYS.iter().find(|word| **word == found) {
                if seen.contains(word) {
                    let what = format!("the key `{word}` occurs twice on this field");
                    sink.error(name.span(), Code::RepeatedKey, what, "remove one of them");
                    continue;
                }
                seen.push(word);
                keys.take(word, &key, has_entity, sink);
                continue;
            }
            if !key.is_guess {
                let what = format!("unknown key `{found}`");
                sink.error(name.span(), Code::UnknownKey, what, hint(&found, FIELD_KEYS));
            }
            if let Some(word) = meant_word(&found, FIELD_KEYS).filter(|word| !seen.contains(word)) {
                seen.push(word);
                keys.take(word, &key.renamed(word), has_entity, &mut Sink::muted());
            }
        }
        keys
    }

    /// Reads what is not in `#[truto(…)]` but was meant to be, without a word about its form.
    pub(crate) fn of(keys: &[Key]) -> Self {
        let mut read = Self::default();
        for key in keys {
            let found = key.name.as_ref().map(ToString::to_string).unwrap_or_default();
            if let Some(word) = FIELD_KEYS.iter().find(|word| **word == found) {
                read.take(word, key, false, &mut Sink::muted());
            }
        }
        read
    }

    fn take(&mut self, word: &str, key: &Key, has_entity: bool, sink: &mut Sink) {
        let Some(name) = &key.name else { return };
        let span = name.span();
        match word {
            "entity" => match rule_meant(key).filter(|_| has_entity) {
                Some(rule) => {
                    let fix = format!("write `only_for({})`", entities::listed(&rule));
                    sink.error(span, Code::KeyForm, "`entity` takes no value", fix);
                    self.only_for = Some((rule, span));
                }
                None => {
                    value::flag(key, name, sink);
                    self.entity = Some(span);
                }
            },
            "query" => self.query(key, name, sink),
            "default" => self.defaulted(key, name, sink),
            "secret" => {
                value::flag(key, name, sink);
                self.secret = true;
            }
            "only_for" => self.only_for = entities::of_key(key, sink).map(|entities| (entities, span)),
            "within" => self.within = value::objects(key, sink).map(|objects| (objects, span)),
            "header" => {
                self.header = value::text(key, "\"Header-Name\"", value::header, sink).map(|text| (text, span));
            }
            "rename" => self.rename = value::text(key, "\"wire_name\"", value::one, sink),
            "style" => {
                self.style = value::choice(key, STYLES, "style", sink).map(|style| (Style::of(style), span));
            }
            _ => {
                value::slash(key, name, sink);
                self.slash = Some(span);
            }
        }
    }

    /// `query`, and `query = "name"`, which is a `rename` as well.
    fn query(&mut self, key: &Key, name: &Ident, sink: &mut Sink) {
        self.query = Some(name.span());
        let renamed = value::text(key, "\"\"", value::one, &mut Sink::muted()).filter(|_| key.value().is_some());
        match renamed.filter(|text| !["true", "false"].contains(&text.value.as_str())) {
            Some(text) => {
                let fix = format!("write `query, rename = {:?}`", text.value);
                sink.error(name.span(), Code::KeyForm, "`query` takes no value", fix);
                self.rename.get_or_insert(text);
            }
            None => value::flag(key, name, sink),
        }
    }

    /// `default`, of which nobody knows what one with a value is meant to send.
    fn defaulted(&mut self, key: &Key, name: &Ident, sink: &mut Sink) {
        self.default = Some(name.span());
        let Some(value) = key.value().filter(|value| !value.is_empty()) else {
            value::flag(key, name, sink);
            return;
        };
        let value = text_of(value);
        let fix = format!("write `default` alone, or give the field a type whose `Default` is {value}");
        sink.error(name.span(), Code::KeyForm, "`default` takes no value: it sends the `Default` of the type", fix);
    }

    /// The keys as they are written.
    pub(crate) fn written(&self) -> String {
        let mut keys = Vec::new();
        let mut flag = |is_there: bool, name: &str| keys.extend(is_there.then(|| name.to_owned()));
        flag(self.entity.is_some(), "entity");
        flag(self.query.is_some(), "query");
        flag(self.default.is_some(), "default");
        flag(self.secret, "secret");
        flag(self.slash.is_some(), "slash = encode");
        keys.extend(self.only_for.iter().map(|(entities, _)| format!("only_for({})", entities::listed(entities))));
        keys.extend(self.within.iter().map(|(objects, _)| format!("within = {:?}", objects.join("."))));
        keys.extend(self.header.iter().map(|(header, _)| format!("header = {:?}", header.value)));
        keys.extend(self.rename.iter().map(|rename| format!("rename = {:?}", rename.value)));
        keys.extend(self.style.iter().map(|(style, _)| format!("style = {}", style.as_str())));
        keys.join(", ")
    }
}

/// The rule that is meant by `entity = Leads`.
fn rule_meant(key: &Key) -> Option<Vec<Ident>> {
    entities::of_list(key.value()?, |_| String::new(), &mut Sink::muted())
}

/// Whether a field says that it is the entity.
pub(crate) fn is_entity(attributes: &[Attribute]) -> bool {
    attributes.iter().filter(|attribute| is_truto(attribute)).any(|attribute| {
        let Meta::List(list) = &attribute.meta else { return false };
        let mut tokens = list.tokens.clone().into_iter();
        // A key begins the list, or stands behind a comma.
        let mut is_key = true;
        while let Some(token) = tokens.next() {
            if is_key && matches!(&token, TokenTree::Ident(name) if name == "entity") {
                return tokens.next().is_none_or(|next| is_sign(&next, ','));
            }
            is_key = is_sign(&token, ',');
        }
        false
    })
}

/// What `#[truto(…)]` says of a struct or an enum.
#[derive(Default)]
pub(crate) struct StructKeys {
    pub(crate) krate: Option<Path>,
    /// True if the module is under `#![no_implicit_prelude]`.
    pub(crate) no_prelude: bool,
    /// Keys of the endpoint's attribute that stand here by mistake.
    pub(crate) arguments: Vec<Key>,
}

impl StructKeys {
    /// The path of `truto_core`.
    pub(crate) fn crate_path(&self) -> TokenStream {
        self.krate.as_ref().map_or_else(|| quote!(::truto_core), ToTokens::to_token_stream)
    }

    /// Reads the `#[truto(…)]` attributes among `attributes`; `member` is what the item has: a field, or a variant.
    pub(crate) fn parse(attributes: &[Attribute], member: &str, sink: &mut Sink) -> Self {
        const KEYS: &[&str] = &["crate", "no_prelude"];
        let mut keys = Self::default();
        for (name, key) in keys_of(attributes, KEYS, sink) {
            let found = name.to_string();
            if found == "crate" && keys.krate.is_some() || found == "no_prelude" && keys.no_prelude {
                let fix = "remove one of them";
                sink.error(name.span(), Code::RepeatedKey, format!("the key `{found}` occurs twice"), fix);
            } else if KEYS.contains(&found.as_str()) {
                keys.take(&found, &key, &name, sink);
            } else if FIELD_KEYS.contains(&found.as_str()) {
                let what = format!("`{found}` belongs on a {member}");
                let fix = format!("move it to the {member} that it describes");
                sink.error(name.span(), Code::UnknownKey, what, fix);
            } else if !key.is_guess {
                sink.error(name.span(), Code::UnknownKey, format!("unknown key `{found}`"), hint(&found, KEYS));
                match meant_word(&found, KEYS) {
                    Some(word) => keys.take(word, &key, &name, &mut Sink::muted()),
                    None => keys.arguments.push(key),
                }
            }
        }
        keys
    }

    fn take(&mut self, word: &str, key: &Key, name: &Ident, sink: &mut Sink) {
        if word == "crate" {
            self.krate = value::path(key, name, sink);
        } else {
            value::flag(key, name, sink);
            self.no_prelude = true;
        }
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
        for (name, key) in keys_of(attributes, KEYS, sink) {
            let found = name.to_string();
            let rename = |key: &Key, sink: &mut Sink| value::text(key, "\"wire_name\"", value::one, sink);
            if found == "rename" && keys.rename.is_some() {
                let fix = "remove one of them";
                sink.error(name.span(), Code::RepeatedKey, "the key `rename` occurs twice", fix);
            } else if found == "rename" {
                keys.rename = rename(&key, sink);
            } else if !key.is_guess {
                sink.error(name.span(), Code::UnknownKey, format!("unknown key `{found}`"), hint(&found, KEYS));
                if meant_word(&found, KEYS).is_some() {
                    keys.rename = keys.rename.or_else(|| rename(&key.renamed("rename"), &mut Sink::muted()));
                }
            }
        }
        keys
    }
}

/// Whether an attribute is `#[truto…]`.
pub(crate) fn is_truto(attribute: &Attribute) -> bool {
    attribute.path().is_ident("truto")
}

/// The keys of all `#[truto(…)]`.
fn keys_of(attributes: &[Attribute], known: &[&str], sink: &mut Sink) -> Vec<(Ident, Key)> {
    let mut all = Vec::new();
    for attribute in attributes.iter().filter(|attribute| is_truto(attribute)) {
        let span = syn::spanned::Spanned::span(attribute.path());
        let Meta::List(list) = &attribute.meta else {
            let fix = format!("write `#[truto(…)]` with {}", crate::diag::list(known));
            sink.error(span, Code::KeyForm, "`truto` takes a list of keys", fix);
            continue;
        };
        for key in split(list.tokens.clone(), Of::Keys, sink) {
            match key.name.clone() {
                Some(name) => all.push((name, key)),
                None if key.is_guess => {}
                None => {
                    let what = format!("expected a key, found `{}`", key.text());
                    sink.error(key.span(), Code::KeyForm, what, format!("use {}", crate::diag::list(known)));
                }
            }
        }
    }
    all
}
