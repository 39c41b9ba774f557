//! Where diagnostics gather, so that several mistakes are reported at once.

use proc_macro2::{Span, TokenStream};

use crate::diag::Code;

/// Collects diagnostics.
#[derive(Debug, Default)]
pub(crate) struct Sink {
    error: Option<syn::Error>,
}

impl Sink {
    /// Adds a diagnostic: what is wrong, how to mend it, and the code, on the token that `span` underlines.
    pub(crate) fn error(&mut self, span: Span, code: Code, what: impl AsRef<str>, fix: impl AsRef<str>) {
        let message = format!("{}\n{} [{}]", what.as_ref(), fix.as_ref(), code.as_str());
        self.push(syn::Error::new(span, message));
    }

    /// Adds an error of the parser's: the item is not Rust, and rustc's own words are the best.
    pub(crate) fn push(&mut self, error: syn::Error) {
        match &mut self.error {
            Some(all) => all.combine(error),
            None => self.error = Some(error),
        }
    }

    /// The diagnostics as code that makes rustc report them.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.error.map(syn::Error::into_compile_error).unwrap_or_default()
    }
}
