//! No cipher for anything but a test: it writes a text backwards.

use std::error::Error;

use truto_jobs::Cipher;

#[derive(Debug)]
pub struct Backwards;

impl Cipher for Backwards {
    fn encrypt(&self, clear: &str) -> Result<String, Box<dyn Error + Send + Sync>> {
        Ok(clear.chars().rev().collect())
    }

    fn decrypt(&self, stored: &str) -> Result<String, Box<dyn Error + Send + Sync>> {
        self.encrypt(stored)
    }
}
