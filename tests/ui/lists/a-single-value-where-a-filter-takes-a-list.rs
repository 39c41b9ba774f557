// errors: 1
//! `one_of` is for lists, and a string is none although it could be taken for one of characters.

use truto_core::Filter;

fn main() {
    let _ = Filter::<String>::one_of("open");
}
