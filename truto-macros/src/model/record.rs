//! A record as declared: a struct for what an answer holds.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Expr, ExprLit, Fields, Lit, Meta, MetaNameValue, Type, Visibility};

use crate::diag::{Code, Sink};
use crate::grammar::{RecordKeys, SerdeAttribute, StructKeys, in_our_keys};
use crate::model::krate::Krate;
use crate::model::presence::{Presence, Value};

/// A record.
pub(crate) struct Record {
    pub(crate) vis: Visibility,
    pub(crate) name: Ident,
    pub(crate) krate: Krate,
    pub(crate) doc: String,
    /// True if the record gets setters.
    pub(crate) setters: bool,
    /// Lints that generated code is exempt from.
    pub(crate) lints: TokenStream,
    pub(crate) fields: Vec<Member>,
    /// The field that keeps unknown members.
    pub(crate) unknown: Option<Member>,
    /// True if, after a mistake, the fields are not those of the struct. The functions are then there for their callers only.
    pub(crate) is_hollow: bool,
    /// The derives that the struct has already, by mistake.
    pub(crate) derived: Vec<String>,
}

/// A field of a record.
pub(crate) struct Member {
    pub(crate) docs: Vec<Attribute>,
    pub(crate) deprecated: Option<Attribute>,
    pub(crate) name: Ident,
    pub(crate) ty: Type,
    pub(crate) presence: Presence,
    pub(crate) value: Value,
    pub(crate) wire: String,
    /// What a message about the wire name underlines.
    pub(crate) wire_span: Span,
    pub(crate) secret: bool,
    /// True if a key could not be read, so that the wire name is a guess.
    pub(crate) in_doubt: bool,
}

impl Member {
    pub(crate) fn doc(&self) -> String {
        text(&self.docs)
    }
}

impl Record {
    /// Reads a declaration. `None` if it is not a struct of fields.
    pub(crate) fn parse(item: DeriveInput, derived: Vec<String>, sink: &mut Sink) -> Option<Self> {
        let keys = StructKeys::of_record(&item.attrs, sink);
        for attribute in &item.attrs {
            in_our_keys(attribute, SerdeAttribute::Record, sink);
        }
        let lints = lints(&item);
        let mut is_hollow = false;
        if let Some(first) = item.generics.params.first() {
            let what = format!("`{}` has generic parameters", item.ident);
            let fix = "remove them: a record is described as data, and so are the types of its fields";
            sink.error(first.span(), Code::RecordItem, what, fix);
            return None;
        }
        let fields = plain_fields(item.data, &item.ident, sink)?;
        let mut record = Self {
            krate: Krate::new(keys.krate, &item.ident),
            doc: text(&item.attrs),
            setters: keys.setters,
            vis: item.vis,
            name: item.ident,
            lints,
            fields: Vec::new(),
            unknown: None,
            is_hollow: false,
            derived,
        };
        for field in fields {
            is_hollow |= record.add(field, sink).is_none();
        }
        record.is_hollow = is_hollow;
        Some(record)
    }

    /// Reads a field. `None` if it is left out because of a mistake.
    fn add(&mut self, field: syn::Field, sink: &mut Sink) -> Option<()> {
        let name = field.ident?;
        let before = sink.count();
        for attribute in &field.attrs {
            in_our_keys(attribute, SerdeAttribute::Member, sink);
        }
        let keys = RecordKeys::parse(&field.attrs, sink);
        let (presence, value) = Presence::of(&field.ty, false);
        let wire_span = keys.rename.as_ref().map_or(name.span(), |text| text.literal.span());
        let wire = keys.rename.map_or_else(|| name.unraw().to_string(), |text| text.value);
        let member = Member {
            deprecated: field.attrs.iter().find(|attribute| attribute.path().is_ident("deprecated")).cloned(),
            docs: field.attrs.into_iter().filter(|attribute| attribute.path().is_ident("doc")).collect(),
            name,
            ty: field.ty,
            presence,
            value,
            wire,
            wire_span,
            secret: keys.secret,
            in_doubt: sink.count() > before,
        };
        if let Some(span) = keys.unknown {
            return self.keep_unknown(member, span, sink);
        }
        if presence == Presence::Patch {
            let what = format!("`{}` is a `Patch`, which only a request has", member.name);
            let fix = "write `Option<…>`: an answer holds a value or does not";
            sink.error(member.ty.span(), Code::RecordField, what, fix);
        }
        self.fields.push(member);
        Some(())
    }

    fn keep_unknown(&mut self, member: Member, span: Span, sink: &mut Sink) -> Option<()> {
        if let Some(first) = &self.unknown {
            let what = format!("`{}` keeps the unknown members already", first.name);
            sink.error(span, Code::RecordField, what, "keep one of the two fields");
            return None;
        }
        if member.secret || member.name.unraw() != member.wire {
            let what = "`unknown` allows no other key";
            let fix = "remove the other: the members have their own names, and `Debug` hides their values anyway";
            sink.error(span, Code::RecordField, what, fix);
        }
        self.unknown = Some(member);
        Some(())
    }
}

/// The named fields of a struct; anything else is reported.
fn plain_fields(data: Data, name: &Ident, sink: &mut Sink) -> Option<Vec<syn::Field>> {
    let found = match data {
        Data::Struct(data) => match data.fields {
            Fields::Named(fields) => return Some(fields.named.into_iter().collect()),
            Fields::Unnamed(_) => "a tuple struct",
            Fields::Unit => "a struct without fields",
        },
        Data::Enum(_) => {
            let fix = format!(
                "write a plain `struct {name} {{ field: Type }}`, or derive `UnifiedEnum` for an enum of names"
            );
            sink.error(name.span(), Code::RecordItem, "expected a struct with named fields, found an enum", fix);
            return None;
        }
        Data::Union(_) => "a union",
    };
    let what = format!("expected a struct with named fields, found {found}");
    sink.error(name.span(), Code::RecordItem, what, format!("write a plain `struct {name} {{ field: Type }}`"));
    None
}

/// The lints that the user allows for the item, and what is deprecated.
pub(super) fn lints(item: &DeriveInput) -> TokenStream {
    let own = item.attrs.iter().filter(|attribute| attribute.path().is_ident("allow"));
    quote!(#[allow(deprecated)] #(#own)*)
}

/// The text of a documentation, without the text of macros in it.
pub(super) fn text(attributes: &[Attribute]) -> String {
    let mut lines: Vec<String> = Vec::new();
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("doc")) {
        if let Meta::NameValue(MetaNameValue { value: Expr::Lit(ExprLit { lit: Lit::Str(text), .. }), .. }) =
            &attribute.meta
        {
            let text = text.value();
            lines.extend(text.split('\n').map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end().to_owned()));
        }
    }
    lines.join("\n").trim().to_owned()
}
