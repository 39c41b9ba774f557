//! The platform of the sandbox on the wire, a file for each part of it. All files share a binary, because linking is slow.

#[cfg(test)]
mod accounts;
#[cfg(test)]
#[path = "../shared/answer.rs"]
mod answer;
#[cfg(test)]
mod caller;
#[cfg(test)]
mod every_route;
#[cfg(test)]
mod lists;
#[cfg(test)]
mod logs;
#[cfg(test)]
mod mcp;
#[cfg(test)]
mod receiver;
#[cfg(test)]
mod runs;
#[cfg(test)]
mod table;
#[cfg(test)]
mod tokens;
#[cfg(test)]
mod webhooks;
#[cfg(test)]
mod writes;
