//! Code after a mistake: the struct, the builder, and every setter that could be read. The rest of the user's file keeps its
//! types and its completion, and one mistake stays one error.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::{ImplItem, Item, Type};

use super::declaration::Declaration;

/// The mistake, the arguments of the attribute, the fields, the number of errors, the setters that remain.
#[rustfmt::skip]
const BROKEN: &[(&str, &str, &str, usize, &str)] = &[
    ("nothing", r#"POST, "/unified/a""#, "a: u8, b: Option<String>, c: Patch<u8>", 0, "a b c clear_c"),
    ("one key", r#"POST, "/unified/a""#, "a: u8, #[truto(withn = \"o\", secret)] b: Vec<String>, c: Patch<u8>", 1, "a b c clear_c"),
    ("a key twice", r#"POST, "/unified/a""#, "a: u8, #[truto(secret, secret)] b: String", 1, "a b"),
    ("a key's form", r#"POST, "/unified/a""#, "#[truto(within)] a: u8, b: String", 1, "a b"),
    ("two keys against each other", r#"GET, "/unified/a""#, "#[truto(query, header = \"A\")] a: u8, b: String", 1, "a b"),
    ("the method", r#"FETCH, "/unified/a/{a}""#, "a: u8, b: String", 1, "a b"),
    ("no method", r#""/unified/a/{a}""#, "a: u8, b: String", 1, "a b"),
    ("no arguments", "", "a: u8, b: String", 1, "a b"),
    ("the path", r#"GET, "a/{a}""#, "a: u8, b: String", 1, "a b"),
    ("a placeholder", r#"GET, "/unified/a/{c}""#, "a: u8, b: String", 1, "a b"),
    ("the response", r#"GET, "/unified/a", response = 1"#, "a: u8, b: String", 1, "a b"),
    ("an argument", r#"GET, "/unified/a", timeout = 1"#, "a: u8, b: String", 1, "a b"),
    ("a reference", r#"POST, "/unified/a""#, "a: &str, b: String, c: Option<&'static str>", 2, "a b c"),
    ("a hole", r#"POST, "/unified/a""#, "a: _, b: Vec<_>, c: u8", 2, "a b c"),
    ("a function", r#"POST, "/unified/a""#, "a: fn(), b: String", 1, "a b"),
    ("two entities", r#"POST, "/unified/a""#, "#[truto(entity)] a: E, #[truto(entity)] b: E, #[truto(only_for(A))] c: Vec<u8>", 1, "a b c"),
    ("an entity that is optional", r#"POST, "/unified/a""#, "#[truto(entity)] a: Option<E>, #[truto(only_for(A))] c: Vec<u8>", 1, "a c"),
    ("a rule without an entity", r#"POST, "/unified/a""#, "a: u8, #[truto(only_for(A))] c: Vec<u8>", 1, "a c"),
    ("one name twice on the wire", r#"POST, "/unified/a""#, "a: u8, #[truto(rename = \"a\")] b: String", 1, "a b"),
    ("an attribute of serde's", r#"POST, "/unified/a""#, "#[serde(skip)] a: u8, b: String", 1, "a b"),
    ("a key without `truto`", r#"POST, "/unified/a""#, "#[entity] a: E, #[within = \"o\"] b: String", 2, "a b"),
    ("an optional part of the path", r#"GET, "/unified/a/{a}""#, "a: Option<u8>, b: String", 1, "a b"),
    ("a setter like a method", r#"POST, "/unified/a""#, "a: u8, send: Option<String>", 1, "a"),
    ("four places at once", r#"Post, "a", answer = B"#, "#[truto(x)] a: u8, b: String", 4, "a b"),
];

/// The methods of every builder of a `POST`, besides its setters.
const METHODS: &str = "build call exclude_fields ignore_remote_data maybe_with remote_data remote_query send";

#[test]
fn what_could_be_read_survives_a_mistake() {
    for (what, args, fields, errors, setters) in BROKEN {
        let item: TokenStream = format!("pub struct A {{ {fields} }}").parse().unwrap();
        let expansion = Declaration::Endpoint { args: args.parse().unwrap(), item }.expand();
        let file: syn::File = syn::parse2(expansion.clone()).unwrap();
        let found = file.items.iter().filter(|item| matches!(item, Item::Macro(_))).count();
        assert_eq!(found, *errors, "errors of {what}: {expansion}");
        let members = members(&file);
        let is_whole = setters.split(' ').all(|setter| setter.starts_with("clear_") || members.contains(setter));
        assert!(is_whole, "{what}: the struct has only {members:?}");
        assert_eq!(methods(&file, "A"), BTreeSet::from(["builder".to_owned()]), "{what}");
        let mut methods = methods(&file, "ABuilder");
        for method in METHODS.split(' ') {
            let is_of_body = method == "remote_data" && args.starts_with("GET");
            assert!(methods.remove(method) || is_of_body, "{what}: `{method}` is lost");
        }
        methods.remove("patch_with");
        assert_eq!(methods, setters.split(' ').map(str::to_owned).collect(), "setters of {what}");
    }
}

/// Fields of the struct.
fn members(file: &syn::File) -> BTreeSet<String> {
    let structs = file.items.iter().filter_map(|item| match item {
        Item::Struct(item) if item.ident == "A" => Some(item),
        _ => None,
    });
    structs.flat_map(|item| &item.fields).filter_map(|field| Some(field.ident.as_ref()?.to_string())).collect()
}

/// The methods of a type that can be called. An `impl` with a bound holds stubs for rustc's message.
fn methods(file: &syn::File, of: &str) -> BTreeSet<String> {
    let impls = file.items.iter().filter_map(|item| match item {
        Item::Impl(item)
            if item.trait_.is_none() && item.generics.where_clause.is_none() && name(&item.self_ty) == of =>
        {
            Some(item)
        }
        _ => None,
    });
    let methods = impls.flat_map(|item| &item.items).filter_map(|item| match item {
        ImplItem::Fn(method) => Some(method.sig.ident.to_string()),
        _ => None,
    });
    methods.collect()
}

/// `ABuilder` of `ABuilder<Given>`.
fn name(ty: &Type) -> String {
    ty.to_token_stream().into_iter().next().map(|token| token.to_string()).unwrap_or_default()
}
