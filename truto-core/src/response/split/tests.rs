//! Splits texts at every place, and compares the records with those of a page.

use super::*;

const LARGEST: u64 = 96;

/// Splits `text` in pieces of every size, which must not change the records.
fn split(text: &str) -> Result<Vec<String>, SplitError> {
    split_as(Form::Document, text)
}

fn split_as(form: Form, text: &str) -> Result<Vec<String>, SplitError> {
    let mut all: Option<Result<Vec<String>, SplitError>> = None;
    for size in 1..=text.len().max(1) {
        let records = split_in(form, text.as_bytes().chunks(size));
        assert_eq!(*all.get_or_insert_with(|| records.clone()), records, "pieces of {size} bytes of {text}");
    }
    all.unwrap()
}

fn split_in<'a>(form: Form, pieces: impl Iterator<Item = &'a [u8]>) -> Result<Vec<String>, SplitError> {
    let mut splitter = Splitter::new(form, LARGEST);
    let mut records = Vec::new();
    let mut keep = |record: Bytes| records.push(String::from_utf8(record.to_vec()).unwrap());
    for piece in pieces {
        splitter.push(Bytes::copy_from_slice(piece));
        while let Some(record) = splitter.next()? {
            keep(record);
        }
    }
    if let Some(record) = splitter.finish()? {
        keep(record);
    }
    Ok(records)
}

#[test]
fn records_are_found_in_every_form_of_a_list() {
    for text in [
        r#"[{"a":"}]"},{"b":[1,{"c":"\""}]}]"#,
        "{\"a\":\"}]\"}\n{\"b\":[1,{\"c\":\"\\\"\"}]}\n",
        r#" {"a":"}]"}{"b":[1,{"c":"\""}]}"#,
        r#"{"next_cursor":"x,{","result":[{"a":"}]"},{"b":[1,{"c":"\""}]}],"prev":{"result":[7]},"n":2}"#,
        "\u{feff}[ {\"a\":\"}]\"} ,\n{\"b\":[1,{\"c\":\"\\\"\"}]} ]\r\n",
    ] {
        assert_eq!(split(text).unwrap(), [r#"{"a":"}]"}"#, r#"{"b":[1,{"c":"\""}]}"#], "{text}");
    }
}

#[test]
fn what_an_envelope_says_is_kept_wherever_it_stands() {
    for (text, cursor, is_partial) in [
        (r#"{"next_cursor":"a\"b","x":{"next_cursor":"y"},"result":[1]}"#, Some("a\"b"), false),
        (r#"{"result":[1],"x":1,"next_cursor":"c"}"#, Some("c"), false),
        (r#"{"result":[1],"next_cursor": 7}"#, Some("7"), false),
        (r#"{"next_cursor":100000000000000000001,"result":[1]}"#, Some("100000000000000000001"), false),
        (r#"{"result":[1],"next_cursor": ""}"#, None, false),
        (r#"{"next_cursor":null,"result":[1]}"#, None, false),
        (r#"{"result":[{"next_cursor":"z","is_partial_response":true}]}"#, None, false),
        (r#"[{"next_cursor":"z","is_partial_response":true}]"#, None, false),
        (r#"{"is_partial_response":true,"result":[1]}"#, None, true),
        (r#"{"result":[1],"is_partial_response": true,"next_cursor":"a"}"#, Some("a"), true),
        (r#"{"result":[1],"is_partial_response":null}"#, None, false),
    ] {
        let mut splitter = Splitter::new(Form::Document, LARGEST);
        splitter.push(Bytes::copy_from_slice(text.as_bytes()));
        while splitter.next().unwrap().is_some() {}
        splitter.finish().unwrap();
        assert_eq!((splitter.next_cursor(), splitter.is_partial()), (cursor, is_partial), "{text}");
    }
}

#[test]
fn lines_are_records_whatever_is_in_them() {
    for text in [
        "{\"id\":\"1\",\"results\":[\"a\",\"b\"]}\n{\"result\":[]}\n",
        "[1,2]\n[]\n",
        "\u{feff}{\"result\":[1]}\r\n7\n",
    ] {
        let records = split_as(Form::Lines, text).unwrap();
        assert_eq!(records, text.trim_start_matches('\u{feff}').lines().collect::<Vec<_>>());
    }
}

#[test]
fn plain_values_are_records_too() {
    assert_eq!(split("[1, \"a,b\" ,null,true,[2]]").unwrap(), ["1", "\"a,b\"", "null", "true", "[2]"]);
    assert_eq!(split("1\n-2.5\n\"x\"\nfalse").unwrap(), ["1", "-2.5", "\"x\"", "false"]);
}

#[test]
fn an_empty_stream_or_list_has_no_records() {
    for text in ["", " \n", "[]", "[ ]", r#"{"result":[]}"#, r#"{"result": [ ], "next_cursor": null}"#] {
        assert_eq!(split(text).unwrap(), [""; 0], "{text}");
    }
}

#[test]
fn an_object_that_is_no_envelope_is_a_record() {
    for text in [
        r#"{"id":"1","x":"result"}"#,
        r#"{"a":{"result":[1]}}"#,
        r#"{"id":"1","result":"won"}"#,
        r#"{"id":"1","result":7,"next_cursor":null,"is_partial_response":false}"#,
        "{}",
    ] {
        assert_eq!(split(text).unwrap(), [text]);
    }
}

#[test]
fn a_stream_that_breaks_off_is_noticed() {
    for text in ["[", "[1", "[{\"a\":1}", "[{\"a\":1},", "{\"a\":", "\"x", r#"{"result":[1]"#, r#"{"result":[1],"n":{"#]
    {
        assert_eq!(split(text).unwrap_err(), SplitError::Truncated, "{text}");
    }
}

#[test]
fn the_error_envelope_is_noticed_wherever_it_stands() {
    let refused = |text: &str| SplitError::Refused(text.to_owned().into());
    for text in [
        r#"{"statusCode":502,"error":"Bad Gateway","message":"no"}"#,
        r#"{"statusCode":502,"error":"Bad Gateway","result":{}}"#,
        r#"{"statusCode":502,"error":"Bad Gateway","result":null}"#,
        r#"{"statusCode":502,"error":"Bad Gateway","result":[]}"#,
        r#"{"statusCode":502,"result":[],"message":"no"}"#,
        r#"{"result":[],"error":"Bad Gateway","n":{"a":[]},"statusCode": 422 }"#,
        r#"{"n":1,"statusCode":502,"result":[],"error":"Bad Gateway"}"#,
    ] {
        assert_eq!(split(text), Err(refused(text)));
    }
    // An error that comes first refuses the records after it.
    for text in [
        r#"{"statusCode":502,"error":"x","result":[1],"message":"no"}"#,
        r#"{"results":[],"statusCode":502,"result":[1]}"#,
        r#"{"statusCode":502,"error":"x","result":{"a":1}}"#,
    ] {
        let mut splitter = Splitter::new(Form::Document, LARGEST);
        splitter.push(Bytes::copy_from_slice(text.as_bytes()));
        let told = text.replace("[1]", "[]").replace("{\"a\":1}", "{}").replace(",\"message\":\"no\"", "");
        assert_eq!(splitter.next(), Err(refused(&told)));
    }
    // An error that comes after the records does not contain them.
    let text = r#"{"result":[1,{"statusCode":502}],"statusCode":502,"error":"Bad Gateway","message":"no"}"#;
    let told = r#"{"result":[],"statusCode":502,"error":"Bad Gateway","message":"no"}"#;
    assert_eq!(split(text), Err(refused(told)));
    let (first, error) = (r#"{"id":"1"}"#, r#"{"statusCode":502,"error":"Bad Gateway"}"#);
    for form in [Form::Lines, Form::Document] {
        let mut splitter = Splitter::new(form, LARGEST);
        splitter.push(format!("{first}\n{error}\n{first}\n").into());
        assert_eq!(splitter.next(), Ok(Some(first.into())));
        assert_eq!(splitter.next(), Err(refused(error)));
    }
    for text in [
        r#"{"result":[1],"error":"none","statusCode":200}"#,
        r#"{"result":[1],"result":null,"x":"statusCode","statusCode":"502"}"#,
    ] {
        assert_eq!(split(text).unwrap(), ["1"], "{text}");
    }
    assert_eq!(split(&format!("[{error}]")).unwrap(), [error]);
}

#[test]
fn an_envelope_has_one_list_of_records() {
    for text in [
        r#"{"result":[1],"result":[2]}"#,
        r#"{"results":[1],"n":null,"result": [2]}"#,
        r#"{"result":[],"results":[1],"result":[2]}"#,
        r#"{"result":[1],"results":{"a":1}}"#,
        r#"{"result":{"a":1},"results":[1]}"#,
        r#"{"result":{"a":1},"results":{"b":1}}"#,
        r#"{"result":[1],"results":7}"#,
    ] {
        assert!(matches!(split(text), Err(SplitError::Envelope(_))), "{text}");
    }
    for text in [
        r#"{"result":[1],"results":null}"#,
        r#"{"result":[1],"results":{}}"#,
        r#"{"result":[1],"results": [ ],"n":2}"#,
        r#"{"results":[],"result":[1],"result":[]}"#,
        r#"{"result":null,"results":[1]}"#,
        r#"{"result":[],"results":{"a":1}}"#,
        r#"{"result":{"a":1},"results":null,"result":{}}"#,
    ] {
        assert_eq!(split(text).unwrap(), ["1"], "{text}");
    }
}

/// Reads a text as a stream: its records, its cursor, and whether it is partial.
fn told(text: &str, size: usize) -> Result<(Vec<String>, Option<String>, bool), SplitError> {
    let mut splitter = Splitter::new(Form::Document, 1 << 20);
    let mut records = Vec::new();
    for piece in text.as_bytes().chunks(size) {
        splitter.push(Bytes::copy_from_slice(piece));
        while let Some(record) = splitter.next()? {
            records.push(String::from_utf8(record.to_vec()).unwrap());
        }
    }
    let last = splitter.finish()?;
    records.extend(last.map(|record| String::from_utf8(record.to_vec()).unwrap()));
    Ok((records, splitter.next_cursor().map(str::to_owned), splitter.is_partial()))
}

/// Reads the same text as a page.
fn paged(text: &str) -> Result<(Vec<String>, Option<String>, bool), String> {
    let page: Envelope<Box<serde_json::value::RawValue>> =
        serde_json::from_str(text).map_err(|error| error.to_string())?;
    let items = page.items.iter().map(|item| item.get().to_owned()).collect();
    Ok((items, page.next_cursor, page.partial))
}

#[test]
fn an_envelope_is_read_as_a_page_reads_it() {
    for text in [
        r#"{"result":null,"next_cursor":"p3"}"#,
        r#"{"next_cursor":"p3","is_partial_response":true,"result":null}"#,
        r#"{"result":null}"#,
        r#"{"result":null,"results":null,"next_cursor":7}"#,
        r#"{"result":{"k1":{"id":"1"},"k2":{"id":"2"}},"next_cursor":"p3","is_partial_response":true}"#,
        r#"{"next_cursor":"p3","results":{"a\"}{,":[1],"b":{"c":"}"} , "d" : 7 }}"#,
        r#"{"result":{},"next_cursor":"p3"}"#,
        r#"{ "result" : { } , "next_cursor" : "p3" }"#,
        r#"{"\u0072esult":[1,2],"next_cursor":"p3"}"#,
        r#"{"resul\u0074\u0073":{"a":1},"next\u005fcursor":"p3","is_partial\u005Fresponse":true}"#,
        r#"{"\u0072esult":null,"\u006eext_cursor":"p3"}"#,
        r#"{"result":{"result":{"next_cursor":"x"}},"next_cursor":"p3"}"#,
        r#"{"x":{"result":[1]},"result":[2]}"#,
        r#"{"result":[],"result":{"a":1},"results":null,"next_cursor":"a","next_cursor":"b"}"#,
        r#"{"result":{"a":1,"a":2}}"#,
        "[1,2]",
    ] {
        let page = paged(text).unwrap();
        for size in 1..=text.len() {
            assert_eq!(told(text, size), Ok(page.clone()), "pieces of {size} bytes of {text}");
        }
    }
    // An object with a cursor that is not a page is not a record either, because the cursor would be lost.
    for text in [
        r#"{"next_cursor":"p3"}"#,
        r#"{"next\u005fcursor":"p3","result_count":0}"#,
        r#"{"is_partial_response":true}"#,
        r#"{"data":[1],"next_cursor":"p3"}"#,
        r#"{"result":7,"next_cursor":7}"#,
        r#"{"result":{"a":1},"results":7}"#,
        r#"{"result":{"a":1}"x":1}"#,
        r#"{"result":{"a":1},"next_cursor":{}}"#,
        r#"{"result":{"\q":1}}"#,
    ] {
        paged(text).unwrap_err();
        for size in 1..=text.len() {
            let refused = told(text, size);
            assert!(matches!(refused, Err(SplitError::Envelope(_))), "{refused:?} of {text}");
        }
    }
    for text in [r#"{"result":{"a" 1}}"#, r#"{"result":{"a":1,}}"#, r#"{"result":{1:1}}"#, r#"{"result":{"a":1]}"#] {
        paged(text).unwrap_err();
        assert!(matches!(told(text, 1), Err(SplitError::Unexpected(_))), "{text}");
    }
}

proptest::proptest! {
    #[test]
    fn any_envelope_is_read_as_a_page_reads_it(text in envelope(), size in 1_usize..40) {
        let page = paged(&text);
        let stream = told(&text, size);
        match page {
            Ok(page) => proptest::prop_assert_eq!(stream, Ok(page), "{}", text),
            // It may be one record, but not one with a cursor.
            Err(_) => proptest::prop_assert!(
                stream.as_ref().is_err()
                    || stream == Ok((vec![text.clone()], None, false)) && !says_more(text.as_bytes()),
                "{:?} of {}", stream, text
            ),
        }
    }
}

/// An object with the members of an envelope, in any order, spelling and number.
fn envelope() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;

    let key = prop::sample::select(vec![
        "result",
        "results",
        "\\u0072esult",
        "result\\u0073",
        "next_cursor",
        "next\\u005fcursor",
        "is_partial_response",
        "x",
        "\\\"result",
        "",
    ]);
    let leaf = prop::sample::select(vec![
        "null",
        "true",
        "false",
        "7",
        "-1.5e3",
        "\"\"",
        "\"p3\"",
        "\"]},{\\\"\"",
        "[]",
        "{}",
        "[ ]",
        "{ }",
    ]);
    let value = leaf.prop_map(str::to_owned).prop_recursive(3, 12, 4, |inner| {
        let entry = (prop::sample::select(vec!["result", "next_cursor", "k", "\\u006b"]), inner.clone());
        prop_oneof![
            prop::collection::vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(" , "))),
            prop::collection::vec(entry, 0..4).prop_map(|entries| {
                let entries: Vec<String> = entries.iter().map(|(key, value)| format!("\"{key}\" :{value}")).collect();
                format!("{{{}}}", entries.join(","))
            }),
        ]
    });
    prop::collection::vec((key, value), 1..6).prop_map(|members| {
        let members: Vec<String> = members.iter().map(|(key, value)| format!("\"{key}\": {value}")).collect();
        format!("{{ {} }}", members.join(" ,"))
    })
}

#[test]
fn what_is_broken_is_not_taken_for_what_is_cut_off() {
    for text in [
        r#"[{"id":"1},{"id":"2"}]"#,
        r#"{"result":[1],"n":[}"#,
        r#"{"result":[1],"next_cursor":"a,"x":1}"#,
        r#"[1,{"a":1,,"#,
    ] {
        assert!(matches!(split(text), Err(SplitError::Broken(_))), "{:?} of {text}", split(text));
    }
    for text in ["tru", "{\"a\":1}\n{\"a\":fal", r#"{"result":{"a":1"#, r#"{"result":{"a"#, r#"{"result":{"a":"#] {
        assert_eq!(split(text), Err(SplitError::Truncated), "{text}");
    }
}

#[test]
fn an_envelope_that_cannot_be_read_is_noticed() {
    for text in [
        r#"{"result":[1]"n":2}"#,
        r#"{"result":[1],2}"#,
        r#"{"result":[1],,}"#,
        r#"{"result":[1],"n" 2}"#,
        r#"{"result":[1],}"#,
        r#"{"n":,"result":[1]}"#,
        r#"{"result":[1]]"#,
        r#"{"result":[1],"next_cursor":{}}"#,
    ] {
        assert!(matches!(split(text), Err(SplitError::Envelope(_))), "{text}");
    }
    let long = format!(r#"{{"a":"{0}","result":[1],"b":"{0}"}}"#, "x".repeat(50));
    assert_eq!(split(&long), Err(SplitError::TooLarge), "by its parts together");
}

#[test]
fn what_is_no_list_is_noticed() {
    assert_eq!(split("<html>").unwrap_err(), SplitError::Unexpected(b'<'));
    assert_eq!(split("[1 2]").unwrap_err(), SplitError::Unexpected(b'2'));
    assert_eq!(split("[1,]").unwrap_err(), SplitError::Unexpected(b']'));
    assert_eq!(split("[1] 2").unwrap_err(), SplitError::Unexpected(b'2'));
    assert_eq!(split(&format!("[\"{}\"]", "x".repeat(100))).unwrap_err(), SplitError::TooLarge);
}

/// Brackets without a key must not be searched again from the start, or a server can stop a thread with a small body.
#[test]
fn time_is_linear_whatever_an_envelope_contains() {
    let time = |count: usize| {
        let text = format!("{{{}", ":{}".repeat(count));
        let mut splitter = Splitter::new(Form::Document, 64 << 20);
        let start = std::time::Instant::now();
        splitter.push(Bytes::copy_from_slice(text.as_bytes()));
        while let Ok(Some(_)) = splitter.next() {}
        start.elapsed()
    };
    // 32 times the text takes about 32 times as long, and not 1,024 times. A busy machine gets more than one try.
    assert!((0..20).any(|_| time(1 << 9) * 180 > time(1 << 14)));
}

/// Marks that matter to a scan, and some text. Some inputs are longer than a block.
fn noise() -> impl proptest::strategy::Strategy<Value = Vec<u8>> {
    use proptest::prelude::*;

    let word: Vec<&[u8]> = vec![
        b"{",
        b"}",
        b"[",
        b"]",
        b"\"",
        b"\\",
        b"\\\"",
        b",",
        b"\n",
        b"aaaaaaaa",
        b"\x7f\xdb\xdd\xfb\xfd",
        b"\x02\xa2\xdc",
    ];
    prop::collection::vec(prop::sample::select(word), 0..150).prop_map(|words| words.concat())
}

proptest::proptest! {
    #[test]
    fn a_scan_of_blocks_ends_where_a_scan_of_bytes_ends(
        open in 0_usize..4,
        noise in noise(),
        sizes in proptest::collection::vec(1_usize..200, 1..8),
    ) {
        let text = [&vec![b'['; open], &*noise].concat();
        let (mut by_bytes, mut by_blocks) = (Nesting::default(), Nesting::default());
        let end = text.iter().position(|byte| by_bytes.step(*byte)).map(|last| last + 1);
        let (mut rest, mut found) = (&*text, None);
        for size in sizes.into_iter().cycle() {
            let (piece, behind) = rest.split_at(size.min(rest.len()));
            found = by_blocks.run(piece).map(|end| text.len() - rest.len() + end);
            rest = behind;
            if found.is_some() || rest.is_empty() {
                break;
            }
        }
        proptest::prop_assert_eq!(found, end);
        proptest::prop_assert_eq!(by_blocks, by_bytes);
    }

    #[test]
    fn lines_have_the_same_records_with_a_scan_and_without(
        values in proptest::collection::vec((value(), line_end()), 0..12),
        sizes in proptest::collection::vec(1_usize..300, 1..8),
        is_document: bool,
        fits: u8,
    ) {
        let text: String = values.iter().flat_map(|(value, end)| [&**value, end]).collect();
        let mut splitter = Splitter::new(if is_document { Form::Document } else { Form::Lines }, 1 << 20);
        // The first object of a document may be an envelope, and the first list of a document is its items.
        if is_document {
            splitter.state = State::Values;
        }
        let (mut rest, mut found) = (text.as_bytes(), Vec::new());
        for size in sizes.into_iter().cycle() {
            let (piece, behind) = rest.split_at(size.min(rest.len()));
            rest = behind;
            splitter.push(Bytes::copy_from_slice(piece));
            loop {
                // A caller cannot decode a line that is not JSON, or whose record does not fit.
                let is_read = |line: &&[u8]| {
                    serde_json::from_slice::<IgnoredAny>(line).is_ok() && fits >> (found.len() % 8) & 1 != 0
                };
                if let Some(line) = splitter.line().filter(is_read) {
                    let size = line.len();
                    found.push(String::from_utf8(line.to_vec()).unwrap());
                    splitter.take_line(size);
                } else if let Some(record) = splitter.next().unwrap() {
                    found.push(String::from_utf8(record.to_vec()).unwrap());
                } else {
                    break;
                }
            }
            if rest.is_empty() {
                break;
            }
        }
        // The end may leave the start of a line to a scan, and several records may stand in it.
        while let Some(last) = splitter.finish().unwrap() {
            found.push(String::from_utf8(last.to_vec()).unwrap());
        }
        let expected: Vec<_> = values.into_iter().map(|(value, _)| value).collect();
        proptest::prop_assert_eq!(found, expected);
    }
}

/// A value on one line or on several. Some are longer than a block.
fn value() -> impl proptest::strategy::Strategy<Value = String> {
    use proptest::prelude::*;

    let leaf = prop::sample::select(vec![
        "null",
        "-1.5e3",
        "\"\"",
        "\"}\\n{\\\"\\\\\"",
        "[]",
        "{}",
        "{ }",
        "\"]},{\"",
        "\"é\"",
    ]);
    let inner = leaf.prop_map(str::to_owned).prop_recursive(4, 24, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(|items| format!("[{}]", items.join(","))),
            prop::collection::vec(inner, 0..6).prop_map(|values| {
                let members: Vec<String> = values.iter().map(|value| format!("\"a key\\\\\": {value}")).collect();
                format!("{{{}}}", members.join(",\n"))
            }),
        ]
    });
    (inner, any::<bool>()).prop_map(|(value, is_one_line)| if is_one_line { value.replace('\n', "") } else { value })
}

/// What may stand behind a value.
fn line_end() -> impl proptest::strategy::Strategy<Value = &'static str> {
    proptest::sample::select(vec!["\n", "\n", "\n", "\r\n", " \n\n ", "\t"])
}

#[test]
fn a_line_of_two_pieces_is_a_line() {
    let lines = |pieces: &[&str]| {
        let (mut splitter, mut found) = (Splitter::new(Form::Lines, LARGEST), Vec::new());
        for piece in pieces {
            splitter.push(Bytes::copy_from_slice(piece.as_bytes()));
            while let Some(line) = splitter.line() {
                let size = line.len();
                found.push(String::from_utf8(line.to_vec()).unwrap());
                splitter.take_line(size);
            }
            assert_eq!(splitter.next(), Ok(None), "{pieces:?}");
        }
        found
    };
    let (first, second) = ("{\"a\":1}", "{\"a\":2}");
    assert_eq!(lines(&["{\"a\":1}\n{\"a\"", ":2}\r\n{"]), [first, second]);
    assert_eq!(lines(&["{\"a\":1}\n{\"a\":2", "}\n{", "\"a\":1}\n{"]), [first, second, first]);
    // A record that may be whole does not wait for the next piece.
    let mut splitter = Splitter::new(Form::Lines, LARGEST);
    splitter.push("{\"a\":1}\n{\"a\":2}".into());
    assert_eq!(splitter.line(), Some(first.as_bytes()));
    splitter.take_line(first.len());
    assert_eq!(splitter.line(), None);
    assert_eq!(splitter.next(), Ok(Some(second.into())));
}

#[test]
fn a_line_that_may_be_more_or_less_than_a_record_is_scanned() {
    for (text, line) in [
        ("{\"a\":1}\n{\"a\":2}\n", Some("{\"a\":1}")),
        ("\u{feff}\n {\"a\":1} \r\n{", Some("{\"a\":1}")),
        // Two records, which the caller cannot decode as one.
        ("{\"a\":1}{\"a\":2}\n{", Some("{\"a\":1}{\"a\":2}")),
        // The line may end inside a record, as far as this piece shows.
        ("{\"a\":1}", None),
        ("{\"a\":1}\n", None),
        ("{\"a\":{}\n,\"b\":{}}\n{", None),
        ("{\n\"a\":1}\n{", None),
        ("[{\"a\":1}\n{", None),
        // An error is not a record.
        ("{\"statusCode\":502,\"error\":\"Bad Gateway\"}\n{", None),
    ] {
        let mut splitter = Splitter::new(Form::Lines, LARGEST);
        splitter.push(Bytes::copy_from_slice(text.as_bytes()));
        assert_eq!(splitter.line(), line.map(str::as_bytes), "{text}");
    }
    // The search for a line end begins at the start of each line only, or many records on a line would take too long.
    let mut splitter = Splitter::new(Form::Lines, LARGEST);
    splitter.push("{\"a\":1}{\"a\":2}\n{\"a\":3}\n{".into());
    assert_eq!(splitter.next().unwrap().unwrap(), "{\"a\":1}");
    assert_eq!(splitter.line(), None);
    assert_eq!(splitter.next().unwrap().unwrap(), "{\"a\":2}");
    assert_eq!(splitter.line(), Some(&b"{\"a\":3}"[..]));
    let long = format!("{{\"a\":\"{}\"}}\n{{", "x".repeat(100));
    let mut splitter = Splitter::new(Form::Lines, LARGEST);
    splitter.push(long.into());
    assert_eq!(splitter.line(), None, "larger than the limit");
}
