//! The program in a process of its own: its first line, its errors, and its end.

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::io::{BufRead, BufReader};
    use std::process::{Child, Command, Output, Stdio};

    use serde_json::{Value, json};

    fn command(arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_truto-sandbox"));
        command.args(arguments).env_remove("TRUTO_SANDBOX_TOKEN");
        command
    }

    /// A running program. It is killed when the test ends.
    struct Running {
        child: Child,
        line: Value,
    }

    impl Running {
        fn start(arguments: &[&str]) -> Self {
            let mut child = command(arguments).stdout(Stdio::piped()).spawn().unwrap();
            let mut line = String::new();
            BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
            let line = serde_json::from_str(&line).unwrap();
            Self { child, line }
        }

        fn text(&self, pointer: &str) -> &str {
            self.line.pointer(pointer).unwrap().as_str().unwrap()
        }
    }

    impl Drop for Running {
        fn drop(&mut self) {
            drop(self.child.kill());
            drop(self.child.wait());
        }
    }

    fn fails(arguments: &[&str]) -> (Option<i32>, String) {
        let Output { status, stdout, stderr } = command(arguments).output().unwrap();
        assert!(stdout.is_empty());
        (status.code(), String::from_utf8(stderr).unwrap())
    }

    #[tokio::test]
    async fn the_first_line_has_all_that_a_client_needs() {
        let program = Running::start(&["--port", "0", "--token", "mine", "--rate-limit", "7", "--strict-filters"]);
        let accounts: BTreeSet<&str> =
            program.line["accounts"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(accounts, BTreeSet::from(["attio", "close", "pipedrive", "salesforce"]));
        let url = format!(
            "{}/unified/crm/associations?integrated_account_id={}",
            program.text("/url"),
            program.text("/accounts/close")
        );
        let client = reqwest::Client::new();
        let body = json!({ "entity": "contacts", "entity_id": "1", "associations": { "leads": [{ "id": "2" }] } });
        let answer = client.post(url).bearer_auth("mine").json(&body).send().await.unwrap();
        assert_eq!(answer.status(), 201);
        assert_eq!(answer.headers()["ratelimit-limit"], "7;w=10");
        let links = client.get(format!("{}/_sandbox/links", program.text("/url"))).send().await.unwrap();
        assert_eq!(links.json::<Value>().await.unwrap()["links"][0]["id"], "2");
    }

    #[test]
    fn a_taken_port_is_an_error() {
        let program = Running::start(&["--port", "0"]);
        let port = program.text("/url").rsplit(':').next().unwrap();
        let (code, message) = fails(&["--port", port]);
        assert_eq!(code, Some(2));
        assert_eq!(message, format!("truto-sandbox: port {port} of 127.0.0.1 is taken; --port 0 takes any free one\n"));
    }

    #[test]
    fn a_remote_address_needs_a_flag() {
        let (code, message) = fails(&["--host", "0.0.0.0"]);
        assert_eq!(code, Some(2));
        assert!(message.contains("--allow-remote"), "{message}");
        let program = Running::start(&["--host", "0.0.0.0", "--allow-remote"]);
        assert!(program.text("/url").starts_with("http://0.0.0.0:"));
    }

    #[test]
    fn an_empty_token_is_refused() {
        assert_eq!(fails(&["--token", ""]).0, Some(2));
    }

    #[cfg(unix)]
    #[test]
    fn a_signal_ends_it_with_success() {
        for signal in ["-INT", "-TERM"] {
            let mut program = Running::start(&[]);
            let sent = Command::new("kill").args([signal, &program.child.id().to_string()]).status().unwrap();
            assert!(sent.success());
            assert!(program.child.wait().unwrap().success(), "{signal}");
        }
    }
}
