const integratedAccountId = '<integrated_account_id>';

const body = {
  "entity_id": "your_entity_id",
  "entity": "accounts",
  "associations": {},
  "remote_data": {}
};

const response = await fetch(`https://api.truto.one/unified/crm/associations?integrated_account_id=${integratedAccountId}`, {
  method: 'POST',
  headers: {
    'Authorization': 'Bearer <your_api_token>',
    'Content-Type': 'application/json',
  },
  body: JSON.stringify(body),
});

const data = await response.json();
console.log(data);
