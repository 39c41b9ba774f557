// errors: 1
//! Ten endpoints in one file, all of them used, and one of them with a slip.
//! Its struct, builder and setters are still generated, so there are no other errors.

use truto_core::{Account, Patch, unified_endpoint};

#[unified_endpoint(POST, "/unified/crm/accounts")]
pub struct CreateAccount {
    pub title: String,
    #[truto(within = "about")]
    pub text: Option<String>,
    pub state: Patch<u8>,
}

#[unified_endpoint(POST, "/unified/crm/contacts")]
pub struct CreateContact {
    pub title: String,
    #[truto(within = "about")]
    pub text: Option<String>,
    pub state: Patch<u8>,
}

#[unified_endpoint(POST, "/unified/crm/leads")]
pub struct CreateLead {
    pub title: String,
    #[truto(within = "about")]
    pub text: Option<String>,
    pub state: Patch<u8>,
}

#[unified_endpoint(POST, "/unified/crm/notes")]
pub struct CreateNote {
    pub title: String,
    #[truto(within = "about")]
    pub text: Option<String>,
    pub state: Patch<u8>,
}

#[unified_endpoint(POST, "/unified/crm/tasks")]
pub struct CreateTask {
    pub title: String,
    #[truto(withn = "about")]
    pub text: Option<String>,
    pub state: Patch<u8>,
}

#[unified_endpoint(POST, "/unified/crm/users")]
pub struct CreateUser {
    pub title: String,
    #[truto(within = "about")]
    pub text: Option<String>,
    pub state: Patch<u8>,
}

#[unified_endpoint(POST, "/unified/crm/events")]
pub struct CreateEvent {
    pub title: String,
    #[truto(within = "about")]
    pub text: Option<String>,
    pub state: Patch<u8>,
}

#[unified_endpoint(POST, "/unified/crm/calls")]
pub struct CreateCall {
    pub title: String,
    #[truto(within = "about")]
    pub text: Option<String>,
    pub state: Patch<u8>,
}

#[unified_endpoint(POST, "/unified/crm/emails")]
pub struct CreateEmail {
    pub title: String,
    #[truto(within = "about")]
    pub text: Option<String>,
    pub state: Patch<u8>,
}

#[unified_endpoint(POST, "/unified/crm/stages")]
pub struct CreateStage {
    pub title: String,
    #[truto(within = "about")]
    pub text: Option<String>,
    pub state: Patch<u8>,
}

pub fn use_all(account: &Account) {
    drop(CreateAccount::builder().title("a").text("b").clear_state().send(account));
    drop(CreateContact::builder().title("a").text("b").clear_state().send(account));
    drop(CreateLead::builder().title("a").text("b").clear_state().send(account));
    drop(CreateNote::builder().title("a").text("b").clear_state().send(account));
    drop(CreateTask::builder().title("a").text("b").clear_state().send(account));
    drop(CreateUser::builder().title("a").text("b").clear_state().send(account));
    drop(CreateEvent::builder().title("a").text("b").clear_state().send(account));
    drop(CreateCall::builder().title("a").text("b").clear_state().send(account));
    drop(CreateEmail::builder().title("a").text("b").clear_state().send(account));
    drop(CreateStage::builder().title("a").text("b").clear_state().send(account));
}

fn main() {}
