"""Reads PROV-JSON documents with the package `prov`, and holds them against a JSON schema; prints what was read as JSON."""

import json
import sys
import warnings

import jsonschema
import prov.model


def pairs(document, kind):
    """First two formal attributes of each relation of a kind, as URIs, in order."""
    found = []
    for record in document.get_records(kind):
        first, second = [value for _, value in record.formal_attributes][:2]
        found.append([None if value is None else value.uri for value in (first, second)])
    return sorted(found, key=str)


def reading(text, schema):
    document = prov.model.ProvDocument.deserialize(content=text, format="json")
    fits = None
    if schema is not None:
        jsonschema.Draft4Validator(schema).validate(json.loads(text))
        fits = True
    return {
        "read": True,
        "schema": fits,
        "error": "",
        "derivations": pairs(document, prov.model.ProvDerivation),
        "attributions": pairs(document, prov.model.ProvAttribution),
        "generations": pairs(document, prov.model.ProvGeneration),
        "agents": sorted(record.identifier.uri for record in document.get_records(prov.model.ProvAgent)),
    }


def main(words):
    schema = None
    if words[:1] == ["--schema"]:
        with open(words[1], encoding="utf-8") as file:
            schema = json.load(file)
        words = words[2:]
    results = []
    for path in words:
        try:
            with open(path, encoding="utf-8") as file:
                results.append(reading(file.read(), schema))
        except jsonschema.ValidationError as error:
            results.append({"read": True, "schema": False, "error": error.message})
        except Exception as error:  # noqa: BLE001: whatever a reader throws at a document is its verdict
            results.append({"read": False, "schema": None, "error": f"{type(error).__name__}: {error}"})
    json.dump(results, sys.stdout)


# What a later version will refuse is no matter here: standard error stays empty.
warnings.simplefilter("ignore")
main(sys.argv[1:])
