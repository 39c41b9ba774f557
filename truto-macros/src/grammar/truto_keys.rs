//! The keys of `#[truto(…)]`, on a field, on a struct or enum, and on a variant.
//!
//! A misspelt key is reported and read as meant. Whether the keys of such a field fit together is not checked: what does not
//! fit may follow from the slip.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{Attribute, Meta, Path};

use crate::diag::{Code, Sink, hint, list, meant_word};
use crate::grammar::entities;
use crate::grammar::key::Key;
use crate::grammar::list::{Of, split};
use crate::grammar::record_keys;
use crate::grammar::value::{self, Text};
use crate::grammar::words::words;
use crate::syntax::{is_sign, text as text_of};

pub(crate) const FIELD_KEYS: &[&str] =
    &["entity", "only_for", "within", "query", "header", "rename", "style", "default", "secret", "slash"];

words! {
    /// The style of a list in the query.
    Style {
        Brackets = "brackets",
        Comma = "comma",
        Repeat = "repeat",
    }
}

/// The keys of a field. Each has the span that a message about it underlines.
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
        read(keys_of(attributes, FIELD_KEYS, sink), FIELD_KEYS, sink, |word, key, name, sink| {
            keys.take(word, key, name, has_entity, sink);
        });
        keys
    }

    /// Reads keys that are not in `#[truto(…)]` but were meant to be. Reports nothing.
    pub(crate) fn of(keys: &[Key]) -> Self {
        let mut read = Self::default();
        for key in keys {
            if let Some(name) = &key.name {
                read.take(&name.to_string(), key, name, false, &mut Sink::muted());
            }
        }
        read
    }

    fn take(&mut self, word: &str, key: &Key, name: &Ident, has_entity: bool, sink: &mut Sink) {
        let span = name.span();
        match word {
            "entity" => match key.value().and_then(entities::meant_by).filter(|_| has_entity) {
                // `entity = Leads`
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
                let style = value::choice(key, Style::WORDS, "style", sink).and_then(Style::named);
                self.style = style.map(|style| (style, span));
            }
            "slash" => {
                value::slash(key, name, sink);
                self.slash = Some(span);
            }
            _ => {}
        }
    }

    /// `query`, or `query = "name"`, which is also a `rename`.
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

    /// `default`. The meaning of a value is unclear.
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

    /// The keys, as the user should write them.
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

/// Whether a field is marked as the entity.
pub(crate) fn is_entity(attributes: &[Attribute]) -> bool {
    attributes.iter().filter(|attribute| is_truto(attribute)).any(|attribute| {
        let Meta::List(list) = &attribute.meta else { return false };
        let mut tokens = list.tokens.clone().into_iter();
        // A key is first, or follows a comma.
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

/// The keys of a struct or an enum.
#[derive(Default)]
pub(crate) struct StructKeys {
    pub(crate) krate: Option<Path>,
    /// True if the module is under `#![no_implicit_prelude]`.
    pub(crate) no_prelude: bool,
    /// True if a record gets setters.
    pub(crate) setters: bool,
    /// Keys of the endpoint's attribute that are here by mistake.
    pub(crate) arguments: Vec<Key>,
}

impl StructKeys {
    /// The path of `truto_core`.
    pub(crate) fn crate_path(&self) -> TokenStream {
        self.krate.as_ref().map_or_else(|| quote!(::truto_core), ToTokens::to_token_stream)
    }

    /// Reads the `#[truto(…)]` attributes among `attributes`; `member` is what the item has: a field, or a variant.
    pub(crate) fn parse(attributes: &[Attribute], member: &str, sink: &mut Sink) -> Self {
        Self::of(attributes, &["crate", "no_prelude"], FIELD_KEYS, member, sink)
    }

    /// Reads the same of a record.
    pub(crate) fn of_record(attributes: &[Attribute], sink: &mut Sink) -> Self {
        Self::of(attributes, &["crate", "setters"], record_keys::KEYS, "field", sink)
    }

    fn of(
        attributes: &[Attribute],
        known: &[&'static str],
        of_members: &[&str],
        member: &str,
        sink: &mut Sink,
    ) -> Self {
        let mut keys = Self::default();
        let (misplaced, own): (Vec<_>, Vec<_>) = keys_of(attributes, known, sink)
            .into_iter()
            .partition(|(name, _)| of_members.iter().any(|key| name == key));
        for (name, _) in misplaced {
            let what = format!("`{name}` belongs on a {member}");
            sink.error(name.span(), Code::UnknownKey, what, format!("move it to the {member} that it describes"));
        }
        let (krate, no_prelude, setters) = (&mut keys.krate, &mut keys.no_prelude, &mut keys.setters);
        keys.arguments = read(own, known, sink, |word, key, name, sink| {
            if word == "crate" {
                *krate = value::path(key, name, sink);
                return;
            }
            value::flag(key, name, sink);
            let flag = if word == "setters" { &mut *setters } else { &mut *no_prelude };
            *flag = true;
        });
        keys
    }
}

/// The key `rename` of a variant.
pub(crate) fn variant_rename(attributes: &[Attribute], sink: &mut Sink) -> Option<Text> {
    const KEYS: &[&str] = &["rename"];
    let mut rename = None;
    read(keys_of(attributes, KEYS, sink), KEYS, sink, |_, key, _, sink| {
        rename = value::text(key, "\"wire_name\"", value::one, sink);
    });
    rename
}

/// Gives each known key to `take`, once. Reports the others: a misspelt key is taken as meant, without a report of its
/// form. Returns the keys whose meaning is unclear.
pub(super) fn read(
    keys: Vec<(Ident, Key)>,
    known: &[&'static str],
    sink: &mut Sink,
    mut take: impl FnMut(&str, &Key, &Ident, &mut Sink),
) -> Vec<Key> {
    let mut seen: Vec<&str> = Vec::new();
    let mut unclear = Vec::new();
    for (name, key) in keys {
        let found = key.spelling();
        let exact = known.iter().copied().find(|word| *word == found);
        if exact.is_none() && !key.is_guess {
            sink.error(name.span(), Code::UnknownKey, format!("unknown key `{found}`"), hint(&found, known));
        }
        match exact.or_else(|| meant_word(&found, known)) {
            Some(word) if seen.contains(&word) => {
                if exact.is_some() {
                    let what = format!("the key `{word}` occurs twice");
                    sink.error(name.span(), Code::RepeatedKey, what, "remove one of them");
                }
            }
            Some(word) => {
                seen.push(word);
                match exact {
                    Some(word) => take(word, &key, &name, sink),
                    None => take(word, &key.renamed(word), &name, &mut Sink::muted()),
                }
            }
            None if key.is_guess => {}
            None => unclear.push(key),
        }
    }
    unclear
}

/// Whether an attribute is `#[truto…]`.
pub(crate) fn is_truto(attribute: &Attribute) -> bool {
    attribute.path().is_ident("truto")
}

/// The keys of all `#[truto(…)]`.
pub(super) fn keys_of(attributes: &[Attribute], known: &[&str], sink: &mut Sink) -> Vec<(Ident, Key)> {
    let mut all = Vec::new();
    for attribute in attributes.iter().filter(|attribute| is_truto(attribute)) {
        let span = syn::spanned::Spanned::span(attribute.path());
        let Meta::List(content) = &attribute.meta else {
            let fix = format!("write `#[truto(…)]` with {}", list(known, "or"));
            sink.error(span, Code::KeyForm, "`truto` takes a list of keys", fix);
            continue;
        };
        for key in split(content.tokens.clone(), Of::Keys, sink) {
            match key.name.clone() {
                Some(name) => all.push((name, key)),
                None if key.is_guess => {}
                None => {
                    let what = format!("expected a key, found `{}`", key.text());
                    sink.error(key.span(), Code::KeyForm, what, format!("use {}", list(known, "or")));
                }
            }
        }
    }
    all
}
