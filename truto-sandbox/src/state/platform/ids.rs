//! The ids of the rows that every platform has. They never change, so that tests can name them.

/// The environment of all accounts.
pub(crate) const ENVIRONMENT: &str = "5f0f6a1c-7d83-4b52-9f2e-c1a4d0e86b37";
pub(crate) const TEAM: &str = "a3d1c7e4-58b2-4f96-8c0d-71e2b5f49a60";
/// The user who owns everything.
pub(crate) const USER: &str = "b84e2f09-6c17-4d3a-95be-0f7a1d28c3e5";
/// The token of the sandbox.
pub(crate) const API_TOKEN: &str = "c95f301a-7d28-4e4b-a6cf-1e8b2c39d4f6";
/// The unified model `crm`, and its installation.
pub(crate) const CRM: &str = "da60412b-8e39-4f5c-b7d0-2f9c3d40e5a7";
pub(crate) const CRM_INSTALLED: &str = "eb71523c-9f40-406d-88e1-30ad4e51f6b8";
