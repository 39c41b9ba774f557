//! Attributes of serde, which have no effect on an endpoint: our keys of the same meaning.

use syn::spanned::Spanned;
use syn::{Attribute, Type};

use crate::diag::{Code, Sink, advice};
use crate::grammar::key::Key;
use crate::grammar::list::{Of, split};
use crate::grammar::truto_keys::FieldKeys;
use crate::syntax::wrapper;

/// An attribute of serde, by what it is on.
#[derive(Clone, Copy)]
pub(crate) enum SerdeAttribute<'a> {
    Endpoint,
    /// A field of this type, with these keys.
    Field(&'a Type, &'a FieldKeys),
    Enum,
    Variant,
    Record,
    /// A field of a record.
    Member,
    /// An enum of names.
    Names,
    /// A variant of an enum of names.
    Name,
}

impl SerdeAttribute<'_> {
    fn as_str(self) -> &'static str {
        match self {
            Self::Endpoint => "an endpoint",
            Self::Field(..) => "a field",
            Self::Enum => "an enum of entities",
            Self::Variant => "an entity",
            Self::Record => "a record",
            Self::Member => "a field of a record",
            Self::Names => "an enum of names",
            Self::Name => "a variant",
        }
    }

    /// Whether we have a key of the same name and meaning.
    fn has(self, key: &Key) -> bool {
        let Some(name) = &key.name else { return false };
        match self {
            Self::Field(ty, own) if name == "default" => wrapper(ty).is_none() && own.default.is_none(),
            Self::Field(_, own) => name == "rename" && own.rename.is_none(),
            Self::Variant | Self::Member | Self::Name => name == "rename",
            Self::Endpoint | Self::Enum | Self::Record | Self::Names => false,
        }
    }
}

/// Reports an attribute of serde. Returns our keys of the same meaning. `None` if the attribute is not serde's.
pub(crate) fn in_our_keys(attribute: &Attribute, place: SerdeAttribute<'_>, sink: &mut Sink) -> Option<String> {
    if !attribute.path().is_ident("serde") {
        return None;
    }
    let tokens = attribute.meta.require_list().map(|list| list.tokens.clone());
    let keys = split(tokens.unwrap_or_default(), Of::Keys, &mut Sink::muted());
    let first = keys.first().and_then(|key| Some(key.name.as_ref()?.to_string())).unwrap_or_default();
    let ours: Vec<Key> = keys.into_iter().filter(|key| place.has(key)).collect();
    let written = FieldKeys::of(&ours).written();
    let known = if matches!(place, SerdeAttribute::Field(..)) { "within" } else { "crate" };
    let fix = match (place, advice(&first, &[known])) {
        _ if !written.is_empty() => format!("write `#[truto({written})]`"),
        (SerdeAttribute::Field(ty, _), _) if first == "default" && wrapper(ty).is_some() => {
            "remove it: an `Option`, a `Vec` or a `Patch` needs no default".to_owned()
        }
        (SerdeAttribute::Field(..), _) if first == "default" || first == "rename" => {
            "remove it: `#[truto(…)]` already says it".to_owned()
        }
        (_, Some(advice)) => advice.to_owned(),
        _ => "use the keys of `#[truto(…)]`, such as `rename`".to_owned(),
    };
    let what = format!("`serde` attributes have no effect on {}", place.as_str());
    sink.error(attribute.path().span(), Code::FieldAttribute, what, fix);
    Some(written)
}
