//! Errors of rows, grouped: a thousand rows that the API refused for one reason are one line.

use std::collections::HashMap;

use crate::db::Database;
use crate::error::Error;
use crate::ledger::listing;
use crate::people::{ErrorGroup, RowView, Rows};
use crate::row::State;

/// Rows that are in memory at once.
const PAGE: u32 = 1000;

/// The groups, the largest first.
pub(crate) async fn groups(database: &Database, filter: &Rows) -> Result<Vec<ErrorGroup>, Error> {
    let mut tx = database.read().await.map_err(|error| error.during("read the errors"))?;
    let mut filter = filter.clone().limit(PAGE);
    filter.bodies = false;
    if filter.states.is_empty() {
        filter.states = vec![State::Rejected, State::NeedsReview];
    }
    let mut groups: HashMap<(String, Option<u16>, State), (u64, RowView)> = HashMap::new();
    loop {
        let rows = listing::rows_in(&mut tx, &filter).await.map_err(|error| error.during("read the errors"))?;
        let Some(last) = rows.last() else { break };
        filter.after = Some(last.place.clone());
        for row in rows {
            let error = row.error.as_deref().map_or_else(|| "no answer".to_owned(), masked);
            groups.entry((error, row.status, row.state)).or_insert((0, row)).0 += 1;
        }
    }
    let group = |((error, status, state), (rows, example))| ErrorGroup { error, status, state, rows, example };
    let mut groups: Vec<_> = groups.into_iter().map(group).collect();
    groups.sort_by(|a, b| b.rows.cmp(&a.rows).then_with(|| a.error.cmp(&b.error)));
    Ok(groups)
}

/// The text with `#` in place of each word that holds a digit: numbers, ids and times. Words end at anything but letters, digits, `-` and
/// `_`.
fn masked(text: &str) -> String {
    let is_part = |char: char| char.is_alphanumeric() || char == '-' || char == '_';
    let mut masked = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_word = is_part(first);
        let end = rest.find(|char| is_part(char) != is_word).unwrap_or(rest.len());
        let (piece, others) = rest.split_at(end);
        masked.push_str(if is_word && piece.contains(|char: char| char.is_ascii_digit()) { "#" } else { piece });
        rest = others;
    }
    masked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_that_differ_in_ids_and_numbers_are_alike() {
        let errors = [
            "contact `003Ux000004TbQd` was not found (request 7a-f3, 12.5 s)",
            "contact `003Ux000009XyZa` was not found (request b1-00, 3.25 s)",
        ];
        assert_eq!(masked(errors[0]), "contact `#` was not found (request #, #.# s)");
        assert_eq!(masked(errors[0]), masked(errors[1]));
        assert_ne!(masked("email is taken"), masked("name is taken"));
        assert_eq!(masked("ä 1"), "ä #");
        assert_eq!(masked(""), "");
    }
}
