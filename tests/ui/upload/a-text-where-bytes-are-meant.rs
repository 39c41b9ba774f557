// errors: 1
//! A text may be the path of a file or its content, and which of the two is not ours to guess.

use truto_core::File;

fn main() {
    let _ = File::new("a.pdf");
}
