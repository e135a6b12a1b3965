"""What the change from one OpenAPI document to another breaks for a client of the first."""

import re

from schema_breaks import SchemaBreaks, resolved

METHODS = ("get", "head", "post", "put", "patch", "delete", "options", "trace")


def breaks(old, new):
    """One sentence for each."""
    return list(Contracts(old, new).all())


class Contracts:
    def __init__(self, old, new):
        self.old, self.new = old, new
        self.schemas = SchemaBreaks(old, new)

    def all(self):
        servers = [server["url"] for server in self.new.get("servers", [])]
        for server in self.old.get("servers", []):
            if server["url"] not in servers:
                yield f"server {server['url']}: is gone"
        yield from self.schemes()
        before, after = operations(self.old), operations(self.new)
        paths = {place for place, _ in after}
        for (place, method), operation in before.items():
            if place not in paths:
                yield f"{operation.name}: the path is gone"
            elif (place, method) not in after:
                yield f"{operation.name}: is gone"
            else:
                yield from self.operation(operation, after[place, method])

    def schemes(self):
        schemes = self.new.get("components", {}).get("securitySchemes", {})
        for name, scheme in self.old.get("components", {}).get("securitySchemes", {}).items():
            new = schemes.get(name, {})
            for part in ("type", "in", "name", "scheme", "flows", "openIdConnectUrl"):
                if scheme.get(part) != new.get(part):
                    yield f"sign-in {name}: {part} was {scheme.get(part)} and is {new.get(part)} now"

    def operation(self, old, new):
        where = old.name
        if old.get("operationId") != new.get("operationId"):
            yield f"{where}: operationId was {old.get('operationId')} and is {new.get('operationId')} now"
        # Whoever fulfilled one of the old requirements must fulfil one of the new ones; none at all fulfils them all.
        for met in old.security():
            if not any(needed.keys() <= met.keys() for needed in new.security()):
                yield f"{where}: who calls with {' and '.join(met) or 'no token'} is refused now"
        yield from self.parameters(old, new)
        yield from self.body(old, new)
        yield from self.answers(old, new)

    def parameters(self, old, new):
        before, after = old.parameters(), new.parameters()
        for key, parameter in before.items():
            where = f"{old.name}: {parameter['in']} parameter {parameter['name']}"
            if key not in after:
                yield f"{where}: is gone"
                continue
            changed = after[key]
            if changed.get("required") and not parameter.get("required"):
                yield f"{where}: is required now"
            for part in ("style", "explode", "allowReserved"):
                if parameter.get(part) != changed.get(part):
                    yield f"{where}: {part} was {parameter.get(part)} and is {changed.get(part)} now"
            yield from self.schemas.sent(parameter.get("schema", {}), changed.get("schema", {}), where)
        for key, parameter in after.items():
            if key not in before and parameter.get("required"):
                yield f"{old.name}: {parameter['in']} parameter {parameter['name']}: is new and required"

    def body(self, old, new):
        before, after = old.part("requestBody"), new.part("requestBody")
        if before is None:
            if after is not None and after.get("required"):
                yield f"{old.name}: a body is required now"
            return
        if after is None:
            yield f"{old.name}: no body is taken any more"
            return
        if after.get("required") and not before.get("required"):
            yield f"{old.name}: the body is required now"
        for kind, content in before.get("content", {}).items():
            where = f"{old.name}: body"
            if kind not in after.get("content", {}):
                yield f"{where}: {kind} is no longer taken"
            else:
                yield from self.schemas.sent(content.get("schema"), after["content"][kind].get("schema"), where)

    def answers(self, old, new):
        before, after = old.get("responses", {}), new.get("responses", {})
        for status, answer in before.items():
            where = f"{old.name}: answer {status}"
            if status not in after:
                # What was not built and is built now breaks nobody.
                if str(status) != "501":
                    yield f"{where}: is gone"
                continue
            yield from self.answer(resolved(self.old, answer), resolved(self.new, after[status]), where)
        for status in after:
            # More refusals are no break, nor what is answered only to who asks for it by If-None-Match.
            if status not in before and str(status)[0] in "123" and str(status) != "304":
                yield f"{old.name}: answer {status}: is new, beside {', '.join(map(str, before))}"

    def answer(self, old, new, where):
        for kind, content in (old.get("content") or {}).items():
            if kind not in (new.get("content") or {}):
                yield f"{where}: {kind} is no longer answered"
            else:
                for word in sorted(error_words(content) - error_words(new["content"][kind])):
                    yield f"{where}: the word {word} is no longer told"
                yield from self.schemas.answered(content.get("schema"), new["content"][kind].get("schema"), where)
        headers = {name.lower(): header for name, header in (new.get("headers") or {}).items()}
        for name, header in (old.get("headers") or {}).items():
            if name.lower() not in headers:
                yield f"{where}: header {name}: is gone"
                continue
            header, changed = resolved(self.old, header), resolved(self.new, headers[name.lower()])
            if header.get("required") and not changed.get("required"):
                yield f"{where}: header {name}: may be left out now"
            yield from self.schemas.answered(header.get("schema"), changed.get("schema"), f"{where}: header {name}")


def error_words(content):
    """What a refusal's examples have for programs, who act on it; nothing for another answer."""
    values = (example.get("value") for example in (content.get("examples") or {}).values())
    return {value["Error"] for value in values if isinstance(value, dict) and "Error" in value}


class Operation:
    def __init__(self, document, path, item, method):
        self.document, self.path, self.item = document, path, item
        self.name = f"{method.upper()} {path}"
        self.values = item[method]

    def get(self, part, default=None):
        return self.values.get(part, default)

    def part(self, name):
        return resolved(self.document, self.values.get(name))

    def security(self):
        """The ways to be let in, each a set of schemes; no way at all means that all are let in."""
        return self.values.get("security", self.document.get("security", [])) or [{}]

    def parameters(self):
        """By place and name; those of the path by their place in it, since a client never sees their names."""
        names = re.findall(r"\{([^}]*)\}", self.path)
        found = {}
        for parameter in self.item.get("parameters", []) + self.values.get("parameters", []):
            parameter = resolved(self.document, parameter)
            name, place = parameter["name"], parameter["in"]
            if place == "path" and name in names:
                name = names.index(name)
            elif place == "header":
                name = name.lower()
            found[place, name] = parameter
        return found


def operations(document):
    """By the shape of the path and the verb: two templates of one shape may share its verbs."""
    return {
        (shape(path), method): Operation(document, path, item, method)
        for path, item in document.get("paths", {}).items()
        for method in METHODS
        if method in item
    }


def shape(path):
    """A path but for the names of its parameters and its case, neither of which counts on the wire."""
    return re.sub(r"\{[^}]*\}", "{}", path).lower()
