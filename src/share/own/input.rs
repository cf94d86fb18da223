//! A file of the reader's, piece by piece as the browser reads or unpacks it. Streams, because slices
//! of a file asked for one by one took three to six times as long.

use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::js_sys::{Array, Function, Reflect, Uint8Array};
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader};

/// The longest piece, in bytes: a few milliseconds of work on a slow device.
const PIECE: u32 = 1 << 17;

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
    /// Where the browser cannot read or unpack them.
    pub(super) fn input(&self) -> Result<Input, JsValue> {
        match self {
            Self::Plain(blob) => Input::plain(blob),
            Self::Packed(blob) => Input::deflated(blob),
        }
    }
}

/// Bytes still to come.
pub(super) struct Input {
    reader: ReadableStreamDefaultReader,
    /// What the browser gave last, and how much of it was passed on.
    given: Uint8Array,
    at: u32,
}

impl Input {
    fn of(stream: &ReadableStream) -> Result<Self, JsValue> {
        let reader = stream.get_reader().dyn_into().map_err(JsValue::from)?;
        Ok(Self { reader, given: Uint8Array::new_with_length(0), at: 0 })
    }

    /// A blob from its start.
    ///
    /// # Errors
    /// Where the browser cannot read it.
    pub(super) fn plain(blob: &Blob) -> Result<Self, JsValue> {
        Self::of(&blob.stream())
    }

    /// A blob of deflated bytes.
    ///
    /// # Errors
    /// Where the browser cannot unpack.
    fn deflated(blob: &Blob) -> Result<Self, JsValue> {
        let global = web_sys::js_sys::global();
        let unpacker: Function =
            Reflect::get(&global, &"DecompressionStream".into())?.dyn_into()?;
        let unpacker = Reflect::construct(&unpacker, &Array::of1(&"deflate-raw".into()))?;
        let stream = blob.stream();
        let pipe: Function = Reflect::get(&stream, &"pipeThrough".into())?.dyn_into()?;
        Self::of(&pipe.call1(&stream, &unpacker)?.dyn_into()?)
    }

    /// The next piece; `None` at the end.
    ///
    /// # Errors
    /// Whatever the browser says: the file is gone, or its packing is broken.
    pub(super) async fn next(&mut self) -> Result<Option<Vec<u8>>, JsValue> {
        while self.at >= self.given.length() {
            let read = JsFuture::from(self.reader.read()).await?;
            if Reflect::get(&read, &"done".into())?.is_truthy() {
                return Ok(None);
            }
            self.given = Reflect::get(&read, &"value".into())?.dyn_into()?;
            self.at = 0;
        }
        let from = self.at;
        self.at = (from + PIECE).min(self.given.length());
        Ok(Some(self.given.subarray(from, self.at).to_vec()))
    }

    /// All bytes, if they are at most `most`.
    ///
    /// # Errors
    /// As [`Input::next`]; `None` where there are more.
    pub(super) async fn all(mut self, most: usize) -> Result<Option<Vec<u8>>, JsValue> {
        let mut bytes = Vec::new();
        while let Some(piece) = self.next().await? {
            bytes.extend(piece);
            if bytes.len() > most {
                return Ok(None);
            }
        }
        Ok(Some(bytes))
    }

    /// The first bytes, at least `enough` if there are so many, whether these are all, and the input
    /// again from its start where the browser gave them in one.
    ///
    /// # Errors
    /// As [`Input::next`].
    pub(super) async fn start(mut self, enough: usize) -> Result<Start, JsValue> {
        let (mut bytes, mut whole) = (Vec::new(), true);
        while let Some(piece) = self.next().await? {
            bytes.extend(piece);
            if bytes.len() > enough {
                whole = false;
                break;
            }
        }
        let again = (self.at as usize == bytes.len()).then(|| Self { at: 0, ..self });
        Ok(Start { bytes, whole, again })
    }
}

/// The start of an input.
pub(super) struct Start {
    pub(super) bytes: Vec<u8>,
    pub(super) whole: bool,
    pub(super) again: Option<Input>,
}
