//! The path of `truto_core` in generated code.

use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::Path;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

/// The crate's path, and the name under which its module `generated` is imported beside each declaration. Every path in generated
/// code is this name and the name of an item, so that a wrong path to the crate is one error, in the import, and a path is few tokens.
pub(crate) struct Krate {
    pub(crate) path: TokenStream,
    name: Ident,
}

impl Krate {
    /// The user's path, or `::truto_core`, for the code that belongs to `item`.
    pub(crate) fn new(path: Option<Path>, item: &Ident) -> Self {
        // rustc underlines a wrong path where the user wrote it.
        let span = path.as_ref().map_or_else(Span::call_site, |path| Span::call_site().located_at(path.span()));
        let path = path.map_or_else(|| quote!(::truto_core), ToTokens::into_token_stream);
        Self { path, name: format_ident!("truto_core_of_{}", item.unraw(), span = span) }
    }

    pub(crate) fn import(&self) -> TokenStream {
        let Self { path, name } = self;
        // Two imports: the message about a path that does not exist is then about the path itself.
        let whole = format_ident!("crate_of_{name}", span = name.span());
        quote!(use #path as #whole; use #whole::generated as #name;)
    }
}

impl Krate {
    /// The name of the import, which rustc underlines at `span` in a message about it.
    pub(crate) fn located(&self, span: Span) -> Ident {
        let mut name = self.name.clone();
        name.set_span(span);
        name
    }
}

impl ToTokens for Krate {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        self.name.to_tokens(tokens);
    }
}
