//! Writes declarations.
fn main() {
    let dir = std::path::PathBuf::from("truto-codegen/models");
    let read = |name: &str| std::fs::read_to_string(dir.join(name)).unwrap();
    let mut model = truto_codegen::file::read(&read("crm.json")).unwrap();
    truto_codegen::overrides::Overrides::read(&read("crm.overrides.json")).unwrap().apply(&mut model).unwrap();
    let style = truto_codegen::write::Style { width: 120, origin: "`truto-codegen/models/crm.json`".into(), examples: Some("truto_core::crm".into()), registry: truto_codegen::write::Registry::WithFeature("server".into()) };
    for (name, text) in truto_codegen::write::declarations(&model, &style).unwrap() {
        let path = if name == "mod.rs" { "truto-core/src/crm.rs".to_owned() } else { format!("truto-core/src/crm/{name}") };
        std::fs::write(path, text).unwrap();
    }
}
