// errors: 1
//! A text may be the path of a file or its content, and guessing is wrong.

use truto_core::File;

fn main() {
    let _ = File::new("a.pdf");
}
