//! A short number for a text that is compared and never shown.

/// Hashes a text to 64 bits with FNV-1a, which is the same in every version and on every machine.
pub(crate) fn fingerprint(text: &[u8]) -> String {
    const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
    const PRIME: u64 = 0x0000_0100_0000_01b3;
    let hash = text.iter().fold(OFFSET, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(PRIME));
    format!("{hash:016x}")
}
