"""Prints what the clients of the data plane do, as JSON: the methods of each CRM resource, with bodies that hold every field.

Called by `run` as `plan.py MODEL BASE_URL TOKEN ACCOUNT`. References in the bodies are ids of records that the sandbox has.
"""

import json
import sys
import urllib.request

model_file, base_url, token, account = sys.argv[1:]
KINDS = {"owner": "users", "stage": "stages", "pipeline": "pipelines", "project": "projects"}
# The server sets these.
NOT_WRITTEN = {"id", "created_at", "updated_at", "remote_data", "last_activity_at", "etag"}

with open(model_file, encoding="utf-8") as file:
    resources = json.load(file)["resources"]


def first_id(resource):
    url = f"{base_url}/unified/crm/{resource}?integrated_account_id={account}&limit=1"
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {token}"})
    with urllib.request.urlopen(request) as response:
        items = json.load(response)["result"]
    return items[0]["id"] if items else None


ids = {name: first_id(name) for name, resource in resources.items() if "list" in resource["methods"]}


def kind_of(name):
    """Returns the resource that a field such as `converted_contact` refers to."""
    word = name.removeprefix("converted_")
    return next((kind for kind in (KINDS.get(word), word, f"{word}s") if kind in ids), None)


def value(name, field):
    kind = kind_of(name)
    choices = field.get("enum") or field.get("enum_seen")
    match field.get("type"):
        case _ if choices:
            return choices[0]
        case "object" if "properties" in field:
            return members(field["properties"], ids.get(kind))
        case "object":
            return {"favourite_colour": "green"}
        case "array":
            items = field.get("items", {})
            return [members(items["properties"], ids.get(kind)) if "properties" in items else "a text"]
        case "integer":
            return 7
        case "number":
            return 12.5
        case "boolean":
            return True
        case _ if field.get("format") == "date-time":
            return "2026-01-02T03:04:05.000Z"
        case _:
            return f"the {name}"


def members(properties, reference):
    found = {name: value(name, field) for name, field in properties.items()}
    if reference is not None and "id" in found:
        found["id"] = reference
    return found


def text_field(fields):
    return next(name for name in ("name", "title", "subject", "last_name") if name in fields)


plan = []
for name, resource in resources.items():
    written = {key: field for key, field in resource["fields"].items() if key not in NOT_WRITTEN}
    entry = {"resource": name, "methods": resource["methods"], "create": members(written, None)}
    if name == "associations":
        entry["create"] = {
            "entity": "accounts",
            "entity_id": ids["accounts"],
            "associations": {"opportunities": [{"id": ids["opportunities"]}]},
        }
    if "update" in resource["methods"]:
        entry["update"] = {text_field(written): "changed by an update"}
    plan.append(entry)
json.dump(plan, sys.stdout)
