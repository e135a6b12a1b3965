/// The chart that a new business gets, one nominal a line: code, type, area, VAT rate per cent (`x` where none applies),
/// goods (1) or services (0), box of the form SA103 (0 for none), number of its role (0 for none), `d` where it is
/// disallowed for tax, and its name.
///
/// - Source: `nominals.md`, Default UK chart.
let defaultChartTable = """
    10 4 2 x 1 0 0 - Freehold Property
    11 4 2 x 1 0 0 - Leasehold Property
    20 4 2 20 1 0 0 - Plant and Machinery
    21 4 2 x 1 0 0 - Plant and Machinery Depreciation
    30 4 2 20 1 0 0 - Office Equipment
    31 4 2 x 1 0 0 - Office Equipment Depreciation
    40 4 2 20 1 0 0 - Furniture and Fixtures
    41 4 2 x 1 0 0 - Furniture and Fixtures Depreciation
    50 4 2 20 1 0 0 - Motor Vehicles
    51 4 2 x 1 0 0 - Motor Vehicles Depreciation
    60 4 2 20 1 0 0 - Computer Equipment
    61 4 2 x 1 0 0 - Computer Equipment Depreciation
    70 4 2 x 1 0 0 - Goodwill and Intangibles
    71 4 2 x 1 0 0 - Intangibles Amortisation
    1001 5 3 x 1 0 0 - Stock
    1002 5 3 x 1 0 0 - Work in Progress
    1100 5 3 x 0 0 1 - Debtors Control
    1102 5 3 x 0 0 0 - Other Debtors
    1103 5 3 x 0 0 22 - Prepayments
    1105 5 3 x 0 0 0 - Employee Loans
    1110 5 3 x 0 0 15 - Payments to Deleted Suppliers
    1131 5 3 x 0 0 11 - CIS Deductions Suffered
    1140 5 3 x 0 0 0 - Deposits Paid
    2100 5 3 x 0 0 2 - Creditors Control
    2102 5 3 x 0 0 0 - Other Creditors
    2109 5 3 x 0 0 23 - Accruals
    2110 5 3 x 0 0 14 - Receipts from Deleted Customers
    2115 5 3 x 0 0 0 - Deposits Received
    2200 5 3 x 0 0 3 - Output VAT
    2201 5 3 x 0 0 4 - Input VAT
    2202 5 3 x 0 0 5 - VAT Control Account
    2205 5 3 x 0 0 18 - Output VAT Not Yet Due
    2206 5 3 x 0 0 19 - Input VAT Not Yet Due
    2210 5 3 x 0 0 0 - PAYE and NI
    2220 5 3 x 0 0 12 - CIS Deductions
    2230 5 3 x 0 0 0 - Pension Control
    2240 5 3 x 0 0 0 - Wages Control Net Pay
    2250 5 3 x 0 0 21 - Expense Claims Payable
    2300 5 3 x 0 0 0 - Loan Account
    2310 5 3 x 0 0 0 - Hire Purchase
    2320 5 3 x 0 0 0 - Corporation Tax
    2330 5 3 x 0 0 0 - Directors Loan Account
    2340 5 3 x 0 0 0 - Mortgage
    2350 5 3 x 0 0 0 - Dividends Payable
    3000 6 3 x 0 0 0 - Share Capital
    3010 6 3 x 0 0 0 - Share Premium
    3050 6 3 x 0 0 0 - Funds Introduced
    3060 6 3 x 0 0 0 - Funds Withdrawn
    3100 6 3 x 0 0 0 - Reserves
    3200 6 3 x 0 0 6 - Retained Profit
    3250 6 3 x 0 0 0 - Dividends
    4000 1 1 20 1 15 0 - Sale of Goods
    4001 1 1 20 0 15 0 - Sale of Services
    4009 1 1 20 0 15 8 - Discounts
    4200 1 1 20 1 16 0 - Sale of Assets
    4400 1 1 x 0 16 0 - Credit Charges
    4900 1 1 20 0 16 0 - Miscellaneous Income
    4901 1 1 20 0 16 0 - Royalties Received
    4902 1 1 20 0 16 0 - Commissions Received
    4903 1 1 x 0 16 0 - Insurance Claims
    4904 1 1 x 0 16 0 - Rent Income
    4905 1 1 20 0 15 0 - Distribution and Carriage
    4906 1 3 x 0 16 0 - Bank Interest Received
    4907 1 1 x 0 16 20 - Late Payment Charges
    4908 1 3 x 0 16 0 - Grants Received
    4910 1 1 x 0 16 13 - FRS Adjustment
    5000 2 2 20 1 17 0 - Materials Purchased
    5001 2 2 20 1 17 0 - Goods for Resale
    5003 2 2 20 1 17 0 - Packaging
    5009 2 2 20 0 17 9 - Discounts Received
    5100 2 2 20 0 17 0 - Carriage
    5101 2 2 x 0 17 25 - Import Duty
    5200 2 2 x 1 17 0 - Opening Stock
    5201 2 2 x 1 17 0 - Closing Stock
    6000 2 2 x 0 19 0 - Direct Labour
    6002 2 2 20 0 18 0 - Sub Contractors
    6100 2 2 20 0 17 0 - Sales Commissions
    6200 3 2 20 0 24 0 - Sales Promotion
    6201 3 2 20 0 24 0 - Advertising
    6202 3 2 20 1 24 0 - Gifts and Samples
    7000 3 3 x 0 19 0 - Gross Wages
    7001 3 3 x 0 19 0 - Directors Salaries
    7006 3 3 x 0 19 0 - Employers NIC
    7007 3 3 x 0 19 0 - Employer Pension Contributions
    7008 3 2 20 0 19 0 - Recruitment
    7010 3 3 x 0 19 0 - Statutory Pay Reclaimed
    7100 3 2 x 0 21 0 - Rent
    7102 3 2 x 0 21 0 - Water Rates
    7103 3 2 x 0 21 0 - General Rates
    7104 3 2 x 0 21 0 - Premises Insurance
    7200 3 2 20 1 21 0 - Electricity
    7201 3 2 20 1 21 0 - Gas
    7300 3 2 20 1 20 0 - Fuel
    7301 3 2 20 0 20 0 - Vehicle Repairs and Servicing
    7302 3 2 x 0 20 0 - Vehicle Licences
    7303 3 2 x 0 20 0 - Vehicle Insurance
    7304 3 2 20 0 20 0 - Miscellaneous Motor Expenses
    7305 3 3 x 0 20 0 - Mileage
    7400 3 2 0 0 20 0 - Travel
    7401 3 2 20 0 20 0 - Car Hire
    7402 3 2 20 0 20 0 - Hotels
    7403 3 2 x 0 24 0 d Entertainment
    7404 3 2 20 0 20 0 - Subsistence
    7500 3 2 20 1 23 0 - Printing
    7501 3 2 x 0 23 0 - Postage
    7502 3 2 20 0 23 0 - Telephone
    7503 3 2 20 0 23 0 - Internet and Hosting
    7504 3 2 20 1 23 0 - Office Stationery
    7505 3 2 0 1 23 0 - Books
    7506 3 2 20 0 23 0 - Software and Licences
    7600 3 2 20 0 28 0 - Legal Fees
    7601 3 2 20 0 28 0 - Accounting Fees
    7602 3 2 20 0 28 0 - Consultancy Fees
    7603 3 2 20 0 28 0 - Professional Fees
    7700 3 2 20 0 22 0 - Equipment Hire
    7701 3 2 20 0 22 0 - Equipment Maintenance
    7800 3 2 20 0 22 0 - Repairs and Renewals
    7801 3 2 20 0 22 0 - Cleaning
    7803 3 2 20 0 21 0 - Premises Expenses
    7900 3 3 x 0 25 0 - Bank Interest Paid
    7901 3 3 x 0 26 0 - Bank Charges
    7902 3 3 x 0 25 0 - Loan Interest
    7903 3 3 x 0 25 0 - Hire Purchase Interest
    7904 3 3 x 0 26 0 - Credit Card Charges
    7906 3 3 x 0 26 7 - Exchange Differences
    8000 3 3 x 0 29 0 d Depreciation
    8010 3 3 x 0 29 0 d Profit or Loss on Disposal
    8100 3 3 x 0 27 10 - Bad Debts
    8200 3 3 x 0 30 0 d Donations
    8201 3 2 x 0 30 0 - Subscriptions
    8202 3 2 20 1 30 0 - Clothing
    8203 3 2 20 0 30 0 - Training
    8204 3 2 x 0 21 0 - Insurance
    8205 3 2 20 1 30 0 - Refreshments
    8206 3 3 x 0 30 0 d Fines and Penalties
    8250 3 3 x 0 30 17 - Rounding
    8300 3 3 x 0 30 0 d Corporation Tax Charge
    9998 6 3 x 0 0 24 - Opening Balances
    9999 5 3 x 0 0 16 - Suspense Account
    """
