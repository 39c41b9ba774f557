// errors: 1
//! A plain struct cannot be sent.
//! The message says what makes it an endpoint.

struct Plain;

fn main() {
    truto_core::Call::new(Plain);
}
