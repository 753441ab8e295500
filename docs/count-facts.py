#!/usr/bin/env python3
"""Counts what the built-in dataset holds of each document: records by noun, citations by certainty, mentions.

Run from the root of the repository: `python3 docs/count-facts.py`.
"""

import collections
import glob
import json


def main() -> None:
    nouns = collections.defaultdict(collections.Counter)
    certainties = collections.defaultdict(collections.Counter)
    mentions = collections.Counter()
    for path in sorted(glob.glob("dataset/*.json")):
        with open(path, encoding="utf-8") as file:
            text = "".join(line for line in file if not line.lstrip().startswith("//"))
        whole = json.loads(text)
        for record in whole["records"]:
            source = record.get("source", whole.get("source")) or record["id"]
            document = source.split("/")[0]
            nouns[document][record.get("noun", whole.get("noun"))] += 1
            edges = record.get("edges", {})
            for citation in edges.get("citations", []):
                certainties[document][citation["certainty"]] += 1
            for mention in edges.get("mentions", []):
                named = mention["record_id"]
                mentions[document] += len(named) if isinstance(named, list) else 1
    for document in sorted(nouns):
        print(document)
        print("  records:  ", ", ".join(f"{noun} {count}" for noun, count in nouns[document].most_common()))
        print("  citations:", ", ".join(f"{word} {count}" for word, count in certainties[document].most_common()) or "none")
        print("  mentions: ", mentions[document])


if __name__ == "__main__":
    main()
