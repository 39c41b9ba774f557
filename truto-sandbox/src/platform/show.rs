//! A row as an answer shows it: with the rows that are joined to it, and without secrets.

use serde_json::{Value, json};

use crate::state::platform::events::visible;
use crate::state::platform::ids::ENVIRONMENT;
use crate::state::platform::secrets;
use crate::state::platform::tables::{Row, Tables, text};

/// Shows a row of a resource.
pub(super) fn show(tables: &Tables, resource: &str, row: &Row) -> Row {
    let mut shown = visible(row);
    match resource {
        "integrated-account" => {
            if let Some(Value::Object(context)) = shown.get_mut("context") {
                secrets::redact(context);
                // The variables of the environment are shown with every account, and never kept.
                context.insert("environment_variables".to_owned(), json!({}));
            }
            let installed = join(tables, &shown, ("environment_integration_id", "environment-integration"));
            if let Some(installed) = installed {
                let integration = join(tables, &installed, ("integration_id", "integration"));
                shown.insert("integration".to_owned(), integration.map(Value::Object).unwrap_or_default());
                shown.insert("environment_integration".to_owned(), Value::Object(installed));
            }
        }
        "environment-integration" => {
            if let Some(integration) = join(tables, &shown, ("integration_id", "integration")) {
                shown.insert("integration".to_owned(), Value::Object(integration));
            }
        }
        "environment-unified-model" => {
            if let Some(model) = join(tables, &shown, ("unified_model_id", "unified-model")) {
                shown.insert("unified_model".to_owned(), Value::Object(model));
            }
        }
        "integration" | "unified-model" => {
            if let Some(team) = join(tables, &shown, ("team_id", "team")) {
                shown.insert("team".to_owned(), Value::Object(team));
            }
            let (resource, name) = match resource {
                "integration" => ("environment-integration", "integration_id"),
                _ => ("environment-unified-model", "unified_model_id"),
            };
            let is_installed = tables.list(resource).any(|row| text(row, name) == text(&shown, "id"));
            let installed = if is_installed { json!([ENVIRONMENT]) } else { json!([]) };
            shown.insert("installed_environment".to_owned(), installed);
        }
        "sandbox-integrated-account" => {
            let account = text(row, "id").and_then(|id| tables.get("integrated-account", id));
            let account = account.map(|account| show(tables, "integrated-account", account));
            shown.insert("integrated_account".to_owned(), account.map(Value::Object).unwrap_or_default());
        }
        _ => {}
    }
    shown
}

/// The row that a member names.
fn join(tables: &Tables, row: &Row, (name, resource): (&str, &'static str)) -> Option<Row> {
    tables.get(resource, text(row, name)?).map(visible)
}
