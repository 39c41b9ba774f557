CREATE TABLE truto_ledger (version INTEGER NOT NULL);
CREATE TABLE truto_runs (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT  NOT NULL UNIQUE,
    -- `writes`, `calls` or `mirror`.
    kind TEXT NOT NULL,
    -- Method and path template: `POST /unified/crm/associations`.
    endpoint TEXT NOT NULL,
    -- What a mirror reads, and the table that it fills, as JSON.
    spec TEXT,
    -- Whether the answers of done rows are kept.
    keeps_answers INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    cancelled_at INTEGER,
    -- Since when a person lets it wait.
    paused_at INTEGER
);
CREATE TABLE truto_accounts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    account TEXT  NOT NULL UNIQUE,
    -- Rises with each owner: a commit under an older epoch changes nothing.
    epoch INTEGER NOT NULL DEFAULT 0,
    owner INTEGER,
    lease_until INTEGER NOT NULL DEFAULT 0,
    -- When it has something to do; NULL if it has nothing to do. The line of those that wait is in this order, without those on hold.
    due_at INTEGER,
    park_until INTEGER NOT NULL DEFAULT 0,
    -- Why it takes no work until a person releases it.
    hold TEXT,
    last_error TEXT
);
CREATE INDEX truto_accounts_due ON truto_accounts (due_at, id) WHERE due_at IS NOT NULL AND hold IS NULL;
CREATE INDEX truto_accounts_owner ON truto_accounts (owner) WHERE owner IS NOT NULL;
CREATE TABLE truto_parts (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run_id INTEGER NOT NULL REFERENCES truto_runs (id),
    account_id INTEGER NOT NULL REFERENCES truto_accounts (id),
    -- How many rows are in each state. They change in the transaction of the rows, because counting millions takes seconds.
    ready INTEGER NOT NULL DEFAULT 0,
    sending INTEGER NOT NULL DEFAULT 0,
    unknown INTEGER NOT NULL DEFAULT 0,
    done INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    needs_review INTEGER NOT NULL DEFAULT 0,
    skipped INTEGER NOT NULL DEFAULT 0,
    cancelled INTEGER NOT NULL DEFAULT 0,
    -- A mirror: when it reads next, and its place in the list.
    due_at INTEGER,
    place TEXT,
    UNIQUE (run_id, account_id)
);
CREATE INDEX truto_parts_account ON truto_parts (account_id);
CREATE TABLE truto_rows (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    part_id INTEGER NOT NULL REFERENCES truto_parts (id),
    row_key TEXT  NOT NULL,
    -- A hash of the request, by which a known key with another request is refused.
    identity TEXT NOT NULL,
    -- The request. It is removed once the row is done.
    body TEXT,
    added_at INTEGER NOT NULL,
    state TEXT NOT NULL,
    -- When a worker may take it; NULL if nobody does.
    due_at INTEGER,
    first_sent_at INTEGER,
    sent_at INTEGER,
    sends INTEGER NOT NULL DEFAULT 0,
    maybe_written INTEGER NOT NULL DEFAULT 0,
    -- How the last call ended.
    status INTEGER,
    request_id TEXT,
    answer TEXT,
    error TEXT,
    -- When the last call ended, or when the row came to its final state.
    ended_at INTEGER,
    UNIQUE (part_id, row_key)
);
CREATE INDEX truto_rows_due ON truto_rows (part_id, due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX truto_rows_failed ON truto_rows (part_id, row_key) WHERE state IN ('rejected', 'needs_review');
CREATE TABLE truto_workers (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Host and process.
    name TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    seen_at INTEGER NOT NULL,
    -- How many accounts it took over from an owner whose lease was over.
    takeovers INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE truto_tokens (
    -- A hash of the token, or of its name.
    token TEXT PRIMARY KEY,
    -- When all its calls will have returned.
    whole_at INTEGER NOT NULL
);
CREATE TABLE "contacts" ("account" TEXT NOT NULL, "key" TEXT NOT NULL, "id" TEXT, "first_name" TEXT, "last_name" TEXT, "name" TEXT, "title" TEXT, "last_activity_at" TEXT, "created_at" TEXT, "updated_at" TEXT, "etag" TEXT, "rest" TEXT NOT NULL, "raw" TEXT NOT NULL, "form" INTEGER NOT NULL, "seen_in" INTEGER NOT NULL, "mirrored_at" INTEGER NOT NULL, "deleted_at" INTEGER, PRIMARY KEY ("account", "key"));
