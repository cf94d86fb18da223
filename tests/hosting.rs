//! The files in `hosting/`: one policy everywhere, one caching rule, no fixed place on the site.

// Here a failed unwrap, index or match is a failed test, which is what it should be.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::panic)]

mod site;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use cyberflag::page::{Edition, app, embeds};

use regex::Regex;
use serde_json::Value;

/// Every file for a host. `README.md` beside them is for people.
const FILES: [&str; 7] = [
    "_headers",
    "apache.htaccess",
    "nginx.conf",
    "Caddyfile",
    "web.config",
    "firebase.json",
    "vercel.json",
];

/// What else every file must send: the name of a header and its value.
const HEADERS: [(&str, &str); 5] = [
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
    ("Access-Control-Allow-Origin", "*"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
];

const FOREVER: &str = "public, max-age=31536000, immutable";

const HASHED: [&str; 6] = [
    "cyberflag-94a08c1e7f1046c0_bg.wasm",
    "cyberflag-e495f5dc25b06d14.js",
    "start-28c7542d187ce86a.js",
    "styles-3afa0572c7f3a08b.css",
    "frame-4b48a8b9bdb59fec.css",
    "frame-e6b0db73bd32c8e7.js",
];

const PLAIN: [&str; 10] = [
    "",
    "embed.js",
    "embed/map-online.html",
    "embed/force-E23000014.html",
    "index.html",
    "areas/E23000014.html",
    "areas/index.html",
    "map.svg",
    "preview.png",
    "a-94a08c1e7f1046c0.html",
];

fn text(file: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()))
}

fn host(file: &str) -> String {
    text(&format!("hosting/{file}"))
}

/// The part of a text between two marks, the first after `from`.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("no {from}"));
    rest.split_once(to).unwrap_or_else(|| panic!("no {to} after {from}")).0
}

/// The rules of a policy: name and values.
fn rules_of(policy: &str) -> BTreeMap<String, BTreeSet<String>> {
    let rule = |rule: &str| {
        let (name, values) = rule.split_once(' ').unwrap();
        (name.to_owned(), values.split(' ').map(str::to_owned).collect())
    };
    policy.split("; ").map(rule).collect()
}

/// What the pages with a program ask for, all together (the fact sheets need less). A style in a page is named there by its hash, of
/// which a header knows nothing: it stands for the frozen copies of all releases as well.
fn asked_for() -> BTreeMap<String, BTreeSet<String>> {
    let (assets, site) = (site::assets(), site::site());
    let apps = [Edition::Reading, Edition::Full].map(|e| app(e, &assets, &site).unwrap());
    let frame = embeds(&assets, &site).unwrap().remove(0).text;
    let mut all: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for page in apps.iter().chain([&frame]) {
        let policy = between(page, r#"<meta http-equiv="Content-Security-Policy" content=""#, "\"");
        assert!(policy.starts_with("default-src 'none'; "), "{policy}");
        for (name, values) in rules_of(policy) {
            let inline = |value: String| match value.starts_with("'sha256-") {
                true => "'unsafe-inline'".to_owned(),
                false => value,
            };
            all.entry(name).or_default().extend(values.into_iter().map(inline));
        }
    }
    all
}

/// The values that a file gives to a header, wherever it does.
fn values(file: &str, name: &str) -> Vec<String> {
    let text = host(file);
    let pattern = match file {
        "_headers" => format!(r"(?m)^  {name}: (.+)$"),
        "apache.htaccess" => format!(r#"(?m)^ *Header set {name} "([^"]+)"$"#),
        "nginx.conf" => format!(r#"(?m)^add_header {name} "([^"]+)";$"#),
        "Caddyfile" => format!(r#"(?m)^\t+(?:header @\w+ )?{name} "([^"]+)"$"#),
        "web.config" => format!(r#"<add name="{name}" value="([^"]+)" />"#),
        _ => format!(r#""key": "{name}", "value": "([^"]+)""#),
    };
    let found = Regex::new(&pattern).unwrap();
    found.captures_iter(&text).map(|found| found[1].to_owned()).collect()
}

/// The rule by which a file knows what may be kept for ever, as regular expressions over the address. Stars of
/// `_headers` are put into that form; all the others are read as they stand.
fn rules(file: &str) -> Vec<Regex> {
    let text = host(file);
    let found: Vec<String> = match file {
        "_headers" => {
            let rule = Regex::new(&format!(r"(?m)^(/\S*)\n  Cache-Control: {FOREVER}$")).unwrap();
            let stars = |c: regex::Captures| {
                assert_eq!(c[1].matches('*').count(), 1, "Cloudflare takes one star in a rule");
                format!("^{}$", regex::escape(&c[1]).replace(r"\*", ".*"))
            };
            rule.captures_iter(&text).map(stars).collect()
        }
        "apache.htaccess" => vec![between(&text, "<FilesMatch \"", "\">").to_owned()],
        "nginx.conf" => vec![between(&text, "if ($uri ~ \"", "\")").to_owned()],
        "Caddyfile" => {
            let all = text.lines().filter_map(|line| line.trim().strip_prefix("path_regexp "));
            all.map(str::to_owned).collect()
        }
        "web.config" => {
            vec![between(&text, r#"<add input="{REQUEST_URI}" pattern=""#, "\"").to_owned()]
        }
        "firebase.json" => json_rules(&parse(file)["hosting"]["headers"], "regex"),
        _ => {
            let all = json_rules(&parse(file)["headers"], "source");
            all.iter().map(|source| format!("^{source}$")).collect()
        }
    };
    found.iter().map(|rule| Regex::new(rule).unwrap()).collect()
}

fn parse(file: &str) -> Value {
    serde_json::from_str(&host(file)).unwrap_or_else(|e| panic!("{file}: {e}"))
}

/// The patterns of the JSON rules that say for ever.
fn json_rules(rules: &Value, key: &str) -> Vec<String> {
    let forever = |rule: &&Value| {
        rule["headers"].as_array().unwrap().iter().any(|header| header["value"] == FOREVER)
    };
    let rules = rules.as_array().unwrap().iter().filter(forever);
    rules.map(|rule| rule[key].as_str().unwrap().to_owned()).collect()
}

/// What is wrong with the nesting of an XML text. Good for a file without CDATA or a doctype.
fn xml_fault(text: &str) -> Option<String> {
    let tag = Regex::new(
        r#"<!--(?:[^-]|-[^-])*-->|<\?[^?]*\?>|<(/?)([A-Za-z][\w.]*)((?:\s+[A-Za-z]\w*="[^"<]*")*)\s*(/?)>"#,
    )
    .unwrap();
    let mut open: Vec<String> = Vec::new();
    let mut roots = 0;
    for found in tag.captures_iter(text).filter(|found| found.get(2).is_some()) {
        let name = found[2].to_owned();
        if &found[1] == "/" {
            if open.pop().as_ref() != Some(&name) {
                return Some(format!("</{name}> closes nothing"));
            }
            continue;
        }
        roots += usize::from(open.is_empty());
        if found[4].is_empty() {
            open.push(name);
        }
    }
    let rest = tag.replace_all(text, "");
    match open.last() {
        Some(name) => Some(format!("<{name}> is not closed")),
        None if roots != 1 => Some(format!("{roots} roots")),
        None if rest.trim().is_empty() => None,
        None => Some(format!("not understood: {}", rest.trim())),
    }
}

#[test]
fn every_file_allows_what_the_pages_ask_for_and_nothing_else() {
    let asked = asked_for();
    assert!(!asked["script-src"].contains("'unsafe-inline'"), "no script stands in a page");
    for file in FILES {
        let [policy] = values(file, "Content-Security-Policy").try_into().unwrap();
        assert_eq!(rules_of(&policy), asked, "{file}");
    }
}

#[test]
fn every_file_sends_the_same_headers() {
    for file in FILES {
        for (name, value) in HEADERS {
            assert_eq!(values(file, name), [value], "{file}: {name}");
        }
    }
}

#[test]
fn nothing_keeps_the_page_out_of_a_frame() {
    for file in FILES {
        let text = host(file).to_lowercase();
        for word in ["frame-ancestors", "x-frame-options", "sandbox"] {
            assert!(!text.contains(word), "{file}: {word}");
        }
    }
}

#[test]
fn only_files_with_a_hash_are_kept_for_ever_in_any_folder() {
    for file in FILES {
        let rules = rules(file);
        assert!(!rules.is_empty() && host(file).contains(FOREVER), "{file}: no rule");
        for folder in ["/", "/a/b/c/"] {
            let kept = |name: &str| {
                // Apache looks at the name of the file alone.
                let apache = file == "apache.htaccess";
                let path = if apache { name.to_owned() } else { format!("{folder}{name}") };
                rules.iter().any(|rule| rule.is_match(&path))
            };
            for name in HASHED {
                // `_headers` cannot tell these from embed.js, which other sites name.
                let asked_again = file == "_headers" && name.ends_with(".js");
                assert_eq!(kept(name), !asked_again, "{file}: {folder}{name}");
            }
            for name in PLAIN {
                assert!(!kept(name), "{file}: {folder}{name} is kept");
            }
            // A file without a hash; `_headers` cannot tell it and says so.
            assert_eq!(kept("styles.css"), file == "_headers", "{file}");
        }
    }
    assert_eq!(rules("Caddyfile").len(), 2, "one for hashed, one for other");
    assert!(rules("Caddyfile").windows(2).all(|pair| pair[0].as_str() == pair[1].as_str()));
}

#[test]
fn everything_else_is_asked_for_again() {
    for file in FILES {
        let no_cache = match file {
            // The hosts say it themselves; Cloudflare would join two rules.
            "_headers" => !host(file).contains("Cache-Control: no-cache"),
            "nginx.conf" => host(file).contains("set $cyberflag_cache \"no-cache\";"),
            "web.config" => host(file).contains(r#"cacheControlMode="DisableCache""#),
            _ => values(file, "Cache-Control").contains(&"no-cache".to_owned()),
        };
        assert!(no_cache, "{file}");
    }
}

#[test]
fn no_file_fixes_the_place_of_the_page() {
    // A rule may start at the root only if it goes on with a star or its like.
    let fixed = Regex::new(r#"(?m)(?:^|["\s=])(/[\w.-][^\s"]*)"#).unwrap();
    for file in FILES {
        let text = host(file);
        let lines = text.lines().filter(|line| !line.trim_start().starts_with(['#', '<']));
        for line in lines {
            assert!(!fixed.is_match(line), "{file}: {line}");
        }
        assert!(!text.contains("http://") && !text.contains("https://"), "{file}");
    }
    for file in ["firebase.json", "vercel.json"] {
        assert!(!fixed.is_match(&host(file)), "{file}");
    }
}

#[test]
fn the_structured_files_can_be_read() {
    assert_eq!(parse("firebase.json")["hosting"]["public"], "dist");
    assert!(parse("vercel.json").is_object());
    assert_eq!(xml_fault(&host("web.config")), None);
    for wrong in ["<a><b></a></b>", "<a>", "<a/><b/>", "<a b=c/>", "<a/>&", ""] {
        assert!(xml_fault(wrong).is_some(), "{wrong}");
    }
}
