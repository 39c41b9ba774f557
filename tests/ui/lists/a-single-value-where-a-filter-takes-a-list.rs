// errors: 1
//! `one_of` takes a list, and a string is not a list of characters.

use truto_core::Filter;

fn main() {
    let _ = Filter::<String>::one_of("open");
}
