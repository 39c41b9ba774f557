//! The providers that support an endpoint: `providers(Attio(Accounts, Contacts), Close)`.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Path;
use syn::parse::Parser;

use crate::diag::{Code, Sink};
use crate::grammar::key::{Form, Key, split};
use crate::grammar::truto::entity_list;

const USAGE: &str = "providers(Attio(First, Second), Close)";

/// One provider, and the entities that it supports.
pub(crate) struct Support {
    pub(crate) provider: Path,
    /// `None` where it supports every entity.
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
}

/// The providers that a key lists, without those that are wrong.
pub(crate) fn parse(key: &Key, name: &Ident, sink: &mut Sink) -> Vec<Support> {
    let Form::List(list) = &key.form else {
        sink.error(name.span(), Code::KeyForm, "`providers` is not written like this", format!("write `{USAGE}`"));
        return Vec::new();
    };
    let items = split(list.clone());
    if items.is_empty() {
        let fix = "name the providers that support the endpoint, or leave it out";
        sink.error(name.span(), Code::KeyForm, "`providers` names no provider", fix);
    }
    items.iter().filter_map(|item| support(item, sink)).collect()
}

fn support(item: &Key, sink: &mut Sink) -> Option<Support> {
    let (path, list) = match item.tokens.as_slice() {
        [path @ .., TokenTree::Group(list)] if list.delimiter() == Delimiter::Parenthesis => (path, Some(list)),
        path => (path, None),
    };
    let path: TokenStream = path.iter().cloned().collect();
    let Ok(provider) = Path::parse_mod_style.parse2(path) else {
        let what = format!("expected a provider, found `{}`", item.text());
        sink.error(item.span(), Code::KeyForm, what, format!("write `{USAGE}`"));
        return None;
    };
    let Some(list) = list else { return Some(Support { provider, entities: None }) };
    let support = Support { provider, entities: Some(entity_list(&list.stream(), USAGE, sink)?) };
    if support.entities.as_ref().is_some_and(Vec::is_empty) {
        let what = format!("`{}` supports no entity at all", support.text());
        sink.error(support.span(), Code::KeyForm, what, "name the entities that it supports, or leave it out");
        return None;
    }
    Some(support)
}
