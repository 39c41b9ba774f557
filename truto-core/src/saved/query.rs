//! A parameter that is set after a call was saved: a mirror asks the same list for what is newer.

use serde::Serialize;

use crate::contract::common::{ACCOUNT, NEXT_CURSOR, RESPONSE_FORMAT};
use crate::error::{Error, Failure};
use crate::request::encode::added::Parameter;
use crate::request::encode::unaddressed::push_pairs;
use crate::saved::{SavedCall, identity};

impl SavedCall {
    /// Sets a query parameter. It replaces the parameter of this name with everything in its brackets: `updated_at` replaces
    /// `updated_at[gt]` and `updated_at[lt]`, and `updated_at[gt]` only itself. `None` removes it.
    ///
    /// # Errors
    /// [`Error::Invalid`] if a query cannot hold the value, or if the client sets the parameter itself: the account, the format of the
    /// answer, and the cursor of a list.
    ///
    /// ```
    /// # fn main() -> Result<(), truto_core::Error> {
    /// # let account = truto_core::Client::builder().token("t").build()?.account("62f44730-dd91-461e-bd6a-aedd9e0ad79d")?;
    /// let saved = account.unified("crm", "contacts").list().save()?;
    /// let newer = saved.query("updated_at[gt]", "2024-01-01T00:00:00.000Z")?;
    /// # let _ = newer;
    /// # Ok(()) }
    /// ```
    pub fn query(mut self, name: impl Into<String>, value: impl Serialize) -> Result<Self, Error> {
        let name = name.into();
        if let Some(reason) = self.reserved(&name) {
            return Err(self.invalid(Failure::value(name, reason)));
        }
        let parameter = Parameter::new(name.clone(), &value).map_err(|failure| self.invalid(failure))?;
        let is_replaced = |pair: &&str| {
            let key = identity::decoded(pair.split('=').next().unwrap_or_default());
            key.strip_prefix(&*name).is_some_and(|rest| rest.is_empty() || rest.starts_with('['))
        };
        let mut query = String::with_capacity(self.query.len());
        self.query.split('&').filter(|pair| !is_replaced(pair)).for_each(|pair| push_pairs(&mut query, pair));
        if let Some(parameter) = parameter {
            push_pairs(&mut query, &parameter.pairs);
        }
        self.query = query;
        Ok(self)
    }

    /// Why a query parameter of this name cannot be set.
    pub(super) fn reserved(&self, name: &str) -> Option<&'static str> {
        match name.split('[').next().unwrap_or_default() {
            ACCOUNT => Some("it comes from the account, and would be sent twice"),
            RESPONSE_FORMAT if !self.contract.is_verbatim() => {
                Some("it comes from the method that is called: `.send(&account).raw()`, `.normalized()` or `.stream()`")
            }
            NEXT_CURSOR if self.is_paginated() => Some("each page has its own"),
            _ => None,
        }
    }
}
