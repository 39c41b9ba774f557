//! A request that breaks its own contract. All failures are found at once, before anything is sent.

use crate::error::accessors::with_accessors;
use crate::error::debug::debug_with_sentence;
use crate::error::endpoint_name::EndpointName;
use crate::error::unsupported::Unsupported;
use crate::error::{Cause, quoted_list};
use crate::redact::Redactor;
use crate::util::escaped::Escaped;

with_accessors! {
    /// A request that was refused before anything was sent.
    ///
    /// ```
    /// use truto_core::crm::{CreateAssociation, CrmEntity};
    /// use truto_core::error::{Error, Problem};
    ///
    /// let refused = CreateAssociation::builder()
    ///     .entity_id("006Ux0000041Wxy")
    ///     .entity(CrmEntity::Opportunities)
    ///     .contacts(["003Ux000004TbQd"])
    ///     .build();
    /// let Err(Error::Invalid(invalid)) = refused else { panic!("opportunities cannot be linked to contacts") };
    /// let failure = &invalid.failures()[0];
    /// assert_eq!(failure.path(), "associations.contacts");
    /// assert_eq!(failure.problem(), &Problem::Rule { entity: "opportunities", allowed: vec!["leads"] });
    /// ```
    #[derive(Clone, PartialEq, Eq)]
    pub struct InvalidRequest {
        /// All failures, in the order of the declaration or of the document.
        failures: Vec<Failure> as &[Failure],
        endpoint: EndpointName,
    }
}

debug_with_sentence!(InvalidRequest { endpoint, failures });

impl InvalidRequest {
    pub(crate) fn new(endpoint: impl Into<EndpointName>, failures: Vec<Failure>) -> Self {
        Self { failures, endpoint: endpoint.into() }
    }

    /// Method and path template of the endpoint: `POST /unified/crm/associations`.
    #[must_use]
    pub fn endpoint(&self) -> &str {
        &self.endpoint.template
    }

    /// The first failures, on one line.
    pub(crate) fn listed(&self) -> String {
        const SHOWN: usize = 16;
        let mut list: Vec<String> = self.failures.iter().take(SHOWN).map(ToString::to_string).collect();
        if let Some(more) = self.failures.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            list.push(format!("and {more} more"));
        }
        list.join("; ")
    }
}

impl core::fmt::Display for InvalidRequest {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{} was not sent: {}", self.endpoint, self.listed())
    }
}

impl core::error::Error for InvalidRequest {}

impl Cause for InvalidRequest {}

with_accessors! {
    /// A mistake in a request. `Display` is a sentence: "`entity_id` is missing".
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Failure {
        /// The JSON path of the field, `associations.contacts`, or the name of a parameter.
        path: String as &str,
        /// What is wrong.
        problem: Problem as &Problem,
    }
}

impl Failure {
    pub(crate) fn new(path: impl Into<String>, problem: Problem) -> Self {
        Self { path: path.into(), problem }
    }

    /// A value that is not accepted.
    pub(crate) fn value(path: impl Into<String>, reason: impl Into<String>) -> Self {
        Self::new(path, Problem::Value { reason: reason.into() })
    }

    /// The same failure without the secrets of `redactor`.
    pub(crate) fn cleaned(mut self, redactor: &Redactor) -> Self {
        if let Problem::Value { reason } = &mut self.problem {
            *reason = redactor.clean(reason);
        }
        self
    }
}

/// What is wrong with a field of a request.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Problem {
    /// The field is not allowed for the entity of this request.
    Rule {
        /// Wire name of the request's entity.
        entity: &'static str,
        /// Wire names of the entities that the field is allowed for.
        allowed: Vec<&'static str>,
    },
    /// The account's provider does not support this entity or this endpoint.
    Provider {
        /// Name of the provider.
        provider: String,
        /// Wire name of the request's entity, if the endpoint has one.
        entity: Option<&'static str>,
        /// Wire names of the entities that the provider supports.
        supported: Vec<&'static str>,
    },
    /// The account does not have this method, as its capabilities say.
    Unsupported(Box<Unsupported>),
    /// A required field is missing.
    Required,
    /// The endpoint has no such field.
    Unknown {
        /// The field that was probably meant.
        suggestion: Option<String>,
    },
    /// The value of the field is not accepted.
    Value {
        /// Why: `invalid type: integer 7, expected a string`.
        reason: String,
    },
}

/// How much of a path a failure shows, in characters: a key of a hostile document can be as long as the document.
const SHOWN_PATH: usize = 200;

impl core::fmt::Display for Failure {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        let start: String = self.path.chars().take(SHOWN_PATH).collect();
        let dots = if start.len() < self.path.len() { "…" } else { "" };
        let path = format!("{}{dots}", Escaped(&start));
        match &self.problem {
            Problem::Rule { entity, allowed } => {
                write!(f, "`{path}` is not allowed when the entity is `{entity}`, only for {}", quoted_list(allowed))
            }
            Problem::Provider { provider, entity: Some(entity), supported } => {
                let provider = Escaped(provider);
                write!(f, "`{path}`: `{provider}` does not support the entity `{entity}`")?;
                if supported.is_empty() { Ok(()) } else { write!(f, ", only {}", quoted_list(supported)) }
            }
            Problem::Provider { provider, entity: None, .. } => {
                write!(f, "`{}` does not support this endpoint", Escaped(provider))
            }
            Problem::Unsupported(unsupported) => unsupported.fmt(f),
            Problem::Required => write!(f, "`{path}` is missing"),
            Problem::Unknown { suggestion: Some(near) } => write!(f, "unknown key `{path}`, did you mean `{near}`?"),
            Problem::Unknown { suggestion: None } => write!(f, "unknown key `{path}`"),
            Problem::Value { reason } if self.path.is_empty() => Escaped(reason).fmt(f),
            Problem::Value { reason } => write!(f, "`{path}`: {}", Escaped(reason)),
        }
    }
}
