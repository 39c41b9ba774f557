//! What a person does: pause, resume, retry, skip, cancel.
