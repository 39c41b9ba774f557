//! The entities of a rule: `only_for(Leads, Contacts)`.

use proc_macro2::{Ident, TokenStream, TokenTree};

use crate::diag::{Code, Sink};
use crate::grammar::key::{Form, Key, only_group, string};
use crate::grammar::list::{Of, split};
use crate::syntax::names::camel;
use crate::syntax::text;

/// The entities that a key lists. `None` if it lists no entity that can be read.
pub(super) fn of_key(key: &Key, sink: &mut Sink) -> Option<Vec<Ident>> {
    let name = key.name.as_ref()?;
    let usage = |entities: &[Ident]| format!("{name}({})", listed(entities));
    match &key.form {
        Form::List(list) if list.is_empty() => {
            let fix = "list the entities that the field is allowed for";
            sink.error(name.span(), Code::KeyForm, format!("`{name}` lists no entities"), fix);
            None
        }
        Form::List(list) => of_list(list, usage, sink),
        _ => {
            let entities = key.value().and_then(meant_by);
            let fix = format!("write `{}`", usage(entities.as_deref().unwrap_or_default()));
            sink.error(name.span(), Code::KeyForm, format!("`{name}` is malformed"), fix);
            entities
        }
    }
}

/// The entities that are meant by a value of another form, which its key reports.
pub(super) fn meant_by(value: &TokenStream) -> Option<Vec<Ident>> {
    of_list(value, |_| String::new(), &mut Sink::muted())
}

/// The entities of a list, each a single name. Reports other spellings once, with the list as meant, which `usage` writes.
pub(super) fn of_list(list: &TokenStream, usage: impl Fn(&[Ident]) -> String, sink: &mut Sink) -> Option<Vec<Ident>> {
    let mut entities: Vec<Ident> = Vec::new();
    let mut is_clear = true;
    let group = only_group(list);
    let mut slip = group.as_ref().map(|group| (group.span_open(), text(list)));
    let list = group.map_or_else(|| list.clone(), |group| group.stream());
    for item in split(list, Of::Names, sink) {
        let entity = match item.tokens.as_slice() {
            // A variant cannot have the name of a keyword.
            [TokenTree::Ident(name)] => syn::parse2::<Ident>(TokenTree::from(name.clone()).into()).ok(),
            _ => None,
        };
        let entity = entity.or_else(|| {
            slip.get_or_insert_with(|| (item.span(), item.text()));
            meant(&item)
        });
        match entity {
            Some(entity) if entities.contains(&entity) => {
                let what = format!("the entity `{entity}` occurs twice");
                sink.error(entity.span(), Code::RepeatedKey, what, "remove one of them");
            }
            Some(entity) => entities.push(entity),
            None => is_clear = false,
        }
    }
    if let Some((span, found)) = slip {
        let fix = format!("write `{}`", usage(if is_clear { &entities } else { &[] }));
        let what = format!("expected the name of an entity, found `{found}`");
        sink.error(span, Code::KeyForm, what, format!("{fix} with variants of the entity's enum"));
    }
    (is_clear && !entities.is_empty()).then_some(entities)
}

/// `Leads, Contacts`
pub(super) fn listed(entities: &[Ident]) -> String {
    let names: Vec<String> = entities.iter().map(Ident::to_string).collect();
    if names.is_empty() { "First, Second".to_owned() } else { names.join(", ") }
}

/// The entity that is meant by `CrmEntity::Leads`, `"leads"` or `entity = Leads`.
fn meant(item: &Key) -> Option<Ident> {
    let (found, span) = match (string(&item.stream()), item.tokens.as_slice()) {
        (Some((text, literal)), _) => (text.rsplit("::").next()?.trim().to_owned(), literal.span()),
        (None, [TokenTree::Ident(_), .., TokenTree::Punct(sign), TokenTree::Ident(last)])
            if ":=.".contains(sign.as_char()) =>
        {
            (last.to_string(), last.span())
        }
        _ => return None,
    };
    let name = if found.starts_with(char::is_lowercase) { camel(&found) } else { found };
    let mut entity: Ident = syn::parse_str(&name).ok()?;
    entity.set_span(span);
    Some(entity)
}
