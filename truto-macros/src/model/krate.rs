//! `truto_core` as generated code names it.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::Path;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

/// The crate: its path, and the name that it is imported under beside each declaration. Every path of generated code begins
/// with that import, so where the crate is missing, the import is the one error.
pub(crate) struct Krate {
    pub(crate) path: TokenStream,
    name: Ident,
}

impl Krate {
    /// The user's path, or the crate itself; for what is written for the item of this name.
    pub(crate) fn new(path: Option<Path>, item: &Ident) -> Self {
        // A path that leads nowhere is underlined where it is written.
        let span = path.as_ref().map_or_else(Span::call_site, |path| Span::call_site().located_at(path.span()));
        let path = path.map_or_else(|| quote!(::truto_core), ToTokens::into_token_stream);
        Self { path, name: format_ident!("truto_core_of_{}", item.unraw(), span = span) }
    }

    pub(crate) fn import(&self) -> TokenStream {
        let Self { path, name } = self;
        quote!(use #path as #name;)
    }
}

impl ToTokens for Krate {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.name.to_tokens(tokens);
    }
}
