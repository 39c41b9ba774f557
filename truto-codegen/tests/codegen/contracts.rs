//! The declared contracts against `models/crm.json`.
