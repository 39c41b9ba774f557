//! The server of the benches: a process of its own, which answers each request alike, so that only the worker is measured.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

/// The argument by which a bench starts itself as the server.
pub const SERVE: &str = "serve";

/// The variable with its delay, in milliseconds.
const DELAY: &str = "TRUTO_BENCH_DELAY";

const ANSWER: &str =
    r#"{"entity_id":"003Ux000004TbQd","entity":"contacts","associations":{"accounts":[{"id":"001Ux000003GhNt"}]}}"#;

/// The server in its process. It ends when it is dropped.
#[derive(Debug)]
pub struct Server {
    process: Child,
    url: String,
}

impl Server {
    /// A server that answers at once.
    pub fn start() -> Self {
        Self::after(Duration::ZERO)
    }

    /// A server that answers after this time.
    pub fn after(delay: Duration) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.arg(SERVE).env(DELAY, delay.as_millis().to_string());
        let mut process = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut url = String::new();
        BufReader::new(process.stdout.take().unwrap()).read_line(&mut url).unwrap();
        Self { process, url: url.trim().to_owned() }
    }

    pub fn url(&self) -> &str {
        &self.url
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// What the process does: it answers until its input ends.
pub fn serve() {
    let delay = std::env::var(DELAY).ok().and_then(|delay| delay.parse().ok()).unwrap_or_default();
    let delay = Duration::from_millis(delay);
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    println!("http://{}", listener.local_addr().unwrap());
    std::io::stdout().flush().unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || answer(stream, delay));
        }
    });
    let _ = std::io::stdin().read_to_end(&mut Vec::new());
}

fn answer(mut stream: TcpStream, delay: Duration) -> Option<()> {
    let head = "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ";
    let answer = format!("{head}{}\r\n\r\n{ANSWER}", ANSWER.len());
    stream.set_nodelay(true).ok()?;
    let (mut received, mut buffer) = (Vec::new(), [0; 8192]);
    loop {
        let end = loop {
            if let Some(end) = request(&received) {
                break end;
            }
            let read = stream.read(&mut buffer).ok().filter(|read| *read > 0)?;
            received.extend_from_slice(&buffer[..read]);
        };
        received.drain(..end);
        if !delay.is_zero() {
            std::thread::sleep(delay);
        }
        stream.write_all(answer.as_bytes()).ok()?;
    }
}

/// The length of the first request, once it is there.
fn request(received: &[u8]) -> Option<usize> {
    let head = received.windows(4).position(|window| window == b"\r\n\r\n")? + 4;
    let text = std::str::from_utf8(&received[..head]).ok()?.to_ascii_lowercase();
    let length = text.lines().find_map(|line| line.strip_prefix("content-length:")?.trim().parse::<usize>().ok());
    Some(head + length.unwrap_or_default()).filter(|end| received.len() >= *end)
}
