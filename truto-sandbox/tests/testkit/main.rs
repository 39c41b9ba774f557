//! The fault server, seen from a plain socket: what is asserted are its bytes and the way a connection ends, and not what
//! some client makes of them.

#[cfg(test)]
mod answers;
#[cfg(test)]
mod endings;
#[cfg(test)]
mod in_front;
#[cfg(test)]
mod lifetime;
#[cfg(test)]
mod observation;
#[cfg(test)]
mod order;
#[cfg(test)]
mod requests;
#[cfg(test)]
mod socket;
#[cfg(test)]
mod waits;
