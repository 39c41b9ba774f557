curl -X POST 'https://api.truto.one/unified/crm/associations?integrated_account_id=<integrated_account_id>' \
  -H 'Authorization: Bearer <your_api_token>' \
  -H 'Content-Type: application/json' \
  -d '{
  "entity_id": "your_entity_id",
  "entity": "accounts",
  "associations": {},
  "remote_data": {}
}'
