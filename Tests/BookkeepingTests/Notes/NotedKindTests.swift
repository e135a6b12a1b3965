import Bookkeeping
import Testing

@Suite struct NotedKindTests {
    @Test(arguments: [
        ("customers", NotedKind.customers), ("Customer", .customers), ("1", .customers),
        ("suppliers", .suppliers), ("SUPPLIER", .suppliers), ("2", .suppliers), ("Invoices", .invoices),
        ("invoice", .invoices), ("3", .invoices), ("quotes", .quotes), ("Quote", .quotes), ("4", .quotes),
        ("purchases", .purchases), ("purchase", .purchases), ("5", .purchases),
        ("PurchaseOrders", .purchaseOrders), ("purchaseorder", .purchaseOrders), ("6", .purchaseOrders),
    ])
    func aKindIsReadByWordAndNumber(sent: String, kind: NotedKind) {
        #expect(NotedKind(named: sent) == kind)
    }

    @Test(arguments: ["", "0", "7", "01", "customerss", "purchase orders", "project"])
    func anythingElseIsNone(sent: String) {
        #expect(NotedKind(named: sent) == nil)
    }
}
