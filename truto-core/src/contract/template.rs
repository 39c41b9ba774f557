//! The template of a path, whose placeholders are names in braces, and what errors call the endpoint.

use core::fmt::Write as _;

use crate::contract::Contract;
use crate::error::EndpointName;
use crate::util::escaped::Escaped;

/// Appends `template` to `out`; `value` writes the text for each `{name}`.
///
/// # Errors
/// The first error of `value`, or of [`push_segment`].
pub(crate) fn fill<E>(
    template: &str,
    out: &mut String,
    mut value: impl FnMut(&str, &mut String) -> Result<(), E>,
) -> Result<(), E> {
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        out.push_str(before);
        value(name, out)?;
        rest = after;
    }
    out.push_str(rest);
    Ok(())
}

impl Contract {
    /// What errors call this endpoint. `names` are those that a dynamic call gives for the placeholders, in their order.
    pub(crate) fn named(&self, names: Option<&[String]>) -> EndpointName {
        EndpointName { template: self.to_string(), filled: names.map(|names| self.filled(names)) }
    }

    /// Method and path with these names. An id stays a placeholder: it may be a customer's data.
    fn filled(&self, names: &[String]) -> String {
        const SHOWN: usize = 200;
        let mut filled = format!("{} ", self.method());
        let mut names = names.iter();
        let written = fill(self.path(), &mut filled, |placeholder, out| match names.next() {
            Some(name) if placeholder != "id" => {
                let name: String = name.trim_start_matches('/').chars().take(SHOWN).collect();
                write!(out, "{}", Escaped(&name))
            }
            _ => write!(out, "{{{placeholder}}}"),
        });
        written.map_or_else(|_| self.to_string(), |()| filled)
    }
}
