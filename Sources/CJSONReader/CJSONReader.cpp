#include "CJSONReader.h"

#define RAPIDJSON_HAS_STDSTRING 0
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

namespace {

struct Visitor {
    void *context;
    json_visitor visit;

    bool tell(json_event event, const char *text = "", size_t count = 0) { return visit(context, event, text, count); }

    bool Null() { return tell(JSON_NULL); }
    bool Bool(bool value) { return tell(value ? JSON_TRUE : JSON_FALSE); }
    // Numbers come as text (kParseNumbersAsStringsFlag), so these are never called.
    bool Int(int) { return false; }
    bool Uint(unsigned) { return false; }
    bool Int64(int64_t) { return false; }
    bool Uint64(uint64_t) { return false; }
    bool Double(double) { return false; }
    bool RawNumber(const char *text, rapidjson::SizeType count, bool) { return tell(JSON_NUMBER, text, count); }
    bool String(const char *text, rapidjson::SizeType count, bool) { return tell(JSON_STRING, text, count); }
    bool Key(const char *text, rapidjson::SizeType count, bool) { return tell(JSON_KEY, text, count); }
    bool StartObject() { return tell(JSON_OBJECT_START); }
    bool EndObject(rapidjson::SizeType) { return tell(JSON_OBJECT_END); }
    bool StartArray() { return tell(JSON_ARRAY_START); }
    bool EndArray(rapidjson::SizeType) { return tell(JSON_ARRAY_END); }
};

}  // namespace

json_reading json_read(const char *bytes, size_t count, void *context, json_visitor visit, size_t *offset) {
    rapidjson::MemoryStream stream(bytes, count);
    rapidjson::Reader reader;
    Visitor visitor{context, visit};
    const unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag |
                           rapidjson::kParseNumbersAsStringsFlag;
    const rapidjson::ParseResult result = reader.Parse<flags>(stream, visitor);
    if (result.IsError()) {
        *offset = result.Offset();
        return result.Code() == rapidjson::kParseErrorNumberTooBig ? JSON_NUMBER_TOO_LARGE : JSON_MALFORMED;
    }
    // A NUL byte looks like the end of the stream to the reader.
    if (stream.Tell() != count) {
        *offset = stream.Tell();
        return JSON_MALFORMED;
    }
    return JSON_WELL_FORMED;
}
