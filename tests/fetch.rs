//! Fetching pages, from a server of our own on this machine, and how it fails.
#![cfg(feature = "fetch")]

use dateline::fetch::{Limits, Page, fetch};
use std::io::{BufRead, BufReader, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Command, Output};
use std::thread;
use std::time::Duration;

/// Starts a server that answers until the tests end; its address.
fn server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = format!("http://{}", listener.local_addr().expect("an address"));
    let base = address.clone();
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let base = base.clone();
            thread::spawn(move || answer(stream, &base));
        }
    });
    address
}

const PAGE: &str = "<!DOCTYPE html><html lang=en><title>Ferry returns</title>\
    <meta property='article:published_time' content='2025-11-20T22:30:00-05:00'>\
    <article><h1>Ferry returns</h1><p>The ferry returned to the harbor on Wednesday.</p></article>";

fn answer(mut stream: TcpStream, base: &str) {
    let mut lines = BufReader::new(stream.try_clone().expect("a stream")).lines();
    let request = lines.next().and_then(Result::ok).unwrap_or_default();
    // The rest of the head, so that the client is not cut off while it writes.
    while lines.next().and_then(Result::ok).is_some_and(|line| !line.is_empty()) {}
    let path = request.split(' ').nth(1).unwrap_or_default().to_owned();
    let ok = |kind: &str, body: &[u8]| {
        let head = format!("HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n", body.len());
        let head = head + "Last-Modified: Fri, 21 Nov 2025 08:00:00 GMT\r\nConnection: close\r\n\r\n";
        [head.as_bytes(), body].concat()
    };
    let redirect = |to: String| {
        format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
            .into_bytes()
    };
    let response = match path.as_str() {
        "/page" => ok("text/html; charset=utf-8", PAGE.as_bytes()),
        "/undated" => ok("text/html", b"<p>The ferry returned on Wednesday."),
        "/latin" => ok("text/html; charset=ISO-8859-1", b"<p>Caf\xE9 closed on Friday."),
        "/story.md" => ok("text/html", PAGE.as_bytes()),
        "/feed" => ok("application/rss+xml", b"<rss version='2.0'><channel><item><guid>a</guid><title>Pier closes</title>\
            <pubDate>Tue, 18 Nov 2025 09:00:00 -0500</pubDate><description>The pier closed on Sunday.</description></item></channel></rss>"),
        "/moved" => redirect("/page".to_owned()),
        "/loop" => redirect("/loop".to_owned()),
        "/elsewhere" => redirect("ftp://sound.example/page".to_owned()),
        "/named" => redirect(format!("{}/page", base.replace("127.0.0.1", "localhost"))),
        "/failing" => b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_vec(),
        "/picture" => ok("image/png", b"\x89PNG"),
        "/large" => ok("text/html", &b"x".repeat(3000)),
        "/endless" => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n\r\n");
            while stream.write_all(&[b'x'; 1024]).is_ok() {}
            return;
        }
        "/silent" => {
            // Until the client gives up.
            while lines.next().is_some() {}
            return;
        }
        "/cut" => b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 9999\r\n\r\n<p>The".to_vec(),
        "/garbage" => b"220 mail.example ESMTP\r\n".to_vec(),
        _ => b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n".to_vec(),
    };
    let _ = stream.write_all(&response);
}

const LIMITS: Limits =
    Limits { longest: 2000, time: Duration::from_secs(5), redirects: 3, allow_private: true };

fn get(path: &str) -> Page {
    fetch(&format!("{}{path}", server()), &LIMITS).expect(path)
}

#[test]
fn pages_are_fetched() {
    let page = get("/page");
    assert!(page.url.ends_with("/page") && page.media_type == "text/html", "{page:?}");
    assert_eq!(page.bytes, PAGE.as_bytes());
    let moved = get("/moved");
    assert!(moved.url.ends_with("/page"), "where the redirects ended: {}", moved.url);
    assert_eq!(String::from_utf8_lossy(&get("/latin").bytes), "<p>Café closed on Friday.");
}

#[test]
fn what_goes_wrong_is_told() {
    let base = server();
    let cases = [
        ("/nowhere", "has no page (status 404)"),
        ("/loop", "leads on more than 3 times"),
        ("/elsewhere", "leads on to none"),
        ("/failing", "try again later"),
        ("/picture", "is of type image/png"),
        ("/large", "is larger than"),
        ("/endless", "is larger than"),
        ("/cut", "could not be fetched"),
        ("/garbage", "could not be fetched"),
    ];
    for (path, expected) in cases {
        let address = format!("{base}{path}");
        let error = fetch(&address, &LIMITS).expect_err(path);
        assert!(error.is_fetch(), "{path}");
        let message = error.to_string();
        assert!(message.starts_with(&format!("{address}: ")) && message.contains(expected), "{message}");
    }
    let limits = Limits { time: Duration::from_millis(200), ..LIMITS };
    let message = fetch(&format!("{base}/silent"), &limits).expect_err("silence").to_string();
    assert!(message.contains("did not answer within"), "{message}");
}

#[test]
fn this_machine_is_not_asked_unless_allowed() {
    let limits = Limits { allow_private: false, ..LIMITS };
    let base = server();
    for address in [
        base.clone() + "/page",
        base.replace("127.0.0.1", "localhost") + "/page",
        base.replace("127.0.0.1", "0x7f.1"),
    ] {
        let message = fetch(&address, &limits).expect_err(&address).to_string();
        assert!(message.contains("private") || message.contains("nobody knows"), "{message}");
    }
    assert!(fetch(&(base + "/named"), &LIMITS).is_ok());
}

fn dateline(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_dateline")).args(arguments).output().expect("dateline runs")
}

#[test]
fn addresses_are_inputs() {
    let base = server();
    let (page, feed, undated) = (format!("{base}/page"), format!("{base}/feed"), format!("{base}/undated"));
    let output = dateline(&["published", &page, &feed, &format!("{base}/story.md"), "--allow-private"]);
    let text = String::from_utf8_lossy(&output.stdout);
    let days: Vec<&str> = text.lines().filter_map(|line| line.split('\t').nth(1)).collect();
    let expected = ["2025-11-20T22:30:00-05:00", "2025-11-18T09:00:00-05:00", "2025-11-20T22:30:00-05:00"];
    assert_eq!(days, expected, "{text}");

    let output = dateline(&["annotate", &page, &format!("{base}/nowhere"), "--allow-private"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("2025-11-19"));
    assert!(String::from_utf8_lossy(&output.stderr).contains("status 404"));

    // When the server last changed a file is no date of publication.
    let output = dateline(&[&undated, "--allow-private"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("no publication date"));
}
