//! The names of accounts: given on the command line, and those of the sandbox.

use truto_sandbox::Sandbox;

/// Parses `NAME=UUID` of the command line.
pub(crate) fn name_and_id(text: &str) -> Result<(String, String), String> {
    match text.split_once('=') {
        Some((name, id)) if !name.is_empty() => Ok((name.to_owned(), id.to_owned())),
        _ => Err("expected NAME=UUID, such as `sales=62f44730-dd91-461e-bd6a-aedd9e0ad79d`".to_owned()),
    }
}

/// Names and ids of the sandbox's accounts.
pub(crate) fn of_sandbox(sandbox: &Sandbox) -> [(String, String); 4] {
    let ids = sandbox.accounts();
    let named =
        [("salesforce", ids.salesforce), ("attio", ids.attio), ("close", ids.close), ("pipedrive", ids.pipedrive)];
    named.map(|(name, id)| (name.to_owned(), id.to_owned()))
}
