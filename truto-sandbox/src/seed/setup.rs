//! What a CRM has before its first customer: users, pipelines, stages, fields and views.

use serde_json::{Value, json};

use super::maker::{Made, Maker, Stage};
use super::moment::{DATA_START, MILLIS_PER_DAY};
use super::people::email_of;
use super::words::{FIRST_NAMES, LAST_NAMES, REGIONS, SALES_STAGES};

const USERS: usize = 12;
const PIPELINES: [&str; 2] = ["New business", "Renewals"];
const PROJECT_STAGES: [&str; 3] = ["Kickoff", "Delivery", "Review"];
const ENTITIES: [&str; 3] = ["contact", "account", "opportunity"];
/// Entity, name, label and type of each field. The fields of the user come after those of the model.
const FIELDS: [(&str, &str, &str, &str); 18] = [
    ("contact", "first_name", "First name", "string"),
    ("contact", "last_name", "Last name", "string"),
    ("contact", "title", "Job title", "string"),
    ("contact", "account", "Account", "string"),
    ("account", "name", "Name", "string"),
    ("account", "industry", "Industry", "string"),
    ("account", "number_of_employees", "Employees", "number"),
    ("opportunity", "name", "Name", "string"),
    ("opportunity", "amount", "Amount", "number"),
    ("opportunity", "close_date", "Close date", "date"),
    ("contact", "region", "Region", "enum"),
    ("contact", "score", "Score", "number"),
    ("contact", "newsletter", "Newsletter", "boolean"),
    ("account", "tier", "Tier", "enum"),
    ("account", "renewal_on", "Renewal", "date"),
    ("opportunity", "next_step", "Next step", "text"),
    ("opportunity", "probability", "Probability", "number"),
    ("opportunity", "region", "Region", "enum"),
];
/// The number of fields of the model.
const STANDARD: usize = 10;
pub(super) const TIERS: [&str; 3] = ["gold", "silver", "bronze"];

impl Maker {
    pub(super) fn setup(&mut self) {
        self.workspaces();
        self.make_users();
        self.pipelines();
        self.engagement_types();
        self.fields();
        self.views();
    }

    fn workspaces(&mut self) {
        self.begin("workspaces");
        let (id, dates) = (self.id("workspaces", 0), self.setup_dates());
        self.add(&id, dates, json!({ "name": "Sandbox", "description": "The workspace of the generated data" }));
    }

    /// Moments of the first days.
    fn setup_dates(&mut self) -> super::maker::Dates {
        let mut dates = self.dates();
        dates.created = DATA_START + dates.created % MILLIS_PER_DAY;
        dates
    }

    fn make_users(&mut self) {
        self.begin("users");
        for number in 0..USERS {
            let (id, dates) = (self.id("users", number), self.setup_dates());
            let (first, last) = (self.random.word(FIRST_NAMES), self.random.word(LAST_NAMES));
            let name = format!("{first} {last}");
            let email = email_of(&mut self.emails, first, last, "sales.example");
            let urls = self.urls("users", &id);
            // One user in six has left.
            let is_active = number % 6 != 5;
            self.add(&id, dates, json!({ "name": name, "email": email, "is_active": is_active, "urls": urls }));
            self.users.push(Made { id, name, created: dates.created, account: None, domain: String::new() });
        }
    }

    fn pipelines(&mut self) {
        let mut stages = Vec::new();
        let mut pipelines = Vec::new();
        let sales = PIPELINES.map(|name| (name, SALES_STAGES.to_vec()));
        let delivery = [("Delivery", PROJECT_STAGES.map(|name| (name, "open")).to_vec())];
        for (number, (name, of_pipeline)) in sales.into_iter().chain(delivery).enumerate() {
            let id = self.id("pipelines", number);
            let mut shown = Vec::new();
            for (position, (stage, status)) in of_pipeline.into_iter().enumerate() {
                let stage_id = self.id("stages", stages.len());
                shown.push(json!({ "id": stage_id, "name": stage, "status": "active", "pipeline": { "id": id } }));
                let record = json!({
                    "name": stage, "position": position + 1, "status": "active", "pipeline": { "id": id, "name": name },
                });
                let made = Made {
                    id: stage_id,
                    name: stage.to_owned(),
                    created: DATA_START,
                    account: None,
                    domain: String::new(),
                };
                if name == "Delivery" {
                    self.project_stages.push(made.clone());
                } else {
                    self.stages.push(Stage { made: made.clone(), status });
                }
                stages.push((made.id, record));
            }
            pipelines.push((id, json!({ "name": name, "entity": "opportunity", "stages": shown })));
        }
        for (resource, records) in [("pipelines", pipelines), ("stages", stages)] {
            self.begin(resource);
            for (id, record) in records {
                let dates = self.setup_dates();
                self.add(&id, dates, record);
            }
        }
    }

    fn engagement_types(&mut self) {
        self.begin("engagement_types");
        for (number, kind) in ["call", "meeting", "note", "email", "chat", "task"].into_iter().enumerate() {
            let (id, dates) = (self.id("engagement_types", number), self.setup_dates());
            let mut name = kind.to_owned();
            name[..1].make_ascii_uppercase();
            self.add(&id, dates, json!({ "type": kind, "name": name }));
        }
    }

    fn fields(&mut self) {
        self.begin("field_groups");
        for (number, entity) in ENTITIES.into_iter().enumerate() {
            let (id, dates) = (self.id("field_groups", number), self.setup_dates());
            self.add(
                &id,
                dates,
                json!({
                    "name": format!("{entity}_details"),
                    "label": "Details",
                    "description": format!("The fields of each {entity}"),
                    "entity_type": entity,
                    "status": "active",
                }),
            );
        }
        self.begin("fields");
        for (number, (entity, name, label, kind)) in FIELDS.into_iter().enumerate() {
            let (id, dates) = (self.id("fields", number), self.setup_dates());
            let values: &[&str] = match name {
                "region" => REGIONS,
                "tier" => &TIERS,
                _ => &[],
            };
            let options: Value = values
                .iter()
                .map(|value| json!({ "label": value, "value": value, "description": null, "is_hidden": false }))
                .collect();
            let group = ENTITIES.iter().position(|known| *known == entity).unwrap_or_default();
            self.add(
                &id,
                dates,
                json!({
                    "name": name,
                    "label": label,
                    "description": format!("{label} of the {entity}"),
                    "type": kind,
                    "is_hidden": false,
                    "is_unique": false,
                    "is_required": name == "name" || name == "last_name",
                    "is_editable": true,
                    "options": options,
                    "is_user_defined": number >= STANDARD,
                    "entity_type": entity,
                    "reference_entity": if name == "account" { Value::from("account") } else { Value::Null },
                    "field_groups": [{ "id": self.id("field_groups", group), "name": format!("{entity}_details") }],
                }),
            );
        }
    }

    fn views(&mut self) {
        self.begin("views");
        for (number, entity) in ENTITIES.into_iter().enumerate() {
            let (id, dates) = (self.id("views", number), self.setup_dates());
            self.add(&id, dates, json!({ "name": format!("My {entity} list"), "entity": entity }));
        }
    }
}
