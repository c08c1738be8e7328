import Graphics
import TestSupport
import Testing

@Suite struct FrameTests {
  @Test func `a frame dump lists items with rounded coordinates`() {
    var frame = Frame(size: Size(width: 40, height: 10), baseline: 8)
    frame.place(FixedWidthText().setLabel("ab", LabelStyle(size: 6)), x: 3, baseline: 8)
    frame.fill(Rect(x: 0, y: 9, width: 40, height: 0.4), .black)
    #expect(
      FrameDump.text(of: frame) == """
        frame 40 × 10 baseline 8
          at 3,3.2
            frame 6 × 6 baseline 4.8
              text 0,4.8 font 0 6 "ab" width 6
          path M 0,9 L 40,9 L 40,9.4 L 0,9.4 Z fill #000000

        """)
  }

  @Test func `transforms compose from left to right`() {
    let both = Transform.scale(2, 3).then(.translation(x: 1, y: 1))
    #expect(both.apply(to: Point(x: 1, y: 1)) == Point(x: 3, y: 4))
  }

  @Test func `colours read hex notation and know their contrast`() {
    #expect(Color("#0072B2") == Color(hex: 0x0072B2))
    #expect(Color("#abc") == Color(hex: 0xAABBCC))
    #expect(Color("blue") == nil)
    #expect(abs(Color.black.contrast(with: .white) - 21) < 0.01)
  }

  @Test func `a structure path runs from below the root to the element`() {
    var tree = StructureTree()
    let list = tree.add(.list, in: .document)
    let item = tree.add(.listItem, in: list)
    #expect(tree.path(to: item) == [list, item])
    #expect(tree.path(to: .document).isEmpty)
  }
}
