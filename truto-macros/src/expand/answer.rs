//! The type of a response.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote};
use syn::spanned::Spanned;

use crate::check::Checked;
use crate::expand::names::located;

/// The response type of a call: the declared type, or a page of it.
pub(crate) fn of_call(endpoint: &Checked) -> TokenStream {
    let krate = &endpoint.krate;
    let declared = declared(endpoint);
    match &endpoint.response {
        _ if endpoint.paginated.is_none() => declared,
        // An error in the type underlines it where the user wrote it.
        Some(ty) => located(quote!(#krate::Page<#declared>), ty.span()),
        None => quote!(#krate::Page<#declared>),
    }
}

/// The declared type, or any JSON.
pub(crate) fn declared(endpoint: &Checked) -> TokenStream {
    let krate = &endpoint.krate;
    endpoint.response.as_ref().map_or_else(|| quote!(#krate::Json), ToTokens::to_token_stream)
}
