"""What scripts/check-contract finds, and what it lets pass: python -m unittest discover Tests/Contract"""

import copy
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "scripts"))

from contract_breaks import breaks
from yaml12 import load

CONTRACT = """
openapi: 3.1.0
servers: [{url: /v2}]
security: [{KfToken: []}]
paths:
  /customers:
    get:
      operationId: getCustomers
      parameters:
      - {name: page, in: query, schema: {type: integer, minimum: 1, maximum: 1000}}
      - {name: order, in: query, schema: {type: string, enum: [Code, Name], default: Code}}
      - {name: Idempotency-Key, in: header, schema: {type: string, maxLength: 128}}
      responses:
        '200':
          content:
            application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Customer'}}}
            application/xml: {schema: {type: array, items: {$ref: '#/components/schemas/Customer'}}}
        '400':
          description: Wrong.
          content:
            application/json:
              schema: {type: object}
              examples:
                Conflict: {value: {Error: Conflict, Message: It is there.}}
                InUse: {value: {Error: InUse, Message: By HARB01.}}
                InUse2: {value: {Error: InUse, Message: By a note.}}
    post:
      operationId: postCustomers
      requestBody:
        required: false
        content:
          application/json: {schema: {$ref: '#/components/schemas/CustomerInput'}}
      responses:
        '201':
          headers: {Location: {$ref: '#/components/headers/Location'}}
          content: {application/json: {schema: {$ref: '#/components/schemas/Customer'}}}
  /customers/{code}:
    get:
      operationId: getCustomer
      security: []
      parameters:
      - {name: code, in: path, required: true, schema: {type: string, maxLength: 50}}
      responses:
        '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Customer'}}}}
    delete:
      operationId: deleteCustomer
      parameters:
      - {name: code, in: path, required: true, schema: {type: string, maxLength: 50}}
      responses: {'204': {description: Gone.}}
components:
  securitySchemes:
    KfToken: {type: apiKey, in: header, name: Authorization}
  headers:
    Location: {schema: {type: string}}
  schemas:
    Customer:
      type: object
      required: [Code, Parent]
      additionalProperties: false
      properties:
        Code: {type: string}
        Created: {type: string, format: date}
        Balance: {type: number, xml: {name: Balance}}
        Kind: {type: string, enum: [Trade, Retail]}
        Address: {anyOf: [{$ref: '#/components/schemas/Address'}, {type: string}]}
        Parent: {anyOf: [{$ref: '#/components/schemas/Customer'}, {type: 'null'}]}
    CustomerInput:
      type: object
      required: [Name]
      properties:
        Name: {type: string, minLength: 1, maxLength: 200}
        Kind: {type: string, enum: [Trade, Retail]}
        Terms: {type: integer, minimum: 0, maximum: 365}
        Note: {type: [string, 'null']}
        Lines: {type: array, maxItems: 10, items: {type: object, properties: {Text: {type: string}}}}
        Address: {anyOf: [{$ref: '#/components/schemas/Address'}, {type: string}]}
    Address:
      type: object
      properties: {Town: {type: string}}
"""

JSON = ("content", "application/json", "schema")
LIST = ("paths", "/customers", "get")
REFUSAL = (*LIST, "responses", "400", "content", "application/json", "examples")
MAKE = ("paths", "/customers", "post")
READ = ("paths", "/customers/{code}", "get")
OUT = ("components", "schemas", "Customer")
IN = ("components", "schemas", "CustomerInput")


def changed(*changes):
    """The contract with each value set, or left out where it is None."""
    document = load(CONTRACT)
    for *place, name, value in changes:
        target = document
        for part in place:
            target = target[part]
        if value is None:
            del target[name]
        elif isinstance(target, list) and name == len(target):
            target.append(value)
        else:
            target[name] = value
    return document


BREAKS = [
    # What there is.
    ((*LIST[:2], None), "/customers: the path is gone"),
    ((*MAKE, None), "POST /customers: is gone"),
    (("servers", [{"url": "/v3"}]), "server /v2: is gone"),
    ((*LIST, "operationId", "listCustomers"), "GET /customers: operationId was getCustomers and is listCustomers now"),
    ((*READ, "security", None), "GET /customers/{code}: who calls with no token is refused now"),
    (("components", "securitySchemes", "KfToken", "in", "query"), "sign-in KfToken: in was header and is query now"),
    # Answers.
    ((*LIST, "responses", "400", None), "GET /customers: answer 400: is gone"),
    ((*REFUSAL, "Conflict", None), "GET /customers: answer 400: the word Conflict is no longer told"),
    ((*REFUSAL, "Conflict", "value", "Error", "Taken"), "answer 400: the word Conflict is no longer told"),
    ((*REFUSAL[:-1], "examples", None), "answer 400: the word InUse is no longer told"),
    ((*LIST, "responses", "206", {}), "GET /customers: answer 206: is new, beside 200, 400"),
    ((*LIST, "responses", "200", "content", "application/xml", None), "application/xml is no longer answered"),
    ((*MAKE, "responses", "201", "headers", None), "POST /customers: answer 201: header Location: is gone"),
    ((*MAKE, "responses", "201", "content", None), "POST /customers: answer 201: application/json is no longer answered"),
    ((*OUT, "properties", "Balance", None), "answer 200[].Balance: is no longer answered"),
    ((*OUT, "properties", "Balance", "type", "string"), "answer 200[].Balance: may be string now"),
    ((*OUT, "properties", "Code", "type", ["string", "null"]), "answer 200[].Code: may be null now"),
    ((*OUT, "properties", "Created", "format", "date-time"), "Created: format was date and is date-time now"),
    ((*OUT, "properties", "Kind", "enum", None), "Kind: was one of Retail, Trade and may be anything now"),
    ((*OUT, "required", ["Parent"]), "answer 200[].Code: may be left out now"),
    ((*OUT, "properties", "Address", "anyOf", 1, {"type": "integer"}), "Address: may be integer now"),
    ((*OUT, "properties", "Balance", "xml", "name", "Sum"), "Balance: in XML it was name Balance and is name Sum now"),
    ((*OUT, "properties", "Code", "contentEncoding", "base64"), "Code: contentEncoding has changed"),
    # What is sent.
    ((*LIST, "parameters", []), "GET /customers: query parameter page: is gone"),
    ((*LIST, "parameters", 0, "required", True), "query parameter page: is required now"),
    ((*LIST, "parameters", 3, {"name": "year", "in": "query", "required": True}), "query parameter year: is new and required"),
    ((*LIST, "parameters", 0, "schema", "type", "boolean"), "query parameter page: integer is no longer taken"),
    ((*LIST, "parameters", 0, "schema", "maximum", 100), "query parameter page: maximum is 100 now and was 1000"),
    ((*LIST, "parameters", 1, "schema", "enum", ["Name"]), "query parameter order: Code is no longer taken"),
    ((*LIST, "parameters", 1, "schema", "default", "Name"), "query parameter order: default is Name now and was Code"),
    ((*LIST, "parameters", 1, "explode", False), "query parameter order: explode was None and is False now"),
    ((*LIST, "parameters", 2, "schema", "maxLength", 64), "header parameter Idempotency-Key: maxLength is 64 now"),
    ((*READ, "parameters", 0, "schema", "pattern", "^[A-Z]+$"), "path parameter code: pattern is ^[A-Z]+$ now"),
    ((*MAKE, "requestBody", None), "POST /customers: no body is taken any more"),
    ((*MAKE, "requestBody", "required", True), "POST /customers: the body is required now"),
    (("paths", "/customers/{code}", "delete", "requestBody", {"required": True}), "DELETE /customers/{code}: a body is required now"),
    ((*MAKE, "requestBody", "content", {"application/xml": {}}), "POST /customers: body: application/json is no longer taken"),
    ((*IN, "required", ["Name", "Terms"]), "POST /customers: body.Terms: is required now"),
    ((*IN, "properties", "Terms", None), "POST /customers: body.Terms: is no longer taken"),
    ((*IN, "properties", "Terms", "type", "string"), "body.Terms: integer is no longer taken"),
    ((*IN, "properties", "Note", "type", "string"), "body.Note: null is no longer taken"),
    ((*IN, "properties", "Name", "maxLength", 100), "body.Name: maxLength is 100 now and was 200"),
    ((*IN, "properties", "Name", "minLength", 2), "body.Name: minLength is 2 now and was 1"),
    ((*IN, "properties", "Name", "pattern", "^A"), "body.Name: pattern is ^A now and was not set"),
    ((*IN, "properties", "Terms", "minimum", 1), "body.Terms: minimum is 1 now and was 0"),
    ((*IN, "properties", "Kind", "enum", ["Trade"]), "body.Kind: Retail is no longer taken"),
    ((*IN, "properties", "Name", "enum", ["A"]), "body.Name: only A is taken now"),
    ((*IN, "properties", "Lines", "maxItems", 5), "body.Lines: maxItems is 5 now and was 10"),
    ((*IN, "properties", "Lines", "items", "properties", "Text", "type", "integer"), "body.Lines[].Text: string is no longer taken"),
    ((*IN, "properties", "Address", "anyOf", [{"type": "string"}]), "body.Address: object is no longer taken"),
    ((*IN, "additionalProperties", False), "POST /customers: body: other members are no longer taken"),
]

ADDITIONS = [
    [("paths", "/suppliers", {"get": {"responses": {"200": {}}}})],
    [("paths", "/customers", "put", {"responses": {"200": {}}})],
    [(*LIST, "parameters", 3, {"name": "year", "in": "query", "schema": {"type": "integer"}})],
    [(*LIST, "parameters", 0, "schema", "maximum", 5000), (*LIST, "parameters", 0, "schema", "minimum", 0)],
    [(*LIST, "parameters", 1, "schema", "enum", ["Code", "Name", "Created"])],
    [(*REFUSAL, "InUse2", None), (*REFUSAL, "Conflict", "value", "Message", "There is one.")],
    [(*REFUSAL, "Locked", {"value": {"Error": "Locked"}})],
    [(*LIST, "responses", "409", {}), (*LIST, "responses", "304", {})],
    [(*LIST, "responses", "200", "headers", {"ETag": {"schema": {"type": "string"}}})],
    [(*LIST, "responses", "200", "content", "text/csv", {})],
    [(*LIST, "summary", "Customers."), (*LIST, "tags", ["customers"]), (*LIST, "deprecated", True)],
    [(*MAKE, "security", [])],
    [(*MAKE, "requestBody", "content", "application/xml", {})],
    [(*OUT, "properties", "Website", {"type": "string"}), (*OUT, "required", ["Code", "Parent", "Balance"])],
    [(*OUT, "properties", "Balance", "type", "integer")],
    [(*OUT, "properties", "Kind", "enum", ["Trade", "Retail", "Public"])],
    [(*OUT, "properties", "Address", "anyOf", [{"type": "string"}])],
    [(*OUT, "properties", "Code", "description", "Its code."), (*OUT, "properties", "Code", "examples", ["HARB01"])],
    [(*IN, "properties", "Website", {"type": "string"}), (*IN, "required", [])],
    [(*IN, "properties", "Terms", "type", ["integer", "null"]), (*IN, "properties", "Terms", "maximum", None)],
    [(*IN, "properties", "Terms", "type", "number")],
    [(*IN, "properties", "Kind", "enum", None)],
    [(*IN, "properties", "Kind", "xml", {"name": "Kind"})],
    [(*IN, "properties", "Name", {"$ref": "#/components/schemas/Name"}),
     ("components", "schemas", "Name", {"type": "string", "minLength": 1, "maxLength": 200})],
]


class CheckContract(unittest.TestCase):
    maxDiff = None

    def test_each_kind_of_break_is_told_in_plain_words(self):
        for change, sentence in BREAKS:
            with self.subTest(sentence):
                found = breaks(load(CONTRACT), changed(change))
                self.assertTrue(any(sentence in line for line in found), found)

    def test_additions_are_no_breaks(self):
        for changes in ADDITIONS:
            with self.subTest(str(changes)):
                self.assertEqual(breaks(load(CONTRACT), changed(*changes)), [])

    def test_what_was_not_built_may_be_built(self):
        old = changed((*READ, "responses", "501", {"description": "Not built yet."}))
        self.assertEqual(breaks(old, load(CONTRACT)), [])

    def test_names_of_path_parameters_and_the_case_of_paths_do_not_count(self):
        document = load(CONTRACT.replace("/customers/{code}", "/Customers/{customerCode}").replace("name: code", "name: customerCode"))
        self.assertEqual(breaks(load(CONTRACT), document), [])

    def test_a_break_in_a_shared_schema_is_told_once(self):
        document = load(CONTRACT)
        del document["components"]["schemas"]["Customer"]["properties"]["Balance"]
        self.assertEqual(breaks(load(CONTRACT), document), ["GET /customers: answer 200[].Balance: is no longer answered"])


class TheRealContract(unittest.TestCase):
    """Every single thing that can go from what the program prints."""

    @classmethod
    def setUpClass(cls):
        cls.old = load((ROOT / "openapi/daybook.yaml").read_text())
        cls.new = copy.deepcopy(cls.old)

    def without(self, holder, name):
        """What breaks when one thing goes; it is put back."""
        value = holder.pop(name)
        found = breaks(self.old, self.new)
        holder[name] = value
        return found

    def test_it_does_not_break_itself(self):
        self.assertEqual(breaks(self.old, self.new), [])

    def test_no_operation_and_no_answer_can_go(self):
        # A part of them: each is a comparison of two whole contracts.
        for path, item in list(self.new["paths"].items())[::4]:
            for method, operation in list(item.items()):
                self.assertTrue(self.without(item, method), f"{method} {path}")
                for status in list(operation["responses"])[::9]:
                    if status == "501":
                        continue
                    gone = self.without(operation["responses"], status)
                    self.assertEqual(gone, [f"{method.upper()} {path}: answer {status}: is gone"])

    def test_no_member_of_a_schema_can_go(self):
        for name, schema in list(self.new["components"]["schemas"].items())[::2]:
            for member in list(schema.get("properties", {}))[::7]:
                gone = self.without(schema["properties"], member)
                self.assertTrue(any(f".{member}: is no longer" in line for line in gone), f"{name}.{member}: {gone}")


class TheCommand(unittest.TestCase):
    def run_on(self, old, new):
        command = [sys.executable, str(ROOT / "scripts/check-contract"), str(old), str(new)]
        return subprocess.run(command, capture_output=True, text=True)

    def test_its_exit_code_tells(self):
        with tempfile.TemporaryDirectory() as folder:
            old, new = pathlib.Path(folder, "1.0.0.yaml"), pathlib.Path(folder, "now.yaml")
            old.write_text(CONTRACT)
            new.write_text(CONTRACT.replace("operationId: getCustomer\n", "operationId: readCustomer\n"))
            same = self.run_on(old, old)
            self.assertEqual((same.returncode, same.stderr), (0, ""))
            broken = self.run_on(old, new)
            self.assertEqual(broken.returncode, 1)
            sentence = "GET /customers/{code}: operationId was getCustomer and is readCustomer now"
            self.assertEqual(broken.stdout.splitlines(), [sentence])
            for wrong in ("", "a: [", "paths: 7"):
                new.write_text(wrong)
                self.assertEqual(self.run_on(old, new).returncode, 2, wrong)
            self.assertEqual(self.run_on(old, pathlib.Path(folder, "nowhere.yaml")).returncode, 2)


if __name__ == "__main__":
    unittest.main()
