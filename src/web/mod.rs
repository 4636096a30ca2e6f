//! HTTP, and nothing about the product.
