//! Draws curves as SVG that stands in a page of documentation. Texts and axes have the colour of the page's text, so that a light
//! and a dark theme show them; the colours of the curves have contrast on both, and each curve has a mark of its own.

use std::fmt::{self, Write};

/// A curve and its name.
pub(crate) struct Curve<'a> {
    pub(crate) name: &'a str,
    pub(crate) points: Vec<(f64, f64)>,
}

/// What stands at the axes. The horizontal axis is logarithmic, the vertical axis begins at 0.
pub(crate) struct Axes<'a> {
    pub(crate) title: &'a str,
    pub(crate) across: &'a str,
    pub(crate) up: &'a str,
}

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 300.0;
const LEFT: f64 = 80.0;
const RIGHT: f64 = 44.0;
const TOP: f64 = 44.0;
const BOTTOM: f64 = 46.0;
const COLOURS: [&str; 3] = ["#2f81f7", "#d9730d", "#2da44e"];

/// Returns a page: what the curves mean, the curves, and their points as a table. All curves have the same points across.
pub(crate) fn page(title: &str, what: &str, axes: &Axes<'_>, curves: &[Curve<'_>]) -> Result<String, fmt::Error> {
    let mut text = format!("## {title}\n\n{what}\n\n");
    text += &draw(axes, curves)?;
    write!(text, "\n| {} |", axes.across)?;
    curves.iter().try_for_each(|curve| write!(text, " {} |", curve.name))?;
    write!(text, "\n|---:|{}\n", "---:|".repeat(curves.len()))?;
    for (index, (across, _)) in curves[0].points.iter().enumerate() {
        write!(text, "| {} |", number(*across))?;
        curves.iter().try_for_each(|curve| write!(text, " {} |", number(curve.points[index].1)))?;
        text.push('\n');
    }
    Ok(text)
}

/// Returns an element without blank lines, because a blank line ends HTML in Markdown.
fn draw(axes: &Axes<'_>, curves: &[Curve<'_>]) -> Result<String, fmt::Error> {
    let points = || curves.iter().flat_map(|curve| &curve.points);
    let (least, most) = points().fold((f64::MAX, 0.0_f64), |(least, most), (x, _)| (least.min(*x), most.max(*x)));
    let step = round_up(points().fold(0.0_f64, |most, (_, y)| most.max(*y)) / 5.0);
    let x = |value: f64| LEFT + (value / least).ln() / (most / least).ln() * (WIDTH - LEFT - RIGHT);
    let y = |value: f64| HEIGHT - BOTTOM - value / (step * 5.0) * (HEIGHT - TOP - BOTTOM);

    let mut svg = String::new();
    let Axes { title, across, up } = axes;
    writeln!(svg, "<div>")?;
    writeln!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="100%" style="max-width: {WIDTH}px" role="img" aria-label="{title}" font-family="sans-serif" font-size="12" fill="currentColor">"#
    )?;
    writeln!(
        svg,
        r#"<text x="{}" y="{}" text-anchor="middle">{across}</text>"#,
        (LEFT + WIDTH - RIGHT) / 2.0,
        HEIGHT - 8.0
    )?;
    writeln!(
        svg,
        r#"<text x="14" y="{}" text-anchor="middle" transform="rotate(-90 14 {0})">{up}</text>"#,
        (TOP + HEIGHT - BOTTOM) / 2.0
    )?;
    for line in 0..=5 {
        let value = step * f64::from(line);
        let opacity = if line == 0 { 0.6 } else { 0.15 };
        writeln!(
            svg,
            r#"<path d="M{LEFT} {:.1}H{}" stroke="currentColor" stroke-opacity="{opacity}"/>"#,
            y(value),
            WIDTH - RIGHT
        )?;
        writeln!(
            svg,
            r#"<text x="{}" y="{:.1}" text-anchor="end">{}</text>"#,
            LEFT - 8.0,
            y(value) + 4.0,
            number(value)
        )?;
    }
    for value in marks(least, most, points().map(|(x, _)| *x)) {
        writeln!(
            svg,
            r#"<text x="{:.1}" y="{}" text-anchor="middle">{}</text>"#,
            x(value),
            HEIGHT - BOTTOM + 18.0,
            number(value)
        )?;
    }
    for (index, curve) in curves.iter().enumerate() {
        let colour = COLOURS[index % COLOURS.len()];
        let legend = LEFT + 190.0 * f64::from(u32::try_from(index).unwrap_or_default());
        writeln!(
            svg,
            r#"{}<text x="{}" y="24">{}</text>"#,
            mark(index, legend + 6.0, 20.0, colour),
            legend + 18.0,
            curve.name
        )?;
        let mut path = String::new();
        for (number, (across, up)) in curve.points.iter().enumerate() {
            write!(path, "{}{:.1} {:.1}", if number == 0 { "M" } else { "L" }, x(*across), y(*up))?;
        }
        writeln!(svg, r#"<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"/>"#)?;
        for (across, up) in &curve.points {
            writeln!(svg, "{}", mark(index, x(*across), y(*up), colour))?;
        }
    }
    writeln!(svg, "</svg>")?;
    writeln!(svg, "</div>")?;
    Ok(svg)
}

/// The mark of a curve: a circle, a square or a diamond.
fn mark(index: usize, x: f64, y: f64, colour: &str) -> String {
    match index % 3 {
        0 => format!(r#"<circle cx="{x:.1}" cy="{y:.1}" r="4" fill="{colour}"/>"#),
        1 => format!(r#"<rect x="{:.1}" y="{:.1}" width="8" height="8" fill="{colour}"/>"#, x - 4.0, y - 4.0),
        _ => format!(r#"<path d="M{:.1} {y:.1}l5 -5l5 5l-5 5z" fill="{colour}"/>"#, x - 5.0),
    }
}

/// The values below the horizontal axis: powers of ten, or each point if the axis is shorter than two of them.
fn marks(least: f64, most: f64, points: impl Iterator<Item = f64>) -> Vec<f64> {
    let powers: Vec<f64> =
        (0..12).map(|power| 10_f64.powi(power)).filter(|value| (least..=most).contains(value)).collect();
    if powers.len() > 2 {
        return powers;
    }
    let mut points: Vec<f64> = points.collect();
    points.sort_by(f64::total_cmp);
    points.dedup();
    points
}

/// Rounds up to 1, 2, 2.5 or 5 times a power of ten.
fn round_up(value: f64) -> f64 {
    let power = 10_f64.powf(value.log10().floor());
    [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|factor| factor * power).find(|step| *step >= value).unwrap_or(value)
}

/// Formats a number with commas between thousands, and with decimals only if it needs them.
pub(crate) fn number(value: f64) -> String {
    let text = if value.fract() == 0.0 || value >= 100.0 { format!("{value:.0}") } else { format!("{value:.2}") };
    let (whole, decimals) = text.split_once('.').map_or((&*text, None), |(whole, decimals)| (whole, Some(decimals)));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    decimals.map_or(grouped.clone(), |decimals| grouped + "." + decimals)
}
