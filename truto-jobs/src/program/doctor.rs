//! `doctor`: what is wrong with a ledger.

use serde_json::json;
use truto_jobs::Jobs;
use truto_jobs::people::Finding;

use crate::program::output::{Output, shown};
use crate::program::{End, Failure};

pub(crate) async fn doctor(jobs: &Jobs, out: Output) -> Result<End, Failure> {
    let findings = jobs.check().await?;
    let version = jobs.version().await?;
    out.print(&json!({ "version": version, "findings": findings }), || {
        if findings.is_empty() {
            return format!("the ledger has version {version}, and nothing is wrong with it");
        }
        let line = |finding: &Finding| {
            let Finding { check, what, to_do, .. } = finding;
            format!("{check}: {}\n    {}", shown(what), shown(to_do))
        };
        findings.iter().map(line).collect::<Vec<_>>().join("\n")
    })?;
    Ok(End::attention(!findings.is_empty()))
}
