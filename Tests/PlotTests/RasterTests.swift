import Foundation
import Graphics
import Rendering
import TestSupport
import Testing
import Typography

@testable import Plot

/// Charts of very many points, and the data behind them.
struct RasterTests {
  private func cloud(_ count: Int, groups: Int = 1) -> ChartData {
    // A generator of its own, so that the points are the same everywhere.
    var state: UInt64 = 1
    func chance() -> Double {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Double(state >> 11) / Double(1 << 53)
    }
    var columns: [[ChartValue]] = [[], [], []]
    for index in 0..<count {
      columns[0].append(.number(chance()))
      columns[1].append(.number(chance()))
      columns[2].append(.text("g\(index % groups)"))
    }
    return ChartData(zip(["x", "y", "g"], columns).map { ChartColumn($0, values: $1) })
  }

  private func chart(_ mark: String, _ data: ChartData, more: String = "") throws -> Chart {
    let text = """
      {"mark": \(mark), "encoding": {"x": {"field": "x"}, "y": {"field": "y"}\(more)}}
      """
    return try Chart(JSONDecoder().decode(ChartSpec.self, from: Data(text.utf8)), data: data)
  }

  private func images(_ chart: Chart) throws -> [(ImageResource, Rect)] {
    try chart.draw(width: 300, text: FixedWidthText()).items.compactMap { item in
      if case .image(let image, let rect) = item { (image, rect) } else { nil }
    }
  }

  private func paths(_ chart: Chart) throws -> Int {
    try chart.draw(width: 300, text: FixedWidthText()).items.count { item in
      if case .path = item { true } else { false }
    }
  }

  @Test func `more than ten thousand points become pixels inside the axes`() throws {
    let few = try chart("\"point\"", cloud(PointRaster.most))
    #expect(try images(few).isEmpty)
    #expect(try paths(few) > PointRaster.most)
    let many = try chart("\"point\"", cloud(PointRaster.most + 1))
    let (image, rect) = try #require(try images(many).first)
    #expect(try paths(many) < 100)
    #expect(image.bytes.count < 600_000)
    #expect(rect.minX > 0 && rect.maxX <= 305)
  }

  @Test func `the mark may ask for pixels or for paths`() throws {
    #expect(try images(chart("{\"type\": \"point\", \"raster\": true}", cloud(5))).count == 1)
    #expect(
      try images(chart("{\"type\": \"point\", \"raster\": false}", cloud(10_001))).isEmpty)
  }

  @Test func `equal clouds are equal pixels`() throws {
    let draws = try (0..<2).map { _ in
      try images(
        chart("\"point\"", cloud(12_000, groups: 3), more: ", \"color\": {\"field\": \"g\"}"))
    }
    #expect(draws[0][0].0.bytes == draws[1][0].0.bytes)
  }

  @Test func `a stamp covers the area of its shape`() {
    for shape in PointShape.allCases where shape != .star && shape != .diamond {
      let stamp = PointStamp(
        shape, area: 20, color: Color(hex: 0x0072B2), isFilled: true, rim: 0, paper: .white,
        shift: Point(x: 0.4, y: 0.6), scale: 4)
      let covered = stamp.pixels.reduce(0) { $0 + Double($1 >> 24) / 255 }
      #expect(abs(covered - 20 * 16) < 320 * 0.02, "\(shape)")
    }
  }

  @Test func `pixels mix opacity as paths do`() {
    // Two points on one place at half opacity leave a quarter of the paper.
    var raster = PointRaster(
      area: Rect(x: 0, y: 0, width: 60, height: 30), rim: 0, paper: .white)
    let color = Color.black.opacity(0.5)
    for x in [15.0, 15, 45] {
      raster.stamp(Point(x: x, y: 15), .square, area: 100, color: color, isFilled: true)
    }
    let alphas = Set(raster.pixels.map { $0 >> 24 })
    #expect(alphas.contains(192) && alphas.contains(128))
    #expect(alphas.max() == 192)
    let covered = raster.pixels.reduce(0) { $0 + Double($1 >> 24) / 255 }
    #expect(abs(covered / (25.0 / 6 * 25 / 6) - 125.5) < 1)
  }

  @Test func `labels keep away from a crowd`() {
    var obstacles = LabelObstacles()
    obstacles.bounds = Rect(x: 10, y: 10, width: 100, height: 80)
    #expect(obstacles.isFree(Rect(x: 50, y: 50, width: 10, height: 5)))
    obstacles.cover(Point(x: 55, y: 52), radius: 2)
    #expect(!obstacles.isFree(Rect(x: 50, y: 50, width: 10, height: 5)))
    #expect(obstacles.isFree(Rect(x: 70, y: 50, width: 10, height: 5)))
  }

  @Test func `columns of CSV are numbers, truths or texts`() {
    let csv = "a,b,c,d,e\r\n1,x,true,,\"q\"\"r\"\r\n-2.5,,false,,\"1,2\"\n\n1e3,x,,,\n0.1,\"\"\n"
    let data = DelimitedText.read(Array(csv.utf8), delimiter: UInt8(ascii: ","))
    #expect(data.rowCount == 4)
    #expect(Array(data.values("a")) == [.number(1), .number(-2.5), .number(1000), .number(0.1)])
    #expect(Array(data.values("b")) == [.text("x"), .null, .text("x"), .text("")])
    #expect(Array(data.values("c")) == [.bool(true), .bool(false), .null, .null])
    #expect(data.values("d").allSatisfy { $0 == .null })
    #expect(Array(data.values("e")) == [.text("q\"r"), .text("1,2"), .null, .null])
    #expect(data.values("b").distinct == [.text("x"), .null, .text("")])
    #expect(data.rows([1, 3]).values("b").distinct == [.null, .text("")])
  }

  @Test(arguments: ["0.1", "-12.75", "123456789012345", "0.000000000000001", "4.35", "1e-7", "3."])
  func `a decimal is the nearest double`(text: String) {
    let bytes = Array(text.utf8)
    let number = bytes.withUnsafeBufferPointer { DecimalText.number($0) }
    #expect(number == Double(text == "3." ? "3" : text))
  }

  @Test(arguments: ["", "-", "nan", "0x1p3", "1,5", "12:30", "1e"])
  func `what is no decimal is a text`(text: String) {
    let bytes = Array(text.utf8)
    #expect(bytes.withUnsafeBufferPointer { DecimalText.number($0) } == nil)
  }
}
