//! What is refused at the door, whoever knocks: forms from elsewhere, forms without their token, the API asked in any
//! way but its own; and what every answer wears, whatever its status.

mod api;
mod bad_input;
mod dress;
mod forms;
mod full;
