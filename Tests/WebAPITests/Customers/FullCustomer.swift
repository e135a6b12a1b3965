import HTTPTypes
import Testing

/// A body that sets every writable member, and sets the euro up. Its source must be there first.
let fullBody = """
    {
      "Code": "HARB01", "Name": "Harbour Joinery Ltd", "Source": 1, "Note": "Prefers oak.\\nNever pine.",
      "DiscountRate": 12.5, "ShowDiscount": true, "AutoIncludeVATNumber": true, "ReceivesWholesalePricing": true,
      "DefaultCustomerReference": "PO-7", "EmailTemplateNumber": 2, "OverrideInvoiceFileFormat": true,
      "InvoiceFileFormat": "{Number}-{Code}", "UniqueEntityNumber": "01234567",
      "AutomaticCreditControlEnabled": true, "UseCustomDeliveryAddress": true, "WithholdingTaxRate": 0.00005,
      "PDFThemeId": 4, "DefaultNominalCode": 4000, "IsArchived": true, "VATNumber": "GB123456789",
      "TradeBorderType": "EU", "IsCISReverseCharge": true, "ApplyWithholdingTax": true, "EnableCreditLimit": true,
      "CreditLimit": 2500.005,
      "Addresses": [
        {"Line1": "4 Quay Road", "Line2": "Sutton Harbour", "Line3": "Plymouth", "Line4": "Devon",
         "PostCode": "PL1 2AB", "CountryCode": "gb", "CountryName": "ignored"}
      ],
      "DeliveryAddresses": [
        {"Name": "Yard", "Line1": "5 Quay Road", "PostCode": "PL1 2AC", "CountryCode": "FR"},
        {"Name": "Shop"}
      ],
      "WithholdingTaxReferences": [{"Name": "Reference", "Value": "W-1"}],
      "CustomTextBoxes": [{"Name": "Colour", "Value": "blue \\"sea\\" \\\\ sky"}, {"Name": "Size"}],
      "CustomCheckBoxes": [{"Name": "Trade", "Value": true}],
      "PaymentTerms": {"Type": "AfterMonthEnd", "Days": 14},
      "Contacts": [
        {"Firstname": "Tom", "LastName": "Reyes"},
        {"IsPrimary": true, "ReceiveEmails": true, "Name": "Ines Okafor", "Title": "Ms", "Firstname": "Ines",
         "LastName": "Okafor", "Telephone": "01752 555010", "Fax": "01752 555011", "Mobile": "07700 900010",
         "Website": "https://harbour.example", "Email": "ines@harbour.example"}
      ],
      "Currency": {"Code": "EUR", "ExchangeRate": 1.1}
    }
    """

/// What `fullBody` makes, to the byte.
func fullAnswer(key: String) -> String {
    let references = #"[{"Name":"Reference","Value":"W-1"}]"#
    return #"""
        {"Id":1,"Code":"HARB01","Name":"Harbour Joinery Ltd","Source":1,"SourceName":"Boat show",\#
        "Note":"Prefers oak.\nNever pine.","DiscountRate":12.5000,"ShowDiscount":true,\#
        "AutoIncludeVATNumber":true,"ReceivesWholesalePricing":true,"DefaultCustomerReference":"PO-7",\#
        "EmailTemplateNumber":2,"OverrideInvoiceFileFormat":true,"InvoiceFileFormat":"{Number}-{Code}",\#
        "UniqueEntityNumber":"01234567","AutomaticCreditControlEnabled":true,"UseCustomDeliveryAddress":true,\#
        "WithholdingTaxRate":0.0001,"PDFThemeId":4,"DisplayName":"Harbour Joinery Ltd",\#
        "CreatedDate":"2026-03-09 12:00:00","LastUpdatedDate":"2026-03-09 12:00:00",\#
        "InvoicedNetAmount":0.0000,"InvoicedVATAmount":0.0000,"InvoiceCount":0,"IsGoCardlessMandateSet":false,\#
        "EnvelopeUrl":"/v2/documents/customers/\#(key)","UsesDefaultTheme":false,"AverageDaysToPay":0,\#
        "OverdueAmount":0.0000,"FirstInvoiceDate":"1900-01-01 12:00:00","LastInvoiceDate":"1900-01-01 12:00:00",\#
        "TotalPaidAmount":0.0000,"OutstandingBalance":0.0000,"IsSchedule":false,"DefaultNominalCode":4000,\#
        "IsArchived":true,"VATNumber":"GB123456789","TradeBorderType":"EU","IsCISReverseCharge":true,\#
        "ApplyWithholdingTax":true,"CustomerKey":"\#(key)","EnableCreditLimit":true,"CreditLimit":2500.0100,\#
        "MarkedAsStale":false,\#
        "Addresses":[{"CountryName":"United Kingdom","CountryCode":"GB","Line1":"4 Quay Road",\#
        "Line2":"Sutton Harbour","Line3":"Plymouth","Line4":"Devon","PostCode":"PL1 2AB"}],\#
        "DeliveryAddresses":[{"Name":"Yard","CountryName":"France","CountryCode":"FR","Line1":"5 Quay Road",\#
        "Line2":null,"Line3":null,"Line4":null,"PostCode":"PL1 2AC"},{"Name":"Shop",\#
        "CountryName":"United Kingdom","CountryCode":"GB","Line1":null,"Line2":null,"Line3":null,"Line4":null,"PostCode":null}],\#
        "WithholdingTaxReferences":\#(references),\#
        "CustomTextBoxes":[{"Name":"Colour","Value":"blue \"sea\" \\ sky"},{"Name":"Size","Value":null}],\#
        "CustomCheckBoxes":[{"Name":"Trade","Value":true}],"PaymentTerms":{"Type":"AfterMonthEnd","Days":14},\#
        "Contacts":[{"Id":1,"IsPrimary":false,"ReceiveEmails":false,"Name":null,"Title":null,"Firstname":"Tom",\#
        "LastName":"Reyes","Telephone":null,"Fax":null,"Mobile":null,"Website":null,"Email":null},\#
        {"Id":2,"IsPrimary":true,"ReceiveEmails":true,"Name":"Ines Okafor","Title":"Ms","Firstname":"Ines",\#
        "LastName":"Okafor","Telephone":"01752 555010","Fax":"01752 555011","Mobile":"07700 900010",\#
        "Website":"https://harbour.example","Email":"ines@harbour.example"}],\#
        "Currency":{"Name":"Euro","Symbol":"€","DisplaySymbolOnRight":false,"Code":"EUR","ExchangeRate":1.1000},\#
        "Email":"ines@harbour.example","TelephoneNumber":"01752 555010","MobileNumber":"07700 900010",\#
        "FaxNumber":"01752 555011","Website":"https://harbour.example","IsRegisteredInEC":true,\#
        "IsRegisteredOutsideEC":false,"ApplyWHT":true,"WHTRate":0.0001,"WHTReferences":\#(references),\#
        "Key":"\#(key)"}
        """#
}

extension SignedInServer {
    /// Creates the customer of `fullBody`, and before it the source that it comes from.
    func addFullCustomer() async throws -> TestAnswer {
        let source = try await post("/v2/sources/createSource", #"{"Name":"Boat show"}"#)
        #expect(source.status == .created)
        return try await post("/v2/customers", fullBody)
    }
}
