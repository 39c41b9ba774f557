//! Prints the `OpenAPI` document of endpoints with every shape, for validators of other people.

#[path = "../every_shape.rs"]
mod every_shape;

fn main() {
    println!("{}", every_shape::EVERY_SHAPE.openapi("Every shape", "1.0.0"));
}
