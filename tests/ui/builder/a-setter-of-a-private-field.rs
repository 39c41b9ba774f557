// errors: 1
//! A setter is as visible as its field.

mod notes {
    use truto_core::unified_endpoint;

    #[unified_endpoint(POST, "/unified/crm/notes")]
    pub struct CreateNote {
        pub title: String,
        owner: Option<String>,
    }
}

fn main() {
    let _ = notes::CreateNote::builder().title("t").owner("o").build();
}
