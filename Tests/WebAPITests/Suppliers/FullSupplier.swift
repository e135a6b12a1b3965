/// A body that sets every writable member of a supplier.
let fullSupplier = """
    {
      "Code": "TIMB01", "Name": "Timberyard & Sons",
      "Contacts": [
        {"Firstname": "Tom", "LastName": "Reyes"},
        {"IsPrimary": true, "ReceiveEmails": true, "Name": "Accounts", "Title": "Dr", "Firstname": "Ada",
         "LastName": "Okoro", "Telephone": "01752 555020", "Fax": "01752 555021", "Mobile": "07700 900020",
         "Website": "https://timberyard.example", "Email": "ada@timberyard.example"}
      ],
      "Address": {"Line1": "1 Mill Lane", "Line2": "Sawmill", "Line3": "Totnes", "Line4": "Devon",
                  "PostCode": "TQ9 5XX", "CountryCode": "ie", "CountryName": "ignored"},
      "DeliveryAddresses": [{"Name": "ignored"}],
      "BankAccount": {"Name": "Timberyard", "Number": "00012345", "SortCode": "00-00-01"},
      "Currency": {"Code": "eur", "ExchangeRate": 1.165},
      "PaymentTerms": {"Type": "AfterMonthEnd", "Days": 30}, "PaymentMethod": 3, "DefaultNominalCode": 5000,
      "DefaultPdfTheme": 4, "VatNumber": "IE1234567T", "IsVatRateEnabled": true, "DefaultVatRate": 17.5,
      "VatExempt": true, "TradeBorderType": "EU", "IsCISReverseCharge": true, "ApplyWithholdingTax": true,
      "WithholdingTaxRate": 20, "WithholdingTaxReferences": [{"Name": "UTR", "Value": "1234567890"}],
      "UniqueEntityNumber": "01234567", "Note": "Delivers on Fridays.\\nRing first.", "IsArchived": true
    }
    """

/// What `fullSupplier` makes, to the byte.
let fullSupplierAnswer = #"""
    {"Id":1,"Code":"TIMB01","Name":"Timberyard & Sons",\#
    "Contacts":[{"Id":1,"IsPrimary":false,"ReceiveEmails":false,"Name":null,"Title":null,"Firstname":"Tom",\#
    "LastName":"Reyes","Telephone":null,"Fax":null,"Mobile":null,"Website":null,"Email":null},\#
    {"Id":2,"IsPrimary":true,"ReceiveEmails":true,"Name":"Accounts","Title":"Dr","Firstname":"Ada",\#
    "LastName":"Okoro","Telephone":"01752 555020","Fax":"01752 555021","Mobile":"07700 900020",\#
    "Website":"https://timberyard.example","Email":"ada@timberyard.example"}],\#
    "Address":{"CountryName":"Ireland","CountryCode":"IE","Line1":"1 Mill Lane","Line2":"Sawmill",\#
    "Line3":"Totnes","Line4":"Devon","PostCode":"TQ9 5XX"},"DeliveryAddresses":[],\#
    "BankAccount":{"Name":"Timberyard","Number":"00012345","SortCode":"00-00-01"},\#
    "Currency":{"Name":"Euro","Symbol":"€","DisplaySymbolOnRight":false,"Code":"EUR","ExchangeRate":1.1650},\#
    "PaymentTerms":{"Type":"AfterMonthEnd","Days":30},"PaymentMethod":3,"DefaultNominalCode":5000,\#
    "DefaultPdfTheme":4,"UsesDefaultPdftTheme":false,"VatNumber":"IE1234567T","IsVatRateEnabled":true,\#
    "DefaultVatRate":17.5000,"VatExempt":true,"TradeBorderType":"EU","IsRegisteredInEC":true,\#
    "IsCISReverseCharge":true,"ApplyWithholdingTax":true,"WithholdingTaxRate":20.0000,\#
    "WithholdingTaxReferences":[{"Name":"UTR","Value":"1234567890"}],"UniqueEntityNumber":"01234567",\#
    "Note":"Delivers on Fridays.\nRing first.","IsArchived":true,"BilledNetAmount":0.0000,\#
    "BilledVatAmount":0.0000,"TotalPaidAmount":0.0000,"OutstandingBalance":0.0000,"TotalDueAmount":0.0000,\#
    "CreatedDate":"2026-03-09 12:00:00","LastUpdatedDate":"2026-03-09 12:00:00",\#
    "FirstPurchaseDate":"1900-01-01 12:00:00","LastPurchaseDate":"1900-01-01 12:00:00",\#
    "DoesSupplierHasTransactionsInVATReturn":false,"SourceName":null}
    """#
