//! The codes of the diagnostics. `truto-core/src/guide/diagnostics.md` says what each is about.

macro_rules! codes {
    ($($(#[$meta:meta])* $name:ident = $code:literal,)*) => {
        /// The kind of mistake that a diagnostic is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Code {
            $($(#[$meta])* $name,)*
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
    Arguments = "E01",
    Method = "E02",
    Path = "E03",
    Placeholder = "E04",
    UnknownKey = "E05",
    RepeatedKey = "E06",
    KeyForm = "E07",
    Conflict = "E08",
    Body = "E09",
    RuleWithoutEntity = "E10",
    TwoEntities = "E11",
    EntityType = "E12",
    FieldType = "E13",
    Item = "E14",
    WireName = "E15",
    Setter = "E16",
    Derive = "E17",
    OptionalPath = "E18",
    FieldAttribute = "E19",
    EntityItem = "E20",
    #[allow(dead_code, reason = "`truto_core::endpoints!` reports it")]
    Duplicate = "E21",
    BodyFields = "E22",
    Paginated = "E23",
    EmptyList = "E24",
    DateType = "E25",
    RecordItem = "E26",
    RecordField = "E27",
    EnumItem = "E28",
}

#[cfg(test)]
mod tests {
    use super::Code;

    const OVERVIEW: &str = include_str!("../../../truto-core/src/guide/diagnostics.md");
    const SECTIONS: &str = include_str!("../../../truto-core/src/guide/diagnostics/codes.md");

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
