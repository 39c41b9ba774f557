//! An enum of names: its names on the wire, and the traits of serde.

use proc_macro2::{Ident, TokenStream};
use quote::quote;

use crate::expand::names::local;
use crate::model::Names;

/// Everything that the derive generates.
pub(crate) fn expand(names: &Names) -> TokenStream {
    let Names { name, krate, lints, variants, is_hollow, derived } = names;
    let import = krate.import();
    let [text, serializer, deserializer] = ["name", "serializer", "deserializer"].map(local);
    let parameter = Ident::new("SomeValue", text.span());
    let idents: Vec<&Ident> = variants.iter().map(|variant| &variant.name).collect();
    let wires: Vec<&str> = variants.iter().map(|variant| variant.wire.as_str()).collect();
    let body = |tokens| if *is_hollow { quote!(loop {}) } else { tokens };
    let as_str = body(quote!(match self { #(Self::#idents => #wires,)* }));
    let from_name = body(quote! {
        #krate::Some(match #text {
            #(#wires => Self::#idents,)*
            _ => return #krate::None,
        })
    });
    let is_wanted = |name: &str| !derived.iter().any(|own| own == name);
    let serialize = is_wanted("Serialize").then(|| {
        quote! {
            #[automatically_derived]
            #lints
            impl #krate::Serialize for #name {
                fn serialize<#parameter: #krate::Serializer>(
                    &self,
                    #serializer: #parameter,
                ) -> #krate::Result<#parameter::Ok, #parameter::Error> {
                    #serializer.serialize_str(#krate::UnifiedEnum::as_str(self))
                }
            }
        }
    });
    let deserialize = is_wanted("Deserialize").then(|| {
        quote! {
            #[automatically_derived]
            #lints
            impl<'de> #krate::Deserialize<'de> for #name {
                fn deserialize<#parameter: #krate::Deserializer<'de>>(
                    #deserializer: #parameter,
                ) -> #krate::Result<Self, #parameter::Error> {
                    #krate::deserialize_enum(#deserializer)
                }
            }
        }
    });
    quote! {
        #import

        #[automatically_derived]
        #lints
        impl #krate::UnifiedEnum for #name {
            const VALUES: &'static [&'static #krate::str] = &[#(#wires),*];

            fn as_str(&self) -> &'static #krate::str {
                #as_str
            }

            fn from_name(#text: &#krate::str) -> #krate::Option<Self> {
                #from_name
            }
        }

        #[automatically_derived]
        #lints
        impl #krate::Shaped for #name {
            const SHAPE: #krate::Shape =
                #krate::Shape::Choice(<Self as #krate::UnifiedEnum>::VALUES);
        }

        #serialize
        #deserialize
    }
}
