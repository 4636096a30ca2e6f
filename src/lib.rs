//! Courtyard: a private social network in a box. The map of the house, in import order.

pub mod app;
pub mod appliance;
pub mod base;
pub mod bus;
pub mod cli;
pub mod config;
pub mod db;
pub mod demo;
pub mod features;
pub mod lang;
pub mod ui;
pub mod web;
