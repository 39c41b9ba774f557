//! Which types a model needs, what they are called, and which module each lives in.
//!
//! An object or a choice that several resources have in common is one type, in the module `values`.

use std::collections::{BTreeSet, HashMap};

use crate::description::{Answer, Field, InQuery, Kind, Method, Model, Resource, Text};
use crate::error::Error;
use crate::names::{self, TypeNames};

/// The types of a model.
pub(crate) struct Plan<'m> {
    pub(crate) model: &'m Model,
    /// Names of the modules, by resource.
    modules: Vec<String>,
    /// Names of the records, by resource.
    records: Vec<String>,
    /// Names of the endpoints, by resource and method.
    endpoints: Vec<Vec<String>>,
    pub(crate) items: Vec<Item>,
    by_name: HashMap<String, usize>,
    /// The item of a field, by resource and path.
    by_path: HashMap<(usize, String), usize>,
    references: HashMap<String, usize>,
}

/// A type beside the records.
pub(crate) struct Item {
    pub(crate) name: String,
    pub(crate) about: Text,
    pub(crate) what: What,
    /// Resources that use it.
    users: BTreeSet<usize>,
}

pub(crate) enum What {
    /// An object, with the place in which each of its fields was found.
    Object(Vec<Placed>),
    /// Values of a choice.
    Choice(Vec<String>),
    /// A reference to a record of this resource.
    Reference(String),
}

/// A field of an object, with the resource and the path that it was found in.
pub(crate) struct Placed {
    pub(crate) field: Field,
    pub(crate) resource: usize,
    pub(crate) path: String,
}

/// The module of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Home {
    /// The module of a resource.
    Resource(usize),
    /// The module of shared types.
    Values,
}

impl<'m> Plan<'m> {
    pub(crate) fn of(model: &'m Model) -> Result<Self, Error> {
        names::in_a_path("model", &model.name)?;
        for resource in &model.resources {
            names::in_a_path("resource", &resource.name)?;
            resource.methods.iter().try_for_each(|method| names::in_a_path("method", &method.name))?;
        }
        let mut used = TypeNames::default();
        let mut modules: Vec<String> = Vec::new();
        for resource in &model.resources {
            modules.push(names::module(&resource.name, &modules));
        }
        let mut records = Vec::new();
        for resource in &model.resources {
            if resource.fields.is_empty() {
                records.push(names::pascal(&resource.name));
                continue;
            }
            let wanted = resource.record_name.clone().unwrap_or_else(|| names::singular(&resource.name));
            records.push(used.take(&wanted, "Record"));
        }
        let endpoints = model.resources.iter().zip(&records).map(|(resource, record)| {
            resource
                .methods
                .iter()
                .map(|method| used.take(&endpoint_name(resource, method, record), "Endpoint"))
                .collect()
        });
        let endpoints = endpoints.collect();
        let mut plan = Self {
            model,
            modules,
            records,
            endpoints,
            items: Vec::new(),
            by_name: HashMap::new(),
            by_path: HashMap::new(),
            references: HashMap::new(),
        };
        let shared = plan.shared_names(&used);
        for (at, resource) in model.resources.iter().enumerate().filter(|(_, resource)| resource.by_hand.is_none()) {
            let record = plan.records[at].clone();
            plan.fields(at, "", &record, &resource.fields, &shared, &mut used)?;
            for method in &resource.methods {
                // A filter takes plain values, or lists of objects.
                let is_filter = |field: &&Field| {
                    method.name != "list" || field.in_query == InQuery::Value || matches!(field.kind, Kind::List(_))
                };
                for field in method.query.iter().filter(is_filter) {
                    plan.field(at, &query_root(method), &record, field, &shared, &mut used)?;
                }
                plan.fields(
                    at,
                    &body_root(method),
                    &record,
                    method.body.as_deref().unwrap_or_default(),
                    &shared,
                    &mut used,
                )?;
                if let Answer::Page(kind) | Answer::One(kind) = &method.answer {
                    let answer = Field::new("answer", kind.clone());
                    plan.field(at, &answer_root(method), &record, &answer, &shared, &mut used)?;
                }
            }
        }
        Ok(plan)
    }

    /// Names of objects that are the same wherever they are found, so that they need no name of their parent.
    fn shared_names(&self, used: &TypeNames) -> BTreeSet<String> {
        let mut groups: HashMap<String, Vec<&[Field]>> = HashMap::new();
        for resource in self.model.resources.iter().filter(|resource| resource.by_hand.is_none()) {
            let bodies = resource.methods.iter().flat_map(|method| method.body.iter().flatten());
            for field in resource.fields.iter().chain(bodies) {
                objects(field, &mut |name, fields| groups.entry(name).or_default().push(fields));
            }
        }
        let is_one = |group: &Vec<&[Field]>| group.iter().all(|fields| alike_fields(group[0], fields));
        groups.into_iter().filter(|(name, group)| used.is_free(name) && is_one(group)).map(|(name, _)| name).collect()
    }

    fn fields(
        &mut self,
        resource: usize,
        path: &str,
        parent: &str,
        fields: &[Field],
        shared: &BTreeSet<String>,
        used: &mut TypeNames,
    ) -> Result<(), Error> {
        fields.iter().try_for_each(|field| self.field(resource, path, parent, field, shared, used))
    }

    fn field(
        &mut self,
        resource: usize,
        path: &str,
        parent: &str,
        field: &Field,
        shared: &BTreeSet<String>,
        used: &mut TypeNames,
    ) -> Result<(), Error> {
        let path = below(path, &field.wire);
        match innermost(&field.kind) {
            Kind::Reference(target) => self.reference(resource, target, used)?,
            Kind::Choice { name, values } => {
                let rust = field.name.as_deref().unwrap_or(&field.wire);
                let wanted = name.clone().unwrap_or_else(|| format!("{parent}{}", names::pascal(rust)));
                let known = self.by_name.get(&wanted).copied();
                let same = known.filter(|at| matches!(self.items[*at].what, What::Choice(_)));
                let at = self.item(same, &wanted, (resource, &path), What::Choice(Vec::new()), used);
                self.about(at, field);
                if let What::Choice(known) = &mut self.items[at].what {
                    let new: Vec<String> = values.iter().filter(|value| !known.contains(value)).cloned().collect();
                    known.extend(new);
                }
            }
            Kind::Object { name, fields } => {
                let own = names::type_name(&names::singular(&field.wire), "Value");
                let wanted = match name {
                    Some(name) => name.clone(),
                    None if shared.contains(&own) => own,
                    None => format!("{parent}{own}"),
                };
                let known = self.by_name.get(&wanted).copied();
                let same = known.filter(|at| match &self.items[*at].what {
                    What::Object(known) => {
                        name.is_some()
                            || fields.iter().all(|field| known.iter().all(|placed| can_be_one(&placed.field, field)))
                    }
                    _ => false,
                });
                let at = self.item(same, &wanted, (resource, &path), What::Object(Vec::new()), used);
                self.about(at, field);
                self.merge(at, same.is_none(), resource, &path, fields);
                let name = self.items[at].name.clone();
                self.fields(resource, &path, &name, fields, shared, used)?;
            }
            _ => {}
        }
        Ok(())
    }

    /// The item of a field: the `same` item that is there, or a new one.
    fn item(
        &mut self,
        same: Option<usize>,
        wanted: &str,
        (resource, path): (usize, &str),
        what: What,
        used: &mut TypeNames,
    ) -> usize {
        let at = same.unwrap_or_else(|| {
            let name = used.take(wanted, "Value");
            self.items.push(Item { name, about: Text::Ours(String::new()), what, users: BTreeSet::new() });
            let at = self.items.len() - 1;
            self.by_name.entry(wanted.to_owned()).or_insert(at);
            at
        });
        self.by_path.insert((resource, path.to_owned()), at);
        self.items[at].users.insert(resource);
        at
    }

    fn about(&mut self, at: usize, field: &Field) {
        let item = &mut self.items[at];
        if item.about.is_empty() {
            let known = self.model.types.iter().find(|(name, _)| *name == item.name);
            item.about = known.map_or_else(|| field.description.clone(), |(_, about)| about.clone());
        }
    }

    /// Adds the fields of an object to its type. What is missing somewhere is optional, and what has two shapes has no type.
    fn merge(&mut self, at: usize, is_new: bool, resource: usize, path: &str, fields: &[Field]) {
        let What::Object(known) = &mut self.items[at].what else { return };
        for placed in known.iter_mut() {
            placed.field.is_required &= fields.iter().any(|field| field.wire == placed.field.wire && field.is_required);
        }
        for field in fields {
            match known.iter_mut().find(|placed| placed.field.wire == field.wire) {
                Some(placed) if alike(&placed.field.kind, &field.kind) => {}
                Some(placed) => placed.field.kind = Kind::any("the description has two shapes of it"),
                None => {
                    let field = Field { is_required: field.is_required && is_new, ..field.clone() };
                    known.push(Placed { field, resource, path: path.to_owned() });
                }
            }
        }
    }

    fn reference(&mut self, resource: usize, target: &str, used: &mut TypeNames) -> Result<(), Error> {
        let Some(record) = self.record_of(target).map(str::to_owned) else {
            let what = format!("a field refers to the resource `{target}`, which the description does not have");
            return Err(Error::new(format!("{what}: describe the resource, or correct `references`")));
        };
        let at = match self.references.get(target) {
            Some(at) => *at,
            None => {
                let name = used.take(&format!("{record}Ref"), "Value");
                let what = What::Reference(target.to_owned());
                self.items.push(Item { name, about: Text::Ours(String::new()), what, users: BTreeSet::new() });
                self.references.insert(target.to_owned(), self.items.len() - 1);
                self.items.len() - 1
            }
        };
        self.items[at].users.insert(resource);
        Ok(())
    }

    /// The module of this resource.
    pub(crate) fn module(&self, resource: usize) -> &str {
        &self.modules[resource]
    }

    /// The record of this resource.
    pub(crate) fn record(&self, resource: usize) -> &str {
        &self.records[resource]
    }

    /// The index of the resource of this name.
    pub(crate) fn resource(&self, name: &str) -> Option<usize> {
        self.model.resources.iter().position(|resource| resource.name == name)
    }

    /// The record of the resource of this name.
    pub(crate) fn record_of(&self, name: &str) -> Option<&str> {
        self.resource(name).map(|at| self.record(at))
    }

    /// The endpoint of a method.
    pub(crate) fn endpoint(&self, resource: usize, method: usize) -> &str {
        &self.endpoints[resource][method]
    }

    /// The item of a field.
    pub(crate) fn item_at(&self, resource: usize, path: &str) -> Option<&Item> {
        self.by_path.get(&(resource, path.to_owned())).map(|at| &self.items[*at])
    }

    /// The item of a reference to a resource.
    pub(crate) fn reference_to(&self, target: &str) -> Option<&Item> {
        self.references.get(target).map(|at| &self.items[*at])
    }
}

impl Item {
    /// The module of the item.
    pub(crate) fn home(&self) -> Home {
        match (self.users.len(), self.users.first()) {
            (1, Some(only)) => Home::Resource(*only),
            _ => Home::Values,
        }
    }
}

/// The path of a member. Any character may be in a name, and this one is in no name that anybody reads.
pub(crate) fn below(path: &str, wire: &str) -> String {
    format!("{path}\u{1f}{wire}")
}

/// The path that the parameters of a method are found under.
pub(crate) fn query_root(method: &Method) -> String {
    format!("{}?", method.name)
}

/// The path that the answer of a method is found under.
pub(crate) fn answer_root(method: &Method) -> String {
    format!("{}!", method.name)
}

/// The path that the body of a method is found under.
pub(crate) fn body_root(method: &Method) -> String {
    method.name.clone()
}

fn endpoint_name(resource: &Resource, method: &Method, record: &str) -> String {
    let many = names::pascal(&resource.many);
    match method.name.as_str() {
        _ if method.endpoint_name.is_some() => method.endpoint_name.clone().unwrap_or_default(),
        "list" => format!("List{many}"),
        name @ ("get" | "create" | "update" | "delete") => format!("{}{record}", names::capitalised(name)),
        name => format!("{}{many}", names::pascal(name)),
    }
}

/// The kind below lists and maps.
pub(crate) fn innermost(kind: &Kind) -> &Kind {
    match kind {
        Kind::List(item) | Kind::Map(item) => innermost(item),
        other => other,
    }
}

/// Calls `found` with each object that has no name, and the name that its field gives it.
fn objects<'f>(field: &'f Field, found: &mut impl FnMut(String, &'f [Field])) {
    if let Kind::Object { name, fields } = innermost(&field.kind) {
        if name.is_none() {
            found(names::type_name(&names::singular(&field.wire), "Value"), fields);
        }
        for field in fields {
            objects(field, found);
        }
    }
}

fn can_be_one(one: &Field, other: &Field) -> bool {
    one.wire != other.wire || alike(&one.kind, &other.kind)
}

/// Whether two lists of fields can be one type: the fields that both have are alike.
fn alike_fields(one: &[Field], other: &[Field]) -> bool {
    one.iter().all(|field| {
        let same = other.iter().find(|candidate| candidate.wire == field.wire);
        same.is_none_or(|same| alike(&field.kind, &same.kind))
    })
}

fn alike(one: &Kind, other: &Kind) -> bool {
    match (one, other) {
        (Kind::Object { fields: one, name: a }, Kind::Object { fields: other, name: b }) => {
            a == b && alike_fields(one, other)
        }
        (Kind::Choice { name: one, .. }, Kind::Choice { name: other, .. }) => one == other,
        (Kind::List(one), Kind::List(other)) | (Kind::Map(one), Kind::Map(other)) => alike(one, other),
        (Kind::Any(_), Kind::Any(_)) => true,
        (one, other) => one == other,
    }
}
