extension FieldCheck {
    /// Every bound of a customer's fields, in the order of the documentation.
    ///
    /// References to what is not built yet (source, nominal, template, theme) are only held to be numbers.
    mutating func customerDetails(_ sent: CustomerDetails) -> CustomerDetails {
        var details = sent
        details.name = requiredText(sent.name, "Name", max: TextKind.nameMax)
        details.note = text(sent.note, "Note", max: TextKind.linesMax, kind: .lines)
        number(sent.source, "Source")
        customerLists(sent, into: &details)
        details.currencyCode = letterCode(sent.currencyCode, "Currency.Code", length: 3)
        number(sent.paymentTerms?.days, "PaymentTerms.Days", in: 0...PaymentTerms.daysMax)
        number(sent.defaultNominalCode, "DefaultNominalCode")
        details.defaultReference = text(sent.defaultReference, "DefaultCustomerReference")
        percentage(sent.discountRate, "DiscountRate")
        details.vatNumber = text(sent.vatNumber, "VATNumber")
        percentage(sent.withholdingTaxRate, "WithholdingTaxRate")
        number(sent.emailTemplateNumber, "EmailTemplateNumber")
        details.invoiceFileFormat = text(sent.invoiceFileFormat, "InvoiceFileFormat")
        number(sent.pdfThemeID, "PDFThemeId")
        details.uniqueEntityNumber = text(sent.uniqueEntityNumber, "UniqueEntityNumber")
        if let limit = sent.creditLimit, limit.isNegative { refuse("CreditLimit", "must not be negative") }
        return details
    }

    private mutating func customerLists(_ sent: CustomerDetails, into details: inout CustomerDetails) {
        details.contacts = list(sent.contacts, "Contacts") { check, contact, field in
            check.contact(contact, field())
        }
        let ids = details.contacts.compactMap(\.id)
        if Set(ids).count < ids.count { refuse("Contacts", "must not name the same Id twice") }
        details.addresses = list(sent.addresses, "Addresses") { check, address, field in
            check.address(address, field())
        }
        details.deliveryAddresses = list(sent.deliveryAddresses, "DeliveryAddresses") {
            check, address, field in
            check.deliveryAddress(address, field())
        }
        details.withholdingTaxReferences = list(
            sent.withholdingTaxReferences, "WithholdingTaxReferences"
        ) { check, reference, field in
            check.customField(reference, field())
        }
        details.textBoxes = list(sent.textBoxes, "CustomTextBoxes") { check, box, field in
            check.customField(box, field())
        }
        details.checkBoxes = list(sent.checkBoxes, "CustomCheckBoxes") { check, box, field in
            check.customCheckBox(box, field())
        }
    }
}
