"""What schemathesis cannot know of this API: its scalars, ids that exist, and for which values it may refuse a valid document."""

import atexit
import json
import os
import re
import sys
from collections import Counter
from datetime import date
from pathlib import Path

import graphql
import hypothesis
import requests
import schemathesis
from graphql import ArgumentNode, FieldNode, ListValueNode, ObjectFieldNode, ObjectValueNode
from hypothesis import strategies as st
from hypothesis_graphql import Mode
from hypothesis_graphql import strategies as documents
from schemathesis.graphql import nodes
from schemathesis.graphql.checks import GraphQLClientError, GraphQLServerError

API = Path(__file__).parents[2] / "docs" / "API.md"
CODES = set(re.findall(r"^\| `([A-Z_]+)` \|", API.read_text("utf-8"), re.MULTILINE))
INSIDE = re.compile(r"\.rs\b|sqlx|sea_orm|async_graphql|apollo|panicked|SELECT ")

# Only new cases. Those that Hypothesis makes from former ones, to reach more answers of 2xx, are much alike, and took 40 % of a run.
hypothesis.settings.register_profile("seutu", phases=[hypothesis.Phase.generate])
hypothesis.settings.load_profile("seutu")

days = st.dates() | st.dates(date(2004, 1, 1), date(2027, 1, 1))
decimals = st.decimals(-(10**12) + 1, 10**12 - 1, places=6)
schemathesis.graphql.scalar("Date", days.map(str).map(nodes.String))
schemathesis.graphql.scalar("DateTime", st.datetimes().map(lambda moment: nodes.String(f"{moment.isoformat()}Z")))
schemathesis.graphql.scalar("Decimal", decimals.map(lambda number: nodes.String(f"{number:f}")))
schemathesis.graphql.scalar("Language", st.sampled_from(["fi", "sv", "en", "se", "sv-FI"]).map(nodes.String))

ids: list[str] = []
regions: list[str] = []
names: list[str] = []


@schemathesis.hook
def after_load_schema(context, schema):
    """Ids and names of some records of every noun, so that not only strangers are asked for."""
    wanted = [
        f'{name}{year}: {name}(first: 4, asOf: "{year}-06-01") {{ nodes {{ id name }} }}'
        for name, field in schema.client_schema.query_type.fields.items()
        if "asOf" in field.args and "orderBy" in field.args and name != "observations"
        for year in (2010, 2020)
    ]
    answer = requests.post(os.environ["SEUTU_URL"], json={"query": "{ %s }" % " ".join(wanted)}, timeout=60).json()
    regions.extend(sorted({record["id"] for year in (2010, 2020) for record in answer["data"][f"regions{year}"]["nodes"]}))
    records = [record for found in answer["data"].values() for record in found["nodes"]]
    ids.extend(sorted({record["id"] for record in records}))
    names.extend(sorted({record["name"] for record in records if record["name"]}))


@st.composite
def usable(draw, document: graphql.DocumentNode) -> graphql.DocumentNode:
    """The document with arguments that can be used together: ids that exist, one page, one way to name a record.

    What the schema cannot say (give exactly one of id, code and name; a page has 500 rows) a document drawn from the schema
    alone meets so rarely that hardly one would be answered.
    """
    one_id = st.sampled_from(ids).map(nodes.String)
    values = {
        "id": one_id,
        "region": st.sampled_from(regions).map(nodes.String),
        "ids": st.lists(one_id, max_size=3).map(lambda found: ListValueNode(values=tuple(found))),
        "name": st.sampled_from(names).map(nodes.String),
        "code": st.sampled_from(["398", "091", "07", "M_vaesto"]).map(nodes.String),
        "first": st.integers(0, 12).map(nodes.Int),
        "distance": st.integers(1, 2).map(nodes.Int),
        "lon": st.floats(20, 31).map(nodes.Float),
        "lat": st.floats(60, 70).map(nodes.Float),
        "meters": st.floats(1, 9e4).map(nodes.Float),
        "tolerance": st.floats(0, 1).map(nodes.Float),
    }
    left_out = {"last", "before", "after", "scenario", "document", "bbox", "field"}

    def change(node):
        if isinstance(node, FieldNode):
            given = {argument.name.value: argument for argument in node.arguments or ()}
            keys = [key for key in ("id", "code", "name") if key in given]
            dropped = set(keys) - {draw(st.sampled_from(keys))} if keys else set()
            arguments = [change(argument) for name, argument in given.items() if name not in left_out | dropped]
            inner = node.selection_set and graphql.SelectionSetNode(
                selections=tuple(change(selection) for selection in node.selection_set.selections)
            )
            return FieldNode(name=node.name, alias=node.alias, arguments=tuple(arguments), selection_set=inner)
        if isinstance(node, (ArgumentNode, ObjectFieldNode)):
            name = node.name.value
            if isinstance(node.value, ObjectValueNode) and name != "filter":
                fields = tuple(change(field) for field in node.value.fields if field.name.value != "scenario")
                return type(node)(name=node.name, value=ObjectValueNode(fields=fields))
            return type(node)(name=node.name, value=draw(values[name]) if name in values else node.value)
        inner = graphql.SelectionSetNode(selections=tuple(change(selection) for selection in node.selection_set.selections))
        return graphql.InlineFragmentNode(type_condition=node.type_condition, selection_set=inner)

    operation = document.definitions[0]
    selections = tuple(change(selection) for selection in operation.selection_set.selections)
    changed = graphql.OperationDefinitionNode(
        operation=operation.operation, selection_set=graphql.SelectionSetNode(selections=selections)
    )
    return graphql.DocumentNode(definitions=(changed,))


# schemathesis makes the strategy of an operation anew for every case, which took a third of a run. One for each will do; and of the
# documents that fit the schema every second one gets arguments that can be used.
strategies = {}
drawn_from_schema = documents.queries


def queries(schema, *, fields, mode, **rest):
    key = (id(schema), *fields, mode)
    if key not in strategies:
        plain = drawn_from_schema(schema, fields=fields, mode=mode, **rest)
        strategies[key] = plain | plain.flatmap(usable) if mode is Mode.POSITIVE else plain
    return strategies[key]


documents.queries = queries


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Not a failure: a document that fits the schema, with a value that its type allows but its field does not.

    schemathesis takes any refusal of such a document for one too many, or, where it does not know the code, for a fault inside.
    """
    if not isinstance(failure, (GraphQLClientError, GraphQLServerError)):
        return True
    return not all(by_value(error) for error in failure.errors)


def by_value(error) -> bool:
    """Whether a field refused a value (a malformed id, a strange cursor, 501 rows), a text holds what no database can, or the answer
    could be too large."""
    code = error["extensions"]["code"]
    at_a_field = "path" in error or "U+0000" in error["message"]
    return code == "COST_LIMIT" or (code in ("BAD_USER_INPUT", "BAD_CURSOR", "PAGE_TOO_LARGE") and at_a_field)


answers = Counter()


@schemathesis.check
def documented(ctx, response, case):
    """Every answer is as docs/API.md and GraphQL over HTTP have it, and tells nothing of the inside."""
    answer = response.json()
    errors = answer.get("errors", [])
    assert set(answer) <= {"data", "errors"}, f"unknown keys: {sorted(answer)}"
    assert ("data" in answer) == (response.status_code == 200), "data without 200, or 200 without data"
    assert response.status_code < 500, response.status_code
    for error in errors:
        extensions = error["extensions"]
        assert extensions["code"] in CODES, f"{extensions['code']} is not in docs/API.md"
        assert [extensions["requestId"]] == response.headers["x-request-id"], "the request id is not that of the header"
        assert not INSIDE.search(error["message"]), "the inside shows"
    wrong = case.meta.generation.mode.is_negative
    assert not (wrong and "data" in answer), "run although it does not fit the schema"
    answers["wrong" if wrong else "answered" if not errors else "answered in part" if answer.get("data") else "refused for a value"] += 1


@atexit.register
def tell():
    print(f"answers: {json.dumps(answers)}", file=sys.stderr)
