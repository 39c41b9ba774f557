// errors: 1
//! A generic function sends any request to an account, also one of the platform.
//! The message names the bound that is missing.

use truto_core::{Account, Endpoint};

fn send<E: Endpoint>(request: &E, account: &Account) {
    let _ = request.send(account);
}

fn main() {}
