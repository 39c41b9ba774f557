//! The providers that support an endpoint: `providers(Attio(Accounts, Contacts), Close)`.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Path;
use syn::parse::Parser;

use crate::diag::{Code, Sink};
use crate::grammar::entities;
use crate::grammar::key::{Form, Key, only_group, string};
use crate::grammar::list::{Of, split};
use crate::syntax::names::camel;

const USAGE: &str = "providers(Attio(First, Second), Close)";

/// One provider, and the entities that it supports.
pub(crate) struct Support {
    pub(crate) provider: Path,
    /// `None` if it supports every entity.
    pub(crate) entities: Option<Vec<Ident>>,
}

impl Support {
    pub(crate) fn span(&self) -> Span {
        self.provider.segments.last().map_or_else(Span::call_site, |segment| segment.ident.span())
    }

    /// The provider as the user wrote it.
    pub(crate) fn text(&self) -> String {
        self.provider.to_token_stream().to_string().replace(' ', "")
    }

    /// The provider with its entities, as the user should write it.
    fn written(&self) -> String {
        match &self.entities {
            Some(entities) => format!("{}({})", self.text(), entities::listed(entities)),
            None => self.text(),
        }
    }
}

/// The providers of a key that can be read.
pub(crate) fn parse(key: &Key, name: &Ident, sink: &mut Sink) -> Vec<Support> {
    let Form::List(list) = &key.form else {
        let meant = key.value().map(|value| {
            // `providers = [Attio]`
            let list = only_group(value).map_or_else(|| value.clone(), |group| group.stream());
            supports(list, &mut Sink::muted())
        });
        let written: Vec<String> = meant.iter().flatten().map(Support::written).collect();
        let usage = if written.is_empty() { USAGE.to_owned() } else { format!("providers({})", written.join(", ")) };
        sink.error(name.span(), Code::KeyForm, "`providers` is malformed", format!("write `{usage}`"));
        return meant.unwrap_or_default();
    };
    if list.is_empty() {
        let fix = "list the providers that support the endpoint, or remove it";
        sink.error(name.span(), Code::KeyForm, "`providers` lists no providers", fix);
    }
    supports(list.clone(), sink)
}

fn supports(list: TokenStream, sink: &mut Sink) -> Vec<Support> {
    split(list, Of::Names, sink).iter().filter_map(|item| support(item, sink)).collect()
}

fn support(item: &Key, sink: &mut Sink) -> Option<Support> {
    let report = |usage: &str, sink: &mut Sink| {
        let what = format!("expected a provider, found `{}`", item.text());
        sink.error(item.span(), Code::KeyForm, what, format!("write `{usage}`"));
    };
    let (path, rest) = item.tokens.split_at(path_length(&item.tokens));
    let path: TokenStream = path.iter().cloned().collect();
    let quoted = string(&item.stream()).and_then(|(text, literal)| {
        let mut path: Path = syn::parse_str(&if text.contains("::") { text } else { camel(&text) }).ok()?;
        path.segments.iter_mut().for_each(|segment| segment.ident.set_span(literal.span()));
        Some(path)
    });
    let Some(provider) = Path::parse_mod_style.parse2(path).ok().or_else(|| quoted.clone()) else {
        report(USAGE, sink);
        return None;
    };
    let mut support = Support { provider, entities: None };
    if quoted.is_some() {
        report(&support.text(), sink);
        return Some(support);
    }
    let provider = support.text();
    match rest {
        [] => {}
        [TokenTree::Group(list)] if list.stream().is_empty() => {
            let what = format!("`{provider}` lists no entities");
            sink.error(support.span(), Code::KeyForm, what, "list the entities that it supports, or remove it");
        }
        [TokenTree::Group(list)] if list.delimiter() == proc_macro2::Delimiter::Parenthesis => {
            let usage = |entities: &[Ident]| format!("{provider}({})", entities::listed(entities));
            support.entities = entities::of_list(&list.stream(), usage, sink);
        }
        _ => {
            let names: TokenStream =
                rest.iter().filter(|token| !matches!(token, TokenTree::Punct(_))).cloned().collect();
            support.entities = entities::meant_by(&names);
            let written = if support.entities.is_some() { support.written() } else { USAGE.to_owned() };
            report(&written, sink);
        }
    }
    Some(support)
}

/// The number of tokens of the path at the start.
fn path_length(tokens: &[TokenTree]) -> usize {
    let is_colon = |token: Option<&TokenTree>| matches!(token, Some(TokenTree::Punct(sign)) if sign.as_char() == ':');
    let mut length = 0;
    loop {
        match tokens.get(length) {
            Some(TokenTree::Ident(_)) => length += 1,
            token if is_colon(token) && is_colon(tokens.get(length + 1)) => length += 2,
            _ => return length,
        }
    }
}
