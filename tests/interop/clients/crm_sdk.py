"""Calls every method of every CRM resource with the vendor's Python SDK: `crm_sdk.py BASE_URL TOKEN ACCOUNT PLAN`."""

import asyncio
import json
import sys

from truto_python_sdk import TrutoApi

base_url, token, account, plan_file = sys.argv[1:]
unified = TrutoApi(token=token, base_url=base_url).unified_api


def query(**more):
    # The SDK changes the dictionary that it gets.
    return {"integrated_account_id": account, **more}


def same(what, found, wanted):
    if found != wanted:
        sys.exit(f"{what}: expected {wanted!r}, found {found!r}")


async def call(entry):
    resource, methods = entry["resource"], entry["methods"]
    calls = 0
    made = []
    if "create" in methods:
        for _ in range(1 if resource == "associations" else 3):
            made.append(await unified.create("crm", resource, entry["create"], query()))
            calls += 1
    if resource == "associations":
        same("entity of the answer", made[0]["entity"], "accounts")
        return calls
    if "list" in methods:
        everything = await unified.list("crm", resource, query(limit=100)).to_array()
        listed = [record["id"] for record in everything]
        same(f"{resource}: records that come twice", len(listed) - len(set(listed)), 0)
        if not listed or not {record["id"] for record in made} <= set(listed):
            sys.exit(f"{resource}: the list lacks records")
        some = unified.list("crm", resource, query(limit=2))
        walked = [(await anext(some))["id"] for _ in range(min(5, len(listed)))]
        same(f"{resource}: pages of two records", walked, listed[: len(walked)])
        calls += 2
    identifier = made[0]["id"] if made else (listed[0] if "list" in methods else None)
    if "get" in methods:
        got = await unified.get("crm", resource, identifier, query())
        same(f"{resource}: id of the record", got["id"], identifier)
        if made:
            for name, value in entry["create"].items():
                same(f"{resource}: {name} after the create", got.get(name), value)
        calls += 1
    if "update" in methods:
        changed = await unified.update("crm", resource, identifier, entry["update"], query())
        for name, value in entry["update"].items():
            same(f"{resource}: {name} after the update", changed[name], value)
        calls += 1
    if "delete" in methods:
        for record in made:
            gone = await unified.delete("crm", resource, record["id"], query())
            same(f"{resource}: answer of the delete", gone, {"id": record["id"]})
            calls += 1
    return calls


async def main():
    with open(plan_file, encoding="utf-8") as file:
        plan = json.load(file)
    total = 0
    for entry in plan:
        total += await call(entry)
    print(f"{len(plan)} resources, {total} calls and lists")


asyncio.run(main())
