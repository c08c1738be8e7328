import Configuration
import Diagnostics
import Testing

@Suite struct JSONReaderTests {
  private func root(_ text: String) throws -> (YAMLNode, SourceFile) {
    let sources = SourceMap()
    let file = sources.add(path: "f.json", text: text)
    return (try #require(try YAMLNode.parse(SpannedText(file))), file)
  }

  private func source(of node: YAMLNode?, in file: SourceFile) throws -> String {
    String(decoding: file.bytes[try #require(node).span.range], as: UTF8.self)
  }

  @Test func `values of JSON keep their places`() throws {
    let (node, file) = try root(#"{"a": [1, -2.5e3, true, null], "ü": {"b": "x y"}}"#)
    let list = try #require(node["a"]?.elements)
    #expect(list.map { $0.scalar?.number } == [1, -2500, nil, nil])
    #expect(list[2].scalar?.bool == true && list[3].isNull)
    #expect(try source(of: list[1], in: file) == "-2.5e3")
    #expect(try source(of: node["ü"], in: file) == #"{"b": "x y"}"#)
    #expect(try source(of: node["ü"]?["b"], in: file) == #""x y""#)
    #expect(node["ü"]?["b"]?.scalar?.isPlain == false)
  }

  @Test func `escapes are read, also those of two units`() throws {
    let (node, _) = try root(#"["\ud83d\udc04", "a\n\t\"\\\/", "\u00b5", "12"]"#)
    #expect(node.elements?.map(\.text) == ["🐄", "a\n\t\"\\/", "µ", "12"])
    #expect(node.elements?.last?.scalar?.number == nil, "a number in quotes is text")
  }

  @Test(arguments: [#"{a: b}"#, #"{"a": b}"#, #"["x", y]"#, #"{"a": 'b'}"#])
  func `what is YAML and no JSON is read as YAML`(_ text: String) throws {
    let (node, _) = try root(text)
    #expect(node.isMapping || node.isSequence)
  }

  @Test(arguments: [#"{"a": 1, "a": 2}"#, #"{"a": "b}"#, #"{"a" 1}"#, #"[1, 2"#])
  func `mistakes are explained`(_ text: String) {
    #expect(throws: DiagnosticList.self) { try root(text) }
  }

  @Test func `marks on long lines of YAML lead to their places`() throws {
    let values = (0..<900).map { "é\($0)" }
    let (node, file) = try root("{x: [" + values.joined(separator: ", ") + "]}")
    let list = try #require(node["x"]?.elements)
    try #require(list.count == 900)
    for (value, node) in zip(values, list) { #expect(try source(of: node, in: file) == value) }
  }

  @Test func `thousands of rows on one line have their places`() throws {
    let row = #"{"a": 1, "b": "two", "c": null}"#
    let (node, file) = try root(
      "[" + Array(repeating: row, count: 5000).joined(separator: ",") + "]")
    let rows: [[String: Double?]] = try #require(node.elements).map {
      ["a": $0["a"]?.scalar?.number]
    }
    #expect(rows.count == 5000 && rows.allSatisfy { $0["a"] == 1 })
    #expect(try source(of: node.elements?.last, in: file) == row)
  }
}
