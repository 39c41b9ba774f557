// A TypeScript client that encodes its query as the vendor's TypeScript SDK does (`qs` with its defaults): arrays by
// index, an empty `next_cursor`, and a trailing `?` if the query is empty. The SDK itself is not run, because the sample on
// the page does not match its signature and sends `POST /unified/undefined/undefined`.
import qs from 'qs';

const baseUrl: string = 'https://api.truto.one';
const token: string = '<your_api_token>';

async function call(method: string, endpoint: string, query: object, body?: object): Promise<any> {
  const response = await fetch(`${baseUrl}${endpoint}?${qs.stringify(query)}`, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      'User-Agent': 'truto-ts-sdk/2.0.12',
      ...(body ? { 'Content-Type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.json();
}

await call('GET', '/ping', {});

const result = await call(
  'POST',
  '/unified/crm/associations',
  {
    integrated_account_id: '<integrated_account_id>',
    truto_exclude_fields: ['remote_data', 'name'],
    remote_query: { foo: 'bar baz', list: ['1', '2'] },
    next_cursor: '',
  },
  {
  "entity_id": "your_entity_id",
  "entity": "accounts",
  "associations": {},
  "remote_data": {}
},
);
console.log(JSON.stringify(result));
