//! Whether the user's crate has a prelude.
//!
//! Under `#![no_implicit_prelude]` rustc does not resolve `#[diagnostic::…]`, and no path to it works instead. There our
//! sentences have to stay out of the expansion, and rustc's own take their place. Nothing tells a macro of that attribute
//! but the source itself.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

const ATTRIBUTE: &str = "no_implicit_prelude";

/// `tokens`, without `#[diagnostic::…]` where it could not be resolved.
pub(crate) fn adapt(tokens: TokenStream, file: Option<PathBuf>) -> TokenStream {
    if file.is_some_and(|file| is_missing(&file)) { without_diagnostics(tokens) } else { tokens }
}

/// Whether this file, or one that may be a module around it, gives the prelude up.
fn is_missing(file: &Path) -> bool {
    static KNOWN: OnceLock<Mutex<HashMap<PathBuf, bool>>> = OnceLock::new();
    let known = KNOWN.get_or_init(Mutex::default);
    if let Some(answer) = known.lock().unwrap_or_else(PoisonError::into_inner).get(file) {
        return *answer;
    }
    let answer = around(file).iter().any(|file| fs::read_to_string(file).is_ok_and(|text| text.contains(ATTRIBUTE)));
    known.lock().unwrap_or_else(PoisonError::into_inner).insert(file.to_owned(), answer);
    answer
}

/// The file and those of the modules around it, up to the root of the crate.
fn around(file: &Path) -> Vec<PathBuf> {
    let mut files = vec![file.to_owned()];
    for folder in file.ancestors().skip(1) {
        files.extend(["mod.rs", "lib.rs", "main.rs"].map(|name| folder.join(name)));
        files.push(folder.with_extension("rs"));
        if folder.join("Cargo.toml").exists() {
            break;
        }
    }
    files
}

fn without_diagnostics(tokens: TokenStream) -> TokenStream {
    let mut out = Vec::new();
    let mut tokens = tokens.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let is_hash = matches!(&token, TokenTree::Punct(punct) if punct.as_char() == '#');
        if is_hash && tokens.next_if(is_diagnostic).is_some() {
            continue;
        }
        out.push(match token {
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), without_diagnostics(group.stream()));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            other => other,
        });
    }
    out.into_iter().collect()
}

fn is_diagnostic(token: &TokenTree) -> bool {
    let TokenTree::Group(group) = token else { return false };
    let first = group.stream().into_iter().next();
    group.delimiter() == Delimiter::Bracket && matches!(first, Some(TokenTree::Ident(name)) if name == "diagnostic")
}

#[cfg(test)]
mod tests {
    use quote::quote;

    use super::*;

    #[test]
    fn only_our_sentences_are_left_out() {
        let tokens = quote! {
            mod m { #[doc = "x"] #[diagnostic::on_unimplemented(message = "y")] pub trait T {} }
            #[diagnostic::do_not_recommend] impl T for [u8; 2] {}
        };
        let left = quote! { mod m { #[doc = "x"] pub trait T {} } impl T for [u8; 2] {} };
        assert_eq!(without_diagnostics(tokens).to_string(), left.to_string());
    }

    #[test]
    fn every_module_around_a_file_is_looked_at() {
        let files = around(Path::new("src/api/crm.rs"));
        for file in ["src/api/crm.rs", "src/api/mod.rs", "src/api.rs", "src/lib.rs", "src/main.rs"] {
            assert!(files.contains(&PathBuf::from(file)), "{file} in {files:?}");
        }
    }
}
