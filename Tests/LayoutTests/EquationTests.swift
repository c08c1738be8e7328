import Configuration
import Diagnostics
import Graphics
import Testing

@testable import Layout

/// Numbers of displays on pages, and the ways that lead to them.
struct EquationTests {
  private let rows = """
    # One

    \\begin{align}
    a &= b \\label{eq:a} \\\\
    c &= d \\label{eq:c}
    \\end{align}

    See \\eqref{eq:a}, @eq-c and $\\href{https://example.org/}{x + y}$.
    """

  @Test func `each row of an alignment has its number at the edge`() throws {
    let laidOut = try LaidOut(rows)
    #expect(laidOut.diagnostics.isEmpty)
    let numbers = laidOut.runs.filter { $0.text == "(1)" || $0.text == "(2)" }
    let atEdge = numbers.filter { $0.x > 300 }
    #expect(atEdge.map(\.text) == ["(1)", "(2)"])
    #expect(atEdge.first.map(\.y) ?? 0 < atEdge.last.map(\.y) ?? 0)
  }

  @Test func `numbers on the left stand at the left edge`() throws {
    var style = PageStyle.default
    style.equationNumbers = .left
    let laidOut = try LaidOut(rows, style: style)
    let left = laidOut.runs.filter { $0.text == "(1)" || $0.text == "(2)" }.map(\.x).sorted()
    try #require(left.count > 2)
    #expect(abs(left[0] - left[1]) < 0.5 && left[1] < 120)
  }

  @Test func `a reference leads to its row, an address out of the formula`() throws {
    let laidOut = try LaidOut(rows)
    let page = try #require(laidOut.document.pages.first)
    let (links, anchors) = (targets(in: page.content), anchors(in: page.content))
    #expect(
      links == [.anchor("eq-a"), .anchor("eq-c"), .url("https://example.org/")])
    #expect(anchors.contains("eq-a") && anchors.contains("eq-c"))
    let roles = laidOut.document.structure.elements.map(\.role)
    #expect(roles.count { $0 == .link } == 3)
  }

  private func targets(in frame: Frame) -> [LinkTarget] {
    frame.items.flatMap { item -> [LinkTarget] in
      switch item {
      case .beginLink(let target, _, let id):
        id.rawValue > 0 ? [target] : []
      case .frame(let inner, _), .group(let inner, _, _): targets(in: inner)
      default: []
      }
    }
  }

  private func anchors(in frame: Frame) -> [String] {
    frame.items.flatMap { item -> [String] in
      switch item {
      case .anchor(let name, _): [name]
      case .frame(let inner, _), .group(let inner, _, _): anchors(in: inner)
      default: []
      }
    }
  }
}
