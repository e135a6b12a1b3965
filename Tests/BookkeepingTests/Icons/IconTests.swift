import Bookkeeping
import Testing

@Suite struct IconTests {
    @Test func thereIsOneCategoryIconForEachId() {
        #expect(CategoryIcon.all.map(\.id) == Array(CategoryIcon.ids))
        #expect(CategoryIcon(id: 0) == nil && CategoryIcon(id: 13) == nil)
        #expect(CategoryIcon(id: 7)?.name == "Purple Marker 7")
        #expect(Set(CategoryIcon.all.map(\.pictureName)).count == 12)
    }

    @Test func onlyNoneHasNoPicture() {
        #expect(BankIcon.allCases.map(\.rawValue) == Array(0...8))
        #expect(BankIcon.allCases.filter { $0.pictureName == nil } == [.none])
    }
}
