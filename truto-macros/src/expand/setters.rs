//! Setters: of required fields, which change the builder's type, of optional fields, which do not, and of the common
//! parameters; and `maybe_with` and `patch_with`, which call a setter with an optional value.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::{Attribute, Type};

use crate::check::Checked;
use crate::expand::docs;
use crate::expand::names::{Names, arguments, generated_at, local, named_at};
use crate::model::{Field, Krate, Presence, Takes, Value};
use crate::syntax::{by_names, only_argument};

/// Documentation of `maybe_with`, as one attribute.
const MAYBE_WITH: &str = " Calls `set` with the value, if there is one:\n \
                          `.maybe_with(name, |builder, name| builder.name(name))`.";

/// Documentation of `patch_with`.
const PATCH_WITH: &str = " Applies a `Patch`: calls `set` with its value, or `clear`, or neither if it leaves the field:\n \
                          `.patch_with(name, |builder, name| builder.name(name), |builder| builder.clear_name())`.";

/// All setters.
pub(crate) fn expand(endpoint: &Checked, names: &Names) -> TokenStream {
    let mut out = TokenStream::new();
    let mut position = 0;
    for field in &endpoint.fields {
        if endpoint.is_required(field) {
            out.extend(required(endpoint, names, field, position));
        } else if !endpoint.recovered.without_setter.contains(&field.name) {
            out.extend(optional(endpoint, names, field));
        }
        position += usize::from(endpoint.is_required(field));
    }
    out.extend(forwards(endpoint, names));
    out.extend(common(endpoint, names));
    out
}

/// One method serves all fields: a method for each would double the compile time of a field.
fn forwards(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, vis, ty) = (&endpoint.krate, &endpoint.vis, &names.value);
    let (value, set, clear) = (local("value"), local("set"), local("clear"));
    let patch = endpoint.fields.iter().any(|field| field.presence == Presence::Patch).then(|| {
        quote! {
            #[doc = #PATCH_WITH]
            #vis fn patch_with<#ty>(
                self,
                #value: #krate::Patch<#ty>,
                #set: impl #krate::FnOnce(Self, #ty) -> Self,
                #clear: impl #krate::FnOnce(Self) -> Self,
            ) -> Self {
                #value.apply(self, #set, #clear)
            }
        }
    });
    quote! {
        #[doc = #MAYBE_WITH]
        #vis fn maybe_with<#ty>(
            self,
            #value: #krate::Option<#ty>,
            #set: impl #krate::FnOnce(Self, #ty) -> Self,
        ) -> Self {
            #krate::maybe(self, #value, #set)
        }

        #patch
    }
}

/// The setter of a required field: a builder of another type, with the other members moved.
fn required(endpoint: &Checked, names: &Names, field: &Field, position: usize) -> TokenStream {
    let (krate, vis, name) = (&endpoint.krate, &endpoint.vis, &field.name);
    let Names { builder, optional_member, common_member, value: parameter, .. } = names;
    let (docs, deprecated, value) = (docs::setter(endpoint, field), deprecated(field), local("value"));
    let others = endpoint.required().map(|other| &other.name).filter(|other| *other != name);
    let moved = quote! {
        #(#others: self.#others,)*
        #optional_member: self.#optional_member,
        #common_member: self.#common_member,
    };
    let state = &names.states[position];
    let mut states: Vec<TokenStream> = names.states.iter().map(ToTokens::to_token_stream).collect();
    if field.keys.entity.is_some() {
        let ty = &field.ty;
        let choice = quote!(#krate::EntityChoice<#ty>);
        states[position] = quote!(#parameter::State);
        let result = arguments(&states);
        let span = generated_at(name.span());
        let (unset, of) = (named_at(state, span), krate.located(span));
        let unset = quote_spanned!(span=> where #unset: #of::EntityUnset,);
        return quote! {
            #docs
            #deprecated
            #vis fn #name<#parameter: #choice>(self, #value: #parameter) -> #builder #result
            #unset
            {
                #builder { #name: #krate::EntityChoice::entity(#value), #moved }
            }
        };
    }
    states[position] = quote!(#krate::Given);
    let (result, argument) = (arguments(&states), argument(endpoint, field));
    let body = if endpoint.recovered.type_unknown.contains(name) {
        quote!(loop {})
    } else if field.grows() {
        let (ty, held) = (&field.ty, local("held"));
        let added = added(krate, &field.value, &quote!(&mut #held));
        quote! {
            let mut #held = <#state as #krate::State>::or_default::<#ty>(self.#name);
            #added
            #builder { #name: #held, #moved }
        }
    } else {
        let converted = converted(krate, &field.value);
        quote!(#builder { #name: #converted, #moved })
    };
    quote! {
        #docs
        #deprecated
        #vis fn #name(self, #value: #argument) -> #builder #result {
            #body
        }
    }
}

fn optional(endpoint: &Checked, names: &Names, field: &Field) -> TokenStream {
    let (krate, vis, name) = (&endpoint.krate, &endpoint.vis, &field.name);
    let member = &names.optional_member;
    let (docs, deprecated) = (docs::setter(endpoint, field), deprecated(field));
    let rule = rule(endpoint, names, field);
    let value = local("value");
    let (argument, converted) = (argument(endpoint, field), converted(krate, &field.value));
    let set = match field.presence {
        _ if endpoint.recovered.type_unknown.contains(&field.name) => quote!(),
        Presence::Optional | Presence::Patch if field.grows() => {
            added(krate, &field.value, &quote!(self.#member.#name.get_or_insert_default()))
        }
        _ if field.grows() => added(krate, &field.value, &quote!(&mut self.#member.#name)),
        Presence::Optional => quote!(self.#member.#name = #krate::Some(#converted);),
        Presence::Patch => quote!(self.#member.#name = #krate::Patch::Set(#converted);),
        _ => quote!(self.#member.#name = #converted;),
    };
    let clear = (field.presence == Presence::Patch).then(|| {
        let docs = format!(" Clears `{}`: sends `null`. Replaces a value that was set.", field.wire());
        let clear = format_ident!("clear_{}", name.unraw(), span = name.span());
        quote! {
            #[doc = #docs]
            #deprecated
            #vis fn #clear(mut self) -> Self #rule {
                self.#member.#name = #krate::Patch::Clear;
                self
            }
        }
    });
    quote! {
        #docs
        #deprecated
        #vis fn #name(mut self, #value: #argument) -> Self #rule {
            #set
            self
        }

        #clear
    }
}

/// The bound of a field that depends on the entity.
fn rule(endpoint: &Checked, names: &Names, field: &Field) -> TokenStream {
    let (krate, module) = (&endpoint.krate, &names.module);
    let rule = endpoint.ruled().zip(&names.rules).find(|(ruled, _)| ruled.name == field.name);
    match (&names.entity_state, rule) {
        (Some(state), Some((_, rule))) => {
            let span = generated_at(field.name.span());
            let (krate, module) = (krate.located(span), named_at(module, span));
            let (state, rule) = (named_at(state, span), named_at(rule, span));
            quote_spanned! {span=>
                where #state: #krate::EntityGiven + #krate::EntityInfo<Id: #module::#rule<#state::Choice>>
            }
        }
        _ => quote!(),
    }
}

/// Adds the setter's argument to the value that the builder holds.
fn added(krate: &Krate, value: &Value, held: &TokenStream) -> TokenStream {
    let given = local("value");
    match value {
        Value::Collection(ty) => {
            quote!(#krate::Extend::extend(#held, #krate::Into::<#ty>::into(#given));)
        }
        _ => {
            let extend = extend(value);
            quote!(#krate::#extend(#held, #given);)
        }
    }
}

/// The function that extends a list under the bound of `list_of`.
fn extend(item: &Value) -> TokenStream {
    match item {
        Value::Plain(_) => quote!(extend_plain),
        Value::Into(ty) if let Some(record) = referred(ty) => quote!(extend_references::<#record, #ty>),
        Value::Into(ty) | Value::Collection(ty) if is_text(ty) => quote!(extend_texts),
        Value::Into(_) | Value::Collection(_) => quote!(extend_list),
        Value::List(inner) => extend(inner),
    }
}

/// The type of a setter's argument.
fn argument(endpoint: &Checked, field: &Field) -> TokenStream {
    let krate = &endpoint.krate;
    let presence = match field.presence {
        // No message could advise a type.
        _ if endpoint.recovered.type_unknown.contains(&field.name) => return quote!(impl #krate::Sized),
        Presence::List => return list_of(krate, &field.value),
        Presence::Required => "",
        Presence::Optional | Presence::Defaulted => "Optional",
        Presence::Patch => "Patch",
    };
    match &field.value {
        Value::List(item) => list_of(krate, item),
        Value::Into(ty) | Value::Collection(ty) => {
            let bound = format_ident!("{presence}{}Of", named(ty, presence == "Patch"));
            quote!(impl #krate::#bound<#ty>)
        }
        Value::Plain(ty) => quote!(#ty),
    }
}

fn list_of(krate: &Krate, item: &Value) -> TokenStream {
    match item {
        Value::Plain(ty) => quote!(impl #krate::PlainListOf<#ty>),
        // Another type may have this name, so its items decide what the setter takes.
        Value::Into(ty) if let Some(record) = referred(ty) => {
            quote!(impl #krate::ReferenceListOf<#record, #ty>)
        }
        Value::Into(ty) | Value::Collection(ty) => {
            let bound = format_ident!("{}", if is_text(ty) { "TextListOf" } else { "ListOf" });
            quote!(impl #krate::#bound<#ty>)
        }
        Value::List(inner) => list_of(krate, inner),
    }
}

/// The setter's argument as a value of the field.
fn converted(krate: &Krate, value: &Value) -> TokenStream {
    let given = local("value");
    match value {
        Value::Plain(_) => quote!(#given),
        _ => quote!(#krate::Into::into(#given)),
    }
}

/// The part of a bound's name in `truto_core::builder` that stands for a type: these types have messages of their own.
fn named(ty: &Type, can_be_cleared: bool) -> &'static str {
    let name = by_names(ty, |names| match names {
        ["Timestamp"] | ["truto_core", "Timestamp"] => Some("Time"),
        ["Json"] | ["truto_core", "Json"] | ["serde_json", "Value"] => Some("Json"),
        // Only fields of a JSON body can be cleared, and these types do not belong there.
        _ if can_be_cleared => None,
        ["Filter"] | ["truto_core", "Filter"] => Some("Filter"),
        ["DateFilter"] | ["truto_core", "DateFilter"] => Some("DateFilter"),
        ["SortBy"] | ["truto_core", "SortBy"] => Some("SortBy"),
        ["File"] | ["truto_core", "File"] => Some("File"),
        _ => None,
    });
    if is_text(ty) { "Text" } else { name.unwrap_or("Value") }
}

/// True if a type is text, or converts from text.
fn is_text(ty: &Type) -> bool {
    let is_named = by_names(ty, |names| {
        matches!(names, ["String" | "Reference"] | ["std" | "alloc", "string", "String"] | ["truto_core", "Reference"])
    });
    is_named || referred(ty).is_some()
}

/// The record of a `ReferenceTo`.
fn referred(ty: &Type) -> Option<&Type> {
    let is_reference = by_names(ty, |names| names.last() == Some(&"ReferenceTo"));
    only_argument(ty).filter(|_| is_reference)
}

/// A setter is deprecated with its field.
fn deprecated(field: &Field) -> Option<&Attribute> {
    field.attributes.iter().find(|attribute| attribute.path().is_ident("deprecated"))
}

fn common(endpoint: &Checked, names: &Names) -> TokenStream {
    let (vis, member) = (&endpoint.vis, &names.common_member);
    let setters = endpoint.common().map(|common| {
        let (method, docs) = (Ident::new(common.method, Span::call_site()), common.docs);
        let (arguments, types): (Vec<_>, Vec<_>) = parameters(&endpoint.krate, common.takes).into_iter().unzip();
        quote! {
            #[doc = #docs]
            #vis fn #method(mut self, #(#arguments: #types),*) -> Self {
                self.#member.#method(#(#arguments),*);
                self
            }
        }
    });
    quote!(#(#setters)*)
}

/// The parameters of a setter with their types.
fn parameters(krate: &Krate, takes: Takes) -> Vec<(Ident, TokenStream)> {
    let value = match takes {
        Takes::Flag => quote!(#krate::bool),
        Takes::Number => quote!(#krate::u32),
        Takes::Text => quote!(impl #krate::OptionalTextOf<#krate::String>),
        Takes::Texts => quote!(impl #krate::TextListOf<#krate::String>),
        Takes::Json => quote!(impl #krate::OptionalJsonOf<#krate::Json>),
        Takes::Member => {
            let name = quote!(impl #krate::TextOf<#krate::String>);
            return vec![(local("name"), name), (local("value"), quote!(impl #krate::JsonOf<#krate::Json>))];
        }
    };
    vec![(local("value"), value)]
}
