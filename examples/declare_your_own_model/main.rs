//! Declares a model that the crate does not ship, and uses it on a sandbox: a description, generated declarations, a program, tests.
//!
//! 1. Describe the part of the model that you need: `ticketing.json`. Or let a connected account describe it: give `--account <id>`
//!    in place of `--description` in step 2.
//! 2. Write the declarations, and read them: `ticketing.rs` and its folder.
//!
//!    ```text
//!    cargo run -p truto-codegen -- --model ticketing --description examples/declare_your_own_model/ticketing.json \
//!        --out examples/declare_your_own_model/ticketing --registry --width 120
//!    ```
//!
//! 3. Add what is yours between the lines `// <keep>` and `// </keep>`: the end of `ticketing/tickets.rs`. It survives step 2.
//! 4. Call the endpoints: this file. The sandbox serves what is declared.
//!
//!    ```text
//!    cargo run --example declare_your_own_model
//!    ```
//!
//! 5. Test the program on the sandbox, and in CI run step 2 with `--check`: it shows what differs, and ends with 1.
//!
//!    ```text
//!    cargo test -p truto-examples --example declare_your_own_model
//!    ```

#[path = "../common.rs"]
mod common;
#[cfg(test)]
mod tests;
mod ticketing;
mod walk;

use std::error::Error;
use std::io;

use truto_sandbox::Sandbox;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let (account, _sandbox) = common::connect(Sandbox::builder().endpoints(ticketing::endpoints())).await?;
    walk::walk(&account, &mut io::stdout()).await
}
