//! A record: its contract, its codec, its `Debug`, and its setters.
//!
//! Everything that is the same for two records is in `truto_core::generated`. What is here is compiled for each field of each
//! record, so it is one call a field.

mod setters;

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, format_ident, quote};
use syn::Type;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use crate::expand::names::{local, located, parameter};
use crate::model::{Member, Presence, Record};
use crate::syntax::{by_names, only_argument, wrapper};

/// Everything that the derive generates.
pub(crate) fn expand(record: &Record) -> TokenStream {
    let (import, contract, debug) = (record.krate.import(), contract(record), debug(record));
    let (read, write, setters) = (read(record), write(record), setters::expand(record));
    quote!(#import #contract #debug #read #write #setters)
}

/// The body of a function. Empty if the struct has other fields after a mistake: the function is then there for its callers only.
fn body(record: &Record, tokens: TokenStream) -> TokenStream {
    if record.is_hollow { quote!(loop {}) } else { tokens }
}

/// The fields with their numbers.
fn numbered(record: &Record) -> impl Iterator<Item = (Literal, &Member)> {
    record.fields.iter().enumerate().map(|(number, field)| (Literal::usize_unsuffixed(number), field))
}

/// `Record`: the record as data. A static has one address, by which two records are told apart.
fn contract(record: &Record) -> TokenStream {
    let Record { name, krate, doc, lints, .. } = record;
    let text = name.unraw().to_string();
    let fields = record.fields.iter().map(|field| {
        let (name, wire, doc, ty) = (field.name.unraw().to_string(), &field.wire, field.doc(), shaped(&field.ty));
        let shape = located(quote!(<#krate::Probe<#ty>>::SHAPE), ty.span());
        let required = (field.presence == Presence::Required).then(|| quote!(.required()));
        let secret = field.secret.then(|| quote!(.secret()));
        quote!(#krate::RecordField::new(#name, #wire, #doc, #shape)#required #secret)
    });
    let unknown = record.unknown.as_ref().map(|field| {
        let name = field.name.unraw().to_string();
        quote!(.keeping_unknown_in(#name))
    });
    quote! {
        #[automatically_derived]
        #lints
        impl #krate::Record for #name {
            const RECORD: &'static #krate::RecordContract = {
                // Used only for a type that does not implement `Shaped`.
                #[allow(unused_imports)]
                use #krate::Unshaped as _;
                static RECORD: #krate::RecordContract =
                    #krate::RecordContract::new(#text, #doc, &[#(#fields),*])#unknown;
                &RECORD
            };
        }

        #[automatically_derived]
        #lints
        impl #krate::Shaped for #name {
            const SHAPE: #krate::Shape =
                #krate::Shape::Record(#krate::RecordRef::of::<Self>());
        }
    }
}

/// The type that the shape of a field is about: `T` of `Option<Box<T>>`.
fn shaped(ty: &Type) -> &Type {
    let ty = match wrapper(ty) {
        Some(("Option", inner)) => inner,
        _ => ty,
    };
    // `Box` cannot state a shape: to the compiler, it may be an entity.
    let is_box = by_names(ty, |names| matches!(names, ["Box"] | ["std" | "alloc", "boxed", "Box"]));
    only_argument(ty).filter(|_| is_box).unwrap_or(ty)
}

/// Whether the user derives this trait already, by mistake.
fn is_derived(record: &Record, name: &str) -> bool {
    record.derived.iter().any(|own| own == name)
}

fn debug(record: &Record) -> TokenStream {
    if is_derived(record, "Debug") {
        return TokenStream::new();
    }
    let Record { name, krate, lints, .. } = record;
    let formatter = local("formatter");
    let values = record.fields.iter().chain(&record.unknown).map(|field| {
        let name = &field.name;
        located(quote!(&self.), field.ty.span()).into_iter().chain(name.to_token_stream()).collect::<TokenStream>()
    });
    let shown = body(
        record,
        quote! {
            #krate::debug_record(#formatter, <Self as #krate::Record>::RECORD, &[#(#values),*])
        },
    );
    quote! {
        #[automatically_derived]
        #lints
        impl #krate::Debug for #name {
            fn fmt(&self, #formatter: &mut #krate::Formatter<'_>) -> #krate::FmtResult {
                #shown
            }
        }
    }
}

/// `Deserialize`.
fn read(record: &Record) -> TokenStream {
    let Record { name, krate, lints, .. } = record;
    let [members, text, deserializer] = ["members", "name", "deserializer"].map(local);
    let parameter = parameter(record.fields.iter().map(|field| &field.ty));
    let (mut lets, mut arms, mut numbers, mut values) =
        (TokenStream::new(), TokenStream::new(), TokenStream::new(), TokenStream::new());
    for (number, field) in numbered(record) {
        let (Member { name, ty, wire, .. }, slot) = (field, local(&format!("field_{number}")));
        let read = if field.presence == Presence::List { "list" } else { "value" };
        let read = format_ident!("{read}", span = text.span().located_at(ty.span()));
        lets.extend(quote!(let mut #slot: #krate::Option<#ty> = #krate::None;));
        numbers.extend(quote!(#wire => #number,));
        arms.extend(quote!(#number => #members.#read(&mut #slot),));
        values.extend(if field.presence == Presence::Required {
            quote!(#name: #krate::given(#slot, #wire)?,)
        } else {
            quote!(#name: #slot.unwrap_or_default(),)
        });
    }
    let unknown = local("unknown");
    let kept = record.unknown.as_ref().map(|field| {
        // A message about another type than `Unknown` underlines that type.
        let (name, unknown) = (&field.name, located(quote!(#unknown), field.ty.span()));
        quote!(#name: #unknown,)
    });
    let end = match kept {
        Some(_) => quote!(let #unknown = #members.end()?;),
        None => quote!(#members.end()?;),
    };
    let read = body(
        record,
        quote! {
            #lets
            loop {
                match #members.next_field() {
                    #arms
                    _ => break,
                }
            }
            #end
            #krate::Ok(Self { #values #kept })
        },
    );
    if is_derived(record, "Deserialize") {
        return TokenStream::new();
    }
    quote! {
        #[automatically_derived]
        #lints
        impl #krate::ReadRecord for #name {
            fn number(#text: &#krate::str) -> #krate::usize {
                match #text {
                    #numbers
                    _ => #krate::UNKNOWN,
                }
            }

            #[inline]
            fn read<'de, #parameter: #krate::MapAccess<'de>>(
                mut #members: #krate::Members<'de, #parameter, Self>,
            ) -> #krate::Result<Self, #parameter::Error> {
                #read
            }
        }

        #[automatically_derived]
        #lints
        impl<'de> #krate::Deserialize<'de> for #name {
            fn deserialize<#parameter: #krate::Deserializer<'de>>(
                #deserializer: #parameter,
            ) -> #krate::Result<Self, #parameter::Error> {
                #krate::deserialize_record(#deserializer)
            }
        }
    }
}

/// `Serialize`.
fn write(record: &Record) -> TokenStream {
    let Record { name, krate, lints, .. } = record;
    let [members, serializer] = ["members", "serializer"].map(local);
    let parameter = Ident::new("SomeValue", members.span());
    let calls = record.fields.iter().map(|field| {
        let Member { name, ty, wire, .. } = field;
        let write = match field.presence {
            Presence::Optional => "optional",
            Presence::List => "list",
            _ => "required",
        };
        let write = format_ident!("{write}", span = members.span().located_at(ty.span()));
        quote!(#members.#write(#wire, &self.#name);)
    });
    let unknown = record.unknown.as_ref().map(|field| {
        let (name, reference) = (&field.name, located(quote!(&self.), field.ty.span()));
        quote!(#members.unknown(#reference #name);)
    });
    let written = body(
        record,
        quote! {
            let mut #members = #krate::serialize_record(#serializer);
            #(#calls)*
            #unknown
            #members.end()
        },
    );
    if is_derived(record, "Serialize") {
        return TokenStream::new();
    }
    quote! {
        #[automatically_derived]
        #lints
        impl #krate::Serialize for #name {
            fn serialize<#parameter: #krate::Serializer>(
                &self,
                #serializer: #parameter,
            ) -> #krate::Result<#parameter::Ok, #parameter::Error> {
                #written
            }
        }
    }
}
