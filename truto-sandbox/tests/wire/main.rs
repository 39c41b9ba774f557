//! The sandbox on the wire, a file for each part of its behaviour. All files share a binary, because linking is slow.

#[cfg(test)]
#[path = "../shared/answer.rs"]
mod answer;
#[cfg(test)]
mod associations;
#[cfg(test)]
mod client;
#[cfg(test)]
mod control;
#[cfg(test)]
mod crm_data;
#[cfg(test)]
mod faults;
#[cfg(test)]
mod filters;
#[cfg(test)]
mod idempotency;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod newcomer;
#[cfg(test)]
mod own_endpoint;
#[cfg(test)]
mod refusals;
#[cfg(test)]
mod routes;
#[cfg(test)]
mod typed_client;
