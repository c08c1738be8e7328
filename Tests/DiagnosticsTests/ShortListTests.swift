import Diagnostics
import Testing

/// Lists that mostly have one element.
@Suite struct ShortListTests {
  @Test(arguments: 0...4) func `it holds what was put in, in order`(count: Int) {
    var list = ShortList<Int>()
    for number in 0..<count { list.append(number * 10) }
    #expect(Array(list) == (0..<count).map { $0 * 10 })
    #expect(list.count == count && list.isEmpty == (count == 0))
    #expect(list.last == (count == 0 ? nil : (count - 1) * 10))
  }

  @Test(arguments: 0..<3) func `each element can be changed`(index: Int) {
    var list = ShortList<String>()
    for word in ["a", "b", "c"] { list.append(word) }
    list[index] = "x"
    #expect(list[index] == "x" && list.filter { $0 == "x" }.count == 1)
  }

  @Test func `two are equal when their elements are`() {
    var (a, b) = (ShortList<Int>(), ShortList<Int>())
    a.append(1)
    #expect(a != b)
    b.append(1)
    #expect(a == b && a.hashValue == b.hashValue)
    b.append(2)
    #expect(a != b)
  }
}
