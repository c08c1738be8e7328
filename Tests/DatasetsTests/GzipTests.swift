import Foundation
import Testing

@testable import Datasets

/// Data files that gzip packed.
@Suite struct GzipTests {
  /// "method,score", "FastV,90.4" and, as a second member, "VScan,98.7", packed by Python's gzip.
  private static let members = [
    "H4sIAAAAAAACA8tNLcnIT9EpTs4vSuVySywuCdOxNNAz4QIAMcIzmxgAAAA=",
    "H4sIAAAAAAACAwsLTk7M07G00DPnAgAIXEigCwAAAA==",
  ]

  private func data(_ bytes: [UInt8], path: String = "t.csv.gz") throws -> TestData {
    try TestData(
      """
      resources:
        - name: t
          path: \(path)
          schema:
            fields: [{name: method}, {name: score, type: number, constraints: {maximum: 95}}]
      """, [path: bytes])
  }

  private var packed: [UInt8] {
    Self.members.flatMap { Data(base64Encoded: $0).map([UInt8].init) ?? [] }
  }

  @Test func `a packed table is read, and its errors stand at their lines`() throws {
    let data = try data(packed)
    #expect(try data.rows("SELECT * FROM t") == ["FastV 90.4", "VScan 98.7"])
    #expect(
      data.complaints.first?.hasPrefix("data/t.csv.gz:3:7: error[out-of-range]") == true,
      "\(data.complaints)")
  }

  @Test func `a packed table without the ending is known by its first bytes`() throws {
    #expect(try data(packed, path: "t.csv").rows("SELECT count(*) FROM t") == ["2"])
  }

  @Test func `a damaged or plain file under the name is an error at the path`() throws {
    var damaged = packed
    damaged[20] ^= 0xFF
    for bytes in [damaged, Array(packed.dropLast(5)), Array("method,score\n".utf8), []] {
      #expect(
        try data(bytes).complaints == [
          "data/datapackage.yaml:3:11: error[bad-gzip]: 't.csv.gz' is no whole gzip file"
            + " | pack it again, or give the file as it is"
        ])
    }
  }

  @Test func `what unpacks to more than the limit is refused`() throws {
    #expect(throws: GzipFile.Failure.tooLarge) { try GzipFile.unpack(packed, most: 10) }
  }
}
