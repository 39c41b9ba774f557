//! Setters: of required fields, which change the builder's type, of optional ones, which do not, and of the common
//! parameters; and what hands a setter a value that there may be.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::{Attribute, Type};

use crate::check::Checked;
use crate::expand::docs;
use crate::expand::names::{Names, arguments, local, located};
use crate::model::{Field, Krate, Shape, Value};
use crate::syntax::by_names;

/// All setters.
pub(crate) fn expand(endpoint: &Checked, names: &Names) -> TokenStream {
    let mut out = TokenStream::new();
    let mut position = 0;
    for field in &endpoint.fields {
        if field.is_required() {
            out.extend(required(endpoint, names, field, position));
        } else if field.has_setter {
            out.extend(optional(endpoint, names, field));
        }
        position += usize::from(field.is_required());
    }
    out.extend(forwards(endpoint, names));
    out.extend(common(endpoint, names));
    out
}

/// One method for all fields: one for each of them would be half of what a field costs to compile.
fn forwards(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, vis, ty) = (&endpoint.krate, &endpoint.vis, &names.value);
    let (value, set, clear) = (local("value"), local("set"), local("clear"));
    let patch = endpoint.fields.iter().any(|field| matches!(field.shape, Shape::Patch(_))).then(|| {
        quote! {
            /// Forwards a `Patch`: `set` is called with its value, `clear` where it clears, and nothing where it leaves:
            /// `.patch_with(name, |builder, name| builder.name(name), |builder| builder.clear_name())`.
            #vis fn patch_with<#ty>(
                self,
                #value: #krate::Patch<#ty>,
                #set: impl ::core::ops::FnOnce(Self, #ty) -> Self,
                #clear: impl ::core::ops::FnOnce(Self) -> Self,
            ) -> Self {
                #value.apply(self, #set, #clear)
            }
        }
    });
    quote! {
        /// Forwards a value that there may be: `set` is called with it, and for `None` nothing changes:
        /// `.maybe_with(name, |builder, name| builder.name(name))`.
        #vis fn maybe_with<#ty>(
            self,
            #value: ::core::option::Option<#ty>,
            #set: impl ::core::ops::FnOnce(Self, #ty) -> Self,
        ) -> Self {
            #krate::generated::maybe(self, #value, #set)
        }

        #patch
    }
}

fn required(endpoint: &Checked, names: &Names, field: &Field, position: usize) -> TokenStream {
    let (krate, vis, name) = (&endpoint.krate, &endpoint.vis, &field.name);
    let Names { builder, optional_member, common_member, value: parameter, .. } = names;
    let (docs, deprecated) = (docs::setter(endpoint, field), deprecated(field));
    let others: Vec<&Ident> = endpoint.required().map(|other| &other.name).filter(|other| *other != name).collect();
    let moved = quote! {
        #(#others: self.#others,)*
        #optional_member: self.#optional_member,
        #common_member: self.#common_member,
    };
    let value = local("value");
    let mut states: Vec<TokenStream> = names.states.iter().map(ToTokens::to_token_stream).collect();
    if field.keys.entity.is_some() {
        let (state, ty) = (&names.states[position], &field.ty);
        let choice = quote!(#krate::entity::EntityChoice<#ty>);
        states[position] = quote!(#parameter::State);
        let result = arguments(&states);
        let unset = located(quote!(where #state: #krate::entity::EntityUnset,), name.span());
        return quote! {
            #docs
            #deprecated
            #vis fn #name<#parameter: #choice>(self, #value: #parameter) -> #builder #result
            #unset
            {
                #builder { #name: #krate::entity::EntityChoice::entity(#value), #moved }
            }
        };
    }
    states[position] = quote!(#krate::builder::Given);
    let result = arguments(&states);
    let argument = argument(field, krate);
    let body = if field.takes_anything {
        quote!(loop {})
    } else if field.shape.grows() {
        let (state, ty, held) = (&names.states[position], &field.ty, local("held"));
        let added = added(krate, &field.shape, &quote!(&mut #held));
        quote! {
            let mut #held = <#state as #krate::builder::State>::or_default::<#ty>(self.#name);
            #added
            #builder { #name: #held, #moved }
        }
    } else {
        let converted = converted(&field.shape);
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
    let (argument, converted) = (argument(field, krate), converted(&field.shape));
    let set = match &field.shape {
        _ if field.takes_anything => quote!(),
        shape @ (Shape::Optional(_) | Shape::Patch(_)) if shape.grows() => {
            added(krate, shape, &quote!(self.#member.#name.get_or_insert_default()))
        }
        shape if shape.grows() => added(krate, shape, &quote!(&mut self.#member.#name)),
        Shape::Optional(_) => quote!(self.#member.#name = ::core::option::Option::Some(#converted);),
        Shape::Patch(_) => quote!(self.#member.#name = #krate::Patch::Set(#converted);),
        _ => quote!(self.#member.#name = #converted;),
    };
    let clear = matches!(field.shape, Shape::Patch(_)).then(|| {
        let docs = docs::clear(field);
        let clear = format_ident!("clear_{}", name.unraw(), span = name.span());
        quote! {
            #docs
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
    let entity = endpoint.required().zip(&names.states).find(|(field, _)| field.keys.entity.is_some());
    let rule = endpoint.ruled().zip(&names.rules).find(|(ruled, _)| ruled.name == field.name);
    match (entity, rule) {
        (Some((_, state)), Some((_, rule))) => {
            let given = quote!(#krate::entity::EntityGiven);
            let allowed = quote!(#krate::entity::EntityInfo<Id: #module::#rule<#state::Choice>>);
            located(quote!(where #state: #given + #allowed), field.name.span())
        }
        _ => quote!(),
    }
}

/// Adds what a setter was given to what is `held`.
fn added(krate: &Krate, shape: &Shape, held: &TokenStream) -> TokenStream {
    let given = local("value");
    match shape.value() {
        Value::Collection(ty) => {
            quote!(::core::iter::Extend::extend(#held, ::core::convert::Into::<#ty>::into(#given));)
        }
        _ => quote!(#krate::generated::extend(#held, #given);),
    }
}

/// What a setter takes.
fn argument(field: &Field, krate: &Krate) -> TokenStream {
    let presence = match &field.shape {
        // What its type should have been is not known.
        _ if field.takes_anything => return quote!(impl ::core::marker::Sized),
        Shape::List(item) => return list_of(krate, item),
        Shape::Required(_) => "",
        Shape::Optional(_) | Shape::Defaulted(_) => "Optional",
        Shape::Patch(_) => "Patch",
    };
    match field.shape.value() {
        Value::List(item) => list_of(krate, item),
        Value::Into(ty) | Value::Collection(ty) => {
            let bound = format_ident!("{presence}{}Of", named(ty, presence == "Patch"));
            quote!(impl #krate::builder::#bound<#ty>)
        }
        Value::Plain(ty) => quote!(#ty),
    }
}

fn list_of(krate: &Krate, item: &Value) -> TokenStream {
    match item {
        Value::Plain(ty) => quote!(impl #krate::builder::PlainListOf<#ty>),
        Value::Into(ty) | Value::Collection(ty) => {
            let bound = format_ident!("{}", if is_text(ty) { "TextListOf" } else { "ListOf" });
            quote!(impl #krate::builder::#bound<#ty>)
        }
        Value::List(inner) => list_of(krate, inner),
    }
}

/// What a setter was given, as the value that takes the place of the one before.
fn converted(shape: &Shape) -> TokenStream {
    let given = local("value");
    match shape.value() {
        Value::Plain(_) => quote!(#given),
        _ => quote!(::core::convert::Into::into(#given)),
    }
}

/// What a type is called in the names of `truto_core::builder`: the types that there is something to say of.
fn named(ty: &Type, can_be_cleared: bool) -> &'static str {
    let name = by_names(ty, |names| match names {
        ["Timestamp"] | ["truto_core", "Timestamp"] => Some("Time"),
        ["Json"] | ["truto_core", "Json"] | ["serde_json", "Value"] => Some("Json"),
        // These are in no body, where a field can be cleared.
        _ if can_be_cleared => None,
        ["Filter"] | ["truto_core", "Filter"] => Some("Filter"),
        ["DateFilter"] | ["truto_core", "DateFilter"] => Some("DateFilter"),
        ["SortBy"] | ["truto_core", "SortBy"] => Some("SortBy"),
        ["File"] | ["truto_core", "File"] => Some("File"),
        _ => None,
    });
    if is_text(ty) { "Text" } else { name.unwrap_or("Value") }
}

/// Whether a type is text, or made of it.
fn is_text(ty: &Type) -> bool {
    let is_text = by_names(ty, |names| match names {
        ["String" | "Reference"] | ["std" | "alloc", "string", "String"] | ["truto_core", "Reference"] => Some(()),
        _ => None,
    });
    is_text.is_some()
}

/// A setter is deprecated with its field.
fn deprecated(field: &Field) -> Option<&Attribute> {
    field.attributes.iter().find(|attribute| attribute.path().is_ident("deprecated"))
}

fn common(endpoint: &Checked, names: &Names) -> TokenStream {
    let (krate, vis, member) = (&endpoint.krate, &endpoint.vis, &names.common_member);
    let (value, name) = (local("value"), local("name"));
    let mut out = TokenStream::new();
    for common in endpoint.common() {
        out.extend(match common.method {
            "exclude_fields" => quote! {
                /// Names of fields that the answer shall leave out (`truto_exclude_fields[]`). A further call adds names.
                #vis fn exclude_fields(
                    mut self,
                    #value: impl #krate::builder::TextListOf<::std::string::String>,
                ) -> Self {
                    self.#member.exclude_fields(#value);
                    self
                }
            },
            "ignore_remote_data" => quote! {
                /// Whether the answer shall leave out `remote_data` (`truto_ignore_remote_data`). A further call replaces it.
                #vis fn ignore_remote_data(mut self, #value: ::core::primitive::bool) -> Self {
                    self.#member.ignore_remote_data(#value);
                    self
                }
            },
            "remote_query" => quote! {
                /// Adds a query parameter for the provider (`remote_query[name]`). A name given again has its value replaced.
                #vis fn remote_query(
                    mut self,
                    #name: impl #krate::builder::TextOf<::std::string::String>,
                    #value: impl #krate::builder::JsonOf<#krate::Json>,
                ) -> Self {
                    self.#member.remote_query(#name, #value);
                    self
                }
            },
            "limit" => quote! {
                /// How many items a page shall have (`limit`). The provider has the last word. A further call replaces it.
                #vis fn limit(mut self, #value: ::core::primitive::u32) -> Self {
                    self.#member.limit(#value);
                    self
                }
            },
            "next_cursor" => quote! {
                /// The page to begin with (`next_cursor`). A further call replaces it.
                #vis fn next_cursor(mut self, #value: impl #krate::builder::OptionalTextOf<::std::string::String>) -> Self {
                    self.#member.next_cursor(#value);
                    self
                }
            },
            "key_by" => quote! {
                /// The field that the answer shall have its items by (`truto_key_by`); they are read all the same. A further call replaces it.
                #vis fn key_by(mut self, #value: impl #krate::builder::OptionalTextOf<::std::string::String>) -> Self {
                    self.#member.key_by(#value);
                    self
                }
            },
            "ignore_limit" => quote! {
                /// Whether the provider shall ignore `limit` (`truto_ignore_limit`). A further call replaces it.
                #vis fn ignore_limit(mut self, #value: ::core::primitive::bool) -> Self {
                    self.#member.ignore_limit(#value);
                    self
                }
            },
            _ => quote! {
                /// Data for the provider, passed on as it is (`remote_data` of the body). A further call replaces it.
                #vis fn remote_data(mut self, #value: impl #krate::builder::OptionalJsonOf<#krate::Json>) -> Self {
                    self.#member.remote_data(#value);
                    self
                }
            },
        });
    }
    out
}
