//! A declaration as tokens, the input of the expander, and where tests find declarations.

use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::expand;

/// The input of one of the macros.
#[derive(Clone, Debug)]
pub(super) enum Declaration {
    Endpoint { args: TokenStream, item: TokenStream },
    Entity { item: TokenStream },
    Record { item: TokenStream },
    Names { item: TokenStream },
}

impl Declaration {
    pub(super) fn item(&self) -> &TokenStream {
        match self {
            Self::Endpoint { item, .. } | Self::Entity { item } | Self::Record { item } | Self::Names { item } => item,
        }
    }

    pub(super) fn expand(&self) -> TokenStream {
        match self {
            Self::Endpoint { args, item } => expand::endpoint(args.clone(), item),
            Self::Entity { item } => expand::entity(item.clone()),
            Self::Record { item } => expand::record(item.clone()),
            Self::Names { item } => expand::enum_of_names(item.clone()),
        }
    }

    /// The declarations of a source text in order, also within modules, functions and macros.
    pub(super) fn all_in(source: &str) -> Vec<Self> {
        let mut found = Vec::new();
        // A case that is not Rust has no declaration.
        if let Ok(tokens) = source.parse() {
            collect(tokens, &mut found);
        }
        found
    }

    /// The declarations of every `.rs` file below a directory of the workspace.
    pub(super) fn all_below(directory: &str) -> Vec<Self> {
        let mut found = Vec::new();
        let mut open = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(directory)];
        while let Some(directory) = open.pop() {
            let mut paths: Vec<_> = fs::read_dir(&directory).unwrap().map(|entry| entry.unwrap().path()).collect();
            paths.sort();
            for path in paths {
                if path.is_dir() {
                    open.push(path);
                } else if path.extension().is_some_and(|extension| extension == "rs") {
                    found.extend(Self::all_in(&fs::read_to_string(path).unwrap()));
                }
            }
        }
        found
    }
}

fn collect(tokens: TokenStream, found: &mut Vec<Declaration>) {
    let tokens: Vec<TokenTree> = tokens.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Group(group) = token else { continue };
        if group.delimiter() != Delimiter::Bracket {
            collect(group.stream(), found);
            continue;
        }
        let inside: Vec<TokenTree> = group.stream().into_iter().collect();
        let arguments = || match inside.last() {
            Some(TokenTree::Group(arguments)) => arguments.stream(),
            _ => TokenStream::new(),
        };
        let item = || {
            let mut is_over = false;
            let rest = tokens[at + 1..].iter().take_while(|token| !std::mem::replace(&mut is_over, ends_item(token)));
            rest.cloned().collect()
        };
        match inside.first() {
            Some(TokenTree::Ident(name)) if name == "unified_endpoint" => {
                found.push(Declaration::Endpoint { args: arguments(), item: item() });
            }
            Some(TokenTree::Ident(name)) if name == "derive" && arguments().to_string().contains("UnifiedEntity") => {
                found.push(Declaration::Entity { item: item() });
            }
            Some(TokenTree::Ident(name)) if name == "derive" && arguments().to_string().contains("UnifiedRecord") => {
                found.push(Declaration::Record { item: item() });
            }
            Some(TokenTree::Ident(name)) if name == "derive" && arguments().to_string().contains("UnifiedEnum") => {
                found.push(Declaration::Names { item: item() });
            }
            _ => {}
        }
    }
}

fn ends_item(token: &TokenTree) -> bool {
    match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(punct) => punct.as_char() == ';',
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    }
}
