//! HTTP, and nothing about the product.

pub mod upload;
