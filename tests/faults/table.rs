//! The table in the docs, generated from the tests.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::ExitCode;

use crate::Fault;

const TABLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../truto-core/src/faults.md");
const OVERWRITE: &str = "TRUTO_FAULTS";

/// Compares the table in the docs with the tests, or writes it.
pub(crate) fn check(faults: &[Fault], results: &BTreeMap<String, bool>) -> ExitCode {
    let table = render(faults, results);
    if std::env::var(OVERWRITE).is_ok_and(|value| value == "overwrite") {
        std::fs::write(TABLE, table).unwrap();
        return ExitCode::SUCCESS;
    }
    if std::fs::read_to_string(Path::new(TABLE)).unwrap_or_default() == table {
        return ExitCode::SUCCESS;
    }
    eprintln!("truto-core/src/faults.md differs from the tests: run this test with {OVERWRITE}=overwrite");
    ExitCode::FAILURE
}

fn render(faults: &[Fault], results: &BTreeMap<String, bool>) -> String {
    let mut families: Vec<&str> = faults.iter().map(|fault| fault.family).collect();
    families.dedup();
    let mut lines = vec![format!(
        "What the client survives: {} faults in {} families. Each has a test, over a real socket if the fault is on the wire,\n\
         and on a paused clock if it is about time. Each test also checks that no error shows the token, and that every\n\
         error says how often the request was sent.\n\n\
         Made by `TRUTO_FAULTS=overwrite cargo test -p truto-faults --test faults`; the same command without the variable\n\
         fails if this page differs from the tests.\n",
        faults.len(),
        families.len(),
    )];
    for family in families {
        let head = "| fault | what the client does | test | result |\n|---|---|---|---|\n";
        lines.push(format!("\n# {}\n\n{head}", title(family)));
        lines.extend(faults.iter().filter(|fault| fault.family == family).map(|fault| {
            let name = format!("{family}::{}", fault.test);
            let result = if results.get(&name) == Some(&true) { "holds" } else { "fails" };
            format!("| {} | {} | `{name}` | {result} |\n", fault.what, fault.expected)
        }));
    }
    lines.concat()
}

fn title(family: &str) -> String {
    match family {
        "tls" => return "TLS".to_owned(),
        "http2" => return "HTTP/2".to_owned(),
        _ => {}
    }
    let mut letters = family.chars();
    let first: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    first + letters.as_str()
}
