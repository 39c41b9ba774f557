"""Checks the run of a client: the answer that it printed, the requests, and the records in the sandbox.

Called by `run` as `check.py NAME BASE_URL ACCOUNT ENTITY_ID ids|none OUTPUT`; uses nothing but the standard library.
"""

import ast
import json
import re
import sys
import urllib.request

name, base_url, account, entity_id, linked, output = sys.argv[1:]
linked_ids = [] if linked == "none" else linked.split(",")


def get(path):
    with urllib.request.urlopen(base_url + path) as response:
        return json.load(response)


def expect(what, found, wanted):
    if found != wanted:
        sys.exit(f"{name}: {what}: expected {wanted!r}, found {found!r}")


def printed(text):
    """Parses the printed answer: JSON, Python's repr, or the output of Node's console.log."""
    try:
        return json.loads(text)
    except ValueError:
        pass
    try:
        return ast.literal_eval(text.strip())
    except (ValueError, SyntaxError):
        pass
    # Node prints keys without quotes and stops at the third level, so only the first levels are compared.
    text = re.sub(r"\[(Object|Array)\]", "null", text)
    text = re.sub(r"([{,]\s*)([A-Za-z_]\w*):", r'\1"\2":', text).replace("'", '"')
    return json.loads(text)


with open(output, encoding="utf-8") as file:
    text = file.read()
try:
    answer = printed(text)
except ValueError:
    sys.exit(f"{name}: the output is not an answer: {text!r}")

expect("entity_id of the answer", answer["entity_id"], entity_id)
expect("entity of the answer", answer["entity"], "accounts")
associations = answer["associations"]
expect("kinds in the answer", sorted(associations), ["acocunts", "contacts", "leads", "opportunities"])
answered = associations["opportunities"]
if answered is not None and None not in answered:
    expect("links in the answer", [reference["id"] for reference in answered], linked_ids)
expect("remote_data in the answer", "remote_data" in answer, name != "typescript")

links = get(f"/_sandbox/links?account={account}")["links"]
held = [(link["entity"], link["entity_id"], link["kind"], link["id"]) for link in links]
expect("links held", held, [("accounts", entity_id, "opportunities", linked_id) for linked_id in linked_ids])

requests = [seen for seen in get("/_sandbox/requests")["requests"] if seen["method"] == "POST"]
expect("requests sent", len(requests), 1)
expect("status", requests[0]["status"], 201)
expect("authorization in the log", dict(requests[0]["headers"])["authorization"], "Bearer ***")
body = {
    "entity_id": entity_id,
    "entity": "accounts",
    "associations": {"opportunities": [{"id": linked_id} for linked_id in linked_ids]} if linked_ids else {},
    "remote_data": {},
}
expect("body sent", json.loads(requests[0]["body"]), body)

remote_calls = get(f"/_sandbox/remote-calls?account={account}")["remote_calls"]
expect("calls that reached the provider", len(remote_calls), 1)
if name == "typescript":
    expect("query sent", "truto_exclude_fields%5B0%5D=remote_data" in requests[0]["query"], True)
    expect("remote_query", remote_calls[0]["remote_query"], {"foo": "bar baz", "list": ["1", "2"]})
