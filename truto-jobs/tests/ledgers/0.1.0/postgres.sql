CREATE TABLE truto_ledger (
    version bigint NOT NULL
);
CREATE TABLE truto_runs (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    name text COLLATE "C" NOT NULL,
    kind text NOT NULL,
    endpoint text NOT NULL,
    spec text,
    keeps_answers bigint DEFAULT 0 NOT NULL,
    created_at bigint NOT NULL,
    cancelled_at bigint,
    paused_at bigint,
    CONSTRAINT truto_runs_name_key UNIQUE (name),
    CONSTRAINT truto_runs_pkey PRIMARY KEY (id)
);
CREATE TABLE truto_accounts (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    account text COLLATE "C" NOT NULL,
    epoch bigint DEFAULT 0 NOT NULL,
    owner bigint,
    lease_until bigint DEFAULT 0 NOT NULL,
    due_at bigint,
    park_until bigint DEFAULT 0 NOT NULL,
    hold text,
    last_error text,
    CONSTRAINT truto_accounts_account_key UNIQUE (account),
    CONSTRAINT truto_accounts_pkey PRIMARY KEY (id)
);
CREATE TABLE truto_parts (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    run_id bigint NOT NULL,
    account_id bigint NOT NULL,
    ready bigint DEFAULT 0 NOT NULL,
    sending bigint DEFAULT 0 NOT NULL,
    unknown bigint DEFAULT 0 NOT NULL,
    done bigint DEFAULT 0 NOT NULL,
    rejected bigint DEFAULT 0 NOT NULL,
    needs_review bigint DEFAULT 0 NOT NULL,
    skipped bigint DEFAULT 0 NOT NULL,
    cancelled bigint DEFAULT 0 NOT NULL,
    due_at bigint,
    place text,
    CONSTRAINT truto_parts_account_id_fkey FOREIGN KEY (account_id) REFERENCES truto_accounts(id),
    CONSTRAINT truto_parts_pkey PRIMARY KEY (id),
    CONSTRAINT truto_parts_run_id_account_id_key UNIQUE (run_id, account_id),
    CONSTRAINT truto_parts_run_id_fkey FOREIGN KEY (run_id) REFERENCES truto_runs(id)
);
CREATE TABLE truto_rows (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    part_id bigint NOT NULL,
    row_key text COLLATE "C" NOT NULL,
    identity text NOT NULL,
    body text,
    added_at bigint NOT NULL,
    state text NOT NULL,
    due_at bigint,
    first_sent_at bigint,
    sent_at bigint,
    sends bigint DEFAULT 0 NOT NULL,
    maybe_written bigint DEFAULT 0 NOT NULL,
    status bigint,
    request_id text,
    answer text,
    error text,
    ended_at bigint,
    CONSTRAINT truto_rows_part_id_fkey FOREIGN KEY (part_id) REFERENCES truto_parts(id),
    CONSTRAINT truto_rows_part_id_row_key_key UNIQUE (part_id, row_key),
    CONSTRAINT truto_rows_pkey PRIMARY KEY (id)
);
CREATE TABLE truto_workers (
    id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
    name text NOT NULL,
    started_at bigint NOT NULL,
    seen_at bigint NOT NULL,
    takeovers bigint DEFAULT 0 NOT NULL,
    CONSTRAINT truto_workers_pkey PRIMARY KEY (id)
);
CREATE TABLE truto_tokens (
    token text NOT NULL,
    whole_at bigint NOT NULL,
    CONSTRAINT truto_tokens_pkey PRIMARY KEY (token)
);
CREATE TABLE contacts (
    account text NOT NULL,
    key text NOT NULL,
    id text,
    first_name text,
    last_name text,
    name text,
    title text,
    last_activity_at text,
    created_at text,
    updated_at text,
    etag text,
    rest text NOT NULL,
    raw text NOT NULL,
    form bigint NOT NULL,
    seen_in bigint NOT NULL,
    mirrored_at bigint NOT NULL,
    deleted_at bigint,
    CONSTRAINT contacts_pkey PRIMARY KEY (account, key)
);
CREATE INDEX truto_accounts_due ON truto_accounts USING btree (due_at, id) WHERE ((due_at IS NOT NULL) AND (hold IS NULL));
CREATE INDEX truto_accounts_owner ON truto_accounts USING btree (owner) WHERE (owner IS NOT NULL);
CREATE INDEX truto_parts_account ON truto_parts USING btree (account_id);
CREATE INDEX truto_rows_due ON truto_rows USING btree (part_id, due_at, id) WHERE (due_at IS NOT NULL);
CREATE INDEX truto_rows_failed ON truto_rows USING btree (part_id, row_key) WHERE (state = ANY (ARRAY['rejected'::text, 'needs_review'::text]));
