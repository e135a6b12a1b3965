import Bookkeeping
import Store

extension StockOptions: SettingFamily {
    public init(_ kept: BookSettings) {
        self.init()
        managesStock = kept.flag(.managesStock)
        hasWholesalePricing = kept.flag(.wholesalePricing)
        definesProducts = kept.flag(.vatDefinesProducts)
    }

    public var rows: [(BookSetting, any SettingValue)] {
        [
            (.managesStock, managesStock), (.wholesalePricing, hasWholesalePricing),
            (.vatDefinesProducts, definesProducts),
        ]
    }

    public func check() throws(BookkeepingError) {}
}

extension Transaction {
    public func stockOptions() throws -> StockOptions { try settings() }
}

extension Book {
    /// Puts all of the stock options in the place of what there was.
    public func changeStockOptions(to options: StockOptions) async throws -> StockOptions {
        var sent = SettingsChange<StockOptions>()
        sent.add { $0 = options }
        return try await change(sent)
    }
}
