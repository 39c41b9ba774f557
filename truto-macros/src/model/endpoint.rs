//! An endpoint as declared: method, path, response, fields.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Attribute, Data, DeriveInput, Fields, Type, Visibility};

use crate::diag::{Code, Sink};
use crate::grammar::{Args, BodyForm, FieldKeys, Method, StructKeys, Support, Template, is_truto};
use crate::model::shape::{Kind, Shape};

/// An endpoint.
pub(crate) struct Endpoint {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) name: Ident,
    /// Path of `truto_core`.
    pub(crate) krate: TokenStream,
    pub(crate) method: Method,
    pub(crate) template: Option<Template>,
    pub(crate) response: Option<Type>,
    /// The providers that support it; empty where any may.
    pub(crate) providers: Vec<Support>,
    /// The form of the body, where it is written, and the key.
    pub(crate) body: Option<(BodyForm, Span)>,
    /// Whether the answer is a list, page by page; and the key that says so.
    pub(crate) paginated: Option<Span>,
    pub(crate) fields: Vec<Field>,
}

/// A field of an endpoint.
pub(crate) struct Field {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) name: Ident,
    pub(crate) ty: Type,
    pub(crate) keys: FieldKeys,
    pub(crate) shape: Shape,
    pub(crate) place: Place,
    /// Whether the builder gets a setter for it.
    pub(crate) has_setter: bool,
}

/// A parameter of every endpoint, or of every list, that no declaration needs to name.
pub(crate) struct Common {
    /// The builder's setter.
    pub(crate) method: &'static str,
    pub(crate) place: Place,
    pub(crate) wire: &'static str,
    /// Whether only lists have it.
    of_lists: bool,
}

impl Common {
    const fn query(method: &'static str, wire: &'static str) -> Self {
        Self { method, place: Place::Query, wire, of_lists: false }
    }

    const fn list(method: &'static str, wire: &'static str) -> Self {
        Self { of_lists: true, ..Self::query(method, wire) }
    }
}

const COMMON: &[Common] = &[
    Common::query("exclude_fields", "truto_exclude_fields"),
    Common::query("ignore_remote_data", "truto_ignore_remote_data"),
    Common::query("remote_query", "remote_query"),
    Common { place: Place::Body, ..Common::query("remote_data", "remote_data") },
    Common::list("limit", "limit"),
    Common::list("next_cursor", "next_cursor"),
    Common::list("key_by", "truto_key_by"),
    Common::list("ignore_limit", "truto_ignore_limit"),
];

/// Where a field travels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Path,
    Query,
    Header,
    Body,
}

impl Endpoint {
    /// Reads a declaration; `None` when the item is no plain struct, and nothing can be made of it.
    pub(crate) fn parse(args: Args, item: DeriveInput, sink: &mut Sink) -> Option<Self> {
        let fields = named_fields(&item, sink)?;
        let keys = StructKeys::parse(&item.attrs, sink);
        // A method that could not be read is reported already; with POST the fields keep the most common place.
        let method = args.method.map_or(Method::Post, |(method, _)| method);
        let placeholders = args.template.as_ref().map(|template| template.placeholders.as_slice()).unwrap_or_default();
        let fields =
            fields.into_iter().filter_map(|field| Field::new(field, &item.ident, method, placeholders, sink)).collect();
        Some(Self {
            attributes: item.attrs.into_iter().filter(|attribute| !is_truto(attribute)).collect(),
            vis: item.vis,
            name: item.ident,
            krate: krate(keys),
            method,
            template: args.template,
            response: args.response,
            providers: args.providers.unwrap_or_default(),
            body: args.body,
            paginated: args.paginated,
            fields,
        })
    }

    /// How the body is spelt.
    pub(crate) fn body_form(&self) -> BodyForm {
        self.body.map(|(form, _)| form).unwrap_or_default()
    }

    /// Whether a field is a file of the body, or several. In JSON, `File` is a type of the user's.
    pub(crate) fn is_file(&self, field: &Field) -> bool {
        field.place == Place::Body && self.body_form() != BodyForm::Json && field.shape.value().kind() == Kind::File
    }

    /// What a field holds on the wire.
    pub(crate) fn kind(&self, field: &Field) -> Kind {
        match field.shape.value().kind() {
            Kind::File if !self.is_file(field) => Kind::Any,
            kind => kind,
        }
    }

    /// Whether there is a place for this common parameter.
    pub(crate) fn has_common(&self, common: &Common) -> bool {
        match common.place {
            _ if common.of_lists && self.paginated.is_none() => false,
            Place::Body => self.method.has_body() && self.body_form() != BodyForm::Raw,
            _ => true,
        }
    }

    /// The common parameters that the builder has a setter for: those that no field takes the place of.
    pub(crate) fn common(&self) -> impl Iterator<Item = &'static Common> {
        COMMON.iter().filter(|common| self.has_common(common) && !self.replaces(common.place, common.wire))
    }

    /// The field that is the request's entity.
    pub(crate) fn entity(&self) -> Option<&Field> {
        self.fields.iter().find(|field| field.keys.entity.is_some())
    }

    /// Fields that have to be set.
    pub(crate) fn required(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.shape.is_required())
    }

    /// Fields that depend on the entity.
    pub(crate) fn ruled(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.only_for().is_some())
    }

    /// Whether the endpoint declares this common parameter itself, or members of it.
    pub(crate) fn replaces(&self, place: Place, wire: &str) -> bool {
        self.fields.iter().any(|field| {
            let outermost = field.within().first().cloned().unwrap_or_else(|| field.wire());
            field.place == place && outermost == wire
        })
    }
}

impl Field {
    fn new(
        field: syn::Field,
        request: &Ident,
        method: Method,
        placeholders: &[String],
        sink: &mut Sink,
    ) -> Option<Self> {
        let ty = syn::parse2(without_self(field.ty.to_token_stream(), request)).unwrap_or(field.ty);
        let keys = FieldKeys::parse(&field.attrs, sink);
        // `_` is no name of a field, as rustc says itself.
        let name = field.ident.filter(|name| name != "_")?;
        let place = if placeholders.contains(&name.unraw().to_string()) {
            Place::Path
        } else if keys.header.is_some() {
            Place::Header
        } else if keys.query.is_some() || !method.has_body() {
            Place::Query
        } else {
            Place::Body
        };
        Some(Self {
            attributes: field.attrs.into_iter().filter(|attribute| !is_truto(attribute)).collect(),
            vis: field.vis,
            shape: Shape::of(&ty, keys.default.is_some()),
            name,
            ty,
            keys,
            place,
            has_setter: true,
        })
    }

    /// Name on the wire.
    pub(crate) fn wire(&self) -> String {
        match (&self.keys.header, &self.keys.rename) {
            (Some((header, _)), _) => header.value.clone(),
            (None, Some(rename)) => rename.value.clone(),
            (None, None) => self.name.unraw().to_string(),
        }
    }

    /// Nested objects of the body that hold the field, outermost first.
    pub(crate) fn within(&self) -> &[String] {
        self.keys.within.as_ref().map(|(objects, _)| objects.as_slice()).unwrap_or_default()
    }

    /// Entities that the field is allowed for.
    pub(crate) fn only_for(&self) -> Option<&[Ident]> {
        self.keys.only_for.as_ref().map(|(entities, _)| entities.as_slice())
    }

    /// Where a message about the field's name on the wire points.
    pub(crate) fn wire_span(&self) -> Span {
        match (&self.keys.header, &self.keys.rename) {
            (Some((header, _)), _) => header.literal.span(),
            (None, Some(rename)) => rename.literal.span(),
            (None, None) => self.name.span(),
        }
    }
}

/// A type with the struct's name for `Self`, which is another type in the builder.
fn without_self(ty: TokenStream, name: &Ident) -> TokenStream {
    ty.into_iter()
        .map(|token| match token {
            TokenTree::Ident(ident) if ident == "Self" => TokenTree::Ident(name.clone()),
            TokenTree::Group(group) => {
                let mut inner = Group::new(group.delimiter(), without_self(group.stream(), name));
                inner.set_span(group.span());
                TokenTree::Group(inner)
            }
            other => other,
        })
        .collect()
}

/// Path of `truto_core`: the user's, or the crate itself.
pub(crate) fn krate(keys: StructKeys) -> TokenStream {
    keys.krate.map_or_else(|| quote!(::truto_core), ToTokens::into_token_stream)
}

fn named_fields(item: &DeriveInput, sink: &mut Sink) -> Option<Vec<syn::Field>> {
    let fix = "write a plain `struct Name { field: Type }`";
    let refuse = |span: Span, found: &str, sink: &mut Sink| {
        sink.error(span, Code::Item, format!("expected a struct with named fields, found {found}"), fix);
    };
    let fields = match &item.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => fields.named.iter().cloned().collect(),
            Fields::Unit => Vec::new(),
            Fields::Unnamed(_) => {
                refuse(item.ident.span(), "a tuple struct", sink);
                return None;
            }
        },
        Data::Enum(data) => {
            refuse(data.enum_token.span, "an enum", sink);
            return None;
        }
        Data::Union(data) => {
            refuse(data.union_token.span, "a union", sink);
            return None;
        }
    };
    if let Some(parameter) = item.generics.params.first() {
        let what = format!("`{}` has generic parameters", item.ident);
        let fix = "an endpoint is one concrete request: write the types out";
        sink.error(syn::spanned::Spanned::span(parameter), Code::Item, what, fix);
        return None;
    }
    Some(fields)
}
