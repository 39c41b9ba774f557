//! Setters: of required fields, which change the builder's type, of optional ones, which do not, and of the common
//! parameters.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::ext::IdentExt;
use syn::{Attribute, Type};

use crate::check::Checked;
use crate::expand::docs;
use crate::expand::names::{Names, arguments, local, located};
use crate::model::{Field, Krate, Shape, Value, by_names};

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
    out.extend(common(endpoint, names));
    out
}

fn required(endpoint: &Checked, names: &Names, field: &Field, position: usize) -> TokenStream {
    let (krate, vis, name) = (&endpoint.krate, &endpoint.vis, &field.name);
    let Names { builder, optional, optional_member, common_member, value: parameter, .. } = names;
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
        let choice = quote!(#krate::EntityChoice<#ty, { #optional::IS_ENTITY }>);
        states[position] = quote!(<#parameter as #choice>::State);
        let result = arguments(&states);
        let unset = located(quote!(where #state: #krate::entity::EntityUnset,), name.span());
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
    let result = arguments(&states);
    let Taken { argument, converted } = taken_by(field, krate);
    let body = if field.takes_anything { quote!(loop {}) } else { quote!(#builder { #name: #converted, #moved }) };
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
    let Taken { argument, converted } = taken_by(field, krate);
    let stored = match &field.shape {
        Shape::Optional(_) => quote!(::core::option::Option::Some(#converted)),
        Shape::Patch(_) => quote!(#krate::Patch::Set(#converted)),
        Shape::Required(_) | Shape::List(_) | Shape::Defaulted(_) => converted,
    };
    let set = if field.takes_anything { quote!() } else { quote!(self.#member.#name = #stored;) };
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
            let allowed = quote!(#krate::entity::EntityState<Id: #module::#rule<#state::Choice>>);
            located(quote!(where #state: #given + #allowed), field.name.span())
        }
        _ => quote!(),
    }
}

/// What a setter takes, and how it becomes the field's value.
struct Taken {
    argument: TokenStream,
    converted: TokenStream,
}

fn taken_by(field: &Field, krate: &Krate) -> Taken {
    match &field.shape {
        // What its type should have been is not known.
        _ if field.takes_anything => Taken { argument: quote!(impl ::core::marker::Sized), converted: quote!() },
        Shape::List(item) => taken_list(krate, item),
        Shape::Required(value) => taken(krate, "", value),
        Shape::Optional(value) | Shape::Defaulted(value) => taken(krate, "Optional", value),
        Shape::Patch(value) => taken(krate, "Patch", value),
    }
}

fn taken(krate: &Krate, presence: &str, value: &Value) -> Taken {
    let given = local("value");
    match value {
        Value::Into(ty) => {
            let bound = format_ident!("{presence}{}Of", named(ty, presence == "Patch"));
            Taken {
                argument: quote!(impl #krate::setter::#bound<#ty>),
                converted: quote!(::core::convert::Into::into(#given)),
            }
        }
        Value::Plain(ty) => Taken { argument: quote!(#ty), converted: quote!(#given) },
        Value::List(item) => taken_list(krate, item),
    }
}

fn taken_list(krate: &Krate, item: &Value) -> Taken {
    let given = local("value");
    match item {
        Value::Plain(ty) => Taken {
            argument: quote!(impl #krate::setter::PlainListOf<#ty>),
            converted: quote!(::core::iter::FromIterator::from_iter(#given)),
        },
        Value::Into(ty) => {
            let bound = format_ident!("{}", if is_text(ty) { "TextListOf" } else { "ListOf" });
            Taken { argument: quote!(impl #krate::setter::#bound<#ty>), converted: quote!(#krate::collect(#given)) }
        }
        Value::List(inner) => taken_list(krate, inner),
    }
}

/// What a type is called in the names of `truto_core::setter`: the types that there is something to say of.
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
                /// Names of fields that the answer shall leave out (`truto_exclude_fields[]`).
                #vis fn exclude_fields(
                    mut self,
                    #value: impl #krate::setter::TextListOf<::std::string::String>,
                ) -> Self {
                    self.#member.exclude_fields(#value);
                    self
                }
            },
            "ignore_remote_data" => quote! {
                /// Whether the answer shall leave out `remote_data` (`truto_ignore_remote_data`).
                #vis fn ignore_remote_data(mut self, #value: ::core::primitive::bool) -> Self {
                    self.#member.ignore_remote_data(#value);
                    self
                }
            },
            "remote_query" => quote! {
                /// Adds a query parameter for the provider (`remote_query[name]`).
                #vis fn remote_query(
                    mut self,
                    #name: impl #krate::setter::TextOf<::std::string::String>,
                    #value: impl #krate::setter::JsonOf<#krate::Json>,
                ) -> Self {
                    self.#member.remote_query(#name, #value);
                    self
                }
            },
            "limit" => quote! {
                /// How many items a page shall have (`limit`). The provider has the last word.
                #vis fn limit(mut self, #value: ::core::primitive::u32) -> Self {
                    self.#member.limit(#value);
                    self
                }
            },
            "next_cursor" => quote! {
                /// The page to begin with (`next_cursor`).
                #vis fn next_cursor(mut self, #value: impl #krate::setter::OptionalTextOf<::std::string::String>) -> Self {
                    self.#member.next_cursor(#value);
                    self
                }
            },
            "key_by" => quote! {
                /// The field that the answer shall have its items by (`truto_key_by`); they are read all the same.
                #vis fn key_by(mut self, #value: impl #krate::setter::OptionalTextOf<::std::string::String>) -> Self {
                    self.#member.key_by(#value);
                    self
                }
            },
            "ignore_limit" => quote! {
                /// Whether the provider shall ignore `limit` (`truto_ignore_limit`).
                #vis fn ignore_limit(mut self, #value: ::core::primitive::bool) -> Self {
                    self.#member.ignore_limit(#value);
                    self
                }
            },
            _ => quote! {
                /// Data for the provider, passed on as it is (`remote_data` of the body).
                #vis fn remote_data(mut self, #value: impl #krate::setter::OptionalJsonOf<#krate::Json>) -> Self {
                    self.#member.remote_data(#value);
                    self
                }
            },
        });
    }
    out
}
