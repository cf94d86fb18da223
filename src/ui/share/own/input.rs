//! A file of the reader's, piece by piece: whole files as slices, packed ones as the browser unpacks
//! them.

use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use web_sys::{Blob, ReadableStreamDefaultReader};

/// Where the bytes of a table are.
#[derive(Clone)]
pub(super) enum Table {
    /// As they are.
    Plain(Blob),
    /// Packed in a ZIP.
    Packed(Blob),
}

impl Table {
    /// The bytes from their start.
    ///
    /// # Errors
    /// As [`Input::deflated`].
    pub(super) fn input(&self) -> Result<Input, JsValue> {
        match self {
            Self::Plain(blob) => Ok(Input::slices(blob.clone())),
            Self::Packed(blob) => Input::deflated(blob),
        }
    }
}

/// Bytes still to come.
pub(super) enum Input {
    /// A file, or a part of one that is stored as it is.
    Slices {
        /// All of it.
        blob: Blob,
        /// Where the next slice begins.
        at: f64,
        /// A slice that has been asked for already, and its length.
        ahead: Option<(Promise, f64)>,
    },
    /// What the browser unpacks.
    Unpacked(ReadableStreamDefaultReader),
}

impl Input {
    /// A blob from its start.
    pub(super) fn slices(blob: Blob) -> Self {
        Self::Slices { blob, at: 0.0, ahead: None }
    }

    /// A blob of deflated bytes.
    ///
    /// # Errors
    /// Where the browser cannot unpack.
    pub(super) fn deflated(blob: &Blob) -> Result<Self, JsValue> {
        let global = web_sys::js_sys::global();
        let unpacker: Function =
            Reflect::get(&global, &"DecompressionStream".into())?.dyn_into()?;
        let unpacker = Reflect::construct(&unpacker, &Array::of1(&"deflate-raw".into()))?;
        let stream = blob.stream();
        let pipe: Function = Reflect::get(&stream, &"pipeThrough".into())?.dyn_into()?;
        let stream = pipe.call1(&stream, &unpacker)?;
        let stream: web_sys::ReadableStream = stream.dyn_into()?;
        Ok(Self::Unpacked(stream.get_reader().dyn_into().map_err(JsValue::from)?))
    }

    /// The next piece, of about `length` bytes; `None` at the end.
    ///
    /// # Errors
    /// Whatever the browser says: the file is gone, or its packing is broken.
    pub(super) async fn next(&mut self, length: f64) -> Result<Option<Uint8Array>, JsValue> {
        match self {
            Self::Slices { blob, at, ahead } => {
                let ask = |at: f64| -> Result<(Promise, f64), JsValue> {
                    let slice = blob.slice_with_f64_and_f64(at, at + length)?;
                    let size = slice.size();
                    Ok((slice.array_buffer(), size))
                };
                let (promise, size) = match ahead.take() {
                    Some(ahead) => ahead,
                    None => ask(*at)?,
                };
                if size == 0.0 {
                    return Ok(None);
                }
                *at += size;
                // The next slice is read from the disk while this one is worked on.
                *ahead = Some(ask(*at)?);
                Ok(Some(Uint8Array::new(&JsFuture::from(promise).await?)))
            }
            Self::Unpacked(reader) => {
                let read = JsFuture::from(reader.read()).await?;
                if Reflect::get(&read, &"done".into())?.is_truthy() {
                    return Ok(None);
                }
                Ok(Some(Reflect::get(&read, &"value".into())?.dyn_into()?))
            }
        }
    }

    /// All bytes, if they are at most `most`.
    ///
    /// # Errors
    /// As [`Input::next`]; `None` where there are more.
    pub(super) async fn all(mut self, most: usize) -> Result<Option<Vec<u8>>, JsValue> {
        let mut bytes = Vec::new();
        while let Some(piece) = self.next(1_000_000.0).await? {
            if bytes.len() + piece.length() as usize > most {
                return Ok(None);
            }
            bytes.extend(piece.to_vec());
        }
        Ok(Some(bytes))
    }

    /// The first bytes, at least `enough` if there are so many, and whether these are all.
    ///
    /// # Errors
    /// As [`Input::next`].
    pub(super) async fn start(mut self, enough: usize) -> Result<(Vec<u8>, bool), JsValue> {
        let mut bytes = Vec::new();
        while let Some(piece) = self.next(enough as f64).await? {
            bytes.extend(piece.to_vec());
            if bytes.len() > enough {
                return Ok((bytes, false));
            }
        }
        Ok((bytes, true))
    }
}
