//! Where diagnostics gather, so that several mistakes are reported at once.

use proc_macro2::{Span, TokenStream};

use crate::diag::Code;

/// Collects diagnostics.
#[derive(Debug, Default)]
pub(crate) struct Sink {
    error: Option<syn::Error>,
    /// How many errors there are, those included that are not kept.
    count: usize,
    is_muted: bool,
}

impl Sink {
    /// One for what would only repeat a mistake that is reported: it keeps nothing.
    pub(crate) fn muted() -> Self {
        Self { is_muted: true, ..Self::default() }
    }

    /// Adds a diagnostic: what is wrong, how to mend it, and the code, on the token that `span` underlines.
    pub(crate) fn error(&mut self, span: Span, code: Code, what: impl AsRef<str>, fix: impl AsRef<str>) {
        let message = format!("{}\n{} [{}]", what.as_ref(), fix.as_ref(), code.as_str());
        self.push(syn::Error::new(span, message));
    }

    /// Adds an error of the parser's: the item is not Rust, and rustc's own words are the best.
    pub(crate) fn push(&mut self, error: syn::Error) {
        self.count += 1;
        match &mut self.error {
            _ if self.is_muted => {}
            Some(all) => all.combine(error),
            None => self.error = Some(error),
        }
    }

    /// How many errors were found so far.
    pub(crate) fn count(&self) -> usize {
        self.count
    }

    /// Runs a check whose words count only without doubt; what it takes out of the model is taken out either way.
    pub(crate) fn unless(&mut self, in_doubt: bool, check: impl FnOnce(&mut Self)) {
        let before = self.is_muted;
        self.is_muted |= in_doubt;
        check(self);
        self.is_muted = before;
    }

    /// The diagnostics as code that makes rustc report them.
    pub(crate) fn into_tokens(self) -> TokenStream {
        self.error.map(syn::Error::into_compile_error).unwrap_or_default()
    }
}
