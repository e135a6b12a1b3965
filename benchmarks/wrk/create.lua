-- POST /customers, each with a name of its own: wrk -s create.lua URL -- TOKEN
local thread_count = 0
function setup(thread)
    thread_count = thread_count + 1
    thread:set("number", thread_count)
end

local made = 0
function init(args)
    wrk.method = "POST"
    wrk.headers["Content-Type"] = "application/json"
    wrk.headers["Authorization"] = "KfToken " .. args[1]
    math.randomseed(os.time() + number)
    -- A code that no other run or thread makes: making one from the name is another cost than writing.
    run = string.format("B%d%06d", number, math.random(0, 999999))
end

function request()
    made = made + 1
    local code = run .. made
    return wrk.format(nil, nil, nil, '{"Code":"' .. code .. '","Name":"Customer ' .. code ..
        '","Contacts":[{"Name":"Ines Okafor","Email":"ines@harbour.example","IsPrimary":true}],' ..
        '"Addresses":[{"Line1":"4 Quay Road","PostCode":"PL1 2AB","CountryCode":"GB"}]}')
end
