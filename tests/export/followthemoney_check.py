"""Run by a Python that has followthemoney: takes statements from standard input and tells what the library refuses.

Every row is put into an entity as the library cleans it; a value that it drops or changes is told, and so is an entity
that its own schema does not accept.
"""

import json
import sys

from followthemoney import model  # type: ignore[import-not-found]  # of another environment

entities = {}
rows = [json.loads(line) for line in sys.stdin]
for row in rows:
    made = entities.setdefault(row["entity_id"], model.get_proxy({"id": row["entity_id"], "schema": row["schema"]}))
    made.add(row["prop"], row["value"])
    if row["value"] not in made.get(row["prop"]):
        sys.stdout.write(f"not kept: {row['schema']}:{row['prop']} {row['value'][:80]!r}: {made.get(row['prop'])}\n")
for made in entities.values():
    model.get(made.schema.name).validate(made.to_dict())
    for prop, value in made.itervalues():
        if prop.type.name == "entity" and value not in entities:
            sys.stdout.write(f"no such entity: {made.id} {prop.name} {value}\n")
sys.stdout.write(f"{len(rows)} rows of {len(entities)} entities\n")
