import Graphics
import Testing

@testable import Plot

struct GridLineTests {
  @Test func `grid lines make way for labels`() {
    var line = GridLine(isUpright: true, at: 50, 0...100)
    line.makeWay(for: Rect(x: 40, y: 20, width: 20, height: 8))
    #expect(line.parts == [0...19, 29...100])
    line.makeWay(for: Rect(x: 60, y: 50, width: 20, height: 8))
    #expect(line.parts == [0...19, 29...100])
    line.makeWay(for: Rect(x: 45, y: 95, width: 20, height: 8))
    #expect(line.parts == [0...19, 29...94])
    var level = GridLine(isUpright: false, at: 10, 0...100)
    level.makeWay(for: Rect(x: -5, y: 6, width: 20, height: 8))
    #expect(level.parts == [16...100])
  }
}
