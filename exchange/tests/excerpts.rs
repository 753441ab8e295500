//! Imports of small hand-made excerpts that hold one of each trap of the real files.

#![expect(clippy::unwrap_used, reason = "a test that fails panics")]

mod sources;
mod support;
