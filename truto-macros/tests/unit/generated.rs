//! Fuzzing of the expander: declarations of the goldens and of the core, with tokens removed, doubled, swapped and inserted.
//!
//! The expander must not panic, and must return an error or code that parses. `TRUTO_FUZZ_SECONDS` is the time to spend (2
//! unless set); `TRUTO_FUZZ_SEED` repeats the case of a failure.

use std::env;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant, SystemTime};

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use syn::DeriveInput;

use super::declaration::Declaration;

/// Tokens that are rare in declarations.
#[rustfmt::skip]
const DICTIONARY: &[&str] = &[
    // Our own keys, whole and in part.
    "entity", "only_for", "only_for(Leads)", "only_for()", "within", "within = \"a.b\"", "within = \"a..b\"", "query",
    "header", "header = \"X-A\"", "header = \"a b\"", "rename", "rename = \"\"", "style = comma", "style = x", "default",
    "secret", "slash = encode", "crate = a::b", "crate", "response", "response = Vec<T>", "response =",
    "method = POST", "path = \"/a\"", "GET", "POST", "PATCH", "DELETE", "get", "#[truto]", "#[truto()]", "#[truto(,)]",
    "#[truto = 1]", "#[truto(entity)]", "#[truto::query]", "#[trutto(query)]", "#[within = \"a\"]", "#[entity]",
    "#[only_for(A)]", "#[default]", "#[serde(flatten)]", "#[cfg(all())]", "#[cfg_attr(a, b)]", "#[deprecated]",
    "#[derive(Debug, Clone,)]", "#[derive(a::b)]", "#[derive]", "#[doc = \"[x]: `y`\"]", "#[doc(hidden)]", "#![a]",
    // Literals.
    "\"\"", "\"/\"", "\"/a\"", "\"a/{b}\"", "\"/{id}\"", "\"/{id}/{id}\"", "\"/{}\"", "\"/{é}\"", "\"/:id\"",
    "\"/<id>\"", "\"/{{id}}\"", "\"/${id}\"", "\"/<int:id>\"", "\"/{r#type}\"", "\"/{self}\"", "\"/{_}\"",
    "\"/a{\"", "\"\\u{0}\\n\"", "\"/…/é\"", "\"https://x/y\"", "\"GET /a\"", "r#\"/a\"#", "b\"/a\"", "c\"/a\"", "'x'", "b'x'",
    "1e400", "0xFF_u8", "1_000_i128", "-1", "1.0f32", "true",
    // Names.
    "été", "größe", "名前", "r#type", "r#fn", "_", "__", "_1", "Self", "self", "self_", "crate", "super", "value", "Value",
    "optional", "common", "send", "build", "builder", "clear_x", "Entity", "EntityId", "Given", "Complete", "Request",
    // Types.
    "Option<String>", "Vec<Vec<u8>>", "Patch<Option<Vec<T>>>", "Option", "Option<>", "Option<'a>", "Vec<u8, A>", "<A as B>::C",
    "&'a str", "&str", "[u8; 3]", "[u8]", "(A, B)", "()", "!", "fn(A) -> B", "impl A", "dyn A + Send", "*const u8", "Self::A",
    "for<'a> fn(&'a A)", "T<{ 1 }>", "a::b!(c)", "u8", "char", "bool", "f64",
    // Items and what holds them together.
    "struct", "enum", "union", "fn", "pub", "pub(crate)", "pub(in a::b)", "struct A;", "struct A(B);", "struct A {}",
    "enum A { B = 1, C(D), E { f: G } }", "<T>", "<'a, const N: usize>", "where A: B,", "where", "unsafe", "const", ",", ",,",
    ";", ":", "::", "=", "=>", "->", "<", ">", "#", "'a", "&", "?", "..", "$",
];

/// Regressions: arguments of the attribute, and the item. Without arguments for the derive.
const FOUND: &[(Option<&str>, &str)] = &[
    (Some("POST, r#fn x"), "struct A { a: String }"),
    (Some("POST, \"/a\", r#fn x"), "struct A { #[truto(r#type x)] a: String }"),
    (Some("GET, \"/a\""), "struct A { #[truto(style = \"r#fn\")] a: Vec<String> }"),
    (Some("GET, \"/a\""), "struct A { _: Vec<String>, a: u32 }"),
    (None, "enum A<_> { B, C(D) }"),
    (None, "#[truto(crate = Self)] enum A { B }"),
    (Some("GET, \"/a\""), "#[truto(crate = Self::b)] struct A { a: String }"),
    (Some("GET, \"/a\""), "struct A { r#type: String = , b: u32 }"),
    (Some("GET, \"/a\""), "struct A { #[truto(entity)] e: E, #[truto(only_for(const))] a: Vec<String> }"),
];

#[test]
fn regressions_stay_fixed() {
    for (args, item) in FOUND {
        let item = item.parse().unwrap();
        let declaration = match args {
            Some(args) => Declaration::Endpoint { args: args.parse().unwrap(), item },
            None => Declaration::Entity { item },
        };
        if let Err(problem) = holds(&declaration) {
            panic!("{problem}\n{declaration:?}");
        }
    }
}

#[test]
fn every_declaration_of_the_goldens_is_an_error_or_code() {
    let declarations = corpus();
    assert!(declarations.len() > 150, "only {} declarations were found", declarations.len());
    for declaration in declarations {
        holds(&declaration).unwrap_or_else(|problem| panic!("{problem}: {}", text(&declaration)));
    }
}

#[test]
fn whatever_comes_in_an_error_or_code_comes_out() {
    // Groups in groups take stack of the parser, which rustc has more of than a test.
    let run = std::thread::Builder::new().stack_size(64 << 20).spawn(run).unwrap();
    run.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
}

fn run() {
    let corpus = corpus();
    let dictionary: Vec<TokenStream> = DICTIONARY.iter().map(|words| words.parse().unwrap()).collect();
    let run = |seed: u64| {
        let declaration = generate(&corpus, &dictionary, &mut Random(seed));
        if let Err(problem) = holds(&declaration) {
            panic!("{problem}\nagain: TRUTO_FUZZ_SEED={seed}\n{}", text(&declaration));
        }
    };
    if let Ok(seed) = env::var("TRUTO_FUZZ_SEED") {
        run(seed.parse().expect("TRUTO_FUZZ_SEED is a number"));
        return;
    }
    let seconds = env::var("TRUTO_FUZZ_SECONDS").map_or(2, |seconds| seconds.parse().expect("a number of seconds"));
    let start = Instant::now();
    let first = Random(SystemTime::UNIX_EPOCH.elapsed().unwrap().subsec_nanos().into()).next();
    let mut count = 0;
    while start.elapsed() < Duration::from_secs(seconds) {
        run(first.wrapping_add(count));
        count += 1;
    }
    println!("{count} declarations, from seed {first}");
    assert!(count > 0 || seconds == 0, "there was no time for a single declaration");
}

fn corpus() -> Vec<Declaration> {
    ["tests/ui", "truto-core/src/crm"].into_iter().flat_map(Declaration::all_below).collect()
}

fn text(declaration: &Declaration) -> String {
    match declaration {
        Declaration::Endpoint { args, item } => format!("#[unified_endpoint({args})]\n{item}"),
        Declaration::Entity { item } => format!("#[derive(UnifiedEntity)]\n{item}"),
        Declaration::Record { item } => format!("#[derive(UnifiedRecord)]\n{item}"),
        Declaration::Names { item } => format!("#[derive(UnifiedEnum)]\n{item}"),
    }
}

/// Checks the property; the error says how it fails.
fn holds(declaration: &Declaration) -> Result<(), String> {
    let out = catch_unwind(AssertUnwindSafe(|| declaration.expand())).map_err(|_| "it panics".to_owned())?;
    let is_error = contains(&out, "compile_error");
    let item = declaration.item();
    let parsed = syn::parse2::<syn::File>(out.clone());
    if syn::parse2::<DeriveInput>(item.clone()).is_ok() {
        return parsed.map(drop).map_err(|error| format!("what comes out is no code: {error}"));
    }
    // rustc gives an attribute only items and reports the rest itself, so tokens that are not an item may come back unchanged,
    // alone or after the code for what could be read.
    let is_untouched = out.to_string() == item.to_string() && syn::parse2::<syn::Item>(item.clone()).is_err();
    if is_error || parsed.is_ok() || is_untouched || syn::parse2::<syn::File>(without_the_last(&out)).is_ok() {
        return Ok(());
    }
    Err("neither an error nor code comes out".to_owned())
}

/// The items without the last one, which holds the declaration as it was: `#[allow(dead_code)] const _: () = { … };`.
fn without_the_last(items: &TokenStream) -> TokenStream {
    let tokens: Vec<TokenTree> = items.clone().into_iter().collect();
    tokens.iter().take(tokens.len().saturating_sub(9)).cloned().collect()
}

fn contains(tokens: &TokenStream, word: &str) -> bool {
    tokens.clone().into_iter().any(|token| match token {
        TokenTree::Ident(ident) => ident == word,
        TokenTree::Group(group) => contains(&group.stream(), word),
        TokenTree::Punct(_) | TokenTree::Literal(_) => false,
    })
}

/// `SplitMix64`, which is random enough here.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit.max(1) as u64).unwrap()
    }

    fn one<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

fn generate(corpus: &[Declaration], dictionary: &[TokenStream], random: &mut Random) -> Declaration {
    let mut declaration = random.one(corpus).clone();
    if random.below(8) == 0 {
        // The arguments of another endpoint.
        if let (Declaration::Endpoint { args, .. }, Declaration::Endpoint { args: others, .. }) =
            (&mut declaration, random.one(corpus))
        {
            args.clone_from(others);
        }
    }
    for _ in 0..=random.below(4) {
        let donor = random.one(corpus).item().clone();
        let spare = match random.below(3) {
            0 => nodes(&donor).get(random.below(count(&donor))).cloned().into_iter().collect(),
            _ => random.one(dictionary).clone(),
        };
        let target = match &mut declaration {
            Declaration::Endpoint { args, .. } if random.below(3) == 0 => args,
            Declaration::Endpoint { item, .. }
            | Declaration::Entity { item }
            | Declaration::Record { item }
            | Declaration::Names { item } => item,
        };
        *target = mutate(target, spare, random);
    }
    declaration
}

/// `tokens` with one change; `spare` is what a change may put in.
fn mutate(tokens: &TokenStream, spare: TokenStream, random: &mut Random) -> TokenStream {
    let all = nodes(tokens);
    if all.is_empty() {
        return spare;
    }
    let at = random.below(all.len());
    let node = all[at].clone();
    let one = |token: TokenTree| TokenStream::from(token);
    let delimiters = [Delimiter::Parenthesis, Delimiter::Brace, Delimiter::Bracket, Delimiter::None];
    let delimiter = *random.one(&delimiters);
    match random.below(9) {
        0 => replace(tokens, at, TokenStream::new()),
        1 => replace(tokens, at, [node.clone(), node].into_iter().collect()),
        2 | 3 => replace(tokens, at, spare),
        4 | 5 => {
            let beside = [spare, one(node)].into_iter().flatten();
            replace(tokens, at, beside.collect())
        }
        6 => {
            let other = random.below(all.len());
            replace(&replace(tokens, at, one(all[other].clone())), other, one(node))
        }
        7 => {
            let wrapped = (0..=random.below(12)).fold(one(node), |inner, _| one(Group::new(delimiter, inner).into()));
            replace(tokens, at, wrapped)
        }
        _ => match node {
            TokenTree::Group(group) if random.below(2) == 0 => replace(tokens, at, group.stream()),
            TokenTree::Group(group) => replace(tokens, at, one(Group::new(delimiter, group.stream()).into())),
            _ => replace(tokens, at, spare),
        },
    }
}

/// Every token, a group before what is in it.
fn nodes(tokens: &TokenStream) -> Vec<TokenTree> {
    let mut all = Vec::new();
    for token in tokens.clone() {
        all.push(token.clone());
        if let TokenTree::Group(group) = &token {
            all.extend(nodes(&group.stream()));
        }
    }
    all
}

fn count(tokens: &TokenStream) -> usize {
    nodes(tokens).len()
}

/// `tokens` with something else for the token `at` this place of `nodes`.
fn replace(tokens: &TokenStream, at: usize, new: TokenStream) -> TokenStream {
    let mut place = 0;
    let mut new = Some(new);
    walk(tokens, at, &mut place, &mut new)
}

fn walk(tokens: &TokenStream, at: usize, place: &mut usize, new: &mut Option<TokenStream>) -> TokenStream {
    let mut out = TokenStream::new();
    for token in tokens.clone() {
        let here = *place;
        *place += 1;
        if here == at {
            if let TokenTree::Group(group) = &token {
                *place += count(&group.stream());
            }
            out.extend(new.take());
            continue;
        }
        out.extend([match token {
            TokenTree::Group(group) => {
                TokenTree::Group(Group::new(group.delimiter(), walk(&group.stream(), at, place, new)))
            }
            other => other,
        }]);
    }
    out
}
