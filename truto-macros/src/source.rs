//! What the user's source says around a macro call: a macro is given its own tokens, and some of what it has to know stands
//! before them.
//!
//! Whatever cannot be told from the text for sure counts as not said.

mod derives;
mod prelude;
mod text;

use std::collections::HashMap;
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use proc_macro2::TokenStream;

/// The place of a macro call.
pub(crate) struct Place {
    file: PathBuf,
    line: usize,
    column: usize,
}

impl Place {
    /// Where rustc is expanding a macro of ours; `None` where that is in no file.
    pub(crate) fn of_this_call() -> Option<Self> {
        let start = proc_macro::Span::call_site().start();
        Some(Self { file: start.local_file()?, line: start.line(), column: start.column() })
    }

    /// The derives of the list that the call stands in, and of the lists right above it.
    pub(crate) fn derives_beside(&self) -> Vec<String> {
        self.look(|source, offset| derives::beside(&source.code, offset))
    }

    /// The derives of the lists right above the call.
    pub(crate) fn derives_above(&self) -> Vec<String> {
        self.look(|source, offset| Some(derives::above(&source.code, offset)))
    }

    /// Code for this place: without our sentences where the module has no prelude.
    pub(crate) fn adapt(place: Option<&Self>, tokens: TokenStream) -> TokenStream {
        let has_none =
            place.is_some_and(|place| prelude::is_missing(&place.file, place.look(|_, offset| Some(offset))));
        if has_none { prelude::without_diagnostics(tokens) } else { tokens }
    }

    fn look<T: Default>(&self, at: impl FnOnce(&Source, usize) -> Option<T>) -> T {
        let source = Source::of(&self.file);
        source.and_then(|source| at(&source, source.offset(self.line, self.column)?)).unwrap_or_default()
    }
}

/// A source file.
struct Source {
    text: String,
    /// The text without its comments and literals, byte for byte.
    code: String,
    /// Where each line begins.
    lines: Vec<usize>,
    /// The parts that have no prelude.
    without_prelude: Vec<Range<usize>>,
}

impl Source {
    /// The file, which is read once in the run of a compiler.
    fn of(file: &Path) -> Option<Arc<Self>> {
        static KNOWN: OnceLock<Mutex<HashMap<PathBuf, Option<Arc<Source>>>>> = OnceLock::new();
        let mut known = KNOWN.get_or_init(Mutex::default).lock().unwrap_or_else(PoisonError::into_inner);
        let read = |file: &PathBuf| {
            let text = fs::read_to_string(file).ok()?;
            let lines = [0].into_iter().chain(text.match_indices('\n').map(|(end, _)| end + 1)).collect();
            let code = text::code(&text);
            Some(Arc::new(Self { without_prelude: prelude::given_up(&code), text, code, lines }))
        };
        known.entry(file.to_owned()).or_insert_with_key(read).clone()
    }

    /// The byte at a line and a column as rustc counts them.
    fn offset(&self, line: usize, column: usize) -> Option<usize> {
        let start = *self.lines.get(line.checked_sub(1)?)?;
        let (skipped, _) = self.text[start..].char_indices().nth(column.checked_sub(1)?)?;
        Some(start + skipped)
    }
}
