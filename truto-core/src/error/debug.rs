//! `Debug` of an error: first the sentence of `Display`, because `fn main() -> Result<(), Box<dyn Error>>` prints `Debug`, and
//! then the details.

use core::fmt::{Display, Formatter, Result};

/// Writes the sentence and then the details: in brackets, or with `{:#?}` on lines of their own.
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

/// Writes `Debug` of an error with these fields and methods, after its sentence. With `..` at the end, it has more fields.
macro_rules! debug_with_sentence {
    ($error:ident { $($field:ident $(($($call:tt)*))?),+ }) => {
        crate::error::debug_with_sentence!($error { $($field $(($($call)*))?),+ } finish);
    };
    ($error:ident { $($field:ident $(($($call:tt)*))?),+, .. }) => {
        crate::error::debug_with_sentence!($error { $($field $(($($call)*))?),+ } finish_non_exhaustive);
    };
    ($error:ident { $($field:ident $(($($call:tt)*))?),+ } $finish:ident) => {
        impl core::fmt::Debug for $error {
            fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
                crate::error::sentence_first(f, self, |f| {
                    f.debug_struct(stringify!($error))
                        $(.field(stringify!($field), &self.$field $(($($call)*))?))+
                        .$finish()
                })
            }
        }
    };
}

pub(crate) use debug_with_sentence;
