//! A real Chromium, driven over its DevTools protocol.

#![allow(dead_code, reason = "not every test file that shares the browser needs all of it")]

use serde_json::{Value, json};
use std::io::{BufRead, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};
use tungstenite::{Message, WebSocket, connect, stream::MaybeTlsStream};

/// Longest wait for the browser to start, or to answer.
const PATIENCE: Duration = Duration::from_secs(60);

/// The browser to test with: `DATELINE_CHROMIUM`, else `chromium` on the `PATH`.
///
/// `None`, said loudly, where there is none; `DATELINE_REQUIRE_BROWSER=1` makes that a failure.
pub(crate) fn find() -> Option<PathBuf> {
    let named = std::env::var_os("DATELINE_CHROMIUM").map(PathBuf::from);
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = match &named {
        Some(named) => named.is_file().then(|| named.clone()),
        None => std::env::split_paths(&path).map(|dir| dir.join("chromium")).find(|file| file.is_file()),
    };
    if found.is_none() {
        let wanted = named.unwrap_or_else(|| "chromium".into());
        let message =
            format!("no browser: {} not found; set DATELINE_CHROMIUM to a Chromium", wanted.display());
        assert!(std::env::var_os("DATELINE_REQUIRE_BROWSER").is_none_or(|v| v != "1"), "{message}");
        // Written past the test harness, which would hide it.
        let _ = writeln!(std::io::stderr(), "\n*** SKIPPED, {message} ***\n");
    }
    found
}

/// A running browser with one open page; ends with the value.
pub(crate) struct Browser {
    child: Child,
    socket: WebSocket<MaybeTlsStream<std::net::TcpStream>>,
    next: u64,
    session: Option<String>,
    events: Vec<Value>,
    profile: PathBuf,
}

impl Browser {
    pub(crate) fn start(program: &Path, profile: PathBuf) -> Browser {
        let flags = [
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--hide-scrollbars",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--disable-dev-shm-usage",
            "--remote-debugging-port=0",
        ];
        let _ = std::fs::remove_dir_all(&profile);
        let mut child = Command::new(program)
            .args(flags)
            .arg(format!("--user-data-dir={}", profile.display()))
            .arg("about:blank")
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the browser starts");
        let stderr = BufReader::new(child.stderr.take().expect("stderr is piped"));
        let mut lines = stderr.lines().map_while(Result::ok);
        let address = lines.find_map(|line| line.strip_prefix("DevTools listening on ").map(str::to_owned));
        // Keep reading, so that the browser never waits for its own log.
        std::thread::spawn(move || lines.for_each(drop));
        let (socket, _) =
            connect(address.expect("the browser tells its address")).expect("the browser answers");
        if let MaybeTlsStream::Plain(stream) = socket.get_ref() {
            stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        }
        let mut browser = Browser { child, socket, next: 0, session: None, events: Vec::new(), profile };
        let target = browser.call("Target.createTarget", json!({"url": "about:blank"}))["targetId"].clone();
        let attached = browser.call("Target.attachToTarget", json!({"targetId": target, "flatten": true}));
        browser.session = attached["sessionId"].as_str().map(str::to_owned);
        for domain in ["Page", "Runtime", "Network", "Log"] {
            browser.call(&format!("{domain}.enable"), json!({}));
        }
        browser
    }

    /// Calls a method and waits for its answer; what the browser reports meanwhile is kept.
    pub(crate) fn call(&mut self, method: &str, params: Value) -> Value {
        self.next += 1;
        let mut request = json!({"id": self.next, "method": method, "params": params});
        if let Some(session) = &self.session {
            request["sessionId"] = json!(session);
        }
        self.socket.send(Message::text(request.to_string())).expect("the browser listens");
        loop {
            let message = self.read();
            if message["id"] == self.next {
                assert!(message.get("error").is_none(), "{method}: {}", message["error"]);
                return message["result"].clone();
            }
            self.events.push(message);
        }
    }

    fn read(&mut self) -> Value {
        let message = self.socket.read().expect("the browser answers in time");
        serde_json::from_str(message.to_text().unwrap_or_default()).unwrap_or_default()
    }

    /// Opens a page and waits until it has loaded.
    pub(crate) fn open(&mut self, url: &str) {
        self.events.clear();
        self.call("Page.navigate", json!({"url": url}));
        let deadline = Instant::now() + PATIENCE;
        while !self.events.iter().any(|event| event["method"] == "Page.loadEventFired") {
            assert!(Instant::now() < deadline, "{url} does not load");
            let event = self.read();
            self.events.push(event);
        }
    }

    /// The value of a JavaScript expression; works where the page itself may run no script.
    pub(crate) fn evaluate(&mut self, expression: &str) -> Value {
        let answer = self.call("Runtime.evaluate", json!({"expression": expression, "returnByValue": true}));
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {answer}");
        answer["result"]["value"].clone()
    }

    /// The value that a promise settles to.
    pub(crate) fn settle(&mut self, expression: &str) -> Value {
        let params = json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
        let answer = self.call("Runtime.evaluate", params);
        assert!(answer.get("exceptionDetails").is_none(), "{expression}: {answer}");
        answer["result"]["value"].clone()
    }

    /// Every address that was asked for since the page was opened.
    pub(crate) fn requests(&self) -> Vec<String> {
        let requests = self.events.iter().filter(|event| event["method"] == "Network.requestWillBeSent");
        requests.filter_map(|event| event["params"]["request"]["url"].as_str().map(str::to_owned)).collect()
    }

    /// Everything that the console showed since the page was opened.
    pub(crate) fn console(&self) -> Vec<String> {
        let said = ["Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded"];
        let events = self.events.iter();
        events
            .filter(|event| said.iter().any(|name| event["method"] == *name))
            .map(Value::to_string)
            .collect()
    }

    /// Width of the window in CSS pixels, and how the page is shown.
    pub(crate) fn show(&mut self, width: u32, media: &str, scheme: &str) {
        let metrics = json!({"width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false});
        self.call("Emulation.setDeviceMetricsOverride", metrics);
        let features = json!([{"name": "prefers-color-scheme", "value": scheme}]);
        self.call("Emulation.setEmulatedMedia", json!({"media": media, "features": features}));
    }

    /// Saves a picture of the whole page.
    pub(crate) fn picture(&mut self, file: &Path) {
        let params = json!({"format": "png", "captureBeyondViewport": true});
        let answer = self.call("Page.captureScreenshot", params);
        save(&answer["data"], file);
    }

    /// Saves the page as it prints, and gives the number of bytes.
    pub(crate) fn print(&mut self, file: &Path) -> usize {
        let answer =
            self.call("Page.printToPDF", json!({"printBackground": true, "preferCSSPageSize": true}));
        save(&answer["data"], file)
    }
}

fn save(data: &Value, file: &Path) -> usize {
    use base64::Engine as _;
    let bytes = base64::prelude::BASE64_STANDARD.decode(data.as_str().unwrap_or_default()).expect("base64");
    std::fs::write(file, &bytes).expect("the picture is written");
    bytes.len()
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Asked rather than killed, so that its helpers end too.
        let close = json!({"id": 0, "method": "Browser.close"}).to_string();
        let asked = self.socket.send(Message::text(close)).is_ok();
        let deadline = Instant::now() + Duration::from_secs(5);
        while asked && Instant::now() < deadline && matches!(self.child.try_wait(), Ok(None)) {
            std::thread::sleep(Duration::from_millis(20));
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}
