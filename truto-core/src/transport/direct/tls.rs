//! TLS of the direct transport: which certificates are trusted, and the protocols that are offered.

use std::sync::Arc;

use rustls::crypto::CryptoProvider;
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};
use rustls_platform_verifier::Verifier;

use crate::error::{ConfigError, Error};
use crate::transport::direct::{SETTING, refused};
use crate::transport::reqwest_client::says_no_certificates;

/// Which certificates are trusted.
pub(super) enum Trust<'a> {
    /// Those of the system's store.
    System,
    /// The same, if the system has a store.
    SystemIfAny,
    /// Those of these PEM texts.
    Only(&'a [Vec<u8>]),
}

/// TLS as reqwest sets it up, with these protocols to choose from.
pub(super) fn config(trust: &Trust<'_>, protocols: &[&str]) -> Result<ClientConfig, Error> {
    // A provider that the program installed comes first.
    let provider = CryptoProvider::get_default().cloned();
    let provider = provider.unwrap_or_else(|| Arc::new(rustls::crypto::aws_lc_rs::default_provider()));
    let config = ClientConfig::builder_with_provider(Arc::clone(&provider))
        .with_protocol_versions(rustls::ALL_VERSIONS)
        .map_err(|error| refused(&error, "install a crypto provider with TLS 1.2 or 1.3"))?;
    let only = |trusted| Ok::<_, Error>(config.clone().with_root_certificates(roots(trusted)?));
    let config = match trust {
        Trust::Only(trusted) => only(trusted)?,
        Trust::System | Trust::SystemIfAny => match Verifier::new(provider) {
            Ok(verifier) => config.clone().dangerous().with_custom_certificate_verifier(Arc::new(verifier)),
            Err(_) if matches!(trust, Trust::SystemIfAny) => only(&[])?,
            Err(error) => return Err(no_certificates(&error)),
        },
    };
    let mut config = config.with_no_client_auth();
    config.alpn_protocols = protocols.iter().map(|protocol| protocol.as_bytes().to_vec()).collect();
    Ok(config)
}

fn roots(trusted: &[Vec<u8>]) -> Result<RootCertStore, Error> {
    const FIX: &str = "give certificates as PEM text";
    let mut roots = RootCertStore::empty();
    for pem in trusted {
        let before = roots.len();
        for certificate in CertificateDer::pem_slice_iter(pem) {
            let certificate = certificate.map_err(|error| refused(&error, FIX))?;
            roots.add(certificate).map_err(|error| refused(&error, FIX))?;
        }
        if roots.len() == before {
            return Err(ConfigError::new(SETTING, "has a PEM text without a certificate", FIX).into());
        }
    }
    Ok(roots)
}

fn no_certificates(error: &rustls::Error) -> Error {
    if says_no_certificates(error) {
        let problem = "has no CA certificates, because this machine has no readable certificate store";
        let fix = "install the package `ca-certificates`, set `SSL_CERT_FILE`, or give certificates with `Direct::certificates_only`";
        return ConfigError::new(SETTING, problem, fix).into();
    }
    refused(error, "check the certificate store of this machine")
}
