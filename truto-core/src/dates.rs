#![doc = include_str!("dates.md")]
#![cfg_attr(feature = "jiff", doc = include_str!("dates/jiff.md"))]
#![cfg_attr(feature = "chrono", doc = include_str!("dates/chrono.md"))]
#![cfg_attr(feature = "time", doc = include_str!("dates/time.md"))]
