//! The program `truto-codegen`: declarations of a model, from our description or from a connected account.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::{env, fs};

use clap::Parser;
use truto_codegen::description::Model;
use truto_codegen::error::Error;
use truto_codegen::overrides::Overrides;
use truto_codegen::write::{Registry, Style, declarations};
use truto_codegen::{account, file, output};

/// Writes declarations for truto-core, from the description of a model, or from what a connected account says of itself.
#[derive(Debug, Parser)]
#[command(name = "truto-codegen", version)]
struct Options {
    /// Name of the model: `crm`, `ticketing`.
    #[arg(long)]
    model: String,
    /// Folder of the module. Its page is the file of the same name beside it: `src/ticketing` and `src/ticketing.rs`.
    #[arg(long)]
    out: PathBuf,
    /// Id of the account to ask, with the token in `TRUTO_API_TOKEN`, at `TRUTO_BASE_URL`. Without it, the description that comes
    /// with this program is used.
    #[arg(long)]
    account: Option<String>,
    /// File of a description in our own format, instead of the one that comes with this program.
    #[arg(long, conflicts_with = "account")]
    description: Option<PathBuf>,
    /// File of overrides: names, shared types, better words. Several files apply in order.
    #[arg(long)]
    overrides: Vec<PathBuf>,
    /// Write nothing: show what differs between the files and the description, and end with 1 if anything does.
    #[arg(long)]
    check: bool,
    /// The longest line, as `max_width` of rustfmt.
    #[arg(long, default_value_t = 100)]
    width: usize,
    /// Add a function `endpoints`, for a server such as the sandbox. With a value, behind that feature of the crate.
    #[arg(long, num_args = 0..=1, default_missing_value = "")]
    registry: Option<String>,
    /// Path of the module for those who use it, if a library exports it, such as `my_crate::ticketing`: adds examples to the
    /// documentation.
    #[arg(long)]
    exported_as: Option<String>,
}

/// What comes with this program: a model, its description and its overrides.
const MODELS: &[(&str, &str, &str)] = &[
    ("crm", include_str!("../models/crm.json"), include_str!("../models/crm.overrides.json")),
    ("platform", include_str!("../models/platform.json"), include_str!("../models/platform.overrides.json")),
];

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("truto-codegen: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(options: &Options) -> Result<ExitCode, Error> {
    let (mut model, origin, mut overrides) = described(options)?;
    for path in &options.overrides {
        overrides = overrides.and(Overrides::read(&read(path)?).map_err(|error| in_file(path, &error))?);
    }
    if options.account.is_some() {
        overrides = overrides.lenient();
    }
    overrides.apply(&mut model)?;
    let registry = match options.registry.as_deref() {
        None => Registry::No,
        Some("") => Registry::Yes,
        Some(feature) => Registry::WithFeature(feature.to_owned()),
    };
    let style = Style { width: options.width, origin, exported_as: options.exported_as.clone(), registry };
    let planned = output::plan(&declarations(&model, &style)?, &options.out)?;
    if options.check {
        let drift = output::drift(&planned);
        if drift.is_empty() {
            println!("no drift: {} agrees with {}", options.out.display(), style.origin);
            return Ok(ExitCode::SUCCESS);
        }
        print!("{drift}");
        println!(
            "`-` is declared, `+` is described. Run the same command without `--check` to bring the files up to date."
        );
        return Ok(ExitCode::from(1));
    }
    let report = output::write(&planned)?;
    for line in &report {
        println!("{line}");
    }
    println!("{} resources, {} files, {} changed", model.resources.len(), planned.len(), report.len());
    Ok(ExitCode::SUCCESS)
}

/// The model, where it comes from, and the overrides that come with it.
fn described(options: &Options) -> Result<(Model, String, Overrides), Error> {
    if let Some(id) = &options.account {
        let model = ask(id, &options.model)?;
        return Ok((model, format!("what an account says of its model `{}`", options.model), Overrides::default()));
    }
    if let Some(path) = &options.description {
        let model = file::read(&read(path)?).map_err(|error| in_file(path, &error))?;
        if model.name != options.model {
            let what = format!("{} describes the model `{}`, not `{}`", path.display(), model.name, options.model);
            return Err(Error::new(format!("{what}: correct `--model`")));
        }
        return Ok((model, format!("`{}`", path.display()), Overrides::default()));
    }
    let Some((name, description, overrides)) = MODELS.iter().find(|(name, ..)| *name == options.model) else {
        let what = format!("no description of the model `{}` comes with this program", options.model);
        return Err(Error::new(format!(
            "{what}: ask an account with `--account <id>`, or name a file with `--description`"
        )));
    };
    let origin = format!("`truto-codegen/models/{name}.json`");
    Ok((file::read(description)?, origin, Overrides::read(overrides)?))
}

fn read(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path)
        .map_err(|error| Error::new(format!("cannot read {}: {error}; check the path", path.display())))
}

fn in_file(path: &Path, error: &Error) -> Error {
    Error::new(format!("{}: {error}", path.display()))
}

fn ask(id: &str, model: &str) -> Result<Model, Error> {
    if env::var_os("TRUTO_API_TOKEN").is_none() {
        return Err(Error::new("an account is asked with a token, and `TRUTO_API_TOKEN` is not set: set it"));
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let runtime = runtime.map_err(|error| Error::new(format!("no runtime could be started: {error}")))?;
    runtime.block_on(async {
        let client = truto_core::Client::from_env().map_err(|error| Error::new(error.to_string()))?;
        let account = client.account(id).map_err(|error| Error::new(error.to_string()))?;
        account::describe(&account, model).await
    })
}
