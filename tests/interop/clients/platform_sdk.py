"""Calls every method of every resource class with the vendor's Python SDK: `platform_sdk.py BASE_URL TOKEN ACCOUNT PLAN PARITY`.

A method that the plan says to fail has to fail in that way, and every other method has to work.
"""

import asyncio
import inspect
import json
import re
import sys
from datetime import date, timedelta

import aiohttp
from truto_python_sdk import TrutoApi

base_url, token, account, plan_file, parity_file = sys.argv[1:]
api = TrutoApi(token=token, base_url=base_url)
# An attribute of the SDK has an `s` after the name of the resource, but for these.
ATTRIBUTES = {"category": "categories"} | {name: name.replace("-", "_") for name in ("mcp", "unified-api", "proxy-api", "custom-api")}
# The API answers logs of a month at most.
days = {name: f"{date.today() + timedelta(days=days)}T00:00:00.000Z" for name, days in (("yesterday", -1), ("tomorrow", 2))}
known = {"url": base_url, "account": account, **days}
calls = 0
impossible = []


def check(holds, what):
    if not holds:
        sys.exit(what)


def filled(value):
    """Returns the value of the plan with the ids of this run."""
    if isinstance(value, str):
        return re.sub(r"\$\{([^}]+)\}", lambda found: known[found[1]], value)
    if isinstance(value, list):
        return [filled(item) for item in value]
    if isinstance(value, dict):
        return {name: filled(member) for name, member in value.items()}
    return value


def member(answer, path):
    for name in path.split("."):
        try:
            answer = answer[int(name)] if isinstance(answer, list) else answer[name]
        except (KeyError, IndexError, TypeError):
            return None
    return answer


def holds(found, value):
    """Returns whether a member has a value, or an object at least the members of one. A masked or added member is no mistake."""
    if isinstance(value, dict):
        return isinstance(found, dict) and all(holds(found.get(name), inner) for name, inner in value.items())
    return found == value


def check_answer(what, answer, wanted):
    for path, value in filled(wanted.get("expect", {})).items():
        check(member(answer, path) == value, f"{what}: {path} is not {value!r}: {answer!r}")
    for path in wanted.get("has", []):
        check(member(answer, path) is not None, f"{what}: the answer has no {path}: {answer!r}")


class Resource:
    """A class of the SDK, and the rows that it made."""

    def __init__(self, entry, methods):
        self.entry, self.methods, self.name = entry, methods, entry["resource"]
        self.sdk = getattr(api, ATTRIBUTES.get(self.name, self.name.replace("-", "_") + "s"))
        self.own = entry.get("calls", {}).get("py", {})
        self.key = entry.get("key", "id")
        self.made = []
        public = {name for name, _ in inspect.getmembers(self.sdk, inspect.ismethod) if not name.startswith("__")}
        check(public == set(methods), f"{self.name}: the SDK has {sorted(public)}, the list has {sorted(methods)}")
        generic = {"list", "get", "update", "delete", entry.get("create_as", "create")}
        unplanned = set(methods) - set(self.own) - generic
        check(not unplanned, f"{self.name}: the plan lacks {unplanned}")

    def has(self, method):
        return method in self.methods and method not in self.own

    async def call(self, method, *arguments, **named):
        global calls
        calls += 1
        try:
            return await getattr(self.sdk, method)(*arguments, **named)
        except Exception as error:
            raise RuntimeError(f"{self.name}.{method}{arguments}: {error!r}") from error

    async def listed(self, **query):
        global calls
        calls += 1
        rows = await self.sdk.list(**query).to_array()
        check(rows, f"{self.name}: the list is empty")
        return rows

    async def fill(self):
        create = self.entry.get("create_as", "create")
        if self.has(create):
            for _ in range(1 if self.entry.get("is_idempotent") else 2):
                row = await self.call(create, filled(self.entry["create"]))
                check(row.get(self.key), f"{self.name}: the create answers no id: {row!r}")
                self.made.append(row[self.key])
            known[self.name] = self.made[0]
        query = filled(self.entry.get("list", {}))
        if self.has("list"):
            rows = await self.listed(**(query if self.entry.get("needs_list") else {}), limit=1)
            ids = [row[self.key] for row in rows]
            check(set(self.made) <= set(ids), f"{self.name}: the list lacks rows that were made")
            check(len(ids) == len(set(ids)), f"{self.name}: rows come twice")
            known.setdefault(self.name, ids[0])
            if query:
                some = await self.listed(**query)
                check(len(some) <= len(rows), f"{self.name}: the filter finds too much")
        if self.has("get"):
            row = await self.call("get", known[self.name])
            check(row[self.key] == known[self.name], f"{self.name}: the get answers another row: {row!r}")
            # The id in the body of a sandbox account is that of its source, and an installation may be older than the create.
            if self.has(create) and not self.entry.get("is_idempotent"):
                for name, value in filled(self.entry["create"]).items():
                    is_kept = name == "id" or holds(row.get(name), value)
                    check(is_kept, f"{self.name}: {name} after the create: {row!r}")
        if self.has("update"):
            change = filled(self.entry["update"])
            version = {"version": row["version"]} if self.entry.get("is_versioned") else {}
            changed = await self.call("update", known[self.name], {**change, **version})
            for name, value in change.items():
                check(holds(changed.get(name), value), f"{self.name}: {name} after the update: {changed!r}")
        for method, planned in self.own.items():
            if method != "delete":
                await self.run(method, planned)

    async def run(self, method, planned):
        arguments, named = filled(planned["arguments"]), filled(planned.get("named", {}))
        what = f"{self.name}.{method}"
        if "fails" in planned:
            try:
                await self.call(method, *arguments, **named)
            except RuntimeError as error:
                cause = error.__cause__
                found = cause.status if isinstance(cause, aiohttp.ClientResponseError) else type(cause).__name__
                check(found == planned["fails"], f"{what} fails with {cause!r}, and not with {planned['fails']}")
                impossible.append(what)
                return
            sys.exit(f"{what} works, and the plan says that it fails")
        if planned.get("is_list") or "finds" in planned:
            global calls
            calls += 1
            rows = await getattr(self.sdk, method)(*arguments, **named).to_array()
            check(rows, f"{what}: the list is empty")
            wanted = filled(planned.get("finds", ""))
            check(not wanted or wanted in [row["id"] for row in rows], f"{what}: the list lacks {wanted}")
            return
        answer = await self.call(method, *arguments, **named)
        check_answer(what, answer, planned)
        if "makes" in planned:
            known[planned["makes"]] = answer["id"]
            if planned["makes"] in resources:
                resources[planned["makes"]].made.append(answer["id"])

    async def empty(self):
        if "delete" in self.own:
            planned = self.own["delete"]
            await self.run("delete", planned)
            if planned.get("is_gone"):
                await self.refused("get", *filled(self.own["get"]["arguments"]))
        if not self.has("delete"):
            return
        for identifier in self.made:
            if "before_delete" in self.entry:
                await self.call("update", identifier, self.entry["before_delete"])
            gone = await self.call("delete", identifier)
            check(gone[self.key] == identifier, f"{self.name}: the delete answers {gone!r}")
            if self.entry.get("delete") == "stops":
                stopped = await self.call("get", identifier)
                check(stopped["status"] == "stopped", f"{self.name}: the run goes on: {stopped!r}")
            else:
                await self.refused("get", identifier)

    async def refused(self, method, *arguments):
        """Checks that a row is gone."""
        try:
            await self.call(method, *arguments)
        except RuntimeError as error:
            check(getattr(error.__cause__, "status", None) == 404, f"{self.name}: after the delete: {error}")
        else:
            sys.exit(f"{self.name}: a deleted row is still there")


async def main():
    with open(plan_file, encoding="utf-8") as file:
        plan = json.load(file)["resources"]
    with open(parity_file, encoding="utf-8") as file:
        parity = json.load(file)["resources"]
    check({entry["resource"] for entry in plan} == set(parity), "the plan and the list of classes differ")
    # No class of the SDK makes the token of an MCP server.
    server = await api._post(f"integrated-account/{account}/mcp", data={"name": "interop", "config": {}})
    known["mcp_token"] = server["token"]
    for entry in plan:
        resources[entry["resource"]] = Resource(entry, parity[entry["resource"]]["py"])
    for resource in resources.values():
        await resource.fill()
    for resource in reversed(resources.values()):
        await resource.empty()
    await api.ping()
    methods = sum(len(resource.methods) for resource in resources.values())
    print(f"{len(resources)} classes, {methods} methods, {calls + 1} calls and lists; the SDK cannot do {', '.join(impossible)}")


resources = {}
asyncio.run(main())
