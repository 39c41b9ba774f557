"""Asserts each claim of the README about the vendor's Python SDK."""

import asyncio
import json
import sys
import urllib.request
from importlib.metadata import version

from truto_python_sdk import TrutoApi

url, token, account = sys.argv[1:]


def sandbox(path, method="GET"):
    request = urllib.request.Request(f"{url}/_sandbox/{path}", method=method)
    with urllib.request.urlopen(request) as answer:
        return json.loads(answer.read() or b"null")


async def create(body):
    api = TrutoApi(token=token, base_url=url)
    return await api.unified_api.create("crm", "associations", body, {"integrated_account_id": account})


def requests():
    seen = sandbox("requests")
    return seen if isinstance(seen, list) else seen["requests"]


sandbox("reset", "POST")
asyncio.run(create({"entity_id": "1", "entity": "accounts", "associations": {}}))
headers = [name.lower() for name, _ in requests()[-1]["headers"]]
assert "idempotency-key" not in headers, "a write has an idempotency key"

sandbox("reset", "POST")
try:
    asyncio.run(create({"entity_id": "1", "entity": "opportunities", "associations": {"contacts": [{"id": "2"}]}}))
except Exception as error:
    told = f"{error!r} {error}"
else:
    raise AssertionError("a forbidden link was accepted")
assert len(requests()) == 1, "the forbidden link was not sent"
assert "contacts" not in told, f"the error names the wrong field: {told}"

print(f"ok  claims about truto-python-sdk {version('truto-python-sdk')}")
