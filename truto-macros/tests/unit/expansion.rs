//! The expansion of declarations, as readable goldens, and its size.
//!
//! `tests/expand/<concept>.rs` is the declaration, `tests/expand/<concept>.expanded.rs` its expansion.
//! `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion` regenerates it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use proc_macro2::{TokenStream, TokenTree};

use super::declaration::Declaration;

/// The limit for the tokens of the associations endpoint, a little above its size.
const TOKENS_OF_ASSOCIATIONS: usize = 5_200;

/// The limit for the tokens of another optional field.
const TOKENS_OF_A_FIELD: usize = 190;

#[test]
fn expansions_are_the_goldens() {
    let is_ordered = env::var_os("TRUTO_EXPAND").is_some_and(|order| order == "overwrite");
    for path in inputs() {
        let name = path.file_name().unwrap().display().to_string();
        let golden = path.with_extension("expanded.rs");
        let declarations = Declaration::all_in(&fs::read_to_string(&path).unwrap());
        assert!(!declarations.is_empty(), "{name} declares nothing");
        let expansion: TokenStream = declarations.iter().map(Declaration::expand).collect();
        let code = prettyplease::unparse(&syn::parse2(expansion).unwrap());
        let text = format!(
            "// The expansion of {name}. Made with `TRUTO_EXPAND=overwrite cargo test -p truto-macros expansion`.\n\n{code}"
        );
        if is_ordered {
            fs::write(&golden, &text).unwrap();
        }
        let expected = fs::read_to_string(&golden).unwrap_or_default();
        if let Some((line, (found, expected))) =
            text.lines().zip(expected.lines().chain(std::iter::repeat(""))).enumerate().find(|(_, (a, b))| a != b)
        {
            panic!("{}:{}: expected `{expected}`, found `{found}`", golden.display(), line + 1);
        }
        assert_eq!(text, expected, "{}", golden.display());
    }
}

#[test]
fn every_golden_has_its_declaration() {
    let golden = |path: &PathBuf| path.to_string_lossy().ends_with(".expanded.rs");
    let expected: BTreeSet<PathBuf> = inputs().iter().map(|path| path.with_extension("expanded.rs")).collect();
    let found: BTreeSet<PathBuf> = files().into_iter().filter(golden).collect();
    assert_eq!(found, expected);
    assert!(!found.is_empty());
}

#[test]
fn an_expansion_does_not_grow_unnoticed() {
    let associations = Declaration::all_below("truto-core/src/crm").into_iter().find_map(|declaration| {
        let is_it = declaration.item().to_string().contains("struct CreateAssociation");
        is_it.then(|| size(&declaration.expand()))
    });
    let associations = associations.expect("the core declares the endpoint of associations");
    let with = |fields: &str| {
        let item = format!("pub struct A {{ {fields} }}").parse().unwrap();
        size(&Declaration::Endpoint { args: r#"POST, "/a""#.parse().unwrap(), item }.expand())
    };
    let base = with("a: String,");
    let optional = with("a: String, b: Option<String>,") - base;
    let documented = with("a: String, /** Text. */ #[truto(within = \"o\")] b: Option<String>,") - base;
    let patch = with("a: String, b: Patch<String>,") - base;
    println!(
        "tokens: {associations} of associations, {base} of one required field, \
         {optional} more of an optional one, {documented} if nested and documented, {patch} of one that can be cleared"
    );
    assert!(associations <= TOKENS_OF_ASSOCIATIONS, "{associations} tokens of associations");
    assert!(optional <= TOKENS_OF_A_FIELD, "{optional} tokens of an optional field");
}

/// The number of tokens as the compiler counts them: a group is its two delimiters and its content.
fn size(tokens: &TokenStream) -> usize {
    let of = |token| match token {
        TokenTree::Group(group) => 2 + size(&group.stream()),
        TokenTree::Ident(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => 1,
    };
    tokens.clone().into_iter().map(of).sum()
}

fn inputs() -> Vec<PathBuf> {
    files().into_iter().filter(|path| !path.to_string_lossy().ends_with(".expanded.rs")).collect()
}

fn files() -> Vec<PathBuf> {
    let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expand");
    let mut files: Vec<PathBuf> = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}
