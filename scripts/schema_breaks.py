"""What a change of a JSON Schema breaks for a client: of what it sends, and of what it is answered."""

TYPES = {"array", "boolean", "integer", "null", "number", "object", "string"}
ANYTHING = {}
# Raised or added they take less than before, and lowered or added.
LOWEST = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
HIGHEST = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
# Keywords that say something to people alone.
WORDS = {"title", "description", "example", "examples", "deprecated", "$comment"}
KNOWN = (
    WORDS | {"type", "enum", "const", "properties", "required", "additionalProperties", "items", "anyOf", "oneOf"}
    | {"pattern", "format", "multipleOf", "default", "readOnly", "writeOnly", "xml"} | set(LOWEST) | set(HIGHEST)
)


def resolved(document, value):
    """What a reference within `document` leads to."""
    while isinstance(value, dict) and str(value.get("$ref", "")).startswith("#/"):
        target = document
        for part in value["$ref"][2:].split("/"):
            target = target[part.replace("~1", "/").replace("~0", "~")]
        value = target
    return value


def types(schema):
    """The types that it takes; a whole number is a number too."""
    given = schema.get("type", TYPES)
    names = {given} if isinstance(given, str) else set(given)
    return names | {"integer"} if "number" in names else names


def element(schema):
    xml = schema.get("xml", {})
    return " ".join(f"{part} {xml[part]}" for part in sorted(xml)) or "not named"


def words(schema):
    if "const" in schema:
        return [schema["const"]]
    return schema.get("enum")


def listed(values):
    return ", ".join(sorted(map(str, values)))


class SchemaBreaks:
    """Compares the schemas of two documents; each pair of them is told once."""

    def __init__(self, old, new):
        self.old, self.new = old, new
        self.seen = set()
        # Those that are being compared now: what refers to itself ends where it began.
        self.begun = []

    def sent(self, old, new, where):
        """Breaks of what a client sends: all that was taken must still be taken, and mean the same."""
        return self._all(old, new, where, self.seen, self._sent)

    def answered(self, old, new, where):
        """Breaks of what a client reads: nothing it reads may go, and nothing come that it can't."""
        return self._all(old, new, where, self.seen, self._answered)

    def _all(self, old, new, where, seen, way):
        old = ANYTHING if old is True or old is None else old
        new = ANYTHING if new is True or new is None else new
        if old is False or new is False:
            return [] if old == new else [f"{where}: what was {old} is {new}"]
        old, new = resolved(self.old, old), resolved(self.new, new)
        pair = (id(old), id(new), way.__name__)
        if pair in seen:
            return []
        seen.add(pair)
        self.begun.append(pair)
        olds, news = self._forms(old), self._forms(new)
        if len(olds) > 1 or len(news) > 1:
            breaks = self._of_forms(olds, news, where, way)
        else:
            breaks = list(way(olds[0], news[0], where, seen))
        breaks += self._unknown(old, new, where)
        self.begun.pop()
        return breaks

    @staticmethod
    def _forms(schema):
        """Each alternative by itself."""
        return schema.get("anyOf") or schema.get("oneOf") or [schema]

    def _of_forms(self, olds, news, where, way):
        """Sent: each old form needs a new one that takes it. Answered: each new form needs an old one like it."""
        is_sent = way.__name__ == "_sent"
        breaks = []
        for place, form in enumerate(olds if is_sent else news):
            tries = [
                self._all(*((form, other) if is_sent else (other, form)), where, set(self.begun), way)
                for other in (news if is_sent else olds)
            ]
            if all(tries):
                # The form at the same place is most likely what it was meant to be.
                breaks += tries[place] if place < len(tries) else min(tries, key=len)
        return breaks

    def _unknown(self, old, new, where):
        # Where nothing was said of it, there was no XML.
        if "xml" in old and old["xml"] != new.get("xml"):
            yield f"{where}: in XML it was {element(old)} and is {element(new)} now"
        for keyword in sorted((old.keys() | new.keys()) - KNOWN):
            if old.get(keyword) != new.get(keyword):
                yield f"{where}: {keyword} has changed, and this check can't tell what that breaks"

    def _sent(self, old, new, where, seen):
        if gone := types(old) - types(new):
            yield f"{where}: {listed(gone)} is no longer taken"
        if words(new) is not None:
            if words(old) is None:
                yield f"{where}: only {listed(words(new))} is taken now"
            elif gone := [word for word in words(old) if word not in words(new)]:
                yield f"{where}: {listed(gone)} is no longer taken"
        for bounds, is_narrower in ((LOWEST, lambda a, b: b > a), (HIGHEST, lambda a, b: b < a)):
            for bound in bounds:
                if bound in new and (bound not in old or is_narrower(old[bound], new[bound])):
                    yield f"{where}: {bound} is {new[bound]} now and was {old.get(bound, 'not set')}"
        for keyword in ("pattern", "format", "multipleOf"):
            if keyword in new and old.get(keyword) != new[keyword]:
                yield f"{where}: {keyword} is {new[keyword]} now and was {old.get(keyword, 'not set')}"
        for keyword in ("default", "readOnly"):
            if old.get(keyword) != new.get(keyword):
                yield f"{where}: {keyword} is {new.get(keyword, 'not set')} now and was {old.get(keyword, 'not set')}"
        for name in sorted(set(new.get("required", [])) - set(old.get("required", []))):
            yield f"{where}.{name}: is required now"
        if new.get("additionalProperties") is False and old.get("additionalProperties") is not False:
            yield f"{where}: other members are no longer taken"
        yield from self._members(old, new, where, seen, self._sent, "is no longer taken")

    def _answered(self, old, new, where, seen):
        if come := types(new) - types(old):
            yield f"{where}: may be {listed(come)} now"
        # A new word is an addition: a client has to expect words that it does not know.
        if words(old) is not None and words(new) is None:
            yield f"{where}: was one of {listed(words(old))} and may be anything now"
        for keyword in ("pattern", "format", "multipleOf"):
            if keyword in old and old[keyword] != new.get(keyword):
                yield f"{where}: {keyword} was {old[keyword]} and is {new.get(keyword, 'not set')} now"
        for name in sorted(set(old.get("required", [])) - set(new.get("required", []))):
            if name in new.get("properties", {}):
                yield f"{where}.{name}: may be left out now"
        yield from self._members(old, new, where, seen, self._answered, "is no longer answered")

    def _members(self, old, new, where, seen, way, gone):
        before, after = old.get("properties", {}), new.get("properties", {})
        for name, schema in before.items():
            if name not in after:
                yield f"{where}.{name}: {gone}"
            else:
                yield from self._all(schema, after[name], f"{where}.{name}", seen, way)
        if isinstance(old.get("additionalProperties"), dict):
            others = new.get("additionalProperties", True)
            yield from self._all(old["additionalProperties"], others, f"{where}.*", seen, way)
        if "items" in old or "items" in new:
            yield from self._all(old.get("items"), new.get("items"), f"{where}[]", seen, way)
