//! A server ends with its test.

use std::io::ErrorKind;

use tokio::net::{TcpListener, TcpStream};
use tokio::runtime::Handle;
use truto_sandbox::testkit::{FaultServer, Reply};

use crate::socket::{DEFAULT, GET, Socket};

fn address(url: &str) -> &str {
    url.strip_prefix("http://").unwrap()
}

#[tokio::test]
async fn after_a_shutdown_the_port_is_free_and_no_task_is_left() {
    let tasks = || Handle::current().metrics().num_alive_tasks();
    let before = tasks();
    let server = FaultServer::start().await.unwrap();
    server.script([
        Reply::status(200),
        Reply::silence(),
        Reply::status(200).delay(std::time::Duration::from_secs(3600)),
    ]);
    let url = server.url();
    let mut held = Vec::new();
    for request in [GET, GET, GET, "", "GET / HT"] {
        held.push(Socket::sending(&server, request).await);
    }
    server.wait_for(3).await;
    server.wait_for_connections(5).await;
    server.shutdown().await;
    assert_eq!(tasks(), before);
    TcpListener::bind(address(&url)).await.unwrap();
}

#[tokio::test]
async fn dropping_a_server_ends_its_connections_and_refuses_new_ones() {
    let server = FaultServer::start().await.unwrap();
    server.script([Reply::status(200).body("01").stall_at(1)]);
    let url = server.url();
    let mut stalled = Socket::connect(&server).await;
    stalled.ask(GET, "HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n0").await;
    let mut idle = Socket::connect(&server).await;
    idle.ask(GET, DEFAULT).await;
    drop(server);
    stalled.rest().await;
    idle.rest().await;
    assert_eq!(TcpStream::connect(address(&url)).await.unwrap_err().kind(), ErrorKind::ConnectionRefused);
}

#[tokio::test]
async fn a_refused_url_refuses() {
    let url = FaultServer::refused_url().await.unwrap();
    assert_eq!(TcpStream::connect(address(&url)).await.unwrap_err().kind(), ErrorKind::ConnectionRefused);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_runs_on_many_threads() {
    let server = FaultServer::start().await.unwrap();
    let mut clients = tokio::task::JoinSet::new();
    for _ in 0..50 {
        let mut socket = Socket::connect(&server).await;
        clients.spawn(async move {
            for _ in 0..4 {
                socket.ask(GET, DEFAULT).await;
            }
        });
    }
    clients.join_all().await;
    assert_eq!((server.connections(), server.received().len()), (50, 200));
    server.wait_until_closed().await;
}
