//! Days of the Gregorian calendar.

pub(crate) const DAY: i64 = 86_400; // seconds

/// Days after which the calendar repeats: 400 years.
const CYCLE: i64 = 146_097;
/// Days from the first of March of the year 0 to 1970.
const TO_1970: i64 = 719_468;

/// Year, month and day of this day, counted from 1970.
pub(crate) fn date(day: i64) -> (i64, u32, u32) {
    // Years begin with March here, so that a leap day is the last day of its year.
    let day = day.saturating_add(TO_1970);
    let (cycle, of_cycle) = (day.div_euclid(CYCLE), day.rem_euclid(CYCLE));
    let year = (of_cycle - of_cycle / 1_460 + of_cycle / 36_524 - of_cycle / 146_096) / 365;
    let of_year = of_cycle - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let date = of_year - (153 * month + 2) / 5 + 1;
    let (month, next) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (cycle * 400 + year + next, u32::try_from(month).unwrap_or_default(), u32::try_from(date).unwrap_or_default())
}

/// The day of this date, counted from 1970. A date that does not exist gives the day of another one.
pub(crate) fn day(year: i64, month: u32, date: u32) -> i64 {
    let (month, year) = if month > 2 { (i64::from(month) - 3, year) } else { (i64::from(month) + 9, year - 1) };
    let (cycle, of_cycle) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * month + 2) / 5 + i64::from(date) - 1;
    cycle * CYCLE + 365 * of_cycle + of_cycle / 4 - of_cycle / 100 + of_year - TO_1970
}

#[cfg(test)]
mod tests {
    use super::{date, day};

    fn month_length(year: i64, month: u32) -> u32 {
        let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        match month {
            2 if is_leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    #[test]
    fn every_day_of_ten_thousand_years_follows_the_one_before() {
        let mut known = (-1, 12, 31);
        for number in day(0, 1, 1)..day(10_000, 1, 1) {
            let (year, month, of_month) = date(number);
            let expected = match known {
                (year, 12, 31) => (year + 1, 1, 1),
                (year, month, date) if date == month_length(year, month) => (year, month + 1, 1),
                (year, month, date) => (year, month, date + 1),
            };
            assert_eq!((year, month, of_month), expected);
            assert_eq!(day(year, month, of_month), number);
            known = expected;
        }
        assert_eq!(known, (9_999, 12, 31));
        assert_eq!(date(0), (1970, 1, 1));
    }
}
