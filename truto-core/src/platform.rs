// Written by truto-codegen from `truto-codegen/models/platform.json`.
// A new run keeps what stands between the lines `// <keep>` and `// </keep>`.

//! The Truto platform (admin) API: records, filters and requests.
//!
//! | resource | record | methods |
//! |---|---|---|
//! | [`mod@integrated_account`] | [`IntegratedAccount`]: a connection of a customer to a provider | [`list`](ListIntegratedAccounts), [`get`](GetIntegratedAccount), [`create`](CreateIntegratedAccount), [`update`](UpdateIntegratedAccount), [`update_credentials`](UpdateIntegratedAccountCredentials), [`delete`](DeleteIntegratedAccount), [`bulk_delete`](BulkDeleteIntegratedAccounts), [`create_token`](CreateIntegratedAccountToken), [`refresh_credentials`](RefreshIntegratedAccountCredentials), [`run_post_install_actions`](RunPostInstallActions), [`me_get`](GetOwnIntegratedAccount), [`me_update`](UpdateOwnIntegratedAccount), [`capabilities`](GetIntegratedAccountCapabilities), [`tools`](ListIntegratedAccountTools) |
//! | [`mod@sandbox_integrated_account`] | [`SandboxIntegratedAccount`]: an account that looks like another, and refuses writes | [`list`](ListSandboxIntegratedAccounts), [`get`](GetSandboxIntegratedAccount), [`create`](CreateSandboxIntegratedAccount), [`delete`](DeleteSandboxIntegratedAccount) |
//! | [`mod@mcp_token`] | [`McpToken`]: a server of the Model Context Protocol for one account, with its token | [`list`](ListMcpTokens), [`get`](GetMcpToken), [`create`](CreateMcpToken), [`update`](UpdateMcpToken), [`delete`](DeleteMcpToken) |
//! | `mcp` |  | [`call`](CallMcp), [`platform`](CallPlatformMcp) |
//! | [`mod@integration`] | [`Integration`]: a provider that accounts can connect to | [`list`](ListIntegrations), [`get`](GetIntegration), [`create`](CreateIntegration), [`update`](UpdateIntegration), [`delete`](DeleteIntegration), [`capabilities`](GetIntegrationCapabilities), [`tools`](ListIntegrationTools), [`unified_apis`](ListIntegrationUnifiedApis) |
//! | [`mod@environment`] | [`Environment`]: a part of a team's workspace, such as production and staging | [`list`](ListEnvironments), [`get`](GetEnvironment), [`update`](UpdateEnvironment) |
//! | [`mod@environment_integration`] | [`EnvironmentIntegration`]: an integration that is installed in an environment | [`list`](ListEnvironmentIntegrations), [`get`](GetEnvironmentIntegration), [`create`](CreateEnvironmentIntegration), [`update`](UpdateEnvironmentIntegration), [`delete`](DeleteEnvironmentIntegration) |
//! | [`mod@unified_model`] | [`UnifiedModel`]: a model of the unified API: its resources, and how each integration fills them | [`list`](ListUnifiedModels), [`get`](GetUnifiedModel), [`create`](CreateUnifiedModel), [`update`](UpdateUnifiedModel), [`delete`](DeleteUnifiedModel) |
//! | [`mod@environment_unified_model`] | [`EnvironmentUnifiedModel`]: a unified model that is installed in an environment | [`list`](ListEnvironmentUnifiedModels), [`get`](GetEnvironmentUnifiedModel), [`create`](CreateEnvironmentUnifiedModel), [`update`](UpdateEnvironmentUnifiedModel), [`delete`](DeleteEnvironmentUnifiedModel) |
//! | [`mod@unified_model_resource_method`] | [`UnifiedModelResourceMethod`]: the mapping of a method of a unified model to an integration | [`list`](ListUnifiedModelResourceMethods), [`get`](GetUnifiedModelResourceMethod), [`create`](CreateUnifiedModelResourceMethod), [`update`](UpdateUnifiedModelResourceMethod), [`delete`](DeleteUnifiedModelResourceMethod) |
//! | [`mod@environment_unified_model_resource_method`] | [`EnvironmentUnifiedModelResourceMethod`]: the mapping of a method of a unified model, as an environment changes it | [`list`](ListEnvironmentUnifiedModelResourceMethods), [`get`](GetEnvironmentUnifiedModelResourceMethod), [`create`](CreateEnvironmentUnifiedModelResourceMethod), [`update`](UpdateEnvironmentUnifiedModelResourceMethod), [`delete`](DeleteEnvironmentUnifiedModelResourceMethod) |
//! | [`mod@link_token`] | [`LinkToken`]: a token with which a customer connects an account, once and within seven days | [`create`](CreateLinkToken), [`post_connect_form`](SubmitPostConnectForm) |
//! | [`mod@webhook`] | [`Webhook`]: a subscription to events of the platform | [`list`](ListWebhooks), [`get`](GetWebhook), [`create`](CreateWebhook), [`update`](UpdateWebhook), [`delete`](DeleteWebhook), [`test`](TestWebhook) |
//! | [`mod@notification_destination`] | [`NotificationDestination`]: a place that notifications of the platform are sent to | [`list`](ListNotificationDestinations), [`get`](GetNotificationDestination), [`create`](CreateNotificationDestination), [`update`](UpdateNotificationDestination), [`delete`](DeleteNotificationDestination), [`test`](TestNotificationDestination) |
//! | [`mod@sync_job`] | [`SyncJob`]: a description of what is synced | [`list`](ListSyncJobs), [`get`](GetSyncJob), [`create`](CreateSyncJob), [`update`](UpdateSyncJob), [`delete`](DeleteSyncJob) |
//! | [`mod@sync_job_run`] | [`SyncJobRun`]: a run of a sync job | [`list`](ListSyncJobRuns), [`get`](GetSyncJobRun), [`create`](CreateSyncJobRun), [`update`](UpdateSyncJobRun), [`delete`](DeleteSyncJobRun) |
//! | [`mod@sync_job_run_state`] | [`SyncJobRunState`]: a value that runs of sync jobs keep from one run to the next | [`list`](ListSyncJobRunStates), [`get`](GetSyncJobRunState), [`create`](CreateSyncJobRunState), [`update`](UpdateSyncJobRunState), [`delete`](DeleteSyncJobRunState) |
//! | [`mod@sync_job_cron_trigger`] | [`SyncJobCronTrigger`]: a schedule of runs of a sync job | [`list`](ListSyncJobCronTriggers), [`get`](GetSyncJobCronTrigger), [`create`](CreateSyncJobCronTrigger), [`update`](UpdateSyncJobCronTrigger), [`delete`](DeleteSyncJobCronTrigger), [`schedule`](ScheduleSyncJobCronTrigger) |
//! | [`mod@sync_job_template`] | [`SyncJobTemplate`]: a sync job to start from | [`list`](ListSyncJobTemplates), [`get`](GetSyncJobTemplate), [`create`](CreateSyncJobTemplate), [`update`](UpdateSyncJobTemplate), [`delete`](DeleteSyncJobTemplate) |
//! | [`mod@daemon`] | [`Daemon`]: a process of yours that does the work of sync jobs and daemon jobs | [`list`](ListDaemons), [`get`](GetDaemon), [`create`](CreateDaemon), [`update`](UpdateDaemon), [`delete`](DeleteDaemon) |
//! | [`mod@daemon_job`] | [`DaemonJob`]: a job for daemons | [`list`](ListDaemonJobs), [`get`](GetDaemonJob), [`create`](CreateDaemonJob), [`update`](UpdateDaemonJob), [`delete`](DeleteDaemonJob) |
//! | [`mod@daemon_job_run`] | [`DaemonJobRun`]: a run of a daemon job | [`list`](ListDaemonJobRuns), [`get`](GetDaemonJobRun), [`create`](CreateDaemonJobRun), [`update`](UpdateDaemonJobRun), [`delete`](DeleteDaemonJobRun) |
//! | [`mod@daemon_job_cron_trigger`] | [`DaemonJobCronTrigger`]: a schedule of runs of a daemon job | [`list`](ListDaemonJobCronTriggers), [`get`](GetDaemonJobCronTrigger), [`create`](CreateDaemonJobCronTrigger), [`update`](UpdateDaemonJobCronTrigger), [`delete`](DeleteDaemonJobCronTrigger), [`schedule`](ScheduleDaemonJobCronTrigger) |
//! | [`mod@workflow`] | [`Workflow`]: steps that follow an event | [`list`](ListWorkflows), [`get`](GetWorkflow), [`create`](CreateWorkflow), [`update`](UpdateWorkflow), [`delete`](DeleteWorkflow) |
//! | [`mod@workflow_run`] | [`WorkflowRun`]: a run of a workflow | [`list`](ListWorkflowRuns), [`get`](GetWorkflowRun), [`create`](CreateWorkflowRun), [`update`](UpdateWorkflowRun), [`delete`](DeleteWorkflowRun) |
//! | [`mod@datastore`] | [`Datastore`]: a store of yours that synced records are written to | [`list`](ListDatastores), [`get`](GetDatastore), [`create`](CreateDatastore), [`update`](UpdateDatastore), [`delete`](DeleteDatastore), [`test`](TestDatastore) |
//! | [`mod@file`] | [`UploadedFile`]: a file that was uploaded. Everybody who has its address can read it | [`upload`](UploadFile) |
//! | [`mod@log`] | [`Log`]: an entry of a log. Any member may be missing | [`list`](ListLogs) |
//! | [`mod@user`] | [`User`]: a person who works with the platform | [`list`](ListUsers), [`get`](GetUser) |
//! | [`mod@team`] | [`Team`]: a company that works with the platform | [`list`](ListTeams), [`get`](GetTeam), [`update`](UpdateTeam), [`invite`](InviteToTeam) |
//! | [`mod@api_token`] | [`ApiToken`]: a token for calls of the API. The token itself is in no answer | [`list`](ListApiTokens), [`get`](GetApiToken) |
//! | [`mod@static_gate`] | [`StaticGate`]: a gate with an address of its own, which calls of accounts go through | [`list`](ListStaticGates), [`get`](GetStaticGate), [`create`](CreateStaticGate), [`update`](UpdateStaticGate), [`delete`](DeleteStaticGate) |
//! | [`mod@alarm`] | [`Alarm`]: something that happens at a time | [`list`](ListAlarms), [`get`](GetAlarm), [`create`](CreateAlarm), [`update`](UpdateAlarm), [`delete`](DeleteAlarm) |
//! | [`mod@category`] | [`Category`]: a category of integrations | [`list`](ListCategories) |
//! | [`mod@documentation`] | [`Documentation`]: a text about an integration or a unified model | [`list`](ListDocumentations), [`get`](GetDocumentation), [`create`](CreateDocumentation), [`update`](UpdateDocumentation), [`delete`](DeleteDocumentation) |
//! | [`mod@integrated_account_webhook`] |  | [`process`](ProcessIntegratedAccountWebhook) |
//! | [`mod@environment_integration_webhook`] |  | [`process`](ProcessEnvironmentIntegrationWebhook) |
//! | [`mod@ping`] |  | [`ping`](Ping) |
//! | [`mod@unified_meta`] |  | [`integration_method_meta`](GetIntegrationMethodMeta), [`integration_docs`](GetIntegrationDocs) |
//!
//! Requests are sent to the client, with its token: `.send(&client)`. Fields are optional where the API does not
//! promise them, and a value that an enum does not know is kept.
//!
//! The resource `batch-request` is [`truto_core::batch`].

#![allow(
    clippy::enum_variant_names,
    clippy::struct_field_names,
    clippy::upper_case_acronyms,
    reason = "the names are the API's"
)]

pub mod alarm;
pub mod api_token;
pub mod category;
pub mod daemon;
pub mod daemon_job;
pub mod daemon_job_cron_trigger;
pub mod daemon_job_run;
pub mod datastore;
pub mod documentation;
pub mod environment;
pub mod environment_integration;
pub mod environment_integration_webhook;
pub mod environment_unified_model;
pub mod environment_unified_model_resource_method;
pub mod file;
pub mod integrated_account;
pub mod integrated_account_webhook;
pub mod integration;
pub mod link_token;
pub mod log;
mod mcp;
pub mod mcp_token;
pub mod notification_destination;
pub mod ping;
pub mod sandbox_integrated_account;
pub mod static_gate;
pub mod sync_job;
pub mod sync_job_cron_trigger;
pub mod sync_job_run;
pub mod sync_job_run_state;
pub mod sync_job_template;
pub mod team;
pub mod unified_meta;
pub mod unified_model;
pub mod unified_model_resource_method;
pub mod user;
pub mod values;
pub mod webhook;
pub mod workflow;
pub mod workflow_run;

#[doc(inline)]
pub use self::alarm::{Alarm, CreateAlarm, DeleteAlarm, GetAlarm, ListAlarms, UpdateAlarm};
#[doc(inline)]
pub use self::api_token::{ApiToken, GetApiToken, ListApiTokens};
#[doc(inline)]
pub use self::category::{Category, ListCategories};
#[doc(inline)]
pub use self::daemon::{CreateDaemon, Daemon, DeleteDaemon, GetDaemon, ListDaemons, UpdateDaemon};
#[doc(inline)]
pub use self::daemon_job::{
    CreateDaemonJob, DaemonJob, DeleteDaemonJob, GetDaemonJob, ListDaemonJobs, UpdateDaemonJob,
};
#[doc(inline)]
pub use self::daemon_job_cron_trigger::{
    CreateDaemonJobCronTrigger, DaemonJobCronTrigger, DeleteDaemonJobCronTrigger, GetDaemonJobCronTrigger,
    ListDaemonJobCronTriggers, ScheduleDaemonJobCronTrigger, UpdateDaemonJobCronTrigger,
};
#[doc(inline)]
pub use self::daemon_job_run::{
    CreateDaemonJobRun, DaemonJobRun, DeleteDaemonJobRun, GetDaemonJobRun, ListDaemonJobRuns, UpdateDaemonJobRun,
};
#[doc(inline)]
pub use self::datastore::{
    CreateDatastore, Datastore, DeleteDatastore, GetDatastore, ListDatastores, TestDatastore, UpdateDatastore,
};
#[doc(inline)]
pub use self::documentation::{
    CreateDocumentation, DeleteDocumentation, Documentation, GetDocumentation, ListDocumentations, UpdateDocumentation,
};
#[doc(inline)]
pub use self::environment::{Environment, GetEnvironment, ListEnvironments, UpdateEnvironment};
#[doc(inline)]
pub use self::environment_integration::{
    CreateEnvironmentIntegration, DeleteEnvironmentIntegration, EnvironmentIntegration, GetEnvironmentIntegration,
    ListEnvironmentIntegrations, UpdateEnvironmentIntegration,
};
#[doc(inline)]
pub use self::environment_integration_webhook::ProcessEnvironmentIntegrationWebhook;
#[doc(inline)]
pub use self::environment_unified_model::{
    CreateEnvironmentUnifiedModel, DeleteEnvironmentUnifiedModel, EnvironmentUnifiedModel, GetEnvironmentUnifiedModel,
    ListEnvironmentUnifiedModels, UpdateEnvironmentUnifiedModel,
};
#[doc(inline)]
pub use self::environment_unified_model_resource_method::{
    CreateEnvironmentUnifiedModelResourceMethod, DeleteEnvironmentUnifiedModelResourceMethod,
    EnvironmentUnifiedModelResourceMethod, GetEnvironmentUnifiedModelResourceMethod,
    ListEnvironmentUnifiedModelResourceMethods, UpdateEnvironmentUnifiedModelResourceMethod,
};
#[doc(inline)]
pub use self::file::{UploadFile, UploadedFile};
#[doc(inline)]
pub use self::integrated_account::{
    BulkDeleteIntegratedAccounts, CreateIntegratedAccount, CreateIntegratedAccountToken, DeleteIntegratedAccount,
    GetIntegratedAccount, GetIntegratedAccountCapabilities, GetOwnIntegratedAccount, IntegratedAccount,
    ListIntegratedAccountTools, ListIntegratedAccounts, RefreshIntegratedAccountCredentials, RunPostInstallActions,
    UpdateIntegratedAccount, UpdateIntegratedAccountCredentials, UpdateOwnIntegratedAccount,
};
#[doc(inline)]
pub use self::integrated_account_webhook::ProcessIntegratedAccountWebhook;
#[doc(inline)]
pub use self::integration::{
    CreateIntegration, DeleteIntegration, GetIntegration, GetIntegrationCapabilities, Integration,
    ListIntegrationTools, ListIntegrationUnifiedApis, ListIntegrations, UpdateIntegration,
};
#[doc(inline)]
pub use self::link_token::{CreateLinkToken, LinkToken, SubmitPostConnectForm};
#[doc(inline)]
pub use self::log::{ListLogs, Log};
pub use self::mcp::{CallMcp, CallMcpBuilder, CallPlatformMcp, CallPlatformMcpBuilder, JsonRpc, McpAnswer, McpError};
#[doc(inline)]
pub use self::mcp_token::{CreateMcpToken, DeleteMcpToken, GetMcpToken, ListMcpTokens, McpToken, UpdateMcpToken};
#[doc(inline)]
pub use self::notification_destination::{
    CreateNotificationDestination, DeleteNotificationDestination, GetNotificationDestination,
    ListNotificationDestinations, NotificationDestination, TestNotificationDestination, UpdateNotificationDestination,
};
#[doc(inline)]
pub use self::ping::Ping;
#[doc(inline)]
pub use self::sandbox_integrated_account::{
    CreateSandboxIntegratedAccount, DeleteSandboxIntegratedAccount, GetSandboxIntegratedAccount,
    ListSandboxIntegratedAccounts, SandboxIntegratedAccount,
};
#[doc(inline)]
pub use self::static_gate::{
    CreateStaticGate, DeleteStaticGate, GetStaticGate, ListStaticGates, StaticGate, UpdateStaticGate,
};
#[doc(inline)]
pub use self::sync_job::{CreateSyncJob, DeleteSyncJob, GetSyncJob, ListSyncJobs, SyncJob, UpdateSyncJob};
#[doc(inline)]
pub use self::sync_job_cron_trigger::{
    CreateSyncJobCronTrigger, DeleteSyncJobCronTrigger, GetSyncJobCronTrigger, ListSyncJobCronTriggers,
    ScheduleSyncJobCronTrigger, SyncJobCronTrigger, UpdateSyncJobCronTrigger,
};
#[doc(inline)]
pub use self::sync_job_run::{
    CreateSyncJobRun, DeleteSyncJobRun, GetSyncJobRun, ListSyncJobRuns, SyncJobRun, UpdateSyncJobRun,
};
#[doc(inline)]
pub use self::sync_job_run_state::{
    CreateSyncJobRunState, DeleteSyncJobRunState, GetSyncJobRunState, ListSyncJobRunStates, SyncJobRunState,
    UpdateSyncJobRunState,
};
#[doc(inline)]
pub use self::sync_job_template::{
    CreateSyncJobTemplate, DeleteSyncJobTemplate, GetSyncJobTemplate, ListSyncJobTemplates, SyncJobTemplate,
    UpdateSyncJobTemplate,
};
#[doc(inline)]
pub use self::team::{GetTeam, InviteToTeam, ListTeams, Team, UpdateTeam};
#[doc(inline)]
pub use self::unified_meta::{GetIntegrationDocs, GetIntegrationMethodMeta};
#[doc(inline)]
pub use self::unified_model::{
    CreateUnifiedModel, DeleteUnifiedModel, GetUnifiedModel, ListUnifiedModels, UnifiedModel, UpdateUnifiedModel,
};
#[doc(inline)]
pub use self::unified_model_resource_method::{
    CreateUnifiedModelResourceMethod, DeleteUnifiedModelResourceMethod, GetUnifiedModelResourceMethod,
    ListUnifiedModelResourceMethods, UnifiedModelResourceMethod, UpdateUnifiedModelResourceMethod,
};
#[doc(inline)]
pub use self::user::{GetUser, ListUsers, User};
#[doc(inline)]
pub use self::webhook::{CreateWebhook, DeleteWebhook, GetWebhook, ListWebhooks, TestWebhook, UpdateWebhook, Webhook};
#[doc(inline)]
pub use self::workflow::{CreateWorkflow, DeleteWorkflow, GetWorkflow, ListWorkflows, UpdateWorkflow, Workflow};
#[doc(inline)]
pub use self::workflow_run::{
    CreateWorkflowRun, DeleteWorkflowRun, GetWorkflowRun, ListWorkflowRuns, UpdateWorkflowRun, WorkflowRun,
};

/// Every endpoint of the model, for a server such as the sandbox.
#[must_use]
#[cfg(feature = "server")]
#[expect(clippy::too_many_lines, reason = "a line for each endpoint")]
pub const fn endpoints() -> truto_core::Registry {
    truto_core::endpoints![
        ListIntegratedAccounts,
        GetIntegratedAccount,
        CreateIntegratedAccount,
        UpdateIntegratedAccount,
        UpdateIntegratedAccountCredentials,
        DeleteIntegratedAccount,
        BulkDeleteIntegratedAccounts,
        CreateIntegratedAccountToken,
        RefreshIntegratedAccountCredentials,
        RunPostInstallActions,
        GetOwnIntegratedAccount,
        UpdateOwnIntegratedAccount,
        GetIntegratedAccountCapabilities,
        ListIntegratedAccountTools,
        ListSandboxIntegratedAccounts,
        GetSandboxIntegratedAccount,
        CreateSandboxIntegratedAccount,
        DeleteSandboxIntegratedAccount,
        ListMcpTokens,
        GetMcpToken,
        CreateMcpToken,
        UpdateMcpToken,
        DeleteMcpToken,
        CallMcp,
        CallPlatformMcp,
        ListIntegrations,
        GetIntegration,
        CreateIntegration,
        UpdateIntegration,
        DeleteIntegration,
        GetIntegrationCapabilities,
        ListIntegrationTools,
        ListIntegrationUnifiedApis,
        ListEnvironments,
        GetEnvironment,
        UpdateEnvironment,
        ListEnvironmentIntegrations,
        GetEnvironmentIntegration,
        CreateEnvironmentIntegration,
        UpdateEnvironmentIntegration,
        DeleteEnvironmentIntegration,
        ListUnifiedModels,
        GetUnifiedModel,
        CreateUnifiedModel,
        UpdateUnifiedModel,
        DeleteUnifiedModel,
        ListEnvironmentUnifiedModels,
        GetEnvironmentUnifiedModel,
        CreateEnvironmentUnifiedModel,
        UpdateEnvironmentUnifiedModel,
        DeleteEnvironmentUnifiedModel,
        ListUnifiedModelResourceMethods,
        GetUnifiedModelResourceMethod,
        CreateUnifiedModelResourceMethod,
        UpdateUnifiedModelResourceMethod,
        DeleteUnifiedModelResourceMethod,
        ListEnvironmentUnifiedModelResourceMethods,
        GetEnvironmentUnifiedModelResourceMethod,
        CreateEnvironmentUnifiedModelResourceMethod,
        UpdateEnvironmentUnifiedModelResourceMethod,
        DeleteEnvironmentUnifiedModelResourceMethod,
        CreateLinkToken,
        SubmitPostConnectForm,
        ListWebhooks,
        GetWebhook,
        CreateWebhook,
        UpdateWebhook,
        DeleteWebhook,
        TestWebhook,
        ListNotificationDestinations,
        GetNotificationDestination,
        CreateNotificationDestination,
        UpdateNotificationDestination,
        DeleteNotificationDestination,
        TestNotificationDestination,
        ListSyncJobs,
        GetSyncJob,
        CreateSyncJob,
        UpdateSyncJob,
        DeleteSyncJob,
        ListSyncJobRuns,
        GetSyncJobRun,
        CreateSyncJobRun,
        UpdateSyncJobRun,
        DeleteSyncJobRun,
        ListSyncJobRunStates,
        GetSyncJobRunState,
        CreateSyncJobRunState,
        UpdateSyncJobRunState,
        DeleteSyncJobRunState,
        ListSyncJobCronTriggers,
        GetSyncJobCronTrigger,
        CreateSyncJobCronTrigger,
        UpdateSyncJobCronTrigger,
        DeleteSyncJobCronTrigger,
        ScheduleSyncJobCronTrigger,
        ListSyncJobTemplates,
        GetSyncJobTemplate,
        CreateSyncJobTemplate,
        UpdateSyncJobTemplate,
        DeleteSyncJobTemplate,
        ListDaemons,
        GetDaemon,
        CreateDaemon,
        UpdateDaemon,
        DeleteDaemon,
        ListDaemonJobs,
        GetDaemonJob,
        CreateDaemonJob,
        UpdateDaemonJob,
        DeleteDaemonJob,
        ListDaemonJobRuns,
        GetDaemonJobRun,
        CreateDaemonJobRun,
        UpdateDaemonJobRun,
        DeleteDaemonJobRun,
        ListDaemonJobCronTriggers,
        GetDaemonJobCronTrigger,
        CreateDaemonJobCronTrigger,
        UpdateDaemonJobCronTrigger,
        DeleteDaemonJobCronTrigger,
        ScheduleDaemonJobCronTrigger,
        ListWorkflows,
        GetWorkflow,
        CreateWorkflow,
        UpdateWorkflow,
        DeleteWorkflow,
        ListWorkflowRuns,
        GetWorkflowRun,
        CreateWorkflowRun,
        UpdateWorkflowRun,
        DeleteWorkflowRun,
        ListDatastores,
        GetDatastore,
        CreateDatastore,
        UpdateDatastore,
        DeleteDatastore,
        TestDatastore,
        UploadFile,
        ListLogs,
        ListUsers,
        GetUser,
        ListTeams,
        GetTeam,
        UpdateTeam,
        InviteToTeam,
        ListApiTokens,
        GetApiToken,
        ListStaticGates,
        GetStaticGate,
        CreateStaticGate,
        UpdateStaticGate,
        DeleteStaticGate,
        ListAlarms,
        GetAlarm,
        CreateAlarm,
        UpdateAlarm,
        DeleteAlarm,
        ListCategories,
        ListDocumentations,
        GetDocumentation,
        CreateDocumentation,
        UpdateDocumentation,
        DeleteDocumentation,
        ProcessIntegratedAccountWebhook,
        ProcessEnvironmentIntegrationWebhook,
        Ping,
        GetIntegrationMethodMeta,
        GetIntegrationDocs,
    ]
}
