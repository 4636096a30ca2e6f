//! Courtyard: a private social network in a box. The map of the house, in import order.

pub mod base;
pub mod lang;
pub mod db;
pub mod bus;
pub mod ui;
pub mod web;
pub mod features;
pub mod appliance;
pub mod config;
pub mod app;
pub mod cli;
