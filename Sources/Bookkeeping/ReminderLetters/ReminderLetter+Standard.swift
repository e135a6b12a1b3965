extension ReminderLetter {
    /// The letters as they are before a business words them its own way: reminder, final reminder, notice of
    /// default.
    ///
    /// - Source: `documents.md`, sections 6 (tokens) and 8.
    public static let standard = [reminder, finalReminder, noticeOfDefault]

    /// The standard letter of a number; nil when there is none.
    public static func standard(_ number: Int64) -> ReminderLetter? {
        standard.first { $0.number == number }
    }

    private static let reminder = ReminderLetter(
        number: 1, title: "Reminder: invoice #INVNUM#",
        text: """
            Dear #NAME#,

            According to our records #TOTALDUE# of invoice #INVNUM# is still to be paid. It was due on #INVDUE#.

            It may simply have been overlooked. Could you please arrange payment within the next seven days? If you \
            have paid in the meantime, thank you, and please take no notice of this letter.

            If anything about the invoice is not as it should be, please get in touch and we will gladly help.

            Yours sincerely,
            """)

    private static let finalReminder = ReminderLetter(
        number: 2, title: "Final reminder: invoice #INVNUM#",
        text: """
            Dear #NAME#,

            We wrote to you about invoice #INVNUM#, which was due on #INVDUE#. We can't find that we have received a \
            payment or an answer, and #TOTALDUE# is still owed.

            Please pay this amount within seven days of the date of this letter. If you can't pay all of it at once, \
            or if you do not agree with the invoice, please tell us within the same time, so that we can settle the \
            matter between us.

            This is our final reminder.

            Yours sincerely,
            """)

    private static let noticeOfDefault = ReminderLetter(
        number: 3, title: "Notice of default: invoice #INVNUM#",
        text: """
            Dear #NAME#,

            In spite of our reminders invoice #INVNUM#, due on #INVDUE#, has not been paid. #TOTALDUE# is owed, and \
            your account with us is in default.

            Unless we receive the full amount within seven days of the date of this letter, we intend to recover it \
            without further notice, which may include a claim in the county court. Where the law allows it we may \
            then add interest, compensation for late payment and our costs to what you owe.

            We would rather not take that step. If you have paid already or wish to agree how you will pay, please \
            contact us at once.

            Yours faithfully,
            """)
}
