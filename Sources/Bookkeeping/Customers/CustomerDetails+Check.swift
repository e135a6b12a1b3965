extension CustomerDetails {
    public mutating func hold(to check: inout FieldCheck) {
        check.naming(&self)
        check.number(source, "Source")
        check.people(&self)
        lists(&check)
        check.trading(&self)
        defaultReference = check.text(defaultReference, "DefaultCustomerReference")
        check.percentage(discountRate, "DiscountRate")
        check.taxing(&self, vatNumber: "VATNumber")
        check.number(emailTemplateNumber, "EmailTemplateNumber")
        invoiceFileFormat = check.text(invoiceFileFormat, "InvoiceFileFormat")
        check.number(pdfThemeID, "PDFThemeId")
        if let creditLimit, creditLimit.isNegative { check.refuse("CreditLimit", "must not be negative") }
    }

    private mutating func lists(_ check: inout FieldCheck) {
        addresses = check.list(addresses, "Addresses") { check, address, field in
            check.address(address, field())
        }
        deliveryAddresses = check.list(deliveryAddresses, "DeliveryAddresses") { check, address, field in
            check.deliveryAddress(address, field())
        }
        textBoxes = check.list(textBoxes, "CustomTextBoxes") { check, box, field in
            check.customField(box, field())
        }
        checkBoxes = check.list(checkBoxes, "CustomCheckBoxes") { check, box, field in
            check.customCheckBox(box, field())
        }
    }
}
