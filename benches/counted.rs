//! The command line by which a bench runs itself to be counted.

use std::env;

/// First argument of a counted run. The variant, the number of operations and an argument of the variant follow.
pub(crate) const COUNTED: &str = "counted";

/// The command line of a counted run.
pub(crate) struct Counted {
    pub(crate) way: String,
    pub(crate) operations: u32,
    pub(crate) argument: String,
}

impl Counted {
    /// Parses the command line. Returns `None` if the program was started by a person.
    pub(crate) fn from_args() -> Option<Self> {
        let mut arguments = env::args().skip(1).skip_while(|argument| argument != COUNTED).skip(1);
        let (way, operations) = (arguments.next()?, arguments.next()?.parse().ok()?);
        Some(Self { way, operations, argument: arguments.next().unwrap_or_default() })
    }
}
