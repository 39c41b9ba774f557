// errors: 1
//! The attribute of the struct is missing.
//! rustc does not know the type of the field.

pub struct CreateNote {
    #[truto(secret)]
    pub title: String,
}

fn main() {}
