//! Words of other crates and languages for our words. Only words with a single possible meaning are listed.

/// Our word, and its synonyms. They apply wherever our word is allowed.
pub(super) const SYNONYMS: &[(&str, &str)] = &[
    // Keys of a field.
    (
        "only_for",
        "only_when only_if only_in only_on only_with only_entities allowed allowed_for allowed_if allowed_when allowed_in \
         allowed_entities allow_for applies_to available_for entities_allowed for for_entity for_entities if_entity \
         limited_to restricted_to valid_for when when_entity",
    ),
    ("within", "in_object inside inside_of nest nested nested_in parent parent_object under"),
    ("query", "in_query qs query_param query_params query_parameter query_string url_query"),
    ("header", "header_name http_header in_header request_header"),
    ("rename", "field_name json_key json_name name rename_to serde_rename serialized_name wire wire_name"),
    ("style", "array_format array_style collection_format list_format list_style query_style"),
    ("default", "default_value use_default with_default"),
    ("secret", "confidential debug_skip mask masked no_debug password redact redacted sensitive skip_debug"),
    ("slash", "allow_slash allow_slashes encode_slash encode_slashes"),
    ("entity", "entity_kind entity_type is_entity unified_entity"),
    // Keys of a struct and of an enum.
    ("crate", "crate_name crate_path krate truto_core"),
    // Arguments of the attribute.
    ("response", "answer output response_body response_model response_type result ret return return_type returns type"),
    // Forms of a body.
    ("multipart", "multipart/form-data form_data"),
    ("raw", "bytes binary octet_stream application/octet-stream"),
    ("json", "application/json"),
    // Styles of a list.
    ("brackets", "deep_object square_brackets"),
    ("comma", "comma_separated commas csv"),
    ("repeat", "duplicate explode exploded multi repeated"),
    // Methods.
    ("GET", "list read retrieve"),
    ("POST", "create insert"),
    ("DELETE", "destroy remove"),
    ("PATCH", "path"),
];

/// Words without a key of the same meaning: a key that must be allowed, the words, and what to do instead.
pub(super) const ADVICE: &[(&str, &str, &str)] = &[
    // On a field.
    ("within", "option optional not_required", "write `Option<T>` for an optional field"),
    ("within", "list array many repeated", "write `Vec<T>` for a list"),
    ("within", "clearable", "write `Patch<T>` for a field that can be cleared"),
    ("within", "required mandatory", "remove it: a field is required unless its type is `Option`, `Vec` or `Patch`"),
    (
        "within",
        "skip_if_none skip_none omit_empty skip_serializing_if skip_serializing_none",
        "remove it: an `Option` or a `Vec` that is not set is not sent",
    ),
    ("within", "path in_path path_param path_parameter", "write the field's name in braces in the path"),
    (
        "within",
        "body in_body request_body",
        "remove it: on `POST`, `PUT` and `PATCH` a field is in the body unless a key says otherwise",
    ),
    ("within", "flatten inline", "remove it, and write the fields of that object as fields of this struct"),
    ("within", "skip skip_serializing ignore", "remove the field: every field of a request is sent"),
    ("within", "deprecated", "write `#[deprecated]` on the field: its setter gets it too"),
    (
        "within",
        "with serialize_with deserialize_with",
        "remove it, and give the field a type with its own `Serialize` and `Deserialize`",
    ),
    ("within", "alias", "remove it: a field has one name, and `rename` changes it"),
    ("within", "crate", "write `#[truto(crate = …)]` on the struct"),
    ("within", "response returns", "write `response = Type` in `#[unified_endpoint(…)]`"),
    // Among the arguments.
    ("response", "crate", "write `#[truto(crate = …)]` on the struct"),
    ("response", "rename_all", "write `#[truto(rename = \"…\")]` on each field with a different wire name"),
    // On a struct or an enum.
    ("crate", "rename_all", "write `#[truto(rename = \"…\")]` on each field or variant with a different wire name"),
    ("crate", "response returns method path body providers paginated", "move it to `#[unified_endpoint(…)]`"),
    ("crate", "deny_unknown_fields", "remove it: unknown keys are always refused"),
    ("crate", "default", "write `#[truto(default)]` on each field that has a default"),
];
