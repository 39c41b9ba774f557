//! Collects diagnostics, so that several mistakes are reported at once.

use proc_macro2::{Span, TokenStream};

use crate::diag::Code;

#[derive(Debug, Default)]
pub(crate) struct Sink {
    error: Option<syn::Error>,
    /// The number of errors, including those that were not kept.
    count: usize,
    is_muted: bool,
}

impl Sink {
    /// A sink that keeps nothing, for reading what is reported already.
    pub(crate) fn muted() -> Self {
        Self { is_muted: true, ..Self::default() }
    }

    /// Adds a diagnostic: what is wrong, how to fix it, and the code. `span` is underlined.
    pub(crate) fn error(&mut self, span: Span, code: Code, what: impl AsRef<str>, fix: impl AsRef<str>) {
        let message = format!("{}\n{} [{}]", what.as_ref(), fix.as_ref(), code.as_str());
        self.push(syn::Error::new(span, message));
    }

    /// Adds an error of the parser.
    pub(crate) fn push(&mut self, error: syn::Error) {
        self.count += 1;
        match &mut self.error {
            _ if self.is_muted => {}
            Some(all) => all.combine(error),
            None => self.error = Some(error),
        }
    }

    /// The number of errors so far.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// Runs a check, and keeps its errors unless they may follow from an earlier mistake. Its changes to the model stay.
    pub(crate) fn unless(&mut self, in_doubt: bool, check: impl FnOnce(&mut Self)) {
        let before = self.is_muted;
        self.is_muted |= in_doubt;
        check(self);
        self.is_muted = before;
    }

    /// Code that makes rustc report the diagnostics.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.error.map(syn::Error::into_compile_error).unwrap_or_default()
    }
}
