//! The struct itself, without the attributes that are ours.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::{Data, DeriveInput, Fields};

use crate::check::Checked;
use crate::grammar::is_truto;
use crate::syntax::{is_sign, within};

/// The struct of a sound declaration.
pub(crate) fn expand(endpoint: &Checked) -> TokenStream {
    let (attributes, vis, name) = (&endpoint.attributes, &endpoint.vis, &endpoint.name);
    let fields = endpoint.fields.iter().map(|field| {
        let (attributes, vis, name, ty) = (&field.attributes, &field.vis, &field.name, &field.ty);
        quote!(#(#attributes)* #vis #name: #ty)
    });
    quote! {
        #(#attributes)*
        // The empty `<>` keeps rustc from suggesting a type parameter for a type that it does not find. Its message is then
        // the same wherever the type is used, and rustc prints it once.
        #vis struct #name<> { #(#fields,)* }
    }
}

/// The struct as `expand` writes it, before it is read.
pub(crate) fn to_be_expanded(item: &DeriveInput) -> TokenStream {
    let DeriveInput { attrs, vis, ident, generics, data } = item;
    match data {
        Data::Struct(data) if generics.params.is_empty() && matches!(data.fields, Fields::Named(_)) => {
            let (fields, bounds) = (&data.fields, &generics.where_clause);
            quote!(#(#attrs)* #vis struct #ident<> #bounds #fields)
        }
        _ => item.to_token_stream(),
    }
}

/// An item that is not a plain struct, without our attributes, so that its name keeps its meaning.
pub(crate) fn other_than_a_struct(item: &DeriveInput) -> Option<TokenStream> {
    if matches!(&item.data, Data::Struct(data) if !matches!(data.fields, Fields::Unnamed(_))) {
        return None;
    }
    let mut item = item.clone();
    item.attrs.retain(|attribute| !is_truto(attribute));
    let clean = |fields: &mut Fields| {
        for field in fields.iter_mut() {
            field.attrs.retain(|attribute| !is_truto(attribute));
            if let Ok(ty) = syn::parse2(with_lifetimes(field.ty.to_token_stream())) {
                field.ty = ty;
            }
        }
    };
    match &mut item.data {
        Data::Struct(data) => clean(&mut data.fields),
        Data::Enum(data) => data.variants.iter_mut().for_each(|variant| clean(&mut variant.fields)),
        Data::Union(data) => {
            data.fields.named.iter_mut().for_each(|field| field.attrs.retain(|attribute| !is_truto(attribute)));
        }
    }
    Some(item.into_token_stream())
}

/// A type with a lifetime in each reference: the reference is reported already, and one mistake is one error.
fn with_lifetimes(ty: TokenStream) -> TokenStream {
    let mut out = TokenStream::new();
    let mut tokens = ty.into_iter().peekable();
    while let Some(token) = tokens.next() {
        let lacks_lifetime = is_sign(&token, '&') && !tokens.peek().is_some_and(|next| is_sign(next, '\''));
        out.extend([within(token, with_lifetimes)]);
        out.extend(lacks_lifetime.then(|| quote!('static)));
    }
    out
}
