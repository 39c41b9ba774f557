"""Makes one call or listing with another client, and prints the result.

Usage: faults.py sdk|requests create|repeat|list URL TOKEN ACCOUNT
"""

import asyncio
import json
import sys

import requests
from truto_python_sdk import TrutoApi

client, action, url, token, account = sys.argv[1:]
TRIES = 5


def sdk_create():
    api = TrutoApi(token=token, base_url=url)
    return asyncio.run(api.unified_api.create("crm", "contacts", {"name": "Ada"}, {"integrated_account_id": account}))


async def sdk_list():
    api = TrutoApi(token=token, base_url=url)
    ids = []
    try:
        async for contact in api.unified_api.list("crm", "contacts", {"integrated_account_id": account, "limit": 10}):
            ids.append(contact["id"])
    except Exception as error:
        return ids, error
    return ids, None


def raw(method, query, **rest):
    headers = {"authorization": f"Bearer {token}"}
    query = {"integrated_account_id": account, **query}
    answer = requests.request(method, f"{url}/unified/crm/contacts", params=query, headers=headers, timeout=10, **rest)
    answer.raise_for_status()
    return answer.json()


def raw_create():
    return raw("POST", {}, json={"name": "Ada"})


def raw_list():
    ids, cursor = [], None
    try:
        while True:
            page = raw("GET", {"limit": 10, **({"next_cursor": cursor} if cursor else {})})
            ids += [contact["id"] for contact in page["result"]]
            cursor = page["next_cursor"]
            if not cursor:
                return ids, None
    except Exception as error:
        return ids, error


create = {"sdk": sdk_create, "requests": raw_create}[client]
listed = {"sdk": lambda: asyncio.run(sdk_list()), "requests": raw_list}[client]

if action == "list":
    ids, error = listed()
    print(json.dumps({"ok": error is None, "ids": ids}))
else:
    ok = False
    for _ in range(TRIES if action == "repeat" else 1):
        try:
            create()
            ok = True
            break
        except Exception:
            pass
    print(json.dumps({"ok": ok, "ids": []}))
