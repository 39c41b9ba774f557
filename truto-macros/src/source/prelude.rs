//! Whether the user's crate has a prelude.
//!
//! Under `#![no_implicit_prelude]` rustc does not resolve `#[diagnostic::…]`, and no path to it works instead. There our
//! sentences have to stay out of the expansion, and rustc's own take their place. Nothing tells a macro of that attribute
//! but the source itself.

use std::collections::HashMap;
use std::env;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};

use crate::source::{Source, text};

const ATTRIBUTE: &str = "no_implicit_prelude";

/// Whether the module at this byte of a file, or one around it, gives the prelude up.
pub(super) fn is_missing(file: &Path, offset: usize) -> bool {
    static KNOWN: OnceLock<Mutex<HashMap<PathBuf, bool>>> = OnceLock::new();
    if Source::of(file).is_some_and(|source| source.without_prelude.iter().any(|part| part.contains(&offset))) {
        return true;
    }
    let mut known = KNOWN.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner);
    *known.entry(file.to_owned()).or_insert_with(|| {
        around(file, root())
            .iter()
            .any(|file| Source::of(file).is_some_and(|source| !source.without_prelude.is_empty()))
    })
}

/// The parts of a file that the attribute stands for.
pub(super) fn given_up(code: &str) -> Vec<Range<usize>> {
    let is_attribute = |at: usize| code[..at].rfind("#!").is_some_and(|start| !code[start..at].contains(']'));
    let places = code.match_indices(ATTRIBUTE).map(|(at, _)| at).filter(|at| is_attribute(*at));
    places.map(|at| text::block(code, at)).collect()
}

/// The root of the crate that is compiled, as the compiler was told; whoever else expands macros was told nothing.
fn root() -> Option<PathBuf> {
    env::args_os().skip(1).map(PathBuf::from).find(|path| path.extension().is_some_and(|extension| extension == "rs"))
}

/// The files of the modules around one, up to the root of the crate.
fn around(file: &Path, root: Option<PathBuf>) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = root.into_iter().collect();
    for folder in file.ancestors().skip(1) {
        files.extend(["mod.rs", "lib.rs", "main.rs"].map(|name| folder.join(name)));
        files.push(folder.with_extension("rs"));
        if folder.join("Cargo.toml").exists() {
            break;
        }
    }
    files.retain(|other| other != file);
    files
}

pub(super) fn without_diagnostics(tokens: TokenStream) -> TokenStream {
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
        let files = around(Path::new("src/api/crm.rs"), Some("src/bin/tool.rs".into()));
        for file in ["src/bin/tool.rs", "src/api/mod.rs", "src/api.rs", "src/lib.rs", "src/main.rs"] {
            assert!(files.contains(&PathBuf::from(file)), "{file} in {files:?}");
        }
    }

    #[test]
    fn only_the_attribute_gives_the_prelude_up_and_only_for_its_module() {
        let is_given_up =
            |text: &str| given_up(&text::code(text)).iter().any(|part| part.contains(&text.find("CALL").unwrap()));
        for text in [
            "// works under `#![no_implicit_prelude]` CALL",
            "/* #![no_implicit_prelude] */ CALL",
            "const A: &str = \"#![no_implicit_prelude]\"; CALL",
            "mod a { #![no_implicit_prelude] } CALL",
        ] {
            assert!(!is_given_up(text), "{text}");
        }
        for text in [
            "#![no_implicit_prelude]\nCALL",
            "#![cfg_attr(a, no_implicit_prelude)]\nmod a { CALL }",
            "mod a { #![no_implicit_prelude] mod b { CALL } }",
        ] {
            assert!(is_given_up(text), "{text}");
        }
    }
}
