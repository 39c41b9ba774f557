// Calls every method of every resource class as the vendor's TypeScript SDK encodes it: arrays by index, an empty `next_cursor`
// on the first page, a trailing `?` if the query is empty, and `text/plain` for a body that is a text already. Called as
// `platform.mts BASE_URL TOKEN ACCOUNT PLAN PARITY`.
//
// The SDK joins a path without its first slash to the host, so these calls cannot be sent. They are made again with a slash
// at the end of the base URL, which is how a user of the SDK makes them work.
import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import qs from 'qs';

const [baseUrl, token, account, planFile, parityFile] = process.argv.slice(2);
const day = (days: number) => `${new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)}T00:00:00.000Z`;
// The API answers logs of a month at most.
const known: Record<string, string> = { url: baseUrl, account, yesterday: day(-1), tomorrow: day(2) };
const made: Record<string, string[]> = {};
const impossible: string[] = [];
let calls = 0;
let texts = 0;

function check(holds: unknown, what: string): void {
  if (!holds) throw new Error(what);
}

// The value of the plan with the ids of this run.
function filled(value: any): any {
  if (typeof value === 'string') return value.replace(/\$\{([^}]+)\}/g, (_, name) => known[name]);
  if (Array.isArray(value)) return value.map(filled);
  if (value && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, filled(member)]));
  }
  return value;
}

// Whether a member has a value, or an object at least the members of one. A masked or added member is no mistake.
function holds(found: any, value: any): boolean {
  if (value && typeof value === 'object' && !Array.isArray(value)) {
    return Boolean(found) && Object.entries(value).every(([name, inner]) => holds(found[name], inner));
  }
  return isDeepStrictEqual(found, value);
}

async function send(base: string, method: string, endpoint: string, body?: any): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    Authorization: `Bearer ${token}`,
    'User-Agent': 'truto-ts-sdk/2.0.12',
  };
  if (body && typeof body === 'object') {
    headers['Content-Type'] = 'application/json';
    body = JSON.stringify(body);
  }
  return fetch(`${base}${endpoint}`, { method, headers, body });
}

async function call(method: string, endpoint: string, body?: any, base = baseUrl): Promise<any> {
  calls += 1;
  const response = await send(base, method, endpoint, body);
  const text = await response.text();
  check(response.ok, `${method} ${endpoint}: ${response.status} ${text}`);
  return text ? JSON.parse(text) : {};
}

async function refused(endpoint: string): Promise<void> {
  calls += 1;
  const { status } = await send(baseUrl, 'GET', endpoint);
  check(status === 404, `GET ${endpoint} after the delete: ${status}`);
}

async function list(resource: string, query: object): Promise<any[]> {
  const found: any[] = [];
  let cursor: string | null = '';
  do {
    const page: any = await call('GET', `/${resource}?${qs.stringify({ ...query, next_cursor: cursor })}`);
    found.push(...page.result);
    cursor = page.next_cursor;
  } while (cursor);
  check(found.length > 0, `${resource}: the list is empty`);
  return found;
}

// Makes a call of the plan. A path without its first slash must fail before it is sent.
async function run(resource: string, name: string, planned: any): Promise<void> {
  const what = `${resource}.${name}`;
  const { method, path, body: plain } = filled(planned);
  const body = planned.text ? JSON.stringify(plain) : plain;
  let base = baseUrl;
  if (!path.startsWith('/')) {
    const error = await send(baseUrl, method, path, body).then(() => undefined, (error: any) => error);
    check(error instanceof TypeError && String(error).includes('parse URL'), `${what} is sent: ${error}`);
    impossible.push(what);
    base = `${baseUrl}/`;
  }
  if (planned.text) texts += 1;
  const answer = await call(method, path, body, base);
  const member = (path: string) => path.split('.').reduce((inner: any, key) => inner?.[key], answer);
  for (const [path, value] of Object.entries(filled(planned.expect ?? {}))) {
    check(holds(member(path), value), `${what}: ${path} is not ${JSON.stringify(value)}: ${JSON.stringify(answer)}`);
  }
  for (const path of planned.has ?? []) {
    check(member(path) != null, `${what}: the answer has no ${path}: ${JSON.stringify(answer)}`);
  }
  if (planned.finds) {
    const wanted = filled(planned.finds);
    let page = answer;
    const finds = () => page.result.some((row: any) => row.id === wanted);
    while (!finds() && page.next_cursor) page = await call(method, `${path}${encodeURIComponent(page.next_cursor)}`);
    check(finds(), `${what}: the list lacks ${wanted}`);
  }
  if (planned.makes) {
    known[planned.makes] = answer.id;
    (made[planned.makes] ??= []).push(answer.id);
  }
}

async function fill(entry: any, has: (method: string) => boolean): Promise<void> {
  const { resource, key = 'id' } = entry;
  const rows = (made[resource] ??= []);
  const change = filled(entry.update ?? {});
  if (has('create')) {
    for (let count = entry.is_idempotent ? 1 : 2; count > 0; count -= 1) {
      const row = await call('POST', `/${resource}?`, filled(entry.create));
      check(row[key], `${resource}: the create answers no id: ${JSON.stringify(row)}`);
      rows.push(row[key]);
    }
    known[resource] = rows[0];
  }
  const query = filled(entry.list ?? {});
  if (has('list')) {
    const ids = (await list(resource, { ...(entry.needs_list ? query : {}), limit: 1 })).map((row) => row[key]);
    check(rows.every((id) => ids.includes(id)), `${resource}: the list lacks rows that were made`);
    check(ids.length === new Set(ids).size, `${resource}: rows come twice`);
    known[resource] ??= ids[0];
    if (entry.list) check((await list(resource, query)).length <= ids.length, `${resource}: the filter finds too much`);
  }
  const target = `/${resource}/${encodeURIComponent(known[resource])}?`;
  let row: any;
  if (has('get')) {
    row = await call('GET', target);
    check(row[key] === known[resource], `${resource}: the get answers another row: ${JSON.stringify(row)}`);
    if (has('create') && !entry.is_idempotent) {
      // The id in the body of a sandbox account is that of its source.
      const { id, ...sent } = filled(entry.create);
      check(holds(row, sent), `${resource}: after the create: ${JSON.stringify(row)}`);
    }
  }
  if (has('update')) {
    const changed = await call('PATCH', target, entry.is_versioned ? { ...change, version: row.version } : change);
    check(holds(changed, change), `${resource}: after the update: ${JSON.stringify(changed)}`);
  }
  for (const [name, planned] of Object.entries(entry.calls?.ts ?? {})) {
    if (name !== 'delete') await run(resource, name, planned);
  }
}

async function empty(entry: any, has: (method: string) => boolean): Promise<void> {
  const { resource, key = 'id' } = entry;
  const own = entry.calls?.ts ?? {};
  if (own.delete) {
    await run(resource, 'delete', own.delete);
    if (own.delete.is_gone) await refused(filled(own.get.path));
  }
  if (!has('delete')) return;
  check(made[resource].length > 0, `${resource}: there is nothing to delete`);
  for (const id of new Set(made[resource])) {
    const target = `/${resource}/${encodeURIComponent(id)}?`;
    if (entry.before_delete) await call('PATCH', target, entry.before_delete);
    const gone = await call('DELETE', target);
    check(gone[key] === id, `${resource}: the delete answers ${JSON.stringify(gone)}`);
    if (entry.delete === 'stops') {
      const { status } = await call('GET', target);
      check(status === 'stopped', `${resource}: the run goes on: ${status}`);
    } else {
      await refused(target);
    }
  }
}

const plan = JSON.parse(readFileSync(planFile, 'utf8')).resources;
const parity = JSON.parse(readFileSync(parityFile, 'utf8')).resources;
const GENERIC = ['list', 'get', 'create', 'update', 'delete'];
check(plan.length === Object.keys(parity).length, 'the plan and the list of classes differ');
// No class of the SDK makes an account or the token of an MCP server.
const byHand = async (path: string, body: any) => (await send(baseUrl, 'POST', path, filled(body))).json();
known.mcp_token = (await byHand(`/integrated-account/${account}/mcp`, { name: 'interop', config: {} })).token;
let methods = 0;
const resources = plan.map((entry: any) => {
  const listed = Object.keys(parity[entry.resource].ts);
  const own = Object.keys(entry.calls?.ts ?? {});
  const unplanned = listed.filter((name) => !own.includes(name) && !GENERIC.includes(name));
  check(unplanned.length === 0 && own.every((name) => listed.includes(name)), `${entry.resource}: ${listed} and ${own} differ`);
  methods += listed.length;
  return { entry, has: (method: string) => listed.includes(method) && !own.includes(method) };
});
for (const { entry, has } of resources) {
  if (entry.resource === 'integrated-account') {
    const { id } = await byHand('/integrated-account', entry.create);
    check(id, 'the account is not made');
    known[entry.resource] = id;
    made[entry.resource] = [id];
  }
  await fill(entry, has);
}
for (const { entry, has } of [...resources].reverse()) await empty(entry, has);
await call('GET', '/ping?');
const { requests } = await (await send(baseUrl, 'GET', '/_sandbox/requests')).json();
const form = ({ headers }: any) => Object.fromEntries(headers)['content-type'];
const received = requests.filter((request: any) => form(request) === 'text/plain;charset=UTF-8');
check(received.length === texts, `${received.length} bodies came as a text, and ${texts} were sent`);
const counts = `${plan.length} classes, ${methods} methods, ${calls} calls, ${texts} with a body as text/plain`;
console.log(`${counts}; the SDK cannot send ${impossible.join(', ')}`);
