//! The contract of the endpoint as `const` data.

use std::fmt::Debug;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use crate::check::Checked;
use crate::expand::names::{Names, entity_id, generated_at};
use crate::grammar::{BodyForm, Scope, Style};
use crate::model::{Field, Kind, Place, Value};

/// The value of `Endpoint::CONTRACT`.
pub(crate) fn expand(endpoint: &Checked, names: &Names) -> TokenStream {
    let krate = &endpoint.krate;
    let name = endpoint.name.unraw().to_string();
    let method = variant(endpoint.method);
    let path = endpoint.template.as_ref().map_or("/", |template| &template.text);
    let fields = endpoint.fields.iter().map(|field| expand_field(endpoint, field));
    let entities = endpoint.entity().map(|_| {
        let (optional, identity) = (&names.optional, &names.identity);
        quote!(.entities(#optional::ACCESS.#identity.names()))
    });
    let providers = providers(endpoint, names);
    let body = (endpoint.body_form() != BodyForm::Json).then(|| {
        let form = variant(endpoint.body_form());
        quote!(.with_body(#krate::BodyForm::#form))
    });
    let paginated = endpoint.paginated.map(|_| quote!(.paginated()));
    let scope = (endpoint.scope != Scope::Account).then(|| {
        let scope = variant(endpoint.scope);
        quote!(.in_scope(#krate::Scope::#scope))
    });
    let answer = endpoint.response.as_ref().map(|ty| {
        let span = generated_at(ty.span());
        let krate = krate.located(span);
        let probe = quote_spanned!(span=> #krate::Probe);
        quote!(.answering(<#probe<#ty>>::SHAPE))
    });
    quote! {
        {
            // Used only for a type that does not implement `Shaped`.
            #[allow(unused_imports)]
            use #krate::Unshaped as _;
            &#krate::Contract::new(
                #name,
                #krate::Method::#method,
                #path,
                &[#(#fields,)*],
            )#entities #providers #body #paginated #scope #answer
        }
    }
}

/// The name of a variant, which `truto_core::contract` shares.
fn variant(of: impl Debug) -> Ident {
    format_ident!("{}", format!("{of:?}"))
}

fn providers(endpoint: &Checked, names: &Names) -> Option<TokenStream> {
    let (krate, optional) = (&endpoint.krate, &names.optional);
    let supports = endpoint.providers.iter().enumerate().map(|(index, support)| {
        let index = Literal::usize_unsuffixed(index);
        let name = quote!(#optional::PROVIDERS.#index);
        match &support.entities {
            Some(entities) => {
                let ids = entities.iter().map(entity_id);
                quote!(#krate::Support::only(#name, &[#(#ids),*]))
            }
            None => quote!(#krate::Support::all(#name)),
        }
    });
    (!endpoint.providers.is_empty()).then(|| quote!(.supported_by(&[#(#supports),*])))
}

fn expand_field(endpoint: &Checked, field: &Field) -> TokenStream {
    let krate = &endpoint.krate;
    let is_entity = field.keys.entity.is_some();
    let constructor = field.presence.constructor();
    let kind = if is_entity { format_ident!("Entity") } else { variant(endpoint.kind(field)) };
    let shaped = if is_entity { None } else { shaped(endpoint, &field.value) };
    let (name, wire) = (field.name.unraw().to_string(), field.wire());
    let place = match field.place {
        Place::Path => quote!(.path()),
        Place::Query => quote!(.query()),
        Place::Header => quote!(.header(#wire)),
        Place::Body => quote!(),
    };
    let renamed = (wire != name && field.place != Place::Header).then(|| quote!(.renamed(#wire)));
    let objects = field.within();
    let within = (!objects.is_empty()).then(|| quote!(.within(&[#(#objects),*])));
    let style = field.keys.style.filter(|(style, _)| *style != Style::Brackets).map(|(style, _)| {
        let style = variant(style);
        quote!(.style(#krate::Style::#style))
    });
    let slash = field.keys.slash.map(|_| quote!(.encoding_slash()));
    let secret = field.keys.secret.then(|| quote!(.secret()));
    let only_for = field.only_for().map(|entities| {
        let ids = entities.iter().map(entity_id);
        quote!(.only_for(&[#(#ids),*]))
    });
    quote! {
        #krate::Field::#constructor(#name, #krate::Kind::#kind)
            #shaped #place #renamed #within #style #slash #secret #only_for
    }
}

/// The shape that the type declares for its JSON, if the spelling of the type does not tell.
fn shaped(endpoint: &Checked, value: &Value) -> Option<TokenStream> {
    let krate = &endpoint.krate;
    let ty = match value {
        Value::Into(ty) | Value::Collection(ty) if value.kind() == Kind::Any => ty.to_token_stream(),
        Value::Plain(ty) if !matches!(value.kind(), Kind::Number | Kind::Boolean) => ty.to_token_stream(),
        Value::List(item) => match &**item {
            Value::Into(ty) | Value::Plain(ty) => quote!([#ty]),
            Value::Collection(_) | Value::List(_) => return None,
        },
        Value::Into(_) | Value::Plain(_) | Value::Collection(_) => return None,
    };
    Some(quote!(.shaped(<#krate::Probe<#ty>>::SHAPE)))
}
