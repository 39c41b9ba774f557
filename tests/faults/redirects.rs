//! Redirects: the token is sent only to the origin of the base URL.

use truto_core::error::{Error, Outcome, RedirectReason};
use truto_sandbox::testkit::{FaultServer, Reply};

use crate::support::{GetContact, Kind, Scene, quick};

crate::faults! {
    "redirects";
    "a redirect of a read within the origin" => "followed": within_the_origin on socket;
    "a `Location` in raw UTF-8" => "followed, under the same rules": a_location_in_utf_8 on socket;
    "a redirect loop" => "`Redirect(TooMany)` at the cap": a_loop on socket;
    "a redirect to another origin" => "not followed: the other origin receives nothing": to_another_origin on socket;
    "a redirect to another origin and back" => "the same": through_another_origin on socket;
    "a redirect from https to http" => "treated as another origin": to_another_scheme on socket;
    "a redirect of a write: 301, 302, 303, 307, 308" => "not followed, and no `GET`": a_write_that_is_redirected on socket;
    "a redirect without a `Location`" => "`Redirect(NoLocation)`": a_redirect_to_nowhere on socket;
    "headers of the hops" => "only the headers of the first request: no referer, no cookie": what_a_hop_sends on socket;
}

fn redirect(status: u16, to: &str) -> Reply {
    Reply::status(status).header("location", to)
}

async fn within_the_origin() {
    let scene = Scene::new().await;
    let query = format!("integrated_account_id={}", scene.account.id());
    let target = format!("/unified/crm/contacts/rec_000001?{query}");
    for status in [301, 302, 303, 307, 308] {
        scene.server.script([redirect(status, &target), redirect(status, &format!("{}{target}", scene.server.url()))]);
        assert_eq!(Kind::Read.call(&scene.account, "").await.unwrap().name.as_deref(), Some("Ada"));
    }
}

async fn a_location_in_utf_8() {
    let scene = Scene::new().await;
    for (location, path) in [
        ("/caf\u{e9}/\u{1f980}?q=\u{fc}#\u{e9}", "/caf%C3%A9/%F0%9F%A6%80?q=%C3%BC"),
        ("caf\u{e9} ?\u{202e}", "/unified/crm/contacts/caf%C3%A9%20?%E2%80%AE"),
    ] {
        scene.server.script([redirect(302, location), crate::support::fine()]);
        Kind::Read.call(&scene.account, "").await.unwrap();
        let requests = scene.server.received();
        assert_eq!(requests[requests.len() - 1].target, path);
    }
    let elsewhere = FaultServer::start().await.unwrap();
    let url = elsewhere.url().replace("http://", "http://caf\u{e9}@");
    scene.server.otherwise(redirect(302, &format!("{url}/\u{e9}")));
    let error = scene.failed(Kind::Read.call(&scene.account, "").await);
    assert!(matches!(&error, Error::Redirect(redirect) if redirect.reason() == RedirectReason::OtherOrigin), "{error}");
    assert!(elsewhere.received().is_empty());
    scene.server.otherwise(redirect(302, "/\u{e9}"));
    let error = scene.failed(Kind::Write.call(&scene.account, "x").await);
    assert!(matches!(&error, Error::Redirect(redirect) if redirect.reason() == RedirectReason::Write), "{error}");
}

async fn a_loop() {
    let scene = Scene::new().await;
    scene.server.otherwise(redirect(302, "/again"));
    let error = scene.failed(Kind::Read.call(&scene.account, "").await);
    let Error::Redirect(redirect) = &error else { panic!("{error}") };
    assert_eq!((redirect.reason(), redirect.followed(), redirect.status()), (RedirectReason::TooMany, 5, 302));
    assert_eq!((scene.server.received().len(), error.attempts()), (6, 1));
    let none = scene.account.with(quick().max_redirects(0));
    scene.failed(Kind::Read.call(&none, "").await);
    assert_eq!(scene.server.received().len(), 7);
}

async fn to_another_origin() {
    let scene = Scene::new().await;
    let elsewhere = FaultServer::start().await.unwrap();
    scene.server.otherwise(redirect(302, &format!("{}/steal", elsewhere.url())));
    let error = scene.failed(Kind::Read.call(&scene.account, "").await);
    assert!(matches!(&error, Error::Redirect(redirect) if redirect.reason() == RedirectReason::OtherOrigin), "{error}");
    assert_eq!(elsewhere.connections(), 0);
}

async fn through_another_origin() {
    let scene = Scene::new().await;
    let elsewhere = FaultServer::start().await.unwrap();
    elsewhere.otherwise(redirect(302, &format!("{}/back", scene.server.url())));
    scene.server.otherwise(redirect(302, &format!("{}/first", elsewhere.url())));
    scene.failed(Kind::Read.call(&scene.account, "").await);
    scene.failed(GetContact::builder().id("1").send(&scene.account).stream().await);
    assert_eq!(elsewhere.connections(), 0, "the other origin receives no request");
}

async fn to_another_scheme() {
    let scene = Scene::new().await;
    let other = scene.server.url().replace("http://", "https://");
    scene.server.otherwise(redirect(301, &format!("{other}/x")));
    let error = scene.failed(Kind::Read.call(&scene.account, "").await);
    assert!(matches!(&error, Error::Redirect(redirect) if redirect.reason() == RedirectReason::OtherOrigin), "{error}");
}

async fn a_write_that_is_redirected() {
    let scene = Scene::new().await;
    for (status, outcome) in [
        (301, Outcome::Unknown),
        (302, Outcome::Unknown),
        (303, Outcome::Unknown),
        (307, Outcome::Rejected),
        (308, Outcome::Rejected),
    ] {
        scene.server.script([redirect(status, "/elsewhere")]);
        let error = scene.failed(Kind::Write.call(&scene.account, "x").await);
        let Error::Redirect(redirect) = &error else { panic!("{error}") };
        assert_eq!((redirect.reason(), error.outcome()), (RedirectReason::Write, outcome), "{status}");
    }
    assert!(scene.server.received().iter().all(|request| request.method == http::Method::POST));
    assert_eq!(scene.server.received().len(), 5);
}

async fn a_redirect_to_nowhere() {
    let scene = Scene::new().await;
    for reply in [Reply::status(302), redirect(302, "https://["), Reply::status(302).header("location", b"\xff\xfe")] {
        scene.server.script([reply]);
        let error = scene.failed(Kind::Read.call(&scene.account, "").await);
        assert!(matches!(&error, Error::Redirect(to) if to.reason() == RedirectReason::NoLocation), "{error}");
    }
    // These statuses are not redirects.
    for status in [300, 304, 305] {
        scene.server.script([redirect(status, "/x")]);
        let error = scene.failed(Kind::Read.call(&scene.account, "").await);
        assert!(matches!(&error, Error::Api(api) if api.status() == status), "{error}");
    }
}

async fn what_a_hop_sends() {
    let scene = Scene::new().await;
    scene.server.script([redirect(302, "/a?x=secret").header("set-cookie", "session=1"), redirect(307, "/b")]);
    scene.server.otherwise(crate::support::fine());
    Kind::Read.call(&scene.account, "").await.unwrap();
    let requests = scene.server.received();
    assert_eq!(requests.len(), 3);
    for request in &requests {
        let mut names: Vec<&str> = request.headers.keys().map(http::HeaderName::as_str).collect();
        names.sort_unstable();
        assert_eq!(names, ["accept", "accept-encoding", "authorization", "host", "user-agent"]);
    }
}
