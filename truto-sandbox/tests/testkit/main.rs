//! The fault server, seen from a plain socket. The tests assert bytes and ends of connections.

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
