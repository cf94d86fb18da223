//! Cyberflag.
