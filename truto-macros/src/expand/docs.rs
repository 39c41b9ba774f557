//! Documentation of generated items: first the user's words, then wire name, place and rule.

use proc_macro2::{Ident, TokenStream};
use quote::{ToTokens, quote};
use syn::ext::IdentExt;
use syn::{Expr, ExprLit, Lit, Meta, MetaNameValue};

use crate::check::Checked;
use crate::diag::list;
use crate::grammar::BodyForm;
use crate::model::{Field, Place, Presence};

/// Documentation as one attribute: the compiler pays for each.
#[derive(Default)]
struct Docs {
    text: String,
    /// Attributes such as `#[doc(alias = "…")]`.
    lists: TokenStream,
}

impl Docs {
    fn line(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(text);
    }

    fn paragraph(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.line(&format!(" {text}"));
    }
}

impl ToTokens for Docs {
    fn to_tokens(&self, tokens: &mut TokenStream) {
        let Self { text, lists } = self;
        tokens.extend(quote!(#[doc = #text] #lists));
    }
}

/// Documentation of a setter.
pub(crate) fn setter(endpoint: &Checked, field: &Field) -> impl ToTokens {
    let mut out = user_docs(field);
    let wire = field.wire();
    let place = match field.place {
        Place::Path => format!("Sent in the path as `{{{}}}`", field.name.unraw()),
        Place::Query => format!("Sent in the query as `{wire}`"),
        Place::Header => format!("Sent in the header `{wire}`"),
        Place::Body if endpoint.body_form() == BodyForm::Raw => "Sent as the body".to_owned(),
        Place::Body if endpoint.body_form() == BodyForm::Multipart => format!("Sent as the part `{wire}`"),
        Place::Body => {
            let path: Vec<&str> = field.within().iter().map(String::as_str).chain([wire.as_str()]).collect();
            format!("Sent in the body as `{}`", path.join("."))
        }
    };
    let presence = match field.presence {
        Presence::Required => "required",
        Presence::Optional | Presence::List | Presence::Patch => "omitted unless set",
        Presence::Defaulted => "its default is sent unless set",
    };
    let repeated = if field.keys.entity.is_some() {
        "Set it once, before the fields that depend on it."
    } else if field.grows() {
        "Another call adds to it."
    } else {
        "Another call replaces the value."
    };
    out.paragraph(&format!("{place}; {presence}. {repeated}"));
    if let Some(allowed) = field.only_for().map(listed) {
        out.paragraph(&format!("Allowed only for {allowed}."));
    }
    out
}

/// "`Attio` (`Accounts` and `Contacts`), `Close`": the providers that support an endpoint.
pub(crate) fn supported(endpoint: &Checked) -> String {
    let providers = endpoint.providers.iter().map(|support| match &support.entities {
        Some(entities) => format!("`{}` ({})", support.text(), listed(entities)),
        None => format!("`{}`", support.text()),
    });
    providers.collect::<Vec<_>>().join(", ")
}

/// "`Leads` and `Contacts`".
pub(crate) fn listed(entities: &[Ident]) -> String {
    let names: Vec<String> = entities.iter().map(|entity| entity.unraw().to_string()).collect();
    list(&names, "and")
}

/// Documentation of the builder.
pub(crate) fn builder(endpoint: &Checked) -> impl ToTokens {
    let mut out = Docs::default();
    let path = endpoint.template.as_ref().map_or("/", |template| &template.text);
    out.paragraph(&format!("Builds a [`{}`]: `{} {path}`.", endpoint.name.unraw(), endpoint.method.as_str()));
    let required: Vec<String> = endpoint.required().map(|field| format!("`{}`", field.name.unraw())).collect();
    if !required.is_empty() {
        out.paragraph(&format!("Required: {}.", required.join(", ")));
    }
    if !endpoint.providers.is_empty() {
        out.paragraph(&format!("Supported by {}.", supported(endpoint)));
    }
    out
}

/// The user's words about a field. Code in them runs as a doctest of the field, and must not run again for the setter.
fn user_docs(field: &Field) -> Docs {
    let mut out = Docs::default();
    let mut fenced = false;
    for attribute in field.attributes.iter().filter(|attribute| attribute.path().is_ident("doc")) {
        match &attribute.meta {
            Meta::NameValue(MetaNameValue { value: Expr::Lit(ExprLit { lit: Lit::Str(text), .. }), .. }) => {
                text.value().split('\n').for_each(|text| out.line(&without_doctest(text, &mut fenced)));
            }
            Meta::List(_) => attribute.to_tokens(&mut out.lists),
            // `include_str!` and other macros: their text is unknown here.
            Meta::NameValue(_) | Meta::Path(_) => {}
        }
    }
    if out.text.is_empty() && out.lists.is_empty() {
        out.paragraph(&format!("Sets `{}`.", field.name.unraw()));
    }
    out
}

/// A line of documentation whose code is shown but does not run: a fence opens a `text` block, and indented code is not
/// indented as code.
fn without_doctest(text: &str, fenced: &mut bool) -> String {
    let trimmed = text.trim_start();
    if trimmed.starts_with("```") || trimmed.starts_with("~~~") {
        *fenced = !*fenced;
        let fence: String = trimmed.chars().take_while(|letter| "`~".contains(*letter)).collect();
        return if *fenced { format!(" {fence}text") } else { format!(" {fence}") };
    }
    let indent = text.len() - trimmed.len();
    if *fenced || indent < 4 || trimmed.is_empty() { text.to_owned() } else { format!("   {trimmed}") }
}

#[cfg(test)]
mod tests {
    use super::without_doctest;

    #[test]
    fn code_in_the_user_s_words_is_shown_and_not_run() {
        let mut fenced = false;
        let lines = [
            " A list:",
            "",
            "     let code = 1;",
            " ```",
            " assert!(false);",
            " ```",
            " ~~~ rust,no_run",
            " ~~~",
            " end",
        ];
        let shown: Vec<String> = lines.iter().map(|line| without_doctest(line, &mut fenced)).collect();
        assert_eq!(
            shown,
            [" A list:", "", "   let code = 1;", " ```text", " assert!(false);", " ```", " ~~~text", " ~~~", " end"]
        );
    }
}
