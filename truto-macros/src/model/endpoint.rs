//! An endpoint: method, path, response, fields.

use proc_macro2::{Ident, Span, TokenTree};
use quote::ToTokens;
use syn::ext::IdentExt;
use syn::{Attribute, Data, DeriveInput, Fields, Type, Visibility};

use crate::diag::{Code, Sink};
use crate::grammar::{
    Args, Body, BodyForm, FieldKeys, Method, SaidScope, Scope, StructKeys, Support, Template, Text, is_entity, is_truto,
};
use crate::model::common::{COMMON, Common};
use crate::model::krate::Krate;
use crate::model::presence::{FileType, Kind, Presence, Value};
use crate::recovery::Recovered;
use crate::syntax::map_tokens;

/// An endpoint.
pub(crate) struct Endpoint {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) vis: Visibility,
    pub(crate) name: Ident,
    pub(crate) krate: Krate,
    /// True if the module is under `#![no_implicit_prelude]`.
    pub(crate) no_prelude: bool,
    pub(crate) method: Method,
    pub(crate) template: Option<Template>,
    pub(crate) scope: Scope,
    /// True if the attribute has the key `scope`.
    pub(crate) is_scope_said: bool,
    pub(crate) response: Option<Type>,
    /// The providers that support the endpoint. Empty if any provider may.
    pub(crate) providers: Vec<Support>,
    pub(crate) body: Body,
    /// The key `paginated`: the response is a page of a list.
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
    pub(crate) presence: Presence,
    pub(crate) value: Value,
    pub(crate) place: Place,
}

/// The place of a field in the HTTP request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Path,
    Query,
    Header,
    Body,
}

impl Endpoint {
    /// Reads a declaration. Returns `None` if no code can be generated for it.
    pub(crate) fn parse(mut args: Args, item: DeriveInput, recovered: &mut Recovered, sink: &mut Sink) -> Option<Self> {
        let placeholders = args.template.as_ref().map(|template| template.placeholders.clone()).unwrap_or_default();
        let (fields, is_plain) = named_fields(&item, &placeholders, sink);
        if !is_plain && !item.generics.params.is_empty() {
            return None;
        }
        recovered.is_another_item = !is_plain;
        recovered.is_method_guessed = args.method.is_none();
        let keys = StructKeys::parse(&item.attrs, "field", sink);
        // Arguments of the attribute that stand in `#[truto(…)]` are reported already.
        let is_list = args.paginated.is_some();
        keys.arguments.iter().for_each(|key| args.take(key, &mut Sink::muted()));
        args.paginated = args.paginated.filter(|_| is_list || matches!(args.method, Some((Method::Get, _))));
        let krate = Krate::new(keys.krate.or(args.krate), &item.ident);
        // A method that could not be read is reported already. With `POST`, fields have their most common place.
        let method = args.method.map_or(Method::Post, |(method, _)| method);
        // Of a path that is not sound, little is known. An account is what most endpoints need.
        let of_path = args.template.as_ref().filter(|template| template.is_sound);
        let of_path = of_path.map_or(Scope::Account, |template| Scope::of_path(&template.text));
        let scope = if let SaidScope::Said(scope) = args.scope { scope } else { of_path };
        let has_entity = fields.iter().any(|field| is_entity(&field.attrs));
        let around = Around { request: &item.ident, method, placeholders: &placeholders, has_entity };
        let fields = fields.into_iter().filter_map(|field| Field::new(field, &around, recovered, sink)).collect();
        Some(Self {
            attributes: item.attrs.into_iter().filter(|attribute| !is_truto(attribute)).collect(),
            vis: item.vis,
            name: item.ident,
            krate,
            no_prelude: keys.no_prelude,
            method,
            template: args.template,
            scope,
            is_scope_said: !matches!(args.scope, SaidScope::Unsaid),
            response: args.response,
            providers: args.providers.unwrap_or_default(),
            body: args.body,
            paginated: args.paginated,
            fields,
        })
    }

    /// The form of the body.
    pub(crate) fn body_form(&self) -> BodyForm {
        match self.body {
            Body::Said(form, _) => form,
            Body::Unsaid => BodyForm::Json,
            // Every field fits into a form.
            Body::InDoubt => BodyForm::Multipart,
        }
    }

    /// True if a field holds files of the body. In JSON, `File` is a type of the user's. In a form, `File` with a path may be
    /// one too; a raw body cannot be anything else.
    pub(crate) fn is_file(&self, field: &Field) -> bool {
        let spelling = field.value.file();
        field.place == Place::Body
            && match self.body_form() {
                BodyForm::Json => false,
                BodyForm::Multipart => spelling == Some(FileType::Plain),
                BodyForm::Raw => spelling.is_some(),
            }
    }

    /// The kind of a field's value on the wire.
    pub(crate) fn kind(&self, field: &Field) -> Kind {
        match field.value.kind() {
            _ if self.is_file(field) => Kind::File,
            Kind::File => Kind::Any,
            kind => kind,
        }
    }

    /// The common parameters that the builder has setters for: those that the request has a place for, and that no field
    /// replaces.
    pub(crate) fn common(&self) -> impl Iterator<Item = &'static Common> {
        COMMON.iter().filter(|common| {
            let has_place = match common.place {
                _ if common.is_of_lists && self.paginated.is_none() => false,
                _ if common.is_unified && self.scope == Scope::Client => false,
                Place::Body => self.method.has_body() && self.body_form() != BodyForm::Raw,
                _ => true,
            };
            has_place && !self.replaces(common)
        })
    }

    /// The field that holds the entity.
    pub(crate) fn entity(&self) -> Option<&Field> {
        self.fields.iter().find(|field| field.keys.entity.is_some())
    }

    /// Fields that depend on the entity.
    pub(crate) fn ruled(&self) -> impl Iterator<Item = &Field> {
        self.fields.iter().filter(|field| field.only_for().is_some())
    }

    /// True if a field is, or is within, a common parameter.
    fn replaces(&self, common: &Common) -> bool {
        self.fields.iter().any(|field| {
            let wire = field.wire();
            field.place == common.place && field.within().first().unwrap_or(&wire) == common.wire
        })
    }
}

/// The endpoint of a field, as far as the field depends on it.
struct Around<'a> {
    request: &'a Ident,
    method: Method,
    placeholders: &'a [String],
    has_entity: bool,
}

impl Field {
    fn new(field: syn::Field, around: &Around<'_>, recovered: &mut Recovered, sink: &mut Sink) -> Option<Self> {
        let before = sink.count();
        // In the builder, `Self` is another type.
        let ty = map_tokens(field.ty.to_token_stream(), &mut |token| match token {
            TokenTree::Ident(name) if name == "Self" => [around.request.clone().into()],
            token => [token],
        });
        let ty = syn::parse2(ty).unwrap_or(field.ty);
        let keys = FieldKeys::parse(&field.attrs, around.has_entity, sink);
        // rustc reports a field called `_`.
        let name = field.ident.filter(|name| name != "_")?;
        if sink.count() > before {
            recovered.in_doubt.insert(name.clone());
        }
        let place = if around.placeholders.contains(&name.unraw().to_string()) {
            Place::Path
        } else if keys.header.is_some() {
            Place::Header
        } else if keys.query.is_some() || !around.method.has_body() {
            Place::Query
        } else {
            Place::Body
        };
        let (presence, value) = Presence::of(&ty, keys.default.is_some());
        Some(Self {
            attributes: field.attrs.into_iter().filter(|attribute| !is_truto(attribute)).collect(),
            vis: field.vis,
            name,
            ty,
            keys,
            presence,
            value,
            place,
        })
    }

    /// Gives the field the type that a message advises, so that its uses are not reported as further mistakes.
    pub(crate) fn replace_type(&mut self, ty: Type, recovered: &mut Recovered) {
        (self.presence, self.value) = Presence::of(&ty, self.keys.default.is_some());
        recovered.replaced.push(core::mem::replace(&mut self.ty, ty));
        recovered.type_replaced.insert(self.name.clone());
    }

    /// True if another call of the setter adds to the value.
    pub(crate) fn grows(&self) -> bool {
        self.presence == Presence::List || matches!(self.value, Value::Collection(_) | Value::List(_))
    }

    /// The key that declares the wire name.
    fn wire_key(&self) -> Option<&Text> {
        self.keys.header.as_ref().map(|(header, _)| header).or(self.keys.rename.as_ref())
    }

    /// The wire name.
    pub(crate) fn wire(&self) -> String {
        self.wire_key().map_or_else(|| self.name.unraw().to_string(), |text| text.value.clone())
    }

    /// The token that declares the wire name.
    pub(crate) fn wire_span(&self) -> Span {
        self.wire_key().map_or_else(|| self.name.span(), |text| text.literal.span())
    }

    /// The nested objects of the body that hold the field, outermost first.
    pub(crate) fn within(&self) -> &[String] {
        self.keys.within.as_ref().map(|(objects, _)| objects.as_slice()).unwrap_or_default()
    }

    /// The entities that the field is allowed for; `None` if for all.
    pub(crate) fn only_for(&self) -> Option<&[Ident]> {
        self.keys.only_for.as_ref().map(|(entities, _)| entities.as_slice())
    }
}

/// The fields of a plain struct, and `true`. Another item is reported, with `false` and the fields that are clear.
fn named_fields(item: &DeriveInput, placeholders: &[String], sink: &mut Sink) -> (Vec<syn::Field>, bool) {
    let (span, found, fields) = match &item.data {
        Data::Struct(data) => match &data.fields {
            Fields::Named(fields) => return (fields.named.iter().cloned().collect(), true),
            Fields::Unit => return (Vec::new(), true),
            Fields::Unnamed(fields) => {
                // If there are as many placeholders as fields, they name the fields.
                let is_clear = fields.unnamed.len() == placeholders.len();
                let named = fields.unnamed.iter().zip(placeholders).filter(|_| is_clear).filter_map(|(field, name)| {
                    let name = syn::parse_str(name).ok();
                    name.map(|name| syn::Field { ident: Some(name), ..field.clone() })
                });
                (item.ident.span(), "a tuple struct", named.collect())
            }
        },
        Data::Enum(data) => (data.enum_token.span, "an enum", Vec::new()),
        Data::Union(data) => (data.union_token.span, "a union", Vec::new()),
    };
    let what = format!("expected a struct with named fields, found {found}");
    sink.error(span, Code::Item, what, "write a plain `struct Name { field: Type }`");
    (fields, false)
}
