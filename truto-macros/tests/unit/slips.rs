//! Slips and their suggestions: nearly always right, sometimes missing, never wrong.

use proc_macro2::{TokenStream, TokenTree};

use super::declaration::Declaration;

/// The place of a slip.
#[derive(Clone, Copy)]
enum Around {
    /// The arguments of the attribute.
    Arguments,
    /// The path of the attribute, without its quotes; the fields are `id`, `contact_id`, `deal_id` and `amount`.
    Path,
    /// The attributes of a field.
    Field,
    /// The attributes of the struct.
    Struct,
    /// The attributes of a variant.
    Variant,
}

use Around::{Arguments, Field, Path, Struct, Variant};

/// No suggestion: the message lists what is allowed.
const SILENT: &str = "";

/// Beginnings of messages without a suggestion.
const GENERAL: &[&str] =
    &["expected ", "declare a field", "use the keys", "write the name of a field", "write `#[unified_endpoint(METHOD"];

#[rustfmt::skip]
const SLIPS: &[(Around, &str, &str)] = &[
    // Methods.
    (Arguments, r#"post, "/a""#, "POST"),
    (Arguments, r#"Get, "/a""#, "GET"),
    (Arguments, r#"PSOT, "/a""#, "POST"),
    (Arguments, r#"PACTH, "/a""#, "PATCH"),
    (Arguments, r#"POTS, "/a""#, "POST"),
    (Arguments, r#"PATH, "/a""#, "PATCH"),
    (Arguments, r#"DELET, "/a""#, "DELETE"),
    (Arguments, r#"DEL, "/a""#, "DELETE"),
    (Arguments, r#"remove, "/a""#, "DELETE"),
    (Arguments, r#"LIST, "/a""#, "GET"),
    (Arguments, r#"CREATE, "/a""#, "POST"),
    (Arguments, r#""POST", "/a""#, "write `POST`"),
    (Arguments, r#""put", "/a""#, "write `PUT`"),
    (Arguments, r#"Method::PATCH, "/a""#, "write `PATCH`"),
    (Arguments, r#"FETCH, "/a""#, SILENT),
    (Arguments, r#"HEAD, "/a""#, SILENT),
    (Arguments, r#"UPDATE, "/a""#, SILENT),
    (Arguments, r#"PUST, "/a""#, SILENT),
    (Arguments, r#"PAT, "/a""#, SILENT),
    (Arguments, r#"OPTIONS, "/a""#, SILENT),
    // Method and path in another form.
    (Arguments, r#"method = POST, path = "/a""#, r#"unified_endpoint(POST, "/a""#),
    (Arguments, r#"path = "/a", method = "post""#, r#"unified_endpoint(POST, "/a""#),
    (Arguments, r#"GET, path = "/a""#, r#"unified_endpoint(GET, "/a""#),
    (Arguments, r#"GET, url = "/a", response = B"#, r#"unified_endpoint(GET, "/a""#),
    (Arguments, r#"verb = GET, "/a""#, r#"unified_endpoint(GET, "/a""#),
    (Arguments, r#"post("/a")"#, r#"unified_endpoint(POST, "/a""#),
    (Arguments, r#"GET = "/a""#, r#"unified_endpoint(GET, "/a""#),
    (Arguments, r#""GET /a""#, r#"unified_endpoint(GET, "/a""#),
    (Arguments, r#""/a", GET"#, r#"unified_endpoint(GET, "/a")"#),
    (Arguments, r#"GET "/a""#, r#"write `GET, "/a"`"#),
    // Arguments.
    (Arguments, r#"GET, "/a", respose = B"#, "response"),
    (Arguments, r#"GET, "/a", Response = B"#, "response"),
    (Arguments, r#"GET, "/a", resp = B"#, "response"),
    (Arguments, r#"GET, "/a", returns = B"#, "response"),
    (Arguments, r#"GET, "/a", return = B"#, "response"),
    (Arguments, r#"GET, "/a", output = B"#, "response"),
    (Arguments, r#"GET, "/a", result = B"#, "response"),
    (Arguments, r#"GET, "/a", response_type = B"#, "response"),
    (Arguments, r#"GET, "/a", Contact"#, "write `response = Contact`"),
    (Arguments, r#"GET, "/a", response(B)"#, "write `response = B`"),
    (Arguments, r#"GET, "/a", response: B"#, "write `response = B`"),
    (Arguments, r#"GET, "/a", response = "B""#, "write `response = B`"),
    (Arguments, r#"GET, "/a", response = "crate::B""#, "write `response = crate::B`"),
    (Arguments, r#"GET, "/a", response => B"#, "write `response = B`"),
    (Arguments, r#"GET, "/a", response == B"#, "write `response = B`"),
    (Arguments, r#"GET, "/a", response[B]"#, "write `response = B`"),
    (Arguments, r#"GET, "/a", respones = "B""#, "response"),
    (Arguments, r#"GET, "/a", type = B"#, "response"),
    (Arguments, r#"GET, "/a", crate::Contact"#, "write `response = crate::Contact`"),
    (Arguments, r#"GET, "/a", Vec<Contact>"#, "write `response = Vec<Contact>`"),
    (Arguments, r#"GET, "/a", -> Contact"#, "write `response = Contact`"),
    (Arguments, r#"GET, "/a", response = &B"#, "write `B`"),
    (Arguments, r#"GET, "/a", response = &str"#, "write `String`"),
    (Arguments, r#"GET, "/a", response = Result<B, C>"#, "write `response = B`"),
    (Arguments, r#"POST, "/a", body = form_data"#, "multipart"),
    (Arguments, r#"POST, "/a", body = "multipart/form-data""#, "multipart"),
    (Arguments, r#"POST, "/a", body(multipart)"#, "write `body = multipart`"),
    (Arguments, r#"POST, "/a", Body = multipart"#, "body"),
    (Arguments, r#"POST, "/a", boddy = multipart"#, "body"),
    (Arguments, r#"POST, "/a", multipart"#, "write `body = multipart`"),
    (Arguments, r#"POST, "/a", body = urlencoded"#, SILENT),
    (Arguments, r#"POST, "/unified/a", provider(Attio)"#, "providers"),
    (Arguments, r#"POST, "/unified/a", providers = Attio"#, "write `providers(Attio)`"),
    (Arguments, r#"POST, "/unified/a", providers = [Attio, Close]"#, "write `providers(Attio, Close)`"),
    (Arguments, r#"POST, "/unified/a", providers[Attio]"#, "write `providers(Attio)`"),
    (Arguments, r#"POST, "/unified/a", providers("attio")"#, "write `Attio`"),
    (Arguments, r#"POST, "/a", rename_all = "camelCase""#, "#[truto(rename = \"…\")]"),
    // Orders and commas.
    (Arguments, r#"GET, response = B, "/a""#, r#"unified_endpoint(GET, "/a", response = B)"#),
    (Arguments, r#"response = B, GET, "/a""#, r#"unified_endpoint(GET, "/a", response = B)"#),
    (Arguments, r#""/a", response = B, get"#, r#"unified_endpoint(GET, "/a", response = B)"#),
    (Arguments, r#"GET, POST, "/a""#, r#"unified_endpoint(GET, "/a")"#),
    (Arguments, r#"GET => "/a""#, r#"write `GET, "/a"`"#),
    (Arguments, r#"GET "/a" response = B"#, r#"write `GET, "/a", response = B`"#),
    (Arguments, r#"GET, "/a" response = B"#, r#"write `"/a", response = B`"#),
    (Arguments, r#"GET, "/a"; response = B"#, r#"write `"/a", response = B`"#),
    (Arguments, r#"GET, "/a" -> B"#, r#"write `"/a", response = B`"#),
    (Arguments, r#"GET, "/a", response = Map<B> paginated"#, "write `response = Map<B>, paginated`"),
    (Arguments, r#"GET,, "/a""#, "remove it"),
    (Arguments, r#", GET, "/a""#, "remove it"),
    (Arguments, r#"GET, "/a",,"#, "remove it"),
    (Field, "#[truto(query rename = \"b\")]", "write `query, rename = \"b\"`"),
    (Field, "#[truto(within = \"a\" rename = \"b\")]", "write `within = \"a\", rename = \"b\"`"),
    (Field, "#[truto(only_for(Leads) query)]", "write `only_for(Leads), query`"),
    (Field, "#[truto(style = comma query)]", "write `style = comma, query`"),
    (Field, "#[truto(secret; query)]", "write `secret, query`"),
    (Field, "#[truto(only_for(Leads Contacts))]", "write `Leads, Contacts`"),
    (Field, "#[truto(only_for(Leads | Contacts))]", "write `Leads, Contacts`"),
    (Field, "#[truto(secret,, query)]", "remove it"),
    (Field, "#[truto(,secret)]", "remove it"),
    (Field, "#[truto(,)]", "remove it"),
    (Arguments, r#"GET, "/a", secret"#, "#[truto(secret)]"),
    (Arguments, r#"GET, "/a", crate = b"#, "#[truto(crate = …)]"),
    (Arguments, r#"GET, "/a", name = "b""#, SILENT),
    (Arguments, r#"GET, "/a", timeout = 5"#, SILENT),
    (Arguments, r#"GET, "/a", auth = bearer"#, SILENT),
    // The path and its placeholders.
    (Arguments, r#"POST, "/a", scope(client)"#, "write `scope = client`"),
    (Arguments, r#"POST, "/a", scope = acount"#, "account"),
    (Arguments, r#"POST, "/a", scpoe = client"#, "scope"),
    (Path, "/unifed/crm/contacts", "/unified"),
    (Path, "/Proxy/tickets", "/proxy"),
    (Path, "a", "write \"/a\""),
    (Path, "unified/crm/{id}", "write \"/unified/crm/{id}\""),
    (Path, "", "write the part after the host"),
    (Path, "/", "write the part after the host"),
    (Path, "/a/", "write \"/a\""),
    (Path, "/a//b", "write \"/a/b\""),
    (Path, "a//:id/", "write \"/a/{id}\""),
    (Path, r"\a\{id}", "write \"/a/{id}\""),
    (Path, "https://api.truto.one/a", "write \"/a\": the client adds scheme and host"),
    (Path, "https://api.truto.one/a/:id?b=1", "write \"/a/{id}\""),
    (Path, "/a?limit=1", "write \"/a\", and declare its parameters as fields with `#[truto(query)]`"),
    (Path, "/a#b", "write \"/a\""),
    (Path, "/a/$id/$deal_id", "write \"/a/{id}/{deal_id}\""),
    (Path, "/a/{r#id}", "write \"/a/{id}\""),
    (Path, "/a/{*id}", "write \"/a/{id}\": a placeholder is one segment"),
    (Path, "/a/:id", "{id}"),
    (Path, "/a/:contact_id/b", "{contact_id}"),
    (Path, "/a/<id>", "{id}"),
    (Path, "/a/<int:id>", "{id}"),
    (Path, "/a/{{id}}", "{id}"),
    (Path, "/a/${id}", "{id}"),
    (Path, "/a/[id]", "{id}"),
    (Path, "/a/{id:int}", "{id}"),
    (Path, "/a/{id?}", "{id}"),
    (Path, "/a/{ id }", "{id}"),
    (Path, "/a/{contact-id}", "{contact_id}"),
    (Path, "/a/{contactId}", "{contact_id}"),
    (Path, "/a/{ContactID}", "{contact_id}"),
    (Path, "/a/{contcat_id}", "{contact_id}"),
    (Path, "/a/{contact_ids}", "{contact_id}"),
    (Path, "/a/{lead_id}", SILENT),
    (Path, "/a/{account}", SILENT),
    (Path, "/a/{key}", SILENT),
    // Keys of a field.
    (Field, "#[truto(only_when(Leads))]", "only_for"),
    (Field, "#[truto(allowed_for(Leads))]", "only_for"),
    (Field, "#[truto(only(Leads))]", "only_for"),
    (Field, "#[truto(for(Leads))]", "only_for"),
    (Field, "#[truto(onlyFor(Leads))]", "only_for"),
    (Field, "#[truto(only-for(Leads))]", "only_for"),
    (Field, "#[truto(olny_for(Leads))]", "only_for"),
    (Field, "#[truto(only_for = \"Leads\")]", "only_for("),
    (Field, "#[truto(only_for = Leads)]", "only_for("),
    (Field, "#[truto(only_for[Leads])]", "only_for("),
    (Field, "#[truto(only_for(\"Leads\"))]", "write `only_for(Leads)`"),
    (Field, "#[truto(only_for(\"leads\", \"contacts\"))]", "write `only_for(Leads, Contacts)`"),
    (Field, "#[truto(only_for(CrmEntity::Leads))]", "write `only_for(Leads)`"),
    (Field, "#[truto(only_for(crm_entity::Leads, Contacts))]", "write `only_for(Leads, Contacts)`"),
    (Field, "#[truto(only_for([Leads]))]", "write `only_for(Leads)`"),
    (Field, "#[truto(only_for = [Leads, Contacts])]", "write `only_for(Leads, Contacts)`"),
    (Field, "#[truto(only_for: Leads)]", "write `only_for(Leads)`"),
    (Field, "#[truto(entitty)]", "entity"),
    (Field, "#[truto(Entity)]", "entity"),
    (Field, "#[truto(entity_type)]", "entity"),
    (Field, "#[truto(entity = CrmEntity)]", "write `entity` alone"),
    (Field, "#[truto(with = \"a\")]", "its own `Serialize`"),
    (Field, "#[truto(inside = \"a\")]", "within"),
    (Field, "#[truto(nested = \"a\")]", "within"),
    (Field, "#[truto(within = a)]", "write `within = \"a\"`"),
    (Field, "#[truto(within(\"a\"))]", "write `within = \"a\"`"),
    (Field, "#[truto(within: \"a\")]", "write `within = \"a\"`"),
    (Field, "#[truto(within = a.b)]", "write `within = \"a.b\"`"),
    (Field, "#[truto(within = [\"a\", \"b\"])]", "write `within = \"a.b\"`"),
    (Field, "#[truto(within = \"a/b\")]", "write `within = \"a.b\"`"),
    (Field, "#[truto(within = \"a::b\")]", "write `within = \"a.b\"`"),
    (Field, "#[truto(within = \".a\")]", "write `within = \"a\"`"),
    (Field, "#[truto(query = \"b\")]", "write `query, rename = \"b\"`"),
    (Field, "#[truto(query(\"b\"))]", "write `query, rename = \"b\"`"),
    (Field, "#[truto(in_query)]", "query"),
    (Field, "#[truto(query_param)]", "query"),
    (Field, "#[truto(qurey)]", "query"),
    (Field, "#[truto(query = true)]", "write `query` alone"),
    (Field, "#[truto(headers = \"X-A\")]", "header"),
    (Field, "#[truto(heder = \"X-A\")]", "header"),
    (Field, "#[truto(name = \"b\")]", "rename"),
    (Field, "#[truto(alias = \"b\")]", "rename"),
    (Field, "#[truto(reanme = \"b\")]", "rename"),
    (Field, "#[truto(rename(\"b\"))]", "write `rename = \"b\"`"),
    (Field, "#[truto(rename = b)]", "write `rename = \"b\"`"),
    (Field, "#[truto(rename \"b\")]", "write `rename = \"b\"`"),
    (Field, "#[truto(rename(serialize = \"b\"))]", "write `rename = \"b\"`"),
    (Field, "#[truto(header(\"X-A\"))]", "write `header = \"X-A\"`"),
    (Field, "#[truto(header = X-A)]", "write `header = \"X-A\"`"),
    (Field, "#[truto(header = X_TRACE)]", "write `header = \"X-TRACE\"`"),
    (Field, "#[truto(default = 10)]", "a type whose `Default` is 10"),
    (Field, "#[truto(secret = true)]", "write `secret` alone"),
    (Field, "#[truto(sensitive)]", "secret"),
    (Field, "#[truto(redact)]", "secret"),
    (Field, "#[truto(scret)]", "secret"),
    (Field, "#[truto(default_value)]", "default"),
    (Field, "#[truto(defualt)]", "default"),
    (Field, "#[truto(allow_slash)]", "slash"),
    (Field, "#[truto(slash)]", "write `slash = encode`"),
    (Field, "#[truto(slash = \"encode\")]", "write `slash = encode`"),
    (Field, "#[truto(array_format = comma)]", "style"),
    (Field, "#[truto(optional)]", "write `Option<T>`"),
    (Field, "#[truto(required)]", "remove it"),
    (Field, "#[truto(skip_serializing_if = \"Option::is_none\")]", "remove it"),
    (Field, "#[truto(flatten)]", "as fields of this struct"),
    (Field, "#[truto(skip)]", "remove the field"),
    (Field, "#[truto(path)]", "in braces in the path"),
    (Field, "#[truto(body)]", "a field is in the body"),
    (Field, "#[truto(crate = b)]", "on the struct"),
    (Field, "#[truto(response = B)]", "unified_endpoint"),
    (Field, "#[truto(validate)]", SILENT),
    (Field, "#[truto(min = 1)]", SILENT),
    (Field, "#[truto(in = \"query\")]", SILENT),
    (Field, "#[truto(kind)]", SILENT),
    (Field, "#[truto(identity)]", SILENT),
    (Field, "#[truto(format = \"date\")]", SILENT),
    (Field, "#[truto(quote)]", SILENT),
    (Field, "#[truto(encode)]", SILENT),
    (Field, "#[truto(id)]", SILENT),
    // Styles.
    (Field, "#[truto(query, style = bracket)]", "brackets"),
    (Field, "#[truto(query, style = csv)]", "comma"),
    (Field, "#[truto(query, style = commas)]", "comma"),
    (Field, "#[truto(query, style = \"comma_separated\")]", "comma"),
    (Field, "#[truto(query, style = repeated)]", "repeat"),
    (Field, "#[truto(query, style = multi)]", "repeat"),
    (Field, "#[truto(query, style = explode)]", "repeat"),
    (Field, "#[truto(query, style = deepObject)]", "brackets"),
    (Field, "#[truto(query, style(comma))]", "write `style = comma`"),
    (Field, "#[truto(query, style)]", "style = comma"),
    (Field, "#[truto(query, style = pipes)]", SILENT),
    (Field, "#[truto(query, style = form)]", SILENT),
    // `truto` forgotten, or misspelt.
    (Field, "#[within = \"associations\"]", "#[truto(within = \"associations\")]"),
    (Field, "#[only_for(Leads, Contacts)]", "#[truto(only_for(Leads, Contacts))]"),
    (Field, "#[query]", "#[truto(query)]"),
    (Field, "#[entity]", "#[truto(entity)]"),
    (Field, "#[secret]", "#[truto(secret)]"),
    (Field, "#[rename = \"b\"]", "#[truto(rename = \"b\")]"),
    (Field, "#[truto::query]", "#[truto(query)]"),
    (Field, "#[rename(\"b\")]", "#[truto(rename = \"b\")]"),
    (Field, "#[header(\"X-A\")]", "#[truto(header = \"X-A\")]"),
    (Field, "#[only_for = \"Leads\"]", "#[truto(only_for(Leads))]"),
    (Field, "#[secret = true]", "#[truto(secret)]"),
    (Field, "#[qurey]", "#[truto(query)]"),
    (Field, "#[trutto]", "truto"),
    (Field, "#[serde(default)]", "remove it"),
    (Field, "#[serde(rename(serialize = \"b\"))]", "#[truto(rename = \"b\")]"),
    (Field, "#[serde(rename = \"b\", default)]", "#[truto(rename = \"b\")]"),
    (Field, "#[serde(with = \"b\")]", "its own `Serialize`"),
    (Field, "#[serde(alias = \"b\")]", "`rename` changes it"),
    (Field, "#[serde(rename = \"b\")] #[truto(rename = \"c\")]", "already says it"),
    (Field, "#[trutto(query)]", "truto"),
    (Field, "#[turto(query)]", "truto"),
    (Field, "#[truto]", "#[truto(…)]"),
    (Field, "#[truto = \"query\"]", "#[truto(…)]"),
    (Field, "#[serde(rename = \"b\")]", "#[truto(rename = \"b\")]"),
    (Field, "#[serde(skip_serializing_if = \"Option::is_none\")]", "remove it"),
    (Field, "#[serde(borrow)]", SILENT),
    // The struct, and a variant.
    (Struct, "#[truto(krate = b)]", "crate"),
    (Struct, "#[truto(entity)]", "move it to the field"),
    (Struct, "#[truto(rename_all = \"camelCase\")]", "#[truto(rename = \"…\")]"),
    (Struct, "#[truto(response = B)]", "unified_endpoint"),
    (Struct, "#[truto(providers(Attio))]", "unified_endpoint"),
    (Struct, "#[truto(body = multipart)]", "unified_endpoint"),
    (Struct, "#[truto(paginated)]", "unified_endpoint"),
    (Struct, "#[truto(crate(b))]", "write `crate = b`"),
    (Struct, "#[serde(rename_all = \"camelCase\")]", "#[truto(rename = \"…\")]"),
    (Struct, "#[serde(deny_unknown_fields)]", "unknown keys are always refused"),
    (Struct, "#[trutto(crate = b)]", "truto"),
    (Struct, "#[truto(version = 1)]", SILENT),
    (Variant, "#[truto(name = \"b\")]", "rename"),
    (Variant, "#[truto(renmae = \"b\")]", "rename"),
    (Variant, "#[truto(wire_name = \"b\")]", "rename"),
    (Variant, "#[truto(rename(\"b\"))]", "write `rename = \"b\"`"),
    (Variant, "#[serde(rename = \"b\")]", "#[truto(rename = \"b\")]"),
    (Variant, "#[serde(other)]", SILENT),
    (Variant, "#[truto(weight = 1)]", SILENT),
];

#[test]
fn a_slip_is_answered_with_what_was_meant() {
    let (mut right, mut silent, mut wrong) = (0, Vec::new(), Vec::new());
    for (around, slip, meant) in SLIPS {
        let messages = messages(&declaration(*around, slip).expand());
        let [message] = messages.as_slice() else {
            wrong.push(format!("expected one error for `{slip}`, found {}: {messages:#?}", messages.len()));
            continue;
        };
        let (_, fix) = message.rsplit_once('\n').unwrap();
        let says = |text: &str| fix.replace(' ', "").contains(&text.replace(' ', ""));
        let is_silent = GENERAL.iter().any(|general| fix.starts_with(general));
        let is_right = match *meant {
            SILENT => is_silent,
            // A list of everything that is allowed contains the suggestion, but does not suggest it.
            _ if is_silent => false,
            word if fix.contains("did you mean") => says(&format!("`{word}`")),
            text => says(text),
        };
        match (is_right, is_silent) {
            (true, _) => right += 1,
            (false, true) => silent.push(format!("{slip}: {message}")),
            (false, false) => wrong.push(format!("{slip}: {message}")),
        }
    }
    println!("{} slips: {right} right, {} silent, {} wrong", SLIPS.len(), silent.len(), wrong.len());
    assert!(wrong.is_empty(), "wrong:\n{}", wrong.join("\n"));
    assert!(right * 100 >= SLIPS.len() * 95, "{right} of {} are right; silent:\n{}", SLIPS.len(), silent.join("\n"));
}

/// A declaration without other mistakes than the slip.
fn declaration(around: Around, slip: &str) -> Declaration {
    if let Variant = around {
        return Declaration::Entity { item: format!("enum E {{ {slip} A, B }}").parse().unwrap() };
    }
    let (mut args, mut attributes, mut fields) = (r#"POST, "/unified/a""#.to_owned(), "", String::new());
    match around {
        Arguments => args = slip.to_owned(),
        Struct => attributes = slip,
        Path => {
            args = format!("GET, {slip:?}");
            fields = ["id", "contact_id", "deal_id", "amount"].map(|name| format!("{name}: String, ")).concat();
        }
        // An entity and a ruled field, unless the slip is about them.
        _ if slip.contains("entity") || slip.contains("Entity") => fields = format!("{slip} kind: E"),
        _ => fields = format!("#[truto(entity)] kind: E, {slip} many: Option<Vec<String>>"),
    }
    let item = format!("{attributes} struct A {{ {fields} }}");
    Declaration::Endpoint { args: args.parse().unwrap(), item: item.parse().unwrap() }
}

/// The messages of the errors in an expansion.
fn messages(expansion: &TokenStream) -> Vec<String> {
    let mut found = Vec::new();
    let mut is_error = false;
    for token in expansion.clone() {
        match token {
            TokenTree::Ident(name) => is_error |= name == "compile_error",
            TokenTree::Group(group) if is_error => {
                found.push(syn::parse2::<syn::LitStr>(group.stream()).unwrap().value());
                is_error = false;
            }
            TokenTree::Group(_) | TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
    found
}
