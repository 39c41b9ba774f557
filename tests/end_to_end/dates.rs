//! Dates of other crates: conversions to and from `Timestamp`, filters, and the formats of their own `Serialize`.

use std::time::{Duration, SystemTime};

use chrono::{DateTime, FixedOffset, NaiveDate, TimeZone as _, Utc};
use jiff::ZonedDateTime;
use jiff::tz::{Offset, TimeZone};
use proptest::prelude::*;
use serde_json::json;
use time::format_description::well_known::Rfc3339;
use time::{OffsetDateTime, UtcDateTime, UtcOffset};
use truto_core::types::TimestampProblem as Problem;
use truto_core::{DateFilter, Timestamp, unified_endpoint};

/// Lists contacts.
#[unified_endpoint(GET, "/unified/crm/contacts")]
struct ListContacts {
    created_at: Option<DateFilter>,
    /// A date, or a date with time.
    seen: Option<Timestamp>,
}

/// Types whose own `Serialize` writes a format that the API accepts.
#[unified_endpoint(POST, "/unified/crm/tasks")]
struct CreateTask {
    due_date: DateTime<Utc>,
    start: Option<DateTime<FixedOffset>>,
    day: Option<NaiveDate>,
    seen: Option<jiff::Timestamp>,
    birthday: Option<jiff::civil::Date>,
}

/// Seconds since 1970 of the years 0 to 9999, without the days at both ends that some types cannot hold.
const SECONDS: std::ops::Range<i64> = -62_167_000_000..253_402_000_000;

#[test]
fn a_filter_accepts_the_dates_of_every_crate() {
    let seconds = 1_704_067_200;
    let there = FixedOffset::east_opt(3_600).unwrap();
    let chrono = Utc.timestamp_opt(seconds, 500_000_000).unwrap();
    let jiff = jiff::Timestamp::new(seconds, 500_000_000).unwrap();
    let zoned = jiff.to_zoned_datetime(TimeZone::fixed(Offset::from_seconds(3_600).unwrap()));
    let utc = UtcDateTime::from_unix_timestamp_nanos(1_704_067_200_500_000_000).unwrap();
    let offset = utc.to_offset(UtcOffset::from_hms(1, 0, 0).unwrap());
    let (zulu, ahead) = ("2024-01-01T00:00:00.500Z", "2024-01-01T01:00:00.500+01:00");
    let filters = [
        (DateFilter::eq(chrono), json!(zulu)),
        (chrono.into(), json!(zulu)),
        (DateFilter::ne(chrono.with_timezone(&there)), json!({"ne": ahead})),
        (DateFilter::gt(jiff).and_lt(&zoned), json!({"gt": zulu, "lt": ahead})),
        (DateFilter::gte(zoned.clone()).and_lte(utc), json!({"gte": ahead, "lte": zulu})),
        (offset.into(), json!(ahead)),
        (DateFilter::lt(NaiveDate::from_ymd_opt(2024, 2, 1).unwrap()), json!({"lt": "2024-02-01"})),
        (DateFilter::lt(jiff::civil::date(2024, 2, 1)), json!({"lt": "2024-02-01"})),
        (DateFilter::eq(time::Date::from_ordinal_date(2024, 32).unwrap()), json!("2024-02-01")),
    ];
    for (filter, expected) in filters {
        let list = ListContacts::builder().created_at(filter).build();
        assert_eq!(serde_json::to_value(&list).unwrap()["created_at"], expected);
    }
    // Setters of filters and setters of timestamps take the same types.
    let list = |list: ListContactsBuilder| serde_json::to_value(list.build()).unwrap();
    assert_eq!(list(ListContacts::builder().created_at(zoned).seen(utc)), json!({"created_at": ahead, "seen": zulu}));
    assert_eq!(list(ListContacts::builder().created_at(offset).seen(jiff)), json!({"created_at": ahead, "seen": zulu}));
    let day = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
    assert_eq!(
        list(ListContacts::builder().created_at(chrono).seen(day)),
        json!({"created_at": zulu, "seen": "2024-01-01"})
    );
}

proptest! {
    #[test]
    fn a_moment_goes_through_a_timestamp_unchanged(seconds in SECONDS, nanos in 0_u32..1_000_000_000, minutes in -1_439_i32..1_440) {
        let offset = minutes * 60;
        let nanoseconds = i128::from(seconds) * 1_000_000_000 + i128::from(nanos);

        let utc = DateTime::from_timestamp(seconds, nanos).unwrap();
        let text = Timestamp::from(utc);
        prop_assert_eq!(DateTime::<Utc>::try_from(&text), Ok(utc));
        let chrono = utc.with_timezone(&FixedOffset::east_opt(offset).unwrap());
        let text = Timestamp::from(chrono);
        let back = DateTime::<FixedOffset>::try_from(&text).unwrap();
        prop_assert_eq!((back, back.offset()), (chrono, chrono.offset()));
        // Other parsers read the text.
        let read = DateTime::parse_from_rfc3339(text.as_str()).unwrap();
        prop_assert_eq!((read, read.offset().local_minus_utc()), (chrono, offset));

        let jiff = jiff::Timestamp::from_nanosecond(nanoseconds).unwrap();
        prop_assert_eq!(jiff::Timestamp::try_from(Timestamp::from(jiff)), Ok(jiff));
        let zoned = jiff.to_zoned_datetime(TimeZone::fixed(Offset::from_seconds(offset).unwrap()));
        let text = Timestamp::from(&zoned);
        let back = ZonedDateTime::try_from(&text).unwrap();
        prop_assert_eq!((back.timestamp(), back.offset()), (jiff, zoned.offset()));
        prop_assert_eq!(text.as_str().parse::<jiff::Timestamp>().unwrap(), jiff);

        let time = UtcDateTime::from_unix_timestamp_nanos(nanoseconds).unwrap();
        prop_assert_eq!(UtcDateTime::try_from(Timestamp::from(time)), Ok(time));
        let there = time.to_offset(UtcOffset::from_whole_seconds(offset).unwrap());
        let text = Timestamp::from(there);
        let back = OffsetDateTime::try_from(&text).unwrap();
        prop_assert_eq!((back, back.offset()), (there, there.offset()));
        prop_assert_eq!(OffsetDateTime::parse(text.as_str(), &Rfc3339).unwrap(), there);

        let system = SystemTime::UNIX_EPOCH;
        let whole = Duration::from_secs(seconds.unsigned_abs());
        let system = if seconds < 0 { system - whole } else { system + whole } + Duration::from_nanos(nanos.into());
        prop_assert_eq!(SystemTime::try_from(Timestamp::from(system)), Ok(system));
        // The crates agree with each other.
        prop_assert_eq!(jiff::Timestamp::try_from(Timestamp::from(chrono)), Ok(jiff));
        prop_assert_eq!(DateTime::<Utc>::try_from(Timestamp::from(there)), Ok(utc));
        prop_assert_eq!(UtcDateTime::try_from(Timestamp::from(zoned)), Ok(time));
    }

    #[test]
    fn a_date_goes_through_a_timestamp_unchanged(year in 0_i16..10_000, of_year in 1_u32..366) {
        let chrono = NaiveDate::from_yo_opt(year.into(), of_year).unwrap();
        let text = Timestamp::from(chrono);
        prop_assert_eq!(text.as_str(), chrono.to_string());
        prop_assert_eq!(NaiveDate::try_from(&text), Ok(chrono));
        let jiff = jiff::civil::Date::try_from(&text).unwrap();
        prop_assert_eq!(Timestamp::from(jiff), text.clone());
        prop_assert_eq!(jiff.day_of_year().unsigned_abs(), u16::try_from(of_year).unwrap());
        let time = time::Date::try_from(text.clone()).unwrap();
        prop_assert_eq!(u32::from(time.ordinal()), of_year);
        prop_assert_eq!(Timestamp::from(time), text);
    }
}

#[test]
fn a_leap_second_is_kept_or_refused() {
    let text = "2016-12-31T23:59:60.250Z";
    let leap = DateTime::<Utc>::try_from(Timestamp::from(text)).unwrap();
    assert_eq!((leap.timestamp(), leap.timestamp_subsec_nanos()), (1_483_228_799, 1_250_000_000));
    assert_eq!(Timestamp::from(leap).as_str(), text);
    let there = leap.with_timezone(&FixedOffset::east_opt(-1_800).unwrap());
    assert_eq!(Timestamp::from(there).as_str(), "2016-12-31T23:29:60.250-00:30");
    let refused = [
        SystemTime::try_from(Timestamp::from(text)).unwrap_err(),
        jiff::Timestamp::try_from(Timestamp::from(text)).unwrap_err(),
        ZonedDateTime::try_from(Timestamp::from(text)).unwrap_err(),
        UtcDateTime::try_from(Timestamp::from(text)).unwrap_err(),
        OffsetDateTime::try_from(Timestamp::from(text)).unwrap_err(),
    ];
    for error in refused {
        assert_eq!(error.problem(), Problem::LeapSecond);
        assert_eq!(error.to_string(), format!("`{text}` is a leap second, which this type cannot hold"));
    }
}

#[test]
fn an_offset_of_seconds_leaves_the_moment_as_it_is() {
    // The offset of Amsterdam until 1937.
    let chrono = FixedOffset::east_opt(1_172).unwrap().timestamp_opt(-1_325_462_172, 0).unwrap();
    assert_eq!(Timestamp::from(chrono).as_str(), "1928-01-01T00:03:48Z");
    let zone = TimeZone::fixed(Offset::from_seconds(1_172).unwrap());
    let jiff = jiff::Timestamp::new(-1_325_462_172, 0).unwrap().to_zoned_datetime(zone);
    assert_eq!(Timestamp::from(jiff).as_str(), "1928-01-01T00:03:48Z");
    let offset = UtcOffset::from_whole_seconds(1_172).unwrap();
    let time = UtcDateTime::from_unix_timestamp(-1_325_462_172).unwrap().to_offset(offset);
    assert_eq!(Timestamp::from(time).as_str(), "1928-01-01T00:03:48Z");
}

#[test]
fn dates_that_cannot_be_held_are_errors() {
    let far = [
        Timestamp::from(DateTime::<Utc>::MAX_UTC),
        Timestamp::from(DateTime::<Utc>::MIN_UTC),
        Timestamp::from(jiff::Timestamp::MIN),
        Timestamp::from(jiff::civil::Date::MIN),
        Timestamp::from(NaiveDate::MAX),
        Timestamp::from(UtcDateTime::MIN),
        Timestamp::from(time::Date::MIN),
    ];
    for time in far {
        let error = serde_json::to_string(&time).unwrap_err().to_string();
        assert!(error.ends_with("is outside of the years 0000 to 9999"), "{error}");
        assert_eq!(DateTime::<Utc>::try_from(&time).unwrap_err().problem(), Problem::YearOutOfRange);
        assert_eq!(NaiveDate::try_from(&time).unwrap_err().problem(), Problem::YearOutOfRange);
    }
    // `jiff::Timestamp` cannot hold the end of the year 9999.
    let last = Timestamp::from("9999-12-31T23:59:59Z");
    assert_eq!(jiff::Timestamp::try_from(&last).unwrap_err().problem(), Problem::OutOfRange);
    assert_eq!(DateTime::<Utc>::try_from(&last).unwrap().timestamp(), 253_402_300_799);
    assert_eq!(UtcDateTime::try_from(&last).unwrap().unix_timestamp(), 253_402_300_799);
    // The offset moves the local time into the year 10000.
    let ahead = Timestamp::from("9999-12-31T23:59:59-01:00");
    assert_eq!(UtcDateTime::try_from(&ahead).unwrap_err().problem(), Problem::OutOfRange);
    assert_eq!(DateTime::<FixedOffset>::try_from(&ahead).unwrap().timestamp(), 253_402_304_399);
    for (text, problem) in [
        ("2024-01-31", Problem::DateAlone),
        ("2024-01-31T12:00:00", Problem::NoZone),
        ("2024-01-31T12:00:00.1234567891Z", Problem::TooPrecise),
        ("soon", Problem::NotIso8601),
    ] {
        let time = Timestamp::from(text);
        assert_eq!(DateTime::<Utc>::try_from(&time).unwrap_err().problem(), problem, "{text}");
        assert_eq!(jiff::Timestamp::try_from(&time).unwrap_err().problem(), problem, "{text}");
        assert_eq!(OffsetDateTime::try_from(&time).unwrap_err().problem(), problem, "{text}");
    }
    for text in ["2024-01-31T00:00:00Z", "2024-01-31T12:00+01:00"] {
        let time = Timestamp::from(text);
        assert_eq!(NaiveDate::try_from(&time).unwrap_err().problem(), Problem::NotDateAlone);
        assert_eq!(jiff::civil::Date::try_from(&time).unwrap_err().problem(), Problem::NotDateAlone);
        assert_eq!(time::Date::try_from(&time).unwrap_err().problem(), Problem::NotDateAlone);
    }
}

/// Types that the diagnostic `truto::E25` refuses, and types that it accepts.
#[test]
fn formats_that_types_of_time_serialize_to() {
    let json = |value: serde_json::Result<serde_json::Value>| value.unwrap();
    let zoned = jiff::Timestamp::new(0, 0).unwrap().to_zoned_datetime(TimeZone::fixed(Offset::UTC));
    let moment = OffsetDateTime::UNIX_EPOCH;
    let plain = time::PrimitiveDateTime::new(moment.date(), moment.time());
    for (written, expected) in [
        (serde_json::to_value(SystemTime::UNIX_EPOCH), json!({"secs_since_epoch": 0, "nanos_since_epoch": 0})),
        (serde_json::to_value(Duration::from_millis(1_500)), json!({"secs": 1, "nanos": 500_000_000})),
        (serde_json::to_value(moment), json!([1970, 1, 0, 0, 0, 0, 0, 0, 0])),
        (serde_json::to_value(UtcDateTime::UNIX_EPOCH), json!([1970, 1, 0, 0, 0, 0])),
        (serde_json::to_value(plain), json!([1970, 1, 0, 0, 0, 0])),
        (serde_json::to_value(moment.date()), json!([1970, 1])),
        (serde_json::to_value(moment.time()), json!([0, 0, 0, 0])),
        (serde_json::to_value(time::Duration::milliseconds(1_500)), json!([1, 500_000_000])),
        (serde_json::to_value(chrono::TimeDelta::milliseconds(1_500)), json!([1, 500_000_000])),
        (serde_json::to_value(&zoned), json!("1970-01-01T00:00:00+00:00[UTC]")),
    ] {
        let written = json(written);
        assert_eq!(written, expected);
        let text = written.as_str().map(Timestamp::from);
        assert!(text.is_none_or(|text| serde_json::to_string(&text).is_err()), "{written} is a timestamp");
    }
    let there = FixedOffset::east_opt(3_600).unwrap().timestamp_opt(0, 0).unwrap();
    for (written, expected) in [
        (serde_json::to_value(there), "1970-01-01T01:00:00+01:00"),
        (serde_json::to_value(DateTime::UNIX_EPOCH), "1970-01-01T00:00:00Z"),
        (serde_json::to_value(NaiveDate::from_ymd_opt(1970, 1, 1).unwrap()), "1970-01-01"),
        (serde_json::to_value(jiff::Timestamp::UNIX_EPOCH), "1970-01-01T00:00:00Z"),
        (serde_json::to_value(jiff::civil::date(1970, 1, 1)), "1970-01-01"),
    ] {
        assert_eq!(json(written), expected);
        assert!(serde_json::to_string(&Timestamp::from(expected)).is_ok());
    }
}

#[test]
fn a_field_may_have_a_type_that_serializes_as_text() {
    let there = FixedOffset::east_opt(3_600).unwrap().timestamp_opt(0, 0).unwrap();
    let (day, birthday) = (NaiveDate::from_ymd_opt(1970, 1, 1).unwrap(), jiff::civil::date(1970, 1, 1));
    let seen = jiff::Timestamp::UNIX_EPOCH;
    let task = CreateTask::builder().due_date(there).start(there).day(day).seen(seen).birthday(birthday).build();
    let sent = json!({
        "due_date": "1970-01-01T00:00:00Z", "start": "1970-01-01T01:00:00+01:00", "day": "1970-01-01",
        "seen": "1970-01-01T00:00:00Z", "birthday": "1970-01-01",
    });
    assert_eq!(serde_json::to_value(&task).unwrap(), sent);
}
