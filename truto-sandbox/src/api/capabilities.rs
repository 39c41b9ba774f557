//! The methods that an account or an integration has, in the two documented shapes.

mod captured;
mod reference;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value};

use crate::answer::Answer;
use crate::answer::refusal::{Failure, Refusal};
use crate::api::query::{comma_list, parameters, parse_bool};
use crate::api::resource::{Resource, STANDARD, order};
use crate::lock::lock;
use crate::provider::Provider;
use crate::state::Shared;
use crate::state::accounts::Account;
use crate::state::capabilities_shape::CapabilitiesShape;

/// `GET /integrated-account/{id}/capabilities`
pub(crate) fn of_account(shared: &Shared, id: &str, query: &str) -> Result<Answer, Refusal> {
    let wanted = Wanted::read(&parameters(query)?)?;
    let account = shared.account(id).ok_or_else(|| Refusal::no_account(id))?;
    let status = shared.account_status(account.id()).unwrap_or_default();
    let mut methods = Methods::of(shared, Some(account.id()));
    if account.is_read_only() {
        methods.keep(|method| ["list", "get"].contains(&method));
    }
    Ok(answer(shared, &Capabilities::new(&wanted, &methods, account.provider()), Some((&account, status.name()))))
}

/// `GET /integration/{slug or id}/capabilities`
pub(crate) fn of_integration(shared: &Shared, name: &str, query: &str) -> Result<Answer, Refusal> {
    let wanted = Wanted::read(&parameters(query)?)?;
    let provider = Provider::of_integration(name)
        .ok_or_else(|| Refusal::not_found(format!("There is no integration `{name}`")))?;
    Ok(answer(shared, &Capabilities::new(&wanted, &Methods::of(shared, None), provider), None))
}

fn answer(shared: &Shared, capabilities: &Capabilities, account: Option<(&Account, &str)>) -> Answer {
    Answer::ok(match shared.settings.capabilities_shape {
        CapabilitiesShape::Captured => captured::shape(capabilities, account),
        CapabilitiesShape::Reference => reference::shape(capabilities, account),
    })
}

/// The methods of the proxy by resource, for an account or for an integration.
pub(crate) fn proxy_methods(shared: &Shared, account: Option<&Account>) -> BTreeMap<String, BTreeSet<String>> {
    let mut methods = Methods::of(shared, account.map(Account::id));
    if account.is_some_and(Account::is_read_only) {
        methods.keep(|method| ["list", "get"].contains(&method));
    }
    methods.proxy
}

/// The group of a method: `read`, `write` or `custom`.
pub(crate) fn group(method: &str) -> &'static str {
    match method {
        "list" | "get" => "read",
        "create" | "update" | "delete" => "write",
        _ => "custom",
    }
}

/// The name of a method of the proxy as a tool.
pub(crate) fn tool_name(provider: Provider, resource: &str, method: &str) -> String {
    let provider = provider.slug();
    match method {
        "list" => format!("list_all_{provider}_{resource}"),
        "get" => format!("get_single_{provider}_{resource}_by_id"),
        _ => format!("{method}_a_{provider}_{resource}"),
    }
}

/// The parameters of the request.
#[derive(Clone, Debug)]
struct Wanted {
    proxy: bool,
    unified: bool,
    /// Names of methods, and the groups `read`, `write` and `custom`.
    methods: Vec<String>,
    resource: Option<String>,
    only_described: bool,
}

impl Wanted {
    fn read(query: &Map<String, Value>) -> Result<Self, Refusal> {
        let mut failures = Vec::new();
        let (proxy, unified) = match query.get("type").map(Value::as_str) {
            None | Some(Some("all" | "")) => (true, true),
            Some(Some("proxy")) => (true, false),
            Some(Some("unified")) => (false, true),
            Some(_) => {
                failures.push(Failure::new("type", "expected one of `proxy`, `unified`, `all`"));
                (false, false)
            }
        };
        let has_description = query.get("has_description").map(|value| value.as_str().and_then(parse_bool));
        if has_description == Some(None) {
            failures.push(Failure::new("has_description", "expected `true` or `false`"));
        }
        if !failures.is_empty() {
            return Err(Refusal::invalid(&failures));
        }
        let resource = query.get("resource").and_then(Value::as_str).filter(|name| !name.is_empty());
        Ok(Self {
            proxy,
            unified,
            methods: query.get("methods").map(comma_list).unwrap_or_default(),
            resource: resource.map(str::to_owned),
            only_described: has_description.flatten().unwrap_or(true),
        })
    }

    fn wants(&self, method: &str) -> bool {
        self.methods.is_empty() || self.methods.iter().any(|wanted| wanted == method || wanted == group(method))
    }
}

/// The names of methods, each once.
type Names = BTreeSet<String>;

/// The methods of an account, by resource.
#[derive(Debug, Default)]
struct Methods {
    /// By model and resource.
    unified: BTreeMap<(String, String), Names>,
    proxy: BTreeMap<String, Names>,
}

impl Methods {
    /// The methods that are declared, and those of the resources that have records.
    fn of(shared: &Shared, account: Option<&str>) -> Self {
        let mut methods = Self::default();
        let standard = || STANDARD.map(str::to_owned);
        let contracts = shared.settings.registry.iter().map(|registration| registration.contract());
        for contract in contracts {
            if let Some(of) = Resource::of(contract).filter(Resource::is_named) {
                let resource = (of.model.to_owned(), of.name.to_owned());
                methods.unified.entry(resource).or_default().insert(of.method.to_owned());
            }
            if let Some(of) = Resource::of_proxy(contract).filter(Resource::is_named) {
                let names = methods.proxy.entry(of.name.to_owned()).or_default();
                names.extend(standard());
                names.insert(of.method.to_owned());
            }
        }
        let declared: BTreeSet<(String, String)> = methods.unified.keys().cloned().collect();
        for (_, resource, _) in lock(&shared.store).counts(account) {
            let Some((model, name)) = resource.split_once('/').filter(|(model, _)| *model != "custom") else {
                continue;
            };
            methods.proxy.entry(name.to_owned()).or_default().extend(standard());
            let key = (model.to_owned(), name.to_owned());
            if model != "proxy" && shared.settings.any_model && !declared.contains(&key) {
                methods.unified.entry(key).or_default().extend(standard());
            }
        }
        methods
    }

    fn keep(&mut self, is_kept: impl Fn(&str) -> bool) {
        for names in self.unified.values_mut().chain(self.proxy.values_mut()) {
            names.retain(|name| is_kept(name));
        }
    }
}

/// The resources that are shown.
#[derive(Debug)]
struct Capabilities {
    provider: Provider,
    proxy: Vec<ProxyResource>,
    unified: Vec<UnifiedResource>,
    /// All methods of the proxy, shown or not, and how many of them have a description.
    proxy_methods: usize,
    described_methods: usize,
}

#[derive(Debug)]
struct ProxyResource {
    name: String,
    /// Each method with its description.
    methods: Vec<(String, Option<String>)>,
}

#[derive(Debug)]
struct UnifiedResource {
    model: String,
    name: String,
    methods: Vec<String>,
}

impl Capabilities {
    fn new(wanted: &Wanted, methods: &Methods, provider: Provider) -> Self {
        let is_resource = |name: &str| wanted.resource.as_deref().is_none_or(|only| only == name);
        let sorted = |names: &Names| {
            let mut names: Vec<String> = names.iter().filter(|name| wanted.wants(name)).cloned().collect();
            names.sort_by(|one, other| order(one).cmp(&order(other)));
            names
        };
        let mut capabilities =
            Self { provider, proxy: Vec::new(), unified: Vec::new(), proxy_methods: 0, described_methods: 0 };
        for (name, names) in &methods.proxy {
            let described = |method: &String| (method.clone(), describe(method, name, provider));
            capabilities.proxy_methods += names.len();
            capabilities.described_methods += names.iter().filter(|method| described(method).1.is_some()).count();
            let mut methods: Vec<_> = sorted(names).iter().map(described).collect();
            methods.retain(|(_, description)| description.is_some() || !wanted.only_described);
            if wanted.proxy && is_resource(name) && !methods.is_empty() {
                capabilities.proxy.push(ProxyResource { name: name.clone(), methods });
            }
        }
        for ((model, name), names) in &methods.unified {
            let methods = sorted(names);
            if wanted.unified && is_resource(name) && !methods.is_empty() {
                capabilities.unified.push(UnifiedResource { model: model.clone(), name: name.clone(), methods });
            }
        }
        capabilities
    }

    /// The part of the proxy's methods that has a description.
    #[expect(clippy::cast_precision_loss, reason = "there are few methods")]
    fn score(&self) -> f64 {
        if self.proxy_methods == 0 { 0.0 } else { self.described_methods as f64 / self.proxy_methods as f64 }
    }
}

impl UnifiedResource {
    fn description(&self) -> String {
        format!("The {} of the {} model", self.name, label(&self.model))
    }

    fn docs_url(&self) -> String {
        let name = self.name.replace('_', "");
        format!("https://truto.one/docs/api-reference/unified-{}-api/{name}", self.model)
    }
}

/// The description of a method of the proxy. Custom methods have no description.
pub(crate) fn describe(method: &str, resource: &str, provider: Provider) -> Option<String> {
    let does = match method {
        "list" => "Lists the",
        "get" => "Reads one of the",
        "create" => "Adds to the",
        "update" => "Changes one of the",
        "delete" => "Removes one of the",
        _ => return None,
    };
    Some(format!("{does} {resource} of {}.", provider.name()))
}

/// The display name of a model: `CRM`, `User Directory`.
fn label(model: &str) -> String {
    if ["crm", "hris", "ats", "lms", "mdm", "sso"].contains(&model) {
        return model.to_ascii_uppercase();
    }
    let words = model.split(['-', '_']).map(|word| {
        let mut word = word.to_owned();
        if let Some(first) = word.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        word
    });
    words.collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::label;

    #[test]
    fn models_have_their_names() {
        assert_eq!(["crm", "user-directory", "ticketing", ""].map(label), ["CRM", "User Directory", "Ticketing", ""]);
    }
}
