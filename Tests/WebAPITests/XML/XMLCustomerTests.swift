import HTTPTypes
import Testing

/// Customers in XML, to the byte.
@Suite struct XMLCustomerTests {
    private let sent = xml(
        """
        <Customer>
          <Name>Harbour &amp; Sons</Name>
          <Note>Prefers &lt;oak&gt;.&#10;Never pine.</Note>
          <DiscountRate>12.5</DiscountRate>
          <ShowDiscount>true</ShowDiscount>
          <VATNumber/>
          <DeliveryAddresses>
            <DeliveryAddress><Name>Yard</Name><CountryCode>fr</CountryCode></DeliveryAddress>
            <DeliveryAddress><Name>Shop</Name></DeliveryAddress>
          </DeliveryAddresses>
          <PaymentTerms><Days>14</Days></PaymentTerms>
        </Customer>
        """)

    private func made(key: String) -> String {
        """
        <Customer><Id>1</Id><Code>HARB01</Code><Name>Harbour &amp; Sons</Name><Source>0</Source>\
        <Note>Prefers &lt;oak&gt;.\nNever pine.</Note><DiscountRate>12.5000</DiscountRate>\
        <ShowDiscount>true</ShowDiscount><AutoIncludeVATNumber>false</AutoIncludeVATNumber>\
        <ReceivesWholesalePricing>false</ReceivesWholesalePricing>\
        <OverrideInvoiceFileFormat>false</OverrideInvoiceFileFormat>\
        <AutomaticCreditControlEnabled>false</AutomaticCreditControlEnabled>\
        <UseCustomDeliveryAddress>false</UseCustomDeliveryAddress><DisplayName>Harbour &amp; Sons</DisplayName>\
        <CreatedDate>2026-03-09 12:00:00</CreatedDate><LastUpdatedDate>2026-03-09 12:00:00</LastUpdatedDate>\
        <InvoicedNetAmount>0.0000</InvoicedNetAmount><InvoicedVATAmount>0.0000</InvoicedVATAmount>\
        <InvoiceCount>0</InvoiceCount><IsGoCardlessMandateSet>false</IsGoCardlessMandateSet>\
        <EnvelopeUrl>/v2/documents/customers/\(key)</EnvelopeUrl><UsesDefaultTheme>true</UsesDefaultTheme>\
        <AverageDaysToPay>0</AverageDaysToPay><OverdueAmount>0.0000</OverdueAmount>\
        <FirstInvoiceDate>1900-01-01 12:00:00</FirstInvoiceDate>\
        <LastInvoiceDate>1900-01-01 12:00:00</LastInvoiceDate><TotalPaidAmount>0.0000</TotalPaidAmount>\
        <OutstandingBalance>0.0000</OutstandingBalance><IsSchedule>false</IsSchedule><IsArchived>false</IsArchived>\
        <TradeBorderType>Domestic</TradeBorderType><IsCISReverseCharge>false</IsCISReverseCharge>\
        <ApplyWithholdingTax>false</ApplyWithholdingTax><CustomerKey>\(key)</CustomerKey>\
        <EnableCreditLimit>false</EnableCreditLimit><MarkedAsStale>false</MarkedAsStale><Addresses/>\
        <DeliveryAddresses><DeliveryAddress><Name>Yard</Name><CountryName>France</CountryName>\
        <CountryCode>FR</CountryCode></DeliveryAddress><DeliveryAddress><Name>Shop</Name>\
        <CountryName>United Kingdom</CountryName><CountryCode>GB</CountryCode></DeliveryAddress></DeliveryAddresses>\
        <WithholdingTaxReferences/><CustomTextBoxes/><CustomCheckBoxes/>\
        <PaymentTerms><Type>AfterIssuedDate</Type><Days>14</Days></PaymentTerms><Contacts/>\
        <IsRegisteredInEC>false</IsRegisteredInEC><IsRegisteredOutsideEC>false</IsRegisteredOutsideEC>\
        <ApplyWHT>false</ApplyWHT><WHTReferences/><Key>\(key)</Key></Customer>
        """
    }

    @Test func oneMadeInXMLIsReadInXMLAndInJSON() async throws {
        try await TestServer.run { server in
            let created = try await server.sendXML(.post, "/v2/customers", sent)
            #expect(created.status == .created && created.headers[.location] == "/v2/customers/HARB01")
            let json = try await server.get("/v2/customers/HARB01")
            let key = try json.customerKey
            #expect(created.isXML(made(key: key)))
            #expect(try await server.sendXML(.get, "/v2/customers/harb01").isXML(made(key: key)))
            let addresses = """
                [{"Name":"Yard","CountryName":"France","CountryCode":"FR","Line1":null,"Line2":null,"Line3":null,\
                "Line4":null,"PostCode":null},{"Name":"Shop","CountryName":"United Kingdom","CountryCode":"GB",\
                "Line1":null,"Line2":null,"Line3":null,"Line4":null,"PostCode":null}]
                """
            #expect(
                json.text
                    == CustomerText("HARB01", "Harbour & Sons", key: key)
                    .with("Note", #""Prefers <oak>.\nNever pine.""#).with("DiscountRate", "12.5000")
                    .with("ShowDiscount", "true").with("DeliveryAddresses", addresses)
                    .with("PaymentTerms", #"{"Type":"AfterIssuedDate","Days":14}"#).text)
            #expect(json.headers[.contentType] == "application/json; charset=utf-8")
            #expect(json.headers[.vary]?.hasPrefix("Accept") == true)
        }
    }

    @Test func whatWasReadCanBeSentBackAndChangesNothing() async throws {
        try await TestServer.run { server in
            #expect(try await server.addFullCustomer().status == .created)
            let before = try await server.get("/v2/customers/HARB01").text
            let read = try await server.sendXML(.get, "/v2/customers/HARB01")
            let sent = try await server.sendXML(.put, "/v2/customers/HARB01", read.text)
            #expect(sent.status == .ok && sent.text == read.text)
            #expect(try await server.get("/v2/customers/HARB01").text == before)
        }
    }

    @Test func oneFormMayComeInAndTheOtherGoOut() async throws {
        try await TestServer.run { server in
            let json = try await server.post("/v2/customers", sent, headers: [.contentType: "text/xml"])
            #expect(
                json.status == .created && json.headers[.contentType] == "application/json; charset=utf-8")
            #expect(try json.object["Name"] as? String == "Harbour & Sons")
            let xml = try await server.put(
                "/v2/customers/HARB01", #"{"Name":"N"}"#, headers: [.accept: "text/xml"])
            #expect(xml.status == .ok && xml.text.contains("<Code>HARB01</Code><Name>N</Name>"))
        }
    }

    @Test func aPageOfThemInFull() async throws {
        try await TestServer.run { server in
            try await server.add(("B2", "Bright"), ("A1", "Ash"))
            let key = try await server.get("/v2/customers/A1").customerKey
            let page = "http://127.0.0.1:8080/v2/customers?perpage=1&amp;page="
            let answer = try await server.sendXML(.get, "/v2/customers?perpage=1")
            #expect(
                answer.isXML(
                    """
                    <Page><MetaData><TotalRecords>2</TotalRecords><FirstPageUrl>\(page)1</FirstPageUrl>\
                    <LastPageUrl>\(page)2</LastPageUrl><NextPageUrl>\(page)2</NextPageUrl>\
                    <TotalAmount>0.0000</TotalAmount><InvoiceLimitReached>false</InvoiceLimitReached></MetaData>\
                    <Data><Customer><Id>2</Id><Code>A1</Code><Name>Ash</Name>\
                    <TotalPaidAmount>0.0000</TotalPaidAmount><OutstandingBalance>0.0000</OutstandingBalance>\
                    <IsSchedule>false</IsSchedule><IsArchived>false</IsArchived>\
                    <TradeBorderType>Domestic</TradeBorderType><IsCISReverseCharge>false</IsCISReverseCharge>\
                    <ApplyWithholdingTax>false</ApplyWithholdingTax><CustomerKey>\(key)</CustomerKey>\
                    <Contacts/><Addresses/></Customer></Data></Page>
                    """), "\(answer.text)")
            let empty = try await server.sendXML(.get, "/v2/customers?page=9")
            #expect(empty.status == .ok && empty.text.hasSuffix("</MetaData><Data/></Page>"))
        }
    }

    @Test func barePiecesAreNamedAfterTheirKind() async throws {
        try await TestServer.run { server in
            let code = try await server.sendXML(
                .post, "/v2/customers/suggestedcode", "<SuggestedCode><Name>Quay</Name></SuggestedCode>")
            #expect(code.isXML("<string>QUAY01</string>"))
            try await server.add(("A1", "A"), ("B2", "B"))
            let codes = xml("<ArrayOfString><string>A1</string><string>b2</string></ArrayOfString>")
            #expect(
                try await server.sendXML(.put, "/v2/internal/customers/archive", codes).status == .noContent)
            #expect(try await server.codes("?filterarchived=true") == [])
            let usable = try await server.sendXML(.post, "/v2/internal/customers/valid-email", codes)
            #expect(usable.isXML("<ArrayOfString/>"))
            #expect(try await server.sendXML(.delete, "/v2/customerlist", codes).status == .noContent)
            #expect(try await server.total() == 0)
            let list = try await server.sendXML(.get, "/v2/sources")
            #expect(list.isXML("<ArrayOfSource/>"), "\(list.text)")
        }
    }

    @Test(arguments: [
        #"<Customer xmlns="http://schemas.example/books"><Name>N</Name></Customer>"#,
        #"<c:Customer xmlns:c="urn:c" Name="A"><c:Name lang="en">N</c:Name></c:Customer>"#,
        "<Customer><NAME>N</NAME><Colour>blue</Colour><Size><Unit>m</Unit>12</Size></Customer>",
        "<Customer><Name>M</Name><Name>N</Name></Customer>", "<Supplier><Name>N</Name></Supplier>",
        "<Customer><Name><![CDATA[N]]></Name></Customer>",
        "\u{feff}<Customer><!-- who --><Name> N </Name></Customer>",
        """
        <Customer xmlns:i="http://www.w3.org/2001/XMLSchema-instance"><Name>N</Name><Code i:nil="true"/>\
        <CreditLimit i:nil="true">5</CreditLimit><Contacts i:nil="true"/><PaymentTerms/></Customer>
        """,
    ])
    func whatSaysTheSameMakesTheSame(body: String) async throws {
        try await TestServer.run { server in
            let answer = try await server.sendXML(.post, "/v2/customers", body, loosely: true)
            #expect(answer.status == .created, "\(answer.text)")
            let made = try await server.get("/v2/customers/NXXX01")
            #expect(try made.text == CustomerText("NXXX01", "N", key: made.customerKey).text)
        }
    }
}
