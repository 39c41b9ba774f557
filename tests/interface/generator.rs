//! Generates declarations, and for each declaration a function that calls its setters as a script says.
//!
//! The declarations compile: they keep the rules of the macro, and use everything that the rules allow.

use std::fmt::Write as _;

use crate::dice::Dice;

/// Number of declarations.
const COUNT: usize = 220;

const ENTITIES: [(&str, &str); 3] = [("Accounts", "accounts"), ("Contacts", "contacts"), ("Leads", "leads")];

/// Types of a plain value. They are allowed everywhere.
const PLAIN: &[&str] = &[
    "String",
    "String",
    "String",
    "u8",
    "i32",
    "u64",
    "i64",
    "f64",
    "f32",
    "bool",
    "char",
    "Color",
    "Kind",
    "Id",
    "Timestamp",
];

/// Types of any shape. They are allowed in the body and the query.
const ANY: &[&str] = &[
    "Person",
    "Person",
    "Address",
    "Contact",
    "Json",
    "Reference",
    "ReferenceTo<Person>",
    "Names",
    "(u8, Option<String>)",
    "[i16; 2]",
    "BTreeMap<String, u8>",
    "BTreeMap<String, Option<Person>>",
    "HashMap<String, String>",
    "BTreeSet<u16>",
];

/// Types of the items of a list.
const ITEMS: &[&str] = &[
    "String",
    "String",
    "u8",
    "f64",
    "bool",
    "char",
    "Color",
    "Id",
    "Person",
    "Reference",
    "ReferenceTo<Person>",
    "Option<String>",
    "Json",
    "Vec<u8>",
];

/// Types that are allowed in the query only.
const CONDITIONS: &[&str] = &["Filter<String>", "Filter<String>", "Filter<u32>", "DateFilter", "SortBy"];

const DEFAULTS: [(&str, &str); 4] = [
    ("String", "Tree::Text(String::new())"),
    ("u32", "Tree::Integer(0)"),
    ("bool", "Tree::Bool(false)"),
    ("f64", "Tree::Float(0.0)"),
];

#[derive(Clone, Copy, PartialEq)]
enum Place {
    Path,
    Query,
    Header,
    Body,
}

#[derive(Clone, Copy, PartialEq)]
enum Form {
    Nothing,
    Json,
    Multipart,
    Raw,
}

struct Field {
    name: String,
    /// Type of the field.
    ty: String,
    /// Type of the setter's argument, or of its items.
    value: String,
    shape: &'static str,
    grows: &'static str,
    place: Place,
    wire: String,
    within: Vec<&'static str>,
    style: &'static str,
    keys: Vec<String>,
    secret: bool,
    slash: bool,
    is_entity: bool,
    only_for: Vec<usize>,
    default: &'static str,
}

impl Field {
    fn is_required(&self) -> bool {
        self.shape == "Required"
    }

    /// Returns the call of this field's setter.
    fn set(&self, index: usize) -> String {
        let given = if self.grows == "List" { "add" } else { "set" };
        format!(".{}(script.{given}::<{}>({index}))", self.name, self.value)
    }
}

/// Generates a module with `COUNT` declarations.
pub(crate) fn declarations(seed: u64) -> String {
    let (mut text, mut cases) = (String::new(), String::new());
    for number in 0..COUNT {
        let mut dice = Dice(seed.wrapping_mul(1_000_003).wrapping_add(number as u64));
        declaration(number, &mut dice, &mut text, &mut cases);
    }
    let _ = write!(text, "/// All of them.\npub(crate) const CASES: &[Case] = &[\n{cases}];\n");
    text
}

fn declaration(number: usize, dice: &mut Dice, text: &mut String, cases: &mut String) {
    let method = dice.pick(&["GET", "GET", "POST", "POST", "PUT", "PATCH", "PATCH", "DELETE"]);
    let form = match (method, dice.below(10)) {
        ("GET" | "DELETE", _) => Form::Nothing,
        (_, 0 | 1) => Form::Multipart,
        (_, 2) => Form::Raw,
        _ => Form::Json,
    };
    let is_paginated = method == "GET" && dice.once_in(2);
    let mut fields = Vec::new();
    let mut path = format!("/unified/crm/r{number}");
    for _ in 0..dice.pick(&[0, 0, 1, 1, 2]) {
        let field = in_path(fields.len(), dice);
        let _ = write!(path, "/{{{}}}", field.name.trim_start_matches("r#"));
        path.push_str(dice.pick(&["", "/parts"]));
        fields.push(field);
    }
    let entity = dice.once_in(5).then(|| {
        fields.push(entity(form));
        dice.pick(&[None, Some(0), Some(1), Some(2)])
    });
    if form == Form::Raw {
        fields.push(plain_field("content", "File", Place::Body));
    }
    if is_paginated && dice.once_in(4) {
        let mut limit = plain_field("limit", "Option<u16>", Place::Query);
        (limit.shape, limit.value) = ("Optional", "u16".to_owned());
        fields.push(limit);
    }
    let has_own_limit = fields.iter().any(|field| field.name == "limit");
    for _ in 0..=dice.below(7) {
        let index = fields.len();
        fields.push(any_field(index, method, form, entity.is_some(), dice));
    }
    let mut keys = vec![method.to_owned(), format!("{path:?}")];
    match form {
        Form::Multipart => keys.push("body = multipart".to_owned()),
        Form::Raw => keys.push("body = raw".to_owned()),
        Form::Nothing | Form::Json => {}
    }
    if is_paginated {
        keys.push("paginated".to_owned());
    }
    let mut source = format!("#[unified_endpoint({})]\nstruct Case{number} {{\n", keys.join(", "));
    for field in &fields {
        if !field.keys.is_empty() {
            let _ = writeln!(source, "    #[truto({})]", field.keys.join(", "));
        }
        let _ = writeln!(source, "    {}: {},", field.name, field.ty);
    }
    source.push_str("}\n");
    let _ = writeln!(text, "{source}");

    let common = common(form, is_paginated, has_own_limit);
    driver(number, &fields, entity.flatten(), &common, dice, text);
    case(number, &source, method, &path, form, &fields, cases);
}

fn plain_field(name: &str, ty: &str, place: Place) -> Field {
    Field {
        name: name.to_owned(),
        ty: ty.to_owned(),
        value: ty.to_owned(),
        shape: "Required",
        grows: "Not",
        place,
        wire: name.trim_start_matches("r#").to_owned(),
        within: Vec::new(),
        style: "Brackets",
        keys: Vec::new(),
        secret: false,
        slash: false,
        is_entity: false,
        only_for: Vec::new(),
        default: "None",
    }
}

fn in_path(index: usize, dice: &mut Dice) -> Field {
    let name = if dice.once_in(8) && index == 0 { "r#type".to_owned() } else { format!("f{index}") };
    let mut field = plain_field(&name, dice.pick(PLAIN), Place::Path);
    if dice.once_in(3) {
        field.slash = true;
        field.keys.push("slash = encode".to_owned());
    }
    secret(&mut field, dice);
    field
}

fn entity(form: Form) -> Field {
    let place = if matches!(form, Form::Nothing | Form::Raw) { Place::Query } else { Place::Body };
    let mut field = plain_field("entity", "Kind", place);
    field.is_entity = true;
    field.keys.push("entity".to_owned());
    if form == Form::Raw {
        field.keys.push("query".to_owned());
    }
    field
}

fn secret(field: &mut Field, dice: &mut Dice) {
    if dice.once_in(6) {
        field.secret = true;
        field.keys.push("secret".to_owned());
    }
}

fn any_field(index: usize, method: &str, form: Form, has_entity: bool, dice: &mut Dice) -> Field {
    let place = match (form, dice.below(8)) {
        (_, 0) => Place::Header,
        (Form::Json | Form::Multipart, 2..) => Place::Body,
        _ => Place::Query,
    };
    let mut field = plain_field(&format!("f{index}"), "String", place);
    wire(&mut field, index, form, dice);
    if place == Place::Query && form != Form::Nothing {
        field.keys.push("query".to_owned());
    }
    // A plain `Vec` is allowed in places where an empty list may be left out.
    let may_be_list = place == Place::Body && (form == Form::Multipart || method == "POST");
    shape(&mut field, form, may_be_list, dice);
    secret(&mut field, dice);
    if has_entity && !field.is_required() && field.shape != "Defaulted" && dice.once_in(2) {
        field.only_for = (0..ENTITIES.len()).filter(|_| dice.once_in(2)).collect();
        if field.only_for.is_empty() {
            field.only_for.push(dice.below(ENTITIES.len()));
        }
        let names: Vec<&str> = field.only_for.iter().map(|entity| ENTITIES[*entity].0).collect();
        field.keys.push(format!("only_for({})", names.join(", ")));
    }
    field
}

fn wire(field: &mut Field, index: usize, form: Form, dice: &mut Dice) {
    match field.place {
        Place::Header => {
            field.wire = format!("X-Field-{index}");
            field.keys.push(format!("header = {:?}", field.wire));
            return;
        }
        Place::Body if form == Form::Json && dice.once_in(2) => {
            field.within = dice.pick(&[vec!["outer"], vec!["outer", "inner"], vec!["other"]]);
            field.keys.push(format!("within = {:?}", field.within.join(".")));
        }
        _ => {}
    }
    if dice.once_in(3) {
        let spellings: &[&str] = match (field.place, form) {
            (Place::Query, _) => &["camelCase", "owner#[id]", "two words ", "naïve&", "-"],
            (_, Form::Multipart) => &["camelCase", "more#[]", "naïve"],
            _ => &["camelCase", "two words ", "naïve", "\"quoted\\"],
        };
        let spelling = dice.pick(spellings);
        let number = index.to_string();
        field.wire =
            if spelling.contains('#') { spelling.replace('#', &number) } else { format!("{spelling}{number}") };
        field.keys.push(format!("rename = {:?}", field.wire));
    }
}

/// Gives the field a type that its place allows, and the argument of its setter.
fn shape(field: &mut Field, form: Form, may_be_list: bool, dice: &mut Dice) {
    let in_body = field.place == Place::Body;
    if in_body && form == Form::Multipart && dice.once_in(3) {
        (field.shape, field.grows) = dice.pick(&[("Required", "Not"), ("Optional", "Not"), ("List", "List")]);
        "File".clone_into(&mut field.value);
        field.ty = wrapped(field.shape, "File");
        return;
    }
    if field.place == Place::Query && dice.once_in(4) {
        field.shape = dice.pick(&["Required", "Optional", "Optional"]);
        dice.pick(CONDITIONS).clone_into(&mut field.value);
        field.ty = wrapped(field.shape, &field.value);
        return;
    }
    if field.place != Place::Header && dice.once_in(8) {
        let (ty, default) = dice.pick(&DEFAULTS);
        (field.ty, field.value, field.shape, field.default) = (ty.to_owned(), ty.to_owned(), "Defaulted", default);
        field.keys.push("default".to_owned());
        return;
    }
    let wrappers: &[&str] = match field.place {
        Place::Header => &["Required", "Optional", "Optional"],
        _ => &["Required", "Optional", "Optional", "Optional", "Patch", "Patch"],
    };
    field.shape = dice.pick(wrappers);
    if field.place == Place::Header || dice.once_in(3) {
        dice.pick(PLAIN).clone_into(&mut field.value);
    } else if dice.once_in(2) {
        let item = dice.pick(ITEMS);
        item.clone_into(&mut field.value);
        field.grows = "List";
        if may_be_list && dice.once_in(2) {
            field.shape = "List";
            field.ty = wrapped(field.shape, item);
            return;
        }
        if field.shape == "Required" {
            field.shape = "Optional";
        }
        field.ty = wrapped(field.shape, &format!("Vec<{item}>"));
        if field.place == Place::Query && dice.once_in(2) {
            field.style = dice.pick(&["Repeat", "Comma"]);
            field.keys.push(format!("style = {}", field.style.to_lowercase()));
        }
        return;
    } else {
        dice.pick(ANY).clone_into(&mut field.value);
    }
    field.grows = match field.value.split('<').next() {
        Some("BTreeMap" | "HashMap") => "Map",
        Some("BTreeSet") => "Set",
        _ => "Not",
    };
    field.ty = wrapped(field.shape, &field.value);
}

fn wrapped(shape: &str, ty: &str) -> String {
    match shape {
        "Optional" => format!("Option<{ty}>"),
        "Patch" => format!("Patch<{ty}>"),
        "List" => format!("Vec<{ty}>"),
        _ => ty.to_owned(),
    }
}

/// Returns the calls of the common setters.
fn common(form: Form, is_paginated: bool, has_own_limit: bool) -> Vec<&'static str> {
    let mut calls = vec![
        "builder.exclude_fields(script.exclude_fields())",
        "builder.ignore_remote_data(script.ignore_remote_data())",
        "{ let (name, value) = script.remote_query(); builder.remote_query(name, value) }",
    ];
    if matches!(form, Form::Json | Form::Multipart) {
        calls.push("builder.remote_data(script.remote_data())");
    }
    if is_paginated {
        calls.push("builder.next_cursor(script.next_cursor())");
        calls.push("builder.key_by(script.key_by())");
        calls.push("builder.ignore_limit(script.ignore_limit())");
        if !has_own_limit {
            calls.push("builder.limit(script.limit())");
        }
    }
    calls
}

/// Generates the function that calls the setters. `marker` is the entity, if it is known at compile time.
fn driver(number: usize, fields: &[Field], marker: Option<usize>, common: &[&str], dice: &mut Dice, text: &mut String) {
    let is_allowed = |field: &Field| match marker {
        Some(marker) => field.only_for.is_empty() || field.only_for.contains(&marker),
        None => true,
    };
    let (mut required, mut early, mut late) = (String::new(), Vec::new(), Vec::new());
    for (index, field) in fields.iter().enumerate() {
        if let (true, Some(marker)) = (field.is_entity, marker) {
            let (name, wire) = ENTITIES[marker];
            let _ = write!(required, ".entity(script.mark({index}, kind::{name}, {wire:?}))");
            continue;
        }
        if field.is_required() {
            required.push_str(&field.set(index));
            if !field.is_entity {
                late.push(format!("builder{}", field.set(index)));
            }
            continue;
        }
        let name = field.name.trim_start_matches("r#");
        let (set, value) = (field.set(index), &field.value);
        let given = if field.grows == "List" { format!("Vec<{value}>") } else { value.clone() };
        let mut calls = vec![format!("builder{set}")];
        calls.push(format!(
            "builder.maybe_with(script.maybe::<{given}>({index}), |builder, value| builder.{}(value))",
            field.name
        ));
        if field.shape == "Patch" {
            calls.push(format!("{{ script.clear({index}); builder.clear_{name}() }}"));
            calls.push(format!(
                "builder.patch_with(script.patch::<{given}>({index}), |builder, value| builder.{}(value), \
                 |builder| builder.clear_{name}())",
                field.name
            ));
        }
        if is_allowed(field) {
            late.extend(calls.iter().cloned());
        }
        if field.only_for.is_empty() {
            early.extend(calls);
        }
    }
    let _ = writeln!(text, "fn case_{number}(script: &mut Script) -> Result<(), Error> {{");
    if dice.once_in(3) && !early.is_empty() {
        let _ = write!(text, "    let mut builder = Case{number}::builder();\n{}", steps(&early, common));
        if !required.is_empty() {
            let _ = writeln!(text, "    let mut builder = builder{required};");
        }
    } else {
        let _ = writeln!(text, "    let mut builder = Case{number}::builder(){required};");
    }
    let _ = write!(text, "{}    finish!(script, builder)\n}}\n\n", steps(&late, common));
}

fn steps(fields: &[String], common: &[&str]) -> String {
    let (count, commons) = (fields.len(), common.len());
    let mut text =
        format!("    while let Some(step) = script.step({count}, {commons}) {{\n        builder = match step {{\n");
    let calls = fields.iter().map(String::as_str).chain(common.iter().copied());
    for (index, call) in calls.enumerate() {
        let pattern = if index + 1 == count + commons { "_".to_owned() } else { index.to_string() };
        let _ = writeln!(text, "            {pattern} => {call},");
    }
    text + "        };\n    }\n"
}

/// Generates the test's model of the declaration.
fn case(number: usize, source: &str, method: &str, path: &str, form: Form, fields: &[Field], cases: &mut String) {
    let form = match form {
        Form::Nothing => "Nothing",
        Form::Json => "Json",
        Form::Multipart => "Multipart",
        Form::Raw => "Raw",
    };
    let _ = write!(
        cases,
        "    Case {{\n        source: {source:?},\n        method: {method:?},\n        path: {path:?},\n        form: Form::{form},\n        fields: &[\n"
    );
    for field in fields {
        let place = match field.place {
            Place::Path => "Path",
            Place::Query => "Query",
            Place::Header => "Header",
            Place::Body => "Body",
        };
        let only_for: Vec<&str> = field.only_for.iter().map(|entity| ENTITIES[*entity].1).collect();
        let default = if field.default == "None" { "None".to_owned() } else { format!("Some(|| {})", field.default) };
        let _ = writeln!(
            cases,
            "            Field {{ name: {:?}, wire: {:?}, within: &{:?}, place: Place::{place}, grows: Grows::{}, \
             is_list: {}, style: Style::{}, secret: {}, slash: {}, only_for: &{only_for:?}, \
             default: {default} }},",
            field.name.trim_start_matches("r#"),
            field.wire,
            field.within,
            field.grows,
            field.shape == "List",
            field.style,
            field.secret,
            field.slash,
        );
    }
    let _ = write!(cases, "        ],\n        run: case_{number},\n    }},\n");
}
