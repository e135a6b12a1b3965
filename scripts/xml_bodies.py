"""Reads XML bodies as the contract describes them, into what JSON would have carried."""

import xml.etree.ElementTree


def read_xml(contract, text, pointer, strict):
    """The value of an XML body under the schema at `pointer`.

    `strict`: the names of the root and of lists' elements must be the contract's, and an absent member is null, as in
    answers. In requests such names do not matter, and an absent member is absent.

    Raises ValueError for what is not well-formed or not named so.
    """
    try:
        root = xml.etree.ElementTree.fromstring(text)
    except xml.etree.ElementTree.ParseError as error:
        raise ValueError(f"not XML: {error}") from error
    if strict and root.tag != (name := name_at(contract, pointer)):
        raise ValueError(f"the root is {root.tag}, not {name}")
    return value_of(contract, root, pointer, strict)


def value_of(contract, element, pointer, strict):
    schema, pointer = contract.at(pointer)
    choices = [index for index, one in enumerate(schema.get("anyOf", [])) if one.get("type") != "null"]
    if choices:
        values = [value_of(contract, element, f"{pointer}/anyOf/{index}", strict) for index in choices]
        fitting = [
            value
            for value, index in zip(values, choices)
            if contract.complaint(value, f"{pointer}/anyOf/{index}") is None
        ]
        return (fitting or values)[0]
    types = schema.get("type", [])
    types = [types] if isinstance(types, str) else types
    if "object" in types:
        return members_of(contract, element, schema, pointer, strict)
    if "array" in types:
        name = name_at(contract, f"{pointer}/items")
        wrong = [child.tag for child in element if strict and child.tag != name]
        if wrong:
            raise ValueError(f"an element of {element.tag} is {wrong[0]}, not {name}")
        return [value_of(contract, child, f"{pointer}/items", strict) for child in element]
    return plain_value(element.text or "", types)


def members_of(contract, element, schema, pointer, strict):
    properties = schema.get("properties", {})
    names = {name.lower(): name for name in properties}
    members = {name: None for name in schema.get("required", [])} if strict else {}
    for child in element:
        tag = child.tag.rsplit("}", 1)[-1]
        name = tag if strict else names.get(tag.lower(), tag)
        if name not in properties:
            members[name] = child.text
            continue
        place = f"{pointer}/properties/{name}"
        if strict and name_at(contract, place, name) != name:
            raise ValueError(f"the contract calls {name} {name_at(contract, place, name)}")
        members[name] = value_of(contract, child, place, strict)
    return members


def plain_value(text, types):
    try:
        if "integer" in types:
            return int(text)
        if "number" in types:
            return float(text)
    except ValueError:
        return text
    if "boolean" in types:
        return {"true": True, "1": True, "false": False, "0": False}.get(text.strip().lower(), text)
    return text


def name_at(contract, pointer, otherwise=None):
    """What the contract calls an element: its own word first, then that of the schema it refers to."""
    value = contract.lying(pointer)
    own = value.get("xml", {}).get("name")
    if own is None and "anyOf" in value:
        return name_at(contract, f"{pointer}/anyOf/0", otherwise)
    return own or contract.at(pointer)[0].get("xml", {}).get("name", otherwise)
