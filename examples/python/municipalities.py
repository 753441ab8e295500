"""Municipalities in force on a day, with their region and what became of them, as CSV.

    python municipalities.py --day 2005-06-01 --server http://127.0.0.1:8080/graphql > municipalities.csv

Reads page by page. Answers are kept in a folder; run again, the server says "not modified" unless its data have changed.
"""

import argparse
import csv
import hashlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
from gql import Client, GraphQLRequest, gql
from gql.client import SyncClientSession
from gql.transport.exceptions import TransportQueryError
from gql.transport.httpx import HTTPXTransport

PAGE = gql(
    """
    query Municipalities($day: Date!, $after: String) {
      municipalities(asOf: $day, first: 100, after: $after, orderBy: [{ field: CODE }]) {
        nodes {
          code
          name
          validity { from to }
          regions(family: MAAKUNTA, first: 1) { nodes { code name } }
          successors { code name }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
    """
).document
COLUMNS = ["code", "name", "from", "to", "region_code", "region", "successor_codes", "successors"]


class Kept(httpx.BaseTransport):
    """Sends queries by GET, which has validators, and keeps the answers."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.folder.mkdir(parents=True, exist_ok=True)
        self.http = httpx.HTTPTransport(retries=2)
        self.asked = self.unchanged = 0

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        asked = json.loads(request.read())
        params = {"query": asked["query"], "variables": json.dumps(asked.get("variables") or {}, sort_keys=True)}
        url = request.url.copy_merge_params(params)
        file = self.folder / f"{hashlib.sha256(str(url).encode()).hexdigest()}.json"
        known = json.loads(file.read_text("utf-8")) if file.exists() else None
        headers = {"accept": "application/json"} | ({"if-none-match": known["etag"]} if known else {})
        response = self.http.handle_request(httpx.Request("GET", url, headers=headers))
        body = response.read()
        self.asked += 1
        if known and response.status_code == 304:
            self.unchanged += 1
            return httpx.Response(200, json=known["answer"])
        if response.status_code == 200 and "etag" in response.headers:
            kept = {"etag": response.headers["etag"], "answer": json.loads(body)}
            file.write_text(json.dumps(kept, ensure_ascii=False), "utf-8")
        return httpx.Response(response.status_code, headers={"content-type": "application/json"}, content=body)

    def close(self) -> None:
        self.http.close()


def municipalities(session: SyncClientSession, day: str) -> Iterator[dict]:
    """All municipalities in force on a day, in the order of their codes."""
    after = None
    while True:
        page = session.execute(GraphQLRequest(PAGE, variable_values={"day": day, "after": after}))["municipalities"]
        yield from page["nodes"]
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


def row(found: dict) -> dict:
    region = next(iter(found["regions"]["nodes"]), {"code": None, "name": None})
    return {
        "code": found["code"],
        "name": found["name"],
        "from": found["validity"]["from"],
        "to": found["validity"]["to"],
        "region_code": region["code"],
        "region": region["name"],
        "successor_codes": " ".join(successor["code"] for successor in found["successors"]),
        "successors": ", ".join(successor["name"] for successor in found["successors"]),
    }


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--server", default="http://127.0.0.1:8080/graphql")
    options.add_argument("--day", required=True, help="a day, such as 2005-06-01")
    options.add_argument("--keep", type=Path, default=Path(".answers"), help="folder of the answers that are kept")
    given = options.parse_args()
    kept = Kept(given.keep)
    client = Client(transport=HTTPXTransport(given.server, transport=kept))
    sys.stdout.reconfigure(encoding="utf-8", newline="")
    table = csv.DictWriter(sys.stdout, COLUMNS)
    table.writeheader()
    try:
        with client as session:
            for found in municipalities(session, given.day):
                table.writerow(row(found))
    except TransportQueryError as error:
        for refused in error.errors or []:
            print(f"{refused['extensions']['code']}: {refused['message']}", file=sys.stderr)
        return 1
    print(f"{kept.asked} pages asked for, {kept.unchanged} not modified", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
