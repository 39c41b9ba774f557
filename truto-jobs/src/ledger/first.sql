CREATE TABLE truto_runs (
    id {key},
    name TEXT {exact} NOT NULL UNIQUE,
    -- `writes`, `calls` or `mirror`.
    kind TEXT NOT NULL,
    -- Method and path template: `POST /unified/crm/associations`.
    endpoint TEXT NOT NULL,
    -- What a mirror reads, and the table that it fills, as JSON.
    spec TEXT,
    -- Whether the answers of done rows are kept.
    keeps_answers {int} NOT NULL DEFAULT 0,
    created_at {int} NOT NULL,
    cancelled_at {int},
    -- Since when a person lets it wait.
    paused_at {int}
);

CREATE TABLE truto_accounts (
    id {key},
    account TEXT {exact} NOT NULL UNIQUE,
    -- Rises with each owner: a commit under an older epoch changes nothing.
    epoch {int} NOT NULL DEFAULT 0,
    owner {int},
    lease_until {int} NOT NULL DEFAULT 0,
    -- When it has something to do; NULL if it has nothing to do. The line of those that wait is in this order, without those on hold.
    due_at {int},
    park_until {int} NOT NULL DEFAULT 0,
    -- Why it takes no work until a person releases it.
    hold TEXT,
    last_error TEXT
);
CREATE INDEX truto_accounts_due ON truto_accounts (due_at, id) WHERE due_at IS NOT NULL AND hold IS NULL;
CREATE INDEX truto_accounts_owner ON truto_accounts (owner) WHERE owner IS NOT NULL;

-- The share of an account in a run.
CREATE TABLE truto_parts (
    id {key},
    run_id {int} NOT NULL REFERENCES truto_runs (id),
    account_id {int} NOT NULL REFERENCES truto_accounts (id),
    -- How many rows are in each state. They change in the transaction of the rows, because counting millions takes seconds.
    ready {int} NOT NULL DEFAULT 0,
    sending {int} NOT NULL DEFAULT 0,
    unknown {int} NOT NULL DEFAULT 0,
    done {int} NOT NULL DEFAULT 0,
    rejected {int} NOT NULL DEFAULT 0,
    needs_review {int} NOT NULL DEFAULT 0,
    skipped {int} NOT NULL DEFAULT 0,
    cancelled {int} NOT NULL DEFAULT 0,
    -- A mirror: when it reads next, and its place in the list.
    due_at {int},
    place TEXT,
    UNIQUE (run_id, account_id)
);
CREATE INDEX truto_parts_account ON truto_parts (account_id);

CREATE TABLE truto_rows (
    id {key},
    part_id {int} NOT NULL REFERENCES truto_parts (id),
    row_key TEXT {exact} NOT NULL,
    -- A hash of the request, by which a known key with another request is refused.
    identity TEXT NOT NULL,
    -- The request. It is removed once the row is done.
    body TEXT,
    added_at {int} NOT NULL,
    state TEXT NOT NULL,
    -- When a worker may take it; NULL if nobody does.
    due_at {int},
    first_sent_at {int},
    sent_at {int},
    sends {int} NOT NULL DEFAULT 0,
    maybe_written {int} NOT NULL DEFAULT 0,
    -- How the last call ended.
    status {int},
    request_id TEXT,
    answer TEXT,
    error TEXT,
    -- When the last call ended, or when the row came to its final state.
    ended_at {int},
    UNIQUE (part_id, row_key)
);
CREATE INDEX truto_rows_due ON truto_rows (part_id, due_at, id) WHERE due_at IS NOT NULL;
-- The rows that a person looks at.
CREATE INDEX truto_rows_failed ON truto_rows (part_id, row_key) WHERE state IN ('rejected', 'needs_review');

CREATE TABLE truto_workers (
    id {key},
    -- Host and process.
    name TEXT NOT NULL,
    started_at {int} NOT NULL,
    seen_at {int} NOT NULL,
    -- How many accounts it took over from an owner whose lease was over.
    takeovers {int} NOT NULL DEFAULT 0
);

-- The calls that processes with one API token share.
CREATE TABLE truto_tokens (
    -- A hash of the token, or of its name.
    token TEXT PRIMARY KEY,
    -- When all its calls will have returned.
    whole_at {int} NOT NULL
);
