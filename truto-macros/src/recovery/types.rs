//! Field types that have no form on the wire, or cannot be owned by a request, wherever they travel.
//!
//! Each is reported where it stands, however deep, and the field gets the type that the message advises.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{
    Data, DeriveInput, GenericArgument, Ident, PathArguments, PathSegment, Type, TypeParamBound, TypePath, parse_quote,
};

use crate::diag::{Code, Sink};
use crate::recovery::Recovered;
use crate::syntax::{map_tokens, type_text, ungrouped, wrapper};

/// Reports and replaces what cannot be a field's type.
pub(super) fn check(item: &mut DeriveInput, krate: &TokenStream, recovered: &mut Recovered, sink: &mut Sink) {
    let Data::Struct(data) = &mut item.data else { return };
    for field in &mut data.fields {
        let Some(name) = &field.ident else { continue };
        let problem = problem(&field.ty).or_else(|| nested_patch(&field.ty)).or_else(|| itself(&field.ty));
        let Some(problem) = problem else { continue };
        let ty = patched(&mended(&without_itself(&field.ty, krate), krate));
        problem.report(&format!("`{name}`"), &ty, sink);
        recovered.replace_type(name);
        if problem.fix.is_some() {
            recovered.forget_type(name);
        }
        field.ty = ty;
    }
}

/// Reports and replaces what cannot be the type of an answer.
pub(crate) fn response(ty: &mut Type, krate: &TokenStream, sink: &mut Sink) {
    if let Some(problem) = problem(ty) {
        let mended = mended(ty, krate);
        problem.report("the response", &mended, sink);
        *ty = mended;
    }
    if let Some((name, answer)) = inside(ty).filter(|(name, _)| name == "Result") {
        let what = "the response: every call already returns a `Result`";
        let fix = format!("write `response = {}`", type_text(&answer));
        sink.error(name.span(), Code::FieldType, what, fix);
        *ty = answer;
    }
}

/// The name of a type and its first argument, such as `Result` and `T` of `Result<T, E>`.
pub(crate) fn inside(ty: &Type) -> Option<(Ident, Type)> {
    let Type::Path(path) = ungrouped(ty) else { return None };
    let last = path.path.segments.last()?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first() {
        Some(GenericArgument::Type(ty)) => Some((last.ident.clone(), ty.clone())),
        _ => None,
    }
}

/// What cannot be sent, where, and why.
struct Problem {
    span: Span,
    what: &'static str,
    /// What to do where no type of the same meaning is known.
    fix: Option<&'static str>,
}

impl Problem {
    fn report(&self, whose: &str, mended: &Type, sink: &mut Sink) {
        let fix = self.fix.map_or_else(|| format!("write `{}`", type_text(mended)), str::to_owned);
        sink.error(self.span, Code::FieldType, format!("{whose}: {}", self.what), fix);
    }
}

fn found(span: Span, what: &'static str) -> Problem {
    Problem { span, what, fix: None }
}

fn unknown(span: Span, what: &'static str, fix: &'static str) -> Problem {
    Problem { span, what, fix: Some(fix) }
}

const BORROWED: &str = "expected an owned type, found a reference";

/// The first part of a type that cannot be sent.
fn problem(ty: &Type) -> Option<Problem> {
    const OPAQUE: &str = "`impl Trait` is not allowed in field types";
    const CONVERTED: &str = "`impl Trait` is not allowed in field types, and setters convert by themselves";
    Some(match ty {
        Type::Reference(reference) => found(reference.and_token.span, BORROWED),
        Type::Slice(slice) => found(slice.bracket_token.span.open(), "expected a sized type, found a slice"),
        Type::Ptr(pointer) => found(pointer.star_token.span, "a pointer cannot be sent"),
        Type::ImplTrait(ty) if converted(ty.bounds.first()).is_some() => found(ty.impl_token.span, CONVERTED),
        Type::ImplTrait(ty) => unknown(ty.impl_token.span, OPAQUE, "write out the type"),
        Type::TraitObject(ty) => unknown(ty.span(), "a trait object cannot be sent", "write out the type"),
        Type::FnPtr(ty) => unknown(ty.fn_token.span, "a function cannot be sent", "use the type of its result"),
        Type::Never(never) => unknown(never.bang_token.span, "`!` has no values", "remove the field"),
        Type::Infer(hole) => {
            unknown(hole.underscore_token.span, "`_` is not allowed in field types", "write out the type")
        }
        Type::Array(array) => return problem(&array.elem),
        Type::Tuple(tuple) => return tuple.elems.iter().find_map(problem),
        Type::Group(group) => return problem(&group.elem),
        Type::Paren(paren) => return problem(&paren.elem),
        Type::Path(path) if path.qself.is_none() => return in_a_path(path.path.segments.last()?),
        _ => return None,
    })
}

fn in_a_path(last: &PathSegment) -> Option<Problem> {
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return (last.ident == "str").then(|| found(last.ident.span(), "expected a sized type, found `str`"));
    };
    // What these hold needs no size.
    let holds_unsized = ["Arc", "Box", "Cow", "Rc"].iter().any(|name| last.ident == name);
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Lifetime(lifetime) if lifetime.ident != "static" => Some(found(lifetime.span(), BORROWED)),
        GenericArgument::Type(Type::Slice(slice)) if holds_unsized => problem(&slice.elem),
        GenericArgument::Type(ty) if holds_unsized && is_str(ty) => None,
        GenericArgument::Type(ty) => problem(ty),
        _ => None,
    })
}

fn is_str(ty: &Type) -> bool {
    matches!(ungrouped(ty), Type::Path(path) if path.path.is_ident("str"))
}

/// `T` of `Into<T>`, and `String` of `AsRef<str>` and `ToString`.
fn converted(bound: Option<&TypeParamBound>) -> Option<Type> {
    let TypeParamBound::Trait(bound) = bound? else { return None };
    let last = bound.path.segments.last()?;
    let argument = match &last.arguments {
        PathArguments::AngleBracketed(arguments) => arguments.args.first(),
        _ => None,
    };
    match (last.ident.to_string().as_str(), argument) {
        ("Into", Some(GenericArgument::Type(ty))) => Some(ty.clone()),
        ("AsRef", Some(GenericArgument::Type(ty))) if is_str(ty) => Some(parse_quote!(String)),
        ("ToString", None) => Some(parse_quote!(String)),
        _ => None,
    }
}

/// The type that is meant by one that cannot be sent; any JSON where that is not known.
fn mended(ty: &Type, krate: &TokenStream) -> Type {
    let mut ty = ty.clone();
    match &mut ty {
        Type::Reference(reference) => return mended(&reference.elem, krate),
        Type::Ptr(pointer) => return mended(&pointer.elem, krate),
        Type::Slice(slice) => {
            let item = mended(&slice.elem, krate);
            return parse_quote!(Vec<#item>);
        }
        Type::ImplTrait(opaque) => {
            return converted(opaque.bounds.first()).unwrap_or_else(|| parse_quote!(#krate::Json));
        }
        Type::TraitObject(_) | Type::FnPtr(_) | Type::Never(_) | Type::Infer(_) => return parse_quote!(#krate::Json),
        Type::Array(array) => *array.elem = mended(&array.elem, krate),
        Type::Tuple(tuple) => tuple.elems.iter_mut().for_each(|item| *item = mended(item, krate)),
        Type::Group(group) => return mended(&group.elem, krate),
        Type::Paren(paren) => return mended(&paren.elem, krate),
        Type::Path(path) if path.qself.is_none() => return mended_path(path, krate),
        _ => {}
    }
    ty
}

fn mended_path(path: &mut TypePath, krate: &TokenStream) -> Type {
    if path.path.is_ident("str") {
        return parse_quote!(String);
    }
    let Some(last) = path.path.segments.last_mut() else { return parse_quote!(#krate::Json) };
    let is_borrowing = |argument: &GenericArgument| matches!(argument, GenericArgument::Lifetime(lifetime) if lifetime.ident != "static");
    if let PathArguments::AngleBracketed(arguments) = &mut last.arguments {
        let is_borrowed = arguments.args.iter().any(is_borrowing);
        let inner = arguments.args.iter().find_map(|argument| match argument {
            GenericArgument::Type(ty) => Some(mended(ty, krate)),
            _ => None,
        });
        match inner {
            Some(owned) if is_borrowed && last.ident == "Cow" => return owned,
            _ if is_borrowed => return parse_quote!(#krate::Json),
            _ => {}
        }
        let holds_unsized = ["Arc", "Box", "Cow", "Rc"].iter().any(|name| last.ident == name);
        for argument in &mut arguments.args {
            match argument {
                GenericArgument::Type(Type::Slice(slice)) if holds_unsized => {
                    *slice.elem = mended(&slice.elem, krate);
                }
                GenericArgument::Type(ty) if !(holds_unsized && is_str(ty)) => *ty = mended(ty, krate),
                _ => {}
            }
        }
    }
    Type::Path(path.clone())
}

/// A `Patch` inside of another type, where leaving alone would be `null`, or an `Option` inside of a `Patch`, where
/// clearing is said twice.
fn nested_patch(ty: &Type) -> Option<Problem> {
    const INSIDE: &str = "`Patch` must be the outermost type of a field";
    const CLEARED: &str = "`Patch` can already be cleared, found an `Option` in it";
    match wrapper(ty) {
        Some(("Patch", inner)) => match wrapper(inner) {
            Some(("Option", _)) => Some(found(name_of(inner)?.span(), CLEARED)),
            _ => Some(found(patch_in(inner)?, INSIDE)),
        },
        // With another number of parameters it is no `Patch` of ours, or rustc says so.
        _ if name_of(ty).is_some_and(|name| name == "Patch") => None,
        _ => Some(found(patch_in(ty)?, INSIDE)),
    }
}

/// A request in itself, which has no end.
fn itself(ty: &Type) -> Option<Problem> {
    match (wrapper(ty), ungrouped(ty)) {
        (Some(("Option" | "Patch", inner)), _) => itself(inner),
        (None, Type::Path(path)) if path.path.is_ident("Self") => {
            let fix = "use another type, or `Vec<Self>`";
            Some(unknown(path.span(), "a request that contains itself has infinite size", fix))
        }
        _ => None,
    }
}

/// The first `Patch<…>` of a type.
fn patch_in(ty: &Type) -> Option<Span> {
    match ty {
        Type::Path(path) => {
            let last = path.path.segments.last()?;
            let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
            if last.ident == "Patch" {
                return Some(last.ident.span());
            }
            arguments.args.iter().find_map(|argument| match argument {
                GenericArgument::Type(ty) => patch_in(ty),
                _ => None,
            })
        }
        Type::Array(array) => patch_in(&array.elem),
        Type::Tuple(tuple) => tuple.elems.iter().find_map(patch_in),
        Type::Group(group) => patch_in(&group.elem),
        Type::Paren(paren) => patch_in(&paren.elem),
        _ => None,
    }
}

/// A type with any JSON in the place of the request in it, where it would have no end.
fn without_itself(ty: &Type, krate: &TokenStream) -> Type {
    if itself(ty).is_none() {
        return ty.clone();
    }
    match wrapper(ty) {
        Some(("Option", inner)) => {
            let inner = without_itself(inner, krate);
            parse_quote!(Option<#inner>)
        }
        Some((_, inner)) => {
            let inner = without_itself(inner, krate);
            parse_quote!(#krate::Patch<#inner>)
        }
        None => parse_quote!(#krate::Json),
    }
}

fn name_of(ty: &Type) -> Option<&Ident> {
    match ungrouped(ty) {
        Type::Path(path) => path.path.segments.last().map(|segment| &segment.ident),
        _ => None,
    }
}

/// A type with its `Patch`, of however many, as the outermost; inside of a tuple and the like, `Option` takes its place.
fn patched(ty: &Type) -> Type {
    if nested_patch(ty).is_none() {
        return ty.clone();
    }
    let mut layers: Vec<TypePath> = Vec::new();
    let mut innermost = ungrouped(ty);
    let mut patch = None;
    while let Type::Path(path) = innermost {
        let Some(inner) = only_argument(path) else { break };
        match path.path.segments.last() {
            Some(last) if last.ident == "Patch" => patch = Some(path.clone()),
            Some(last) if last.ident == "Vec" => layers.push(path.clone()),
            Some(last) if last.ident == "Option" || last.ident == "Box" => {}
            _ => break,
        }
        innermost = ungrouped(inner);
    }
    let with_options = map_tokens(innermost.to_token_stream(), &mut |token| match token {
        TokenTree::Ident(name) if name == "Patch" => [Ident::new("Option", name.span()).into()],
        token => [token],
    });
    let mut whole: Type = syn::parse2(with_options).unwrap_or_else(|_| innermost.clone());
    for layer in layers.into_iter().rev().chain(patch) {
        let mut layer = layer;
        if let Some(PathArguments::AngleBracketed(arguments)) =
            layer.path.segments.last_mut().map(|last| &mut last.arguments)
        {
            arguments.args = [GenericArgument::Type(whole)].into_iter().collect();
        }
        whole = Type::Path(layer);
    }
    whole
}

fn only_argument(path: &TypePath) -> Option<&Type> {
    let PathArguments::AngleBracketed(arguments) = &path.path.segments.last()?.arguments else { return None };
    match (arguments.args.first(), arguments.args.len()) {
        (Some(GenericArgument::Type(inner)), 1) => Some(inner),
        _ => None,
    }
}
