// errors: 1
//! The attribute of the struct is forgotten.
//! rustc does not know the one of the field.

pub struct CreateNote {
    #[truto(secret)]
    pub title: String,
}

fn main() {}
