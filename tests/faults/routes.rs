//! Every declared route of the platform, and the faults after which nobody knows whether a call happened.

use std::future::Future;
use std::pin::Pin;

use serde_json::{Map, Value, json};
use truto_core::contract::{Contract, Method};
use truto_core::error::{Error, Outcome};
use truto_core::scope::ClientScope;
use truto_core::shape::Shape;
use truto_core::{Client, Endpoint, platform};
use truto_sandbox::testkit::{FaultServer, Reply};

use crate::support::{TOKEN, failed, quick_client};

crate::faults! {
    "routes";
    "the answer to a `POST` or a `PATCH` of any route of the platform is lost" =>
        "unknown outcome, sent once; the error shows no secret of the request": writes_of_every_route on socket;
    "the answer to a `GET` or a `DELETE` of any route of the platform is lost" => "retried":
        repeatable_calls_of_every_route on socket;
}

/// The text in every secret field of a request.
const SECRET: &str = "s3cret-of-a-field";

/// Sends a request in its JSON form, and drops the answer.
type Send = for<'a> fn(&'a Client, Value) -> Pin<Box<dyn Future<Output = Result<(), Error>> + 'a>>;

fn route<E: Endpoint<Scope = ClientScope>>() -> (&'static Contract, Send) {
    let send: Send = |client, document| {
        let request = E::from_value(document).unwrap();
        Box::pin(async move { request.send(client).await.map(drop) })
    };
    (E::CONTRACT, send)
}

/// The routes of these endpoints of the platform.
macro_rules! routes {
    ($($endpoint:ident)+) => {
        fn routes() -> Vec<(&'static Contract, Send)> {
            vec![$(route::<platform::$endpoint>()),+]
        }
    };
}

routes! {
    ListIntegratedAccounts GetIntegratedAccount CreateIntegratedAccount UpdateIntegratedAccount
    UpdateIntegratedAccountCredentials DeleteIntegratedAccount BulkDeleteIntegratedAccounts CreateIntegratedAccountToken
    RefreshIntegratedAccountCredentials RunPostInstallActions GetOwnIntegratedAccount UpdateOwnIntegratedAccount
    GetIntegratedAccountCapabilities ListIntegratedAccountTools ListSandboxIntegratedAccounts
    GetSandboxIntegratedAccount CreateSandboxIntegratedAccount DeleteSandboxIntegratedAccount ListMcpTokens GetMcpToken
    CreateMcpToken UpdateMcpToken DeleteMcpToken CallMcp CallPlatformMcp ListIntegrations GetIntegration
    CreateIntegration UpdateIntegration DeleteIntegration GetIntegrationCapabilities ListIntegrationTools
    ListIntegrationUnifiedApis ListEnvironments GetEnvironment UpdateEnvironment ListEnvironmentIntegrations
    GetEnvironmentIntegration CreateEnvironmentIntegration UpdateEnvironmentIntegration DeleteEnvironmentIntegration
    ListUnifiedModels GetUnifiedModel CreateUnifiedModel UpdateUnifiedModel DeleteUnifiedModel
    ListEnvironmentUnifiedModels GetEnvironmentUnifiedModel CreateEnvironmentUnifiedModel UpdateEnvironmentUnifiedModel
    DeleteEnvironmentUnifiedModel ListUnifiedModelResourceMethods GetUnifiedModelResourceMethod
    CreateUnifiedModelResourceMethod UpdateUnifiedModelResourceMethod DeleteUnifiedModelResourceMethod
    ListEnvironmentUnifiedModelResourceMethods GetEnvironmentUnifiedModelResourceMethod
    CreateEnvironmentUnifiedModelResourceMethod UpdateEnvironmentUnifiedModelResourceMethod
    DeleteEnvironmentUnifiedModelResourceMethod CreateLinkToken SubmitPostConnectForm ListWebhooks GetWebhook
    CreateWebhook UpdateWebhook DeleteWebhook TestWebhook ListNotificationDestinations GetNotificationDestination
    CreateNotificationDestination UpdateNotificationDestination DeleteNotificationDestination
    TestNotificationDestination ListSyncJobs GetSyncJob CreateSyncJob UpdateSyncJob DeleteSyncJob ListSyncJobRuns
    GetSyncJobRun CreateSyncJobRun UpdateSyncJobRun DeleteSyncJobRun ListSyncJobRunStates GetSyncJobRunState
    CreateSyncJobRunState UpdateSyncJobRunState DeleteSyncJobRunState ListSyncJobCronTriggers GetSyncJobCronTrigger
    CreateSyncJobCronTrigger UpdateSyncJobCronTrigger DeleteSyncJobCronTrigger ScheduleSyncJobCronTrigger
    ListSyncJobTemplates GetSyncJobTemplate CreateSyncJobTemplate UpdateSyncJobTemplate DeleteSyncJobTemplate
    ListDaemons GetDaemon CreateDaemon UpdateDaemon DeleteDaemon ListDaemonJobs GetDaemonJob CreateDaemonJob
    UpdateDaemonJob DeleteDaemonJob ListDaemonJobRuns GetDaemonJobRun CreateDaemonJobRun UpdateDaemonJobRun
    DeleteDaemonJobRun ListDaemonJobCronTriggers GetDaemonJobCronTrigger CreateDaemonJobCronTrigger
    UpdateDaemonJobCronTrigger DeleteDaemonJobCronTrigger ScheduleDaemonJobCronTrigger ListWorkflows GetWorkflow
    CreateWorkflow UpdateWorkflow DeleteWorkflow ListWorkflowRuns GetWorkflowRun CreateWorkflowRun UpdateWorkflowRun
    DeleteWorkflowRun ListDatastores GetDatastore CreateDatastore UpdateDatastore DeleteDatastore TestDatastore
    UploadFile ListLogs ListUsers GetUser ListTeams GetTeam UpdateTeam InviteToTeam ListApiTokens GetApiToken
    ListStaticGates GetStaticGate CreateStaticGate UpdateStaticGate DeleteStaticGate ListAlarms GetAlarm CreateAlarm
    UpdateAlarm DeleteAlarm ListCategories ListDocumentations GetDocumentation CreateDocumentation UpdateDocumentation
    DeleteDocumentation ProcessIntegratedAccountWebhook ProcessEnvironmentIntegrationWebhook Ping
    GetIntegrationMethodMeta GetIntegrationDocs
}

/// A request that holds its required fields, and every secret as a text.
fn document(contract: &Contract) -> Value {
    let mut document = Map::new();
    for field in contract.fields() {
        let is_text = matches!(field.shape(), Shape::String | Shape::Any);
        let value = match field.shape() {
            _ if field.is_secret() && is_text => json!(SECRET),
            _ if !field.is_required() => continue,
            shape => sample(shape),
        };
        let inner = field.objects().iter().fold(&mut document, |outer, name| {
            outer.entry(*name).or_insert_with(|| json!({})).as_object_mut().unwrap()
        });
        inner.insert(field.wire_name().to_owned(), value);
    }
    Value::Object(document)
}

/// A value of a shape.
fn sample(shape: Shape) -> Value {
    match shape {
        Shape::Boolean => json!(true),
        Shape::Number | Shape::Integer { .. } => json!(1),
        Shape::Timestamp => json!("2026-01-02T03:04:05Z"),
        Shape::File => json!({ "content_type": "text/plain", "file_name": "a.txt", "base64": "aGk=" }),
        Shape::List(item) => json!([sample(*item)]),
        Shape::Choice(choices) => json!(choices[0]),
        Shape::Record(_) | Shape::Map(_) | Shape::SortBy => json!({}),
        Shape::Nullable(inner) => sample(*inner),
        _ => json!("a"),
    }
}

fn holds_secret(document: &Value) -> bool {
    document.to_string().contains(SECRET)
}

/// What every route can read: a record, and a list without items.
fn answer() -> Reply {
    Reply::json(200, &json!({ "id": "1", "key": "a", "results": [] }))
}

fn lost_answers() -> [Reply; 5] {
    [
        Reply::close_after_request(),
        Reply::reset_after_request(),
        answer().cut_in_head(),
        Reply::status(502),
        Reply::json(502, &json!({ "message": format!("refused: {SECRET} of {TOKEN}") })),
    ]
}

/// Loses the first answer to each route with one of these methods, and returns how many routes there are. `check` gets the
/// route, what was sent, the result, and how often the request was on the wire.
async fn lose(methods: [Method; 2], check: impl Fn(&str, &Value, Result<(), Error>, usize)) -> usize {
    let chosen: Vec<_> = routes().into_iter().filter(|(contract, _)| methods.contains(&contract.method())).collect();
    for (number, lost) in lost_answers().into_iter().enumerate() {
        let server = FaultServer::start().await.unwrap();
        server.otherwise(answer());
        for (contract, send) in &chosen {
            // Its own client: after many failures of one client its calls wait.
            let client = quick_client(&server.url()).build().unwrap();
            let before = server.received().len();
            server.script([lost.clone()]);
            let document = document(contract);
            let result = send(&client, document.clone()).await;
            let received = server.received().split_off(before);
            let what = format!("{} {}, fault {number}", contract.method().as_str(), contract.path());
            assert!(received.iter().all(|request| request.header("idempotency-key").is_none()), "{what}");
            check(&what, &document, result, received.len());
        }
    }
    chosen.len()
}

async fn writes_of_every_route() {
    let writes = lose([Method::Post, Method::Patch], |what, document, result, times| {
        let error = failed(result, TOKEN);
        assert_eq!((error.outcome(), error.attempts(), times), (Outcome::Unknown, 1, 1), "{what}: {error}");
        let shown = format!("{error} {error:?}");
        // A server may say the word by itself.
        assert!(!holds_secret(document) || !shown.contains(SECRET), "{what}: {shown}");
    });
    let declared = || platform::endpoints().iter().map(|known| *known.contract()).collect::<Vec<_>>();
    assert_eq!(routes().iter().map(|(contract, _)| **contract).collect::<Vec<_>>(), declared());
    assert!(declared().iter().any(|contract| holds_secret(&document(contract))), "no request has a secret to show");
    let others = declared().iter().filter(|contract| matches!(contract.method(), Method::Get | Method::Delete)).count();
    assert_eq!(writes.await, declared().len() - others, "every other route is a write, and a `PUT` is in no test");
}

async fn repeatable_calls_of_every_route() {
    let sent = lose([Method::Get, Method::Delete], |what, _, result, times| {
        assert!(result.is_ok(), "{what}: {result:?}");
        assert_eq!(times, 2, "{what}");
    });
    assert!(sent.await > 0);
}
