//! Generic parameters, which an endpoint cannot have. They are removed, and `Json` takes the place of their types.

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, GenericParam, Generics};

use crate::diag::{Code, Sink};
use crate::recovery::{Recovered, types};
use crate::syntax::map_tokens;

pub(super) fn check(item: &mut DeriveInput, krate: &TokenStream, sink: &mut Sink) {
    let Data::Struct(data) = &mut item.data else { return };
    let Some(first) = item.generics.params.first() else { return };
    let (what, fix) = match first {
        GenericParam::Lifetime(lifetime) => {
            let lifetime = &lifetime.lifetime;
            let what = format!("`{}` has the lifetime `{lifetime}`, and a request must own its values", item.ident);
            (what, format!("remove it, and write `String` instead of `&{lifetime} str`"))
        }
        GenericParam::Type(_) | GenericParam::Const(_) => {
            let what = format!("`{}` has generic parameters", item.ident);
            (what, "write out the types: an endpoint is one concrete request".to_owned())
        }
    };
    sink.error(first.span(), Code::Item, what, fix);
    let parameters: Vec<Ident> = item.generics.type_params().map(|parameter| parameter.ident.clone()).collect();
    let constants: Vec<Ident> = item.generics.const_params().map(|parameter| parameter.ident.clone()).collect();
    for field in &mut data.fields {
        let ty = field.ty.to_token_stream();
        let ty = if constants.iter().any(|constant| holds(&ty, constant)) {
            quote!(#krate::Json)
        } else {
            map_tokens(ty, &mut |token| match token {
                TokenTree::Ident(name) if parameters.contains(&name) => quote!(#krate::Json),
                token => token.into(),
            })
        };
        field.ty = syn::parse2(ty).unwrap_or_else(|_| field.ty.clone());
    }
    // Other borrowed types follow from the lifetime, which is reported.
    let has_lifetime = item.generics.lifetimes().next().is_some();
    item.generics = Generics::default();
    if has_lifetime {
        types::check(item, krate, &mut Recovered::default(), &mut Sink::muted());
    }
}

fn holds(ty: &TokenStream, name: &Ident) -> bool {
    ty.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == *name,
        TokenTree::Group(group) => holds(&group.stream(), name),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}
