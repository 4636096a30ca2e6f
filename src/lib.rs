//! Courtyard: a private social network in a box. The map of the house, in import order.

pub mod appliance;
pub mod base;
pub mod bus;
pub mod db;
pub mod features;
pub mod lang;
pub mod ui;
pub mod web;
