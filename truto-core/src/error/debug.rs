//! `Debug` of an error: its sentence first, because that is what `fn main() -> Result<(), Box<dyn Error>>` prints, and what it
//! holds behind it.

use core::fmt::{Display, Formatter, Result};

/// Writes the sentence and then the details: on one line in brackets, or with `{:#?}` on lines of their own.
pub(crate) fn sentence_first(
    f: &mut Formatter<'_>,
    error: &impl Display,
    details: impl FnOnce(&mut Formatter<'_>) -> Result,
) -> Result {
    write!(f, "{error}")?;
    if f.alternate() {
        f.write_str("\n")?;
        return details(f);
    }
    f.write_str(" [")?;
    details(f)?;
    f.write_str("]")
}

/// Writes `Debug` of an error with these fields.
macro_rules! debug_with_sentence {
    ($error:ident { $($field:ident),+ }) => {
        impl core::fmt::Debug for $error {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                crate::error::sentence_first(f, self, |f| {
                    f.debug_struct(stringify!($error))$(.field(stringify!($field), &self.$field))+.finish()
                })
            }
        }
    };
}

pub(crate) use debug_with_sentence;
