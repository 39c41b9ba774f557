//! Types that no field can have, wherever the field is sent. Each is reported at its place in the type, and the field gets
//! the type that the message advises.

use proc_macro2::{Span, TokenStream, TokenTree};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{
    Data, DeriveInput, GenericArgument, Ident, PathArguments, PathSegment, Type, TypeParamBound, TypePath, parse_quote,
};

use crate::diag::{Code, Sink};
use crate::recovery::Recovered;
use crate::syntax::{last_name, map_tokens, only_argument, parts, parts_mut, type_text, ungrouped, wrapper};

/// Reports and replaces the types that no field can have.
pub(super) fn check(item: &mut DeriveInput, krate: &TokenStream, recovered: &mut Recovered, sink: &mut Sink) {
    let Data::Struct(data) = &mut item.data else { return };
    for field in &mut data.fields {
        let Some(name) = &field.ident else { continue };
        let problem = problem(&field.ty).or_else(|| nested_patch(&field.ty)).or_else(|| itself(&field.ty));
        let Some(problem) = problem else { continue };
        let ty = patched(&sendable(&without_itself(&field.ty, krate), krate));
        problem.report(&format!("`{name}`"), &ty, sink);
        recovered.type_replaced.insert(name.clone());
        if problem.fix.is_some() {
            recovered.type_unknown.insert(name.clone());
        }
        field.ty = ty;
    }
}

/// Reports and replaces a type that no response can have.
pub(crate) fn response(ty: &mut Type, krate: &TokenStream, sink: &mut Sink) {
    if let Some(problem) = problem(ty) {
        let sendable = sendable(ty, krate);
        problem.report("the response", &sendable, sink);
        *ty = sendable;
    }
    if let (Some(name), Some(answer)) = (last_name(ty), parts(ty).first().copied())
        && name == "Result"
    {
        let what = "the response: every call already returns a `Result`";
        let fix = format!("write `response = {}`", type_text(answer));
        sink.error(name.span(), Code::FieldType, what, fix);
        *ty = answer.clone();
    }
}

/// A type that cannot be sent.
struct Problem {
    span: Span,
    what: &'static str,
    /// The fix, if no type of the same meaning is known.
    fix: Option<&'static str>,
}

impl Problem {
    fn report(&self, whose: &str, sendable: &Type, sink: &mut Sink) {
        let fix = self.fix.map_or_else(|| format!("write `{}`", type_text(sendable)), str::to_owned);
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
    const CONVERTED: &str = "`impl Trait` is not allowed in field types: setters convert by themselves";
    Some(match ungrouped(ty) {
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
        Type::Path(path) if path.qself.is_some() => return None,
        Type::Path(path) => return in_a_path(path.path.segments.last()?),
        ty => return parts(ty).into_iter().find_map(problem),
    })
}

fn in_a_path(last: &PathSegment) -> Option<Problem> {
    let PathArguments::AngleBracketed(arguments) = &last.arguments else {
        return (last.ident == "str").then(|| found(last.ident.span(), "expected a sized type, found `str`"));
    };
    let holds_unsized = holds_unsized(&last.ident);
    arguments.args.iter().find_map(|argument| match argument {
        GenericArgument::Lifetime(lifetime) if lifetime.ident != "static" => Some(found(lifetime.span(), BORROWED)),
        GenericArgument::Type(Type::Slice(slice)) if holds_unsized => problem(&slice.elem),
        GenericArgument::Type(ty) if holds_unsized && is_str(ty) => None,
        GenericArgument::Type(ty) => problem(ty),
        _ => None,
    })
}

/// Whether a type may contain a slice or a `str`.
fn holds_unsized(name: &Ident) -> bool {
    ["Arc", "Box", "Cow", "Rc"].iter().any(|holder| name == holder)
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

/// The type that is meant by a type that cannot be sent. `Json` if that is unknown.
fn sendable(ty: &Type, krate: &TokenStream) -> Type {
    let mut ty = ungrouped(ty).clone();
    match &mut ty {
        Type::Reference(reference) => return sendable(&reference.elem, krate),
        Type::Ptr(pointer) => return sendable(&pointer.elem, krate),
        Type::Slice(slice) => {
            let item = sendable(&slice.elem, krate);
            return parse_quote!(Vec<#item>);
        }
        Type::ImplTrait(opaque) => {
            return converted(opaque.bounds.first()).unwrap_or_else(|| parse_quote!(#krate::Json));
        }
        Type::TraitObject(_) | Type::FnPtr(_) | Type::Never(_) | Type::Infer(_) => return parse_quote!(#krate::Json),
        Type::Path(path) if path.qself.is_some() => {}
        Type::Path(path) => return sendable_path(path, krate),
        ty => {
            for part in parts_mut(ty) {
                *part = sendable(part, krate);
            }
        }
    }
    ty
}

fn sendable_path(path: &TypePath, krate: &TokenStream) -> Type {
    let mut ty = Type::Path(path.clone());
    if is_str(&ty) {
        return parse_quote!(String);
    }
    let Some(last) = path.path.segments.last() else { return parse_quote!(#krate::Json) };
    let is_borrowing = |argument: &GenericArgument| matches!(argument, GenericArgument::Lifetime(lifetime) if lifetime.ident != "static");
    if matches!(&last.arguments, PathArguments::AngleBracketed(arguments) if arguments.args.iter().any(is_borrowing)) {
        return match parts(&ty).first() {
            Some(owned) if last.ident == "Cow" => sendable(owned, krate),
            _ => parse_quote!(#krate::Json),
        };
    }
    let holds_unsized = holds_unsized(&last.ident);
    for part in parts_mut(&mut ty) {
        match part {
            Type::Slice(slice) if holds_unsized => *slice.elem = sendable(&slice.elem, krate),
            part if holds_unsized && is_str(part) => {}
            part => *part = sendable(part, krate),
        }
    }
    ty
}

/// A `Patch` inside another type, where "unchanged" would be sent as `null`, or an `Option` inside a `Patch`, which has two
/// ways to say `null`.
fn nested_patch(ty: &Type) -> Option<Problem> {
    const INSIDE: &str = "`Patch` must be the outermost type of a field";
    const CLEARED: &str = "`Patch` can already be cleared, found an `Option` in it";
    match wrapper(ty) {
        Some(("Patch", inner)) => match wrapper(inner) {
            Some(("Option", _)) => Some(found(last_name(inner)?.span(), CLEARED)),
            _ => Some(found(patch_in(inner)?, INSIDE)),
        },
        // A `Patch` with another number of parameters is not ours, or rustc reports it.
        _ if last_name(ty).is_some_and(|name| name == "Patch") => None,
        _ => Some(found(patch_in(ty)?, INSIDE)),
    }
}

/// A request that contains itself.
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
    let parts = parts(ty);
    match last_name(ty) {
        Some(name) if name == "Patch" && !parts.is_empty() => Some(name.span()),
        _ => parts.into_iter().find_map(patch_in),
    }
}

/// A type with `Json` in place of a request that contains itself.
fn without_itself(ty: &Type, krate: &TokenStream) -> Type {
    if itself(ty).is_none() {
        return ty.clone();
    }
    match wrapper(ty) {
        Some((name, inner)) => {
            let inner = without_itself(inner, krate);
            if name == "Option" { parse_quote!(Option<#inner>) } else { parse_quote!(#krate::Patch<#inner>) }
        }
        None => parse_quote!(#krate::Json),
    }
}

/// A type with a single, outermost `Patch`. Inside a tuple and similar types, `Option` takes its place.
fn patched(ty: &Type) -> Type {
    if nested_patch(ty).is_none() {
        return ty.clone();
    }
    let mut layers: Vec<TypePath> = Vec::new();
    let mut innermost = ungrouped(ty);
    let mut patch = None;
    while let Type::Path(path) = innermost {
        let Some(inner) = only_argument(innermost) else { break };
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
    for mut layer in layers.into_iter().rev().chain(patch) {
        let arguments = layer.path.segments.last_mut().map(|last| &mut last.arguments);
        if let Some(PathArguments::AngleBracketed(arguments)) = arguments {
            arguments.args = [GenericArgument::Type(whole)].into_iter().collect();
        }
        whole = Type::Path(layer);
    }
    whole
}
