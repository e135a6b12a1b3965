-- Both steps of signing in: wrk -s sign-in.lua URL -- USER PASSWORD WORD
-- An answer to step 1 is put in line, and the next free connection sends its step 2; so half of the requests that
-- wrk counts are sign-ins.
local waiting = {}
local first, word

function init(args)
    wrk.headers["Content-Type"] = "application/json"
    first = wrk.format("POST", nil, nil, '{"UserName":"' .. args[1] .. '","Password":"' .. args[2] .. '"}')
    word = args[3]
end

function request()
    return table.remove(waiting, 1) or first
end

function response(status, headers, body)
    local token = body:match('"TemporaryToken":"([^"]+)"')
    if status ~= 201 or not token then return end
    local letters = {}
    for position in body:gmatch('"Position":(%d+)') do
        letters[#letters + 1] = string.format('{"Position":%s,"Value":"%s"}', position,
            word:sub(tonumber(position), tonumber(position)))
    end
    waiting[#waiting + 1] = wrk.format("PUT", nil, nil, '{"TemporaryToken":"' .. token ..
        '","MemorableWordList":[' .. table.concat(letters, ",") .. ']}')
end
