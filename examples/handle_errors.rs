//! Makes calls fail in different ways, and shows what each error says and how a program can react.
//!
//! The calls go to a sandbox in this process, which fails on request.
//!
//! ```text
//! cargo run --example handle_errors
//! ```

use std::time::Duration;

use http::StatusCode;
use http::header::{HeaderValue, RETRY_AFTER};
use truto_core::crm::{CreateAssociation, CrmEntity, crm_entity};
use truto_core::error::{Error, Outcome, Problem};
use truto_core::{Json, unified_endpoint};
use truto_sandbox::{Fault, Sandbox};

/// A declaration that lacks a field that the API requires.
#[unified_endpoint(POST, "/unified/crm/associations")]
struct LooseAssociation {
    entity: String,
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let sandbox = Sandbox::start().await?;
    let account = sandbox.client().build()?.account(sandbox.accounts().salesforce)?;
    let stranger = sandbox.client().token("expired").build()?.account(account.id())?;
    let link = || CreateAssociation::builder().entity_id("001Ux000003GhNt").entity(crm_entity::Accounts);

    // The compiler checks the rules. This line does not compile, and the message lists the entities that it compiles for:
    // link().contacts(["003Ux000004TbQd"]);

    // If the entity is known only at run time, the same rule is checked before anything is sent.
    let late = CreateAssociation::builder().entity_id("001Ux000003GhNt").entity("accounts".parse::<CrmEntity>()?);
    explain("rule", late.contacts(["003Ux000004TbQd"]).send(&account).await);

    explain("token", link().opportunities(["006Ux0000041Wxy"]).send(&stranger).await);
    explain("validation", LooseAssociation::builder().entity("accounts").send(&account).await);

    let people = CreateAssociation::builder().entity_id("003Ux000004TbQd").entity(crm_entity::Contacts);
    explain("provider", people.accounts(["001Ux000003GhNt"]).send(&account).await);

    sandbox.script(Fault::delay(Duration::from_secs(5)));
    let hasty = link().opportunities(["006Ux0000041Wxy"]).send(&account).deadline(Duration::from_millis(200));
    explain("timeout", hasty.await);

    // The client waits if the deadline allows it. Five minutes are longer than the deadline of the call.
    let minutes = HeaderValue::from_static("300");
    sandbox.script(Fault::status(StatusCode::TOO_MANY_REQUESTS).header(RETRY_AFTER, minutes));
    explain("limit", link().opportunities(["006Ux0000041Wxy"]).send(&account).await);
    // The client remembers the limit: it does not send the next call of the account.
    explain("still limited", link().opportunities(["006Ux0000041Wxz"]).send(&account).await);
    Ok(())
}

/// Prints an error and the facts that a program can read from it.
fn explain<T>(case: &str, result: Result<T, Error>) {
    let Err(error) = result else { return println!("{case}: no error") };
    println!("{case}\n  says      {error}");
    match &error {
        Error::Invalid(invalid) => {
            for failure in invalid.failures() {
                if let Problem::Rule { entity, allowed } = failure.problem() {
                    println!("  rule      {} with {entity}, allowed with {allowed:?}", failure.path());
                }
            }
        }
        Error::Api(api) if api.is_remote() => println!("  provider  {}", api.raw_response().unwrap_or(&Json::Null)),
        Error::Api(api) if api.status() == 401 => println!("  token     renew it"),
        Error::Api(api) => api.failures().iter().for_each(|failure| println!("  failure   {failure}")),
        Error::RateLimited(limited) => println!("  retry     in {:.0?}", limited.wait().unwrap_or_default()),
        Error::Timeout(timeout) => println!("  clock     {:?} after {:?}", timeout.clock(), timeout.after()),
        other => println!("  other     {other:?}"),
    }
    let again = match error.outcome() {
        Outcome::NotSent | Outcome::Rejected => "after the cause is fixed",
        _ => "only under the same idempotency key",
    };
    println!("  outcome   {}: send it again {again}\n", error.outcome());
}
