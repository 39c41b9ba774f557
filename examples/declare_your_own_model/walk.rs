//! A morning at the help desk: requests come in, somebody answers, and the rest is listed.

use std::error::Error;
use std::io::Write;

use comfy_table::{Table, presets};
use truto_core::Account;

use crate::ticketing::tickets::TicketPriority::{High, Low};
use crate::ticketing::tickets::TicketStatus::{New, Solved};
use crate::ticketing::{CreateComment, CreateTicket, ListComments, ListTickets, UpdateTicket};

/// Runs the walk, and prints each step.
pub(crate) async fn walk(account: &Account, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let requests = [("Invoice is wrong", High), ("Change of address", Low), ("Cannot log in", High)];
    let mut tickets = Vec::new();
    for (name, priority) in requests {
        let ticket = CreateTicket::builder().name(name).priority(priority).status(New).send(account).await?;
        writeln!(out, "created   {} {name}", ticket.id)?;
        tickets.push(ticket);
    }

    let [invoice, ..] = &*tickets else { return Ok(()) };
    let body = "The new invoice is on its way.";
    CreateComment::builder().ticket(&invoice.id).body(body).is_private(false).send(account).await?;
    UpdateTicket::builder().id(&invoice.id).status(Solved).send(account).await?;
    let comments = ListComments::builder().ticket_id(&invoice.id).items(account).all(100).await?;
    writeln!(out, "answered  {} with {} comment", invoice.id, comments.len())?;

    let mut table = Table::new();
    table.load_style(presets::UTF8_BORDERS_ONLY);
    table.set_header(["ticket", "title", "priority"]);
    let mut list = ListTickets::builder().priority("high").items(account);
    while let Some(ticket) = list.try_next().await? {
        if ticket.needs_work() {
            let priority = ticket.priority.map(|priority| priority.to_string()).unwrap_or_default();
            table.add_row([ticket.id.into_string(), ticket.name.unwrap_or_default(), priority]);
        }
    }
    writeln!(out, "urgent work that is left:\n{table}")?;
    Ok(())
}
