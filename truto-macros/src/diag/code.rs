//! The codes of the diagnostics. Each has a row and a section in the index that ships with `truto-core`.

macro_rules! codes {
    ($($(#[$meta:meta])+ $name:ident = $code:literal,)*) => {
        /// What kind of mistake a diagnostic is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Code {
            $($(#[$meta])+ $name,)*
        }

        impl Code {
            /// The code at the end of a message.
            pub(crate) const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => concat!("truto::", $code),)*
                }
            }

            /// Every code.
            #[cfg(test)]
            pub(crate) const ALL: &'static [Self] = &[$(Self::$name,)*];
        }
    };
}

codes! {
    /// The attribute's arguments are not a method, a path and keys.
    Arguments = "E01",
    /// The method is not one of HTTP's that the API uses.
    Method = "E02",
    /// The path template cannot be a path.
    Path = "E03",
    /// A placeholder has no field.
    Placeholder = "E04",
    /// The key does not exist.
    UnknownKey = "E05",
    /// A key occurs twice.
    RepeatedKey = "E06",
    /// A key is malformed.
    KeyForm = "E07",
    /// Two keys contradict each other, or a key contradicts the place of the field.
    Conflict = "E08",
    /// A method without a body has a body field.
    Body = "E09",
    /// A rule has no entity to depend on.
    RuleWithoutEntity = "E10",
    /// Two fields are the entity.
    TwoEntities = "E11",
    /// The entity's type cannot be an entity.
    EntityType = "E12",
    /// The type of a field cannot be sent.
    FieldType = "E13",
    /// The attribute is not on a plain struct.
    Item = "E14",
    /// Two fields have the same wire name.
    WireName = "E15",
    /// A setter would hide a method of the builder.
    Setter = "E16",
    /// The attribute already implements this trait.
    Derive = "E17",
    /// A path field is optional.
    OptionalPath = "E18",
    /// The attribute has no effect on an endpoint.
    FieldAttribute = "E19",
    /// The derive is not on an enum of plain variants.
    EntityItem = "E20",
    /// Two endpoints of a registry have the same method and path. `truto_core::endpoints!` reports it.
    #[allow(dead_code, reason = "reported by a const evaluation")]
    Duplicate = "E21",
    /// The fields of the body do not fit its form.
    BodyFields = "E22",
    /// `paginated` does not fit the method or the response.
    Paginated = "E23",
    /// A list is not sent if it is empty, although an empty list has a meaning.
    EmptyList = "E24",
    /// Serde writes a type of time in a form that the API does not accept.
    DateType = "E25",
}

#[cfg(test)]
mod tests {
    use super::Code;

    const OVERVIEW: &str = include_str!("../../../truto-core/src/diagnostics.md");
    const SECTIONS: &str = include_str!("../../../truto-core/src/diagnostics/codes.md");

    #[test]
    fn the_index_has_a_row_and_a_section_for_every_code() {
        let codes: Vec<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
        let rows: Vec<&str> =
            OVERVIEW.lines().filter_map(|line| line.strip_prefix("| [`")?.split('`').next()).collect();
        let sections: Vec<&str> =
            SECTIONS.lines().filter_map(|line| line.strip_prefix("# `")?.split('`').next()).collect();
        assert_eq!(rows, codes);
        assert_eq!(sections, codes);
        for code in codes {
            // The anchor that rustdoc gives to the heading of the section.
            let link = format!("[`{code}`](#{})", code.replace("::", "").to_lowercase());
            assert!(OVERVIEW.contains(&link), "the row of {code} does not link to its section: {link}");
        }
    }
}
