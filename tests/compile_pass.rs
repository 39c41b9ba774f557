//! Programs that must compile: each case of `ui/allowed` and `ui/pass` is a module of this test, with its own assertions.
//!
//! Modules build faster than one crate per case.

// Clippy allows these in tests, but not in their helpers.
#![allow(clippy::panic, clippy::unwrap_used)]

mod rules;

macro_rules! cases {
    ($($path:literal => $name:ident,)*) => {
        $(
            // A user writes `pub` in a library; in a test crate rustc calls it unreachable.
            #[allow(unreachable_pub)]
            #[path = $path]
            mod $name;
        )*

        /// All compiled cases.
        const CASES: &[&str] = &[$($path),*];
    };
}

cases! {
    "ui/allowed/accounts-of-a-contact.rs" => accounts_of_a_contact,
    "ui/allowed/accounts-of-a-lead.rs" => accounts_of_a_lead,
    "ui/allowed/acocunts-of-a-contact.rs" => acocunts_of_a_contact,
    "ui/allowed/acocunts-of-a-lead.rs" => acocunts_of_a_lead,
    "ui/allowed/acocunts-of-an-account.rs" => acocunts_of_an_account,
    "ui/allowed/acocunts-of-an-opportunity.rs" => acocunts_of_an_opportunity,
    "ui/allowed/contacts-of-a-lead.rs" => contacts_of_a_lead,
    "ui/allowed/leads-of-a-contact.rs" => leads_of_a_contact,
    "ui/allowed/leads-of-an-opportunity.rs" => leads_of_an_opportunity,
    "ui/allowed/opportunities-of-a-contact.rs" => opportunities_of_a_contact,
    "ui/allowed/opportunities-of-an-account.rs" => opportunities_of_an_account,
    "ui/allowed/organizations-of-a-contact.rs" => organizations_of_a_contact,
    "ui/allowed/organizations-of-an-opportunity.rs" => organizations_of_an_opportunity,
    "ui/pass/a-builder-that-is-kept.rs" => a_builder_that_is_kept,
    "ui/pass/a-custom-method.rs" => a_custom_method,
    "ui/pass/a-delete.rs" => a_delete,
    "ui/pass/a-generic-function-over-endpoints.rs" => a_generic_function_over_endpoints,
    "ui/pass/a-get-with-path-and-query.rs" => a_get_with_path_and_query,
    "ui/pass/a-list-with-pages.rs" => a_list_with_pages,
    "ui/pass/a-patch-of-three-states.rs" => a_patch_of_three_states,
    "ui/pass/a-record-that-is-a-page.rs" => a_record_that_is_a_page,
    "ui/pass/a-registry-of-endpoints.rs" => a_registry_of_endpoints,
    "ui/pass/an-account-as-a-value.rs" => an_account_as_a_value,
    "ui/pass/an-account-with-a-provider.rs" => an_account_with_a_provider,
    "ui/pass/an-entity-of-another-name.rs" => an_entity_of_another_name,
    "ui/pass/beside-a-module-core.rs" => beside_a_module_core,
    "ui/pass/beside-names-of-the-expansion.rs" => beside_names_of_the_expansion,
    "ui/pass/declared-by-macro-rules.rs" => declared_by_macro_rules,
    "ui/pass/deprecated-and-in-snake-case.rs" => deprecated_and_in_snake_case,
    "ui/pass/endpoints-that-share-an-entity.rs" => endpoints_that_share_an_entity,
    "ui/pass/every-spelling-of-a-type.rs" => every_spelling_of_a_type,
    "ui/pass/fields-of-some-builds.rs" => fields_of_some_builds,
    "ui/pass/files-of-every-spelling.rs" => files_of_every_spelling,
    "ui/pass/headers-secrets-and-defaults.rs" => headers_secrets_and_defaults,
    "ui/pass/in-modules-of-generated-names.rs" => in_modules_of_generated_names,
    "ui/pass/inside-of-functions.rs" => inside_of_functions,
    "ui/pass/lists-that-are-bare.rs" => lists_that_are_bare,
    "ui/pass/markers-as-values.rs" => markers_as_values,
    "ui/pass/names-of-the-expansion.rs" => names_of_the_expansion,
    "ui/pass/names-that-are-easy-to-get-wrong.rs" => names_that_are_easy_to_get_wrong,
    "ui/pass/objects-within-objects.rs" => objects_within_objects,
    "ui/pass/raw-identifiers.rs" => raw_identifiers,
    "ui/pass/references-to-records.rs" => references_to_records,
    "ui/pass/requests-of-the-platform.rs" => requests_of_the_platform,
    "ui/pass/requests-without-fields.rs" => requests_without_fields,
    "ui/pass/types-of-known-names.rs" => types_of_known_names,
    "ui/pass/under-another-path.rs" => under_another_path,
    "ui/pass/with-other-attributes.rs" => with_other_attributes,
    "ui/pass/with-the-prelude-shadowed.rs" => with_the_prelude_shadowed,
    "ui/pass/with-types-of-the-prelude-shadowed.rs" => with_types_of_the_prelude_shadowed,
    "ui/pass/without-the-prelude.rs" => without_the_prelude,
    "ui/pass/without-visibility.rs" => without_visibility,
}

#[test]
fn every_case_is_compiled() {
    let mut found = Vec::new();
    for group in ["ui/allowed", "ui/pass"] {
        for entry in std::fs::read_dir(group).unwrap() {
            found.push(format!("{group}/{}", entry.unwrap().file_name().display()));
        }
    }
    found.sort();
    assert_eq!(found, CASES);
}
