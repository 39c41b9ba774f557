// Calls every method of every CRM resource as the vendor's TypeScript SDK does: arrays by index, an empty `next_cursor` on
// the first page, and a trailing `?` if the query is empty. Called as `crm.mts BASE_URL TOKEN ACCOUNT PLAN`.
import { readFileSync } from 'node:fs';
import qs from 'qs';

const [baseUrl, token, account, planFile] = process.argv.slice(2);
let calls = 0;

async function call(method: string, endpoint: string, query: object, body?: object): Promise<any> {
  calls += 1;
  const response = await fetch(`${baseUrl}${endpoint}?${qs.stringify(query)}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'User-Agent': 'truto-ts-sdk/2.0.12',
      ...(body ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${method} ${endpoint}: ${response.status} ${await response.text()}`);
  return response.json();
}

function same(what: string, found: unknown, wanted: unknown): void {
  if (JSON.stringify(found) !== JSON.stringify(wanted)) {
    throw new Error(`${what}: expected ${JSON.stringify(wanted)}, found ${JSON.stringify(found)}`);
  }
}

async function list(path: string, limit: number, most: number): Promise<any[]> {
  const found: any[] = [];
  let cursor: string | null = '';
  do {
    const page: any = await call('GET', path, {
      integrated_account_id: account,
      limit,
      next_cursor: cursor,
      truto_exclude_fields: ['remote_data', 'custom_fields'],
    });
    found.push(...page.result);
    cursor = page.next_cursor;
  } while (cursor && found.length < most);
  return found;
}

await call('GET', '/ping', {});
for (const { resource, methods, create, update } of JSON.parse(readFileSync(planFile, 'utf8'))) {
  const path = `/unified/crm/${resource}`;
  const query = { integrated_account_id: account };
  const made = methods.includes('create') ? await call('POST', path, query, create) : undefined;
  if (resource === 'associations') {
    same('entity of the answer', made.entity, 'accounts');
    continue;
  }
  let id = made?.id;
  if (methods.includes('list')) {
    const ids = (await list(path, 100, Infinity)).map((record) => record.id);
    same(`${resource}: records that come twice`, ids.length - new Set(ids).size, 0);
    if (ids.length === 0 || (id && !ids.includes(id))) throw new Error(`${resource}: the list lacks records`);
    const walked = (await list(path, 2, 5)).map((record) => record.id);
    same(`${resource}: pages of two records`, walked, ids.slice(0, walked.length));
    id ??= ids[0];
  }
  if (methods.includes('get')) same(`${resource}: id of the record`, (await call('GET', `${path}/${id}`, query)).id, id);
  if (methods.includes('update')) {
    const changed = await call('PATCH', `${path}/${id}`, query, update);
    for (const name of Object.keys(update)) same(`${resource}: ${name} after the update`, changed[name], update[name]);
  }
  if (made && methods.includes('delete')) same(`${resource}: delete`, await call('DELETE', `${path}/${id}`, query), { id });
}
console.log(`${calls} calls`);
