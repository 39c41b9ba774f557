//! The contract of the endpoint as `const` data.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use crate::check::Checked;
use crate::expand::names::{Names, entity_id};
use crate::grammar::{BodyForm, Style};
use crate::model::{Field, Kind, Place, Value};

/// The value of `Endpoint::CONTRACT`.
pub(crate) fn expand(endpoint: &Checked, names: &Names) -> TokenStream {
    let krate = &endpoint.krate;
    let name = endpoint.name.unraw().to_string();
    let method = format_ident!("{}", endpoint.method.variant(), span = Span::call_site());
    let path = endpoint.template.as_ref().map_or("/", |template| &template.text);
    let fields = endpoint.fields.iter().map(|field| expand_field(endpoint, field));
    let entities = endpoint.entity().map(|_| {
        let (optional, identity) = (&names.optional, Literal::usize_unsuffixed(endpoint.fields.len()));
        quote!(.entities(#optional::ACCESS.#identity.names()))
    });
    let providers = providers(endpoint, names);
    let body = (endpoint.body_form() != BodyForm::Json).then(|| {
        let form = format_ident!("{}", endpoint.body_form().variant(), span = Span::call_site());
        quote!(.with_body(#krate::contract::BodyForm::#form))
    });
    let paginated = endpoint.paginated.map(|_| quote!(.paginated()));
    quote! {
        {
            // Used only for a type that does not implement `Shaped`.
            #[allow(unused_imports)]
            use #krate::generated::Unshaped as _;
            &#krate::contract::Contract::new(
                #name,
                #krate::contract::Method::#method,
                #path,
                &[#(#fields,)*],
            )#entities #providers #body #paginated
        }
    }
}

fn providers(endpoint: &Checked, names: &Names) -> Option<TokenStream> {
    let (krate, optional) = (&endpoint.krate, &names.optional);
    let supports = endpoint.providers.iter().enumerate().map(|(index, support)| {
        let index = Literal::usize_unsuffixed(index);
        let name = quote!(#optional::PROVIDERS.#index);
        match &support.entities {
            Some(entities) => {
                let ids = entities.iter().map(entity_id);
                quote!(#krate::contract::Support::only(#name, &[#(#ids),*]))
            }
            None => quote!(#krate::contract::Support::all(#name)),
        }
    });
    (!endpoint.providers.is_empty()).then(|| quote!(.supported_by(&[#(#supports),*])))
}

fn expand_field(endpoint: &Checked, field: &Field) -> TokenStream {
    let krate = &endpoint.krate;
    let constructor = format_ident!("{}", field.presence.constructor(), span = Span::call_site());
    let name = field.name.unraw().to_string();
    let kind = if field.keys.entity.is_some() { "Entity" } else { endpoint.kind(field).variant() };
    let kind = format_ident!("{kind}", span = Span::call_site());
    let mut out = quote!(#krate::contract::Field::#constructor(#name, #krate::contract::Kind::#kind));
    if field.keys.entity.is_none() {
        out.extend(shaped(endpoint, field.presence.value()));
    }
    let wire = field.wire();
    match field.place {
        Place::Path => out.extend(quote!(.path())),
        Place::Query => out.extend(quote!(.query())),
        Place::Header => out.extend(quote!(.header(#wire))),
        Place::Body => {}
    }
    if wire != name && field.place != Place::Header {
        out.extend(quote!(.renamed(#wire)));
    }
    let objects = field.within();
    if !objects.is_empty() {
        out.extend(quote!(.within(&[#(#objects),*])));
    }
    let style = match &field.keys.style {
        Some((Style::Repeat, _)) => Some("Repeat"),
        Some((Style::Comma, _)) => Some("Comma"),
        Some((Style::Brackets, _)) | None => None,
    };
    if let Some(style) = style {
        let style = format_ident!("{style}", span = Span::call_site());
        out.extend(quote!(.style(#krate::contract::Style::#style)));
    }
    if field.keys.slash.is_some() {
        out.extend(quote!(.encoding_slash()));
    }
    if field.keys.secret {
        out.extend(quote!(.secret()));
    }
    if let Some(entities) = field.only_for() {
        let ids = entities.iter().map(entity_id);
        out.extend(quote!(.only_for(&[#(#ids),*])));
    }
    out
}

/// The shape that the type declares for its JSON, if the spelling of the type does not tell.
fn shaped(endpoint: &Checked, value: &Value) -> TokenStream {
    let krate = &endpoint.krate;
    match value {
        Value::Into(ty) | Value::Collection(ty) if value.kind() == Kind::Any => {
            quote!(.shaped(<#krate::generated::Probe<#ty>>::SHAPE))
        }
        Value::Plain(ty) if !matches!(value.kind(), Kind::Number | Kind::Boolean) => {
            quote!(.shaped(<#krate::generated::Probe<#ty>>::SHAPE))
        }
        Value::List(item) => {
            let (Value::Into(ty) | Value::Plain(ty)) = &**item else { return TokenStream::new() };
            quote!(.shaped(<#krate::generated::Probe<[#ty]>>::SHAPE))
        }
        Value::Into(_) | Value::Plain(_) | Value::Collection(_) => TokenStream::new(),
    }
}
