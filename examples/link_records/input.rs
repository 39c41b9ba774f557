//! The source of the rows: a file, standard input, or the file that ships with this example.

use std::fs::File;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

/// Compiled into the program, so that it runs from any directory.
pub(crate) const SHIPPED: &str = include_str!("../data/links.jsonl");

/// Input with rows to read.
pub(crate) struct Input {
    /// Name in messages.
    pub(crate) name: String,
    /// Reader of the bytes.
    pub(crate) reader: Box<dyn BufRead + Send>,
    /// Length in bytes, if it is known.
    pub(crate) length: Option<u64>,
}

impl Input {
    /// Opens `file`, or standard input if `file` is `-`.
    pub(crate) fn open(file: Option<&Path>) -> io::Result<Self> {
        let Some(path) = file else {
            let (reader, length) = (Box::new(SHIPPED.as_bytes()), Some(SHIPPED.len() as u64));
            return Ok(Self { name: "the file that ships with this example".to_owned(), reader, length });
        };
        if path == Path::new("-") {
            let reader = Box::new(BufReader::new(io::stdin()));
            return Ok(Self { name: "standard input".to_owned(), reader, length: None });
        }
        let name = path.display().to_string();
        let open = || -> io::Result<Self> {
            let file = File::open(path)?;
            let metadata = file.metadata()?;
            if metadata.is_dir() {
                return Err(io::ErrorKind::IsADirectory.into());
            }
            let length = metadata.is_file().then_some(metadata.len());
            Ok(Self { name: name.clone(), reader: Box::new(BufReader::new(file)), length })
        };
        open().map_err(|error| io::Error::new(error.kind(), format!("cannot read {name}: {error}")))
    }
}
