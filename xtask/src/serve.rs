//! Serves dist/ on this machine with the right content types.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, bail};
use tiny_http::{Header, Method, Request, Response, Server};

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
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                for request in server.incoming_requests() {
                    answer(request, &dist);
                }
            });
        }
    });
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

fn listen(port: u16) -> Result<Server> {
    Server::http(("127.0.0.1", port)).map_err(|error| {
        let busy = error
            .downcast_ref::<std::io::Error>()
            .is_some_and(|error| error.kind() == std::io::ErrorKind::AddrInUse);
        if busy {
            anyhow::anyhow!(
                "port {port} is in use by another program: stop it, or choose another port, for example\n  cargo xtask serve --port {}",
                if port == u16::MAX { PORT } else { port + 1 }
            )
        } else {
            anyhow::anyhow!("cannot listen on 127.0.0.1:{port}: {error}")
        }
    })
}

fn answer(request: Request, dist: &Path) {
    let sent = if matches!(request.method(), Method::Get | Method::Head) {
        match file_for(dist, request.url()).and_then(|path| Some((File::open(&path).ok()?, path))) {
            Some((file, path)) => {
                let mut response = Response::from_file(file);
                // Always asked anew: the next build must show at the next reload.
                for (name, value) in [
                    ("Content-Type", content_type(&path)),
                    ("Cache-Control", "no-cache"),
                    ("X-Content-Type-Options", "nosniff"),
                    // So that the page also runs in a frame with an origin of its own.
                    ("Access-Control-Allow-Origin", "*"),
                ] {
                    if let Ok(header) = Header::from_bytes(name, value) {
                        response.add_header(header);
                    }
                }
                request.respond(response)
            }
            None => request.respond(Response::from_string("not found\n").with_status_code(404)),
        }
    } else {
        request.respond(Response::from_string("only GET and HEAD\n").with_status_code(405))
    };
    // A browser that hung up needs no answer.
    drop(sent);
}

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
