//! Serves dist/ on this machine with the right content types.
//!
//! A thread and a connection for each request, and no library: the small ones (tiny_http, rouille)
//! hand connections to a pool whose threads stay with a browser that keeps its connections open, and
//! of two that came at once one could wait for ever.

use std::fs;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::{page, paths};

const PORT: u16 = 8080;

/// `cargo xtask serve [--port N] [--no-build]`.
pub fn run(args: &[String]) -> Result<()> {
    let options = Options::read(args)?;
    // Taken first: a busy port should be told before a build of minutes.
    let server = listen(options.port)?;
    if options.build {
        page::build()?;
    }
    let dist = paths::dist();
    if !dist.join("index.html").is_file() {
        bail!("there is no {}: run cargo xtask build first", dist.join("index.html").display());
    }
    println!("\nThe page is at http://127.0.0.1:{}/  (stop with Ctrl-C)", options.port);
    for stream in server.incoming() {
        let dist = dist.clone();
        // A browser that hung up needs no answer.
        thread::spawn(move || stream.and_then(|stream| answer(stream, &dist)));
    }
    Ok(())
}

#[derive(Debug, PartialEq, Eq)]
struct Options {
    port: u16,
    build: bool,
}

impl Options {
    fn read(args: &[String]) -> Result<Self> {
        let mut options = Self { port: PORT, build: true };
        let mut args = args.iter();
        while let Some(arg) = args.next() {
            match arg.as_str() {
                "--no-build" => options.build = false,
                "--port" => {
                    let number = args.next().context("--port needs a number")?;
                    options.port = port(number)?;
                }
                other => match other.strip_prefix("--port=") {
                    Some(number) => options.port = port(number)?,
                    None => bail!("serve takes no '{other}': only --port N and --no-build"),
                },
            }
        }
        Ok(options)
    }
}

fn port(number: &str) -> Result<u16> {
    match number.parse() {
        Ok(port) if port > 0 => Ok(port),
        _ => bail!("'{number}' is not a port: give a number from 1 to 65535"),
    }
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind(("127.0.0.1", port)).map_err(|error| {
        if error.kind() == std::io::ErrorKind::AddrInUse {
            anyhow::anyhow!(
                "port {port} is in use by another program: stop it, or choose another port, for example\n  cargo xtask serve --port {}",
                if port == u16::MAX { PORT } else { port + 1 }
            )
        } else {
            anyhow::anyhow!("cannot listen on 127.0.0.1:{port}: {error}")
        }
    })
}

/// The longest request that is read, in bytes.
const LONGEST: u64 = 64_000;

fn answer(mut stream: TcpStream, dist: &Path) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(20)))?;
    let mut lines = BufReader::new((&stream).take(LONGEST)).lines();
    let Some(first) = lines.next().transpose()? else { return Ok(()) };
    // The rest of the request says nothing that would change the answer.
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = first.split(' ');
    let (method, url) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let file = file_for(dist, url);
    let (status, kind, body) = match (method, file) {
        ("GET" | "HEAD", Some(path)) => ("200 OK", content_type(&path), fs::read(path)?),
        ("GET" | "HEAD", None) => ("404 Not Found", TEXT, b"not found\n".to_vec()),
        _ => ("405 Method Not Allowed", TEXT, b"only GET and HEAD\n".to_vec()),
    };
    // Always asked anew: the next build must show at the next reload. Every origin may read it, so
    // that the page also runs in a frame with an origin of its own.
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\nAccess-Control-Allow-Origin: *\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    if method != "HEAD" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

const TEXT: &str = "text/plain; charset=utf-8";

/// The file of dist/ for an address, or none when it would lead out of dist/.
fn file_for(dist: &Path, url: &str) -> Option<PathBuf> {
    let path = url.split(['?', '#']).next()?;
    let mut file = dist.to_path_buf();
    for part in path.split('/').filter(|part| !part.is_empty() && *part != ".") {
        let plain = part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte));
        if !plain || part.starts_with('.') {
            return None;
        }
        file.push(part);
    }
    if path.ends_with('/') {
        file.push("index.html");
    }
    file.is_file().then_some(file)
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json" | "map") => "application/json",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt" | "md") => "text/plain; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("webmanifest") => "application/manifest+json",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(args: &[&str]) -> Result<Options> {
        Options::read(&args.iter().map(ToString::to_string).collect::<Vec<_>>())
    }

    #[test]
    fn options_are_read() -> Result<()> {
        assert_eq!(read(&[])?, Options { port: 8080, build: true });
        let other = Options { port: 9000, build: false };
        assert_eq!(read(&["--port", "9000", "--no-build"])?, other);
        assert_eq!(read(&["--no-build", "--port=9000"])?, other);
        for wrong in [["--port"].as_slice(), &["--port", "x"], &["--port", "0"], &["-p"]] {
            assert!(read(wrong).is_err(), "{wrong:?}");
        }
        Ok(())
    }

    #[test]
    fn no_address_leads_out_of_the_folder() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        assert!(file_for(&folder, "/serve.rs?x=1").is_some());
        assert!(file_for(&folder, "/./serve.rs").is_some());
        for out in ["/../Cargo.toml", "/..%2fCargo.toml", "/%2e%2e/Cargo.toml", "/", "/none.rs"] {
            assert!(file_for(&folder, out).is_none(), "{out}");
        }
    }

    #[test]
    fn a_busy_port_is_named_with_the_option() -> Result<()> {
        let taken = std::net::TcpListener::bind(("127.0.0.1", 0))?;
        let port = taken.local_addr()?.port();
        let text = listen(port).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(text.contains(&port.to_string()) && text.contains("--port"), "{text}");
        Ok(())
    }

    #[test]
    fn modules_are_served_as_webassembly() {
        assert_eq!(content_type(Path::new("a/b_bg.wasm")), "application/wasm");
    }
}
