/// A kind.
#[derive(Clone, UnifiedEnum)]
pub enum Kind {
    Work,
    #[truto(rename = "at home")]
    Home,
}
