-- POST /invoices of three lines for one customer: wrk -s invoice.lua URL -- TOKEN
function init(args)
    wrk.method = "POST"
    wrk.headers["Content-Type"] = "application/json"
    wrk.headers["Authorization"] = "KfToken " .. args[1]
    wrk.body = '{"CustomerCode":"C01","IssuedDate":"2026-11-25","LineItems":[' ..
        '{"Description":"Oak stair, fitted","Quantity":1,"Rate":100,"VATLevel":20,"NominalCode":4000},' ..
        '{"Description":"Oak stair, fitted","Quantity":1,"Rate":100,"VATLevel":20,"NominalCode":4000},' ..
        '{"Description":"Oak stair, fitted","Quantity":1,"Rate":100,"VATLevel":20,"NominalCode":4000}]}'
end
