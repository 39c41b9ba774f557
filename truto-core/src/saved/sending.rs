//! A saved call on its way out: the account is put in, and the engine gets what the original call would give it.

use std::sync::Arc;

use serde::de::DeserializeOwned;

use crate::client::account::Handle;
use crate::client::scope::{AccountScope, Target};
use crate::contract::common::ACCOUNT;
use crate::engine::sending::Sending;
use crate::error::{Error, Failure, InvalidRequest, Problem};
use crate::paging::Pages;
use crate::request::encode::encoded::EncodedRequest;
use crate::request::encode::unaddressed::push_pairs;
use crate::response::ResponseValue;
use crate::response::page::Page;
use crate::saved::{SavedCall, contracts, identity};
use crate::types::raw_json::RawJson;

impl SavedCall {
    /// Sends the call. The answer is JSON text; an empty answer is `null`. The future takes another type, the format and the options of
    /// the call: see [`Sending`].
    ///
    /// A call whose endpoint has provider rules fails with [`Error::Invalid`] if the account has the type of a provider that does not
    /// support it.
    ///
    /// ```no_run
    /// # async fn example(saved: &truto_core::saved::SavedCall, account: &truto_core::Account) -> Result<(), truto_core::Error> {
    /// let answer = saved.send(account).idempotency_key("import-7/row-3").with_meta().await?;
    /// println!("{}: {}", answer.meta.status(), answer.body.as_str());
    /// # Ok(()) }
    /// ```
    pub fn send(&self, account: &impl Target<AccountScope>) -> Sending<RawJson> {
        let handle = account.handle();
        Sending::record(handle.prepare(self.encode(handle).map(EncodedRequest::with_cursor)))
    }

    /// Returns the pages of the list, with items of type `T`. If the call is not a
    /// list, the first poll fails with [`Error::Invalid`].
    ///
    /// A [`Checkpoint`](crate::Checkpoint) of these pages belongs to this saved call and to any equal one. The list of the declared
    /// endpoint refuses it.
    ///
    /// ```no_run
    /// # async fn example(saved: &truto_core::saved::SavedCall, account: &truto_core::Account) -> Result<(), truto_core::Error> {
    /// let mut pages = saved.pages::<truto_core::Json>(account);
    /// while let Some(page) = pages.try_next().await? {
    ///     println!("{} records", page.items().len());
    /// }
    /// # Ok(()) }
    /// ```
    pub fn pages<T: DeserializeOwned + Send + 'static>(&self, account: &impl Target<AccountScope>) -> Pages<T> {
        let handle = account.handle();
        let list = if self.is_paginated() {
            self.encode(handle).map(|request| (request, identity::of_list(self)))
        } else {
            let reason = "the call is not a list, so it has no pages: use `send`";
            Err(self.invalid(Failure::value("", reason)))
        };
        Pages::new(handle, list, Page::from_answer)
    }

    /// The request to this account.
    pub(crate) fn encode(&self, handle: &Handle) -> Result<EncodedRequest, Error> {
        self.check_provider(handle.provider)?;
        // An account's id has unreserved characters only.
        let mut path_and_query = String::with_capacity(self.path.len() + self.query.len() + 96);
        path_and_query.extend([&*self.path, "?", ACCOUNT, "=", handle.id().unwrap_or_default()]);
        let behind_account = path_and_query.len();
        push_pairs(&mut path_and_query, &self.query);
        let boundary = |bytes: &mut [u8]| {
            // Under one idempotency key every attempt has to have the same bytes, so the boundary is not random.
            bytes.copy_from_slice(&self.identity());
            Ok(())
        };
        let (body, content_type) = self.content.encode(boundary).map_err(|failure| self.invalid(failure))?;
        Ok(EncodedRequest {
            contract: self.contract,
            names: Some(self.names()),
            path_and_query,
            behind_account,
            headers: self.headers.clone(),
            body,
            content_type,
            secrets: self.secrets.clone(),
            cursor: self.cursor.clone(),
        })
    }

    fn check_provider(&self, provider: Option<&str>) -> Result<(), Error> {
        let (Some(provider), Some(supported)) = (provider, &self.providers) else { return Ok(()) };
        if supported.iter().any(|known| known == provider) {
            return Ok(());
        }
        let problem = Problem::Provider { provider: provider.to_owned(), entity: None, supported: Vec::new() };
        Err(self.invalid(Failure::new("", problem)))
    }

    /// What the endpoint has in place of the placeholders of the contract.
    fn names(&self) -> Arc<[String]> {
        contracts::names(self.contract, &self.endpoint)
    }

    pub(super) fn invalid(&self, failure: Failure) -> Error {
        InvalidRequest::new(self.contract.named(Some(&self.names())), vec![failure]).into()
    }
}
